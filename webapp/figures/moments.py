"""The moments at which a figure is looked at, and the worst of what is found in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from webapp.figures.body import Body
from webapp.figures.findings import Finding, Level
from webapp.figures.movement import Movement
from webapp.figures.wishes import Wishes


@dataclass(frozen=True)
class Moment:
    """A body, where in the figure it is, and the poses it is in or between."""

    where: str
    body: Body
    poses: tuple[str, ...]
    wishes: tuple[Wishes, ...]

    @property
    def is_pose(self) -> bool:
        return len(self.poses) == 1


@dataclass(frozen=True)
class Trouble:
    """Something wrong with one thing at one moment; `size` tells how bad it is."""

    thing: str
    size: float
    message: str
    level: Level = "error"


Look = Callable[[Moment], Iterable[Trouble]]


def moments(movement: Movement) -> Iterator[Moment]:
    """Every pose, then every solved frame between two poses; one that comes back only once."""
    known: set[tuple[int, frozenset[str]]] = set()
    for name, key in movement.keys.items():
        yield Moment(name, key.body, (name,), (key.wishes,))
    for passage in movement.passages:
        if not passage.moves:
            continue
        ends = passage.source, passage.target
        wishes = tuple(movement.keys[name].wishes for name in ends)
        for frame in movement.frames_of(passage)[1:-1]:
            identity = id(frame.body), frozenset(ends)
            if identity in known:
                continue
            known.add(identity)
            where = f"{passage.source} -> {passage.target}, {frame.time:.1f} s"
            yield Moment(where, frame.body, ends, wishes)


def worst(check: str, movement: Movement, look: Look) -> Iterator[Finding]:
    """Each thing once, at its worst moment; the way to a pose is told where the pose is well."""
    found: dict[str, tuple[Moment, Trouble]] = {}
    for moment in moments(movement):
        for trouble in look(moment):
            before = found.get(trouble.thing)
            if before is None or _rank(moment, trouble) > _rank(*before):
                found[trouble.thing] = moment, trouble
    for moment, trouble in found.values():
        yield Finding(trouble.level, check, moment.where, trouble.message)


def _rank(moment: Moment, trouble: Trouble) -> tuple[bool, bool, float]:
    """A warning, which may be excused, never stands before an error."""
    return trouble.level == "error", moment.is_pose, trouble.size
