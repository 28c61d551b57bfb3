"""A figure in time: keyframes, the passages between them, and every frame solved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from webapp.figures.arms import arms_waited_for
from webapp.figures.blending import Between, Keyframe, eased, shares
from webapp.figures.body import Body
from webapp.figures.camera import Camera
from webapp.figures.posing import PoseError, wishes_of
from webapp.figures.schema import Figure, Shown
from webapp.figures.skeleton import SIDES
from webapp.figures.solving import solve
from webapp.figures.wishes import Wishes, identity

FRAMES_PER_PASSAGE = 20
# What stays down of one who kneels or is in a plank.
PARTS_DOWN = {"kneel": ("knee", "knees"), "plank": ("foot", "feet")}


@dataclass(frozen=True)
class Beat:
    """A tempo part of the exercise: its name and its seconds."""

    name: str
    seconds: float


@dataclass(frozen=True)
class Passage:
    """From one pose to the next, or a stay where both are the same. Times in seconds."""

    part: int
    source: str
    target: str
    start: float
    end: float
    shown: Shown

    @property
    def moves(self) -> bool:
        return self.source != self.target


@dataclass(frozen=True)
class Frame:
    """A moment: its time in seconds and the body then."""

    time: float
    body: Body


class Movement:
    """One figure, solved; raises PoseError where it contradicts itself or its exercise.

    One that `alternates` is shown on the other side in every second repetition.
    """

    def __init__(
        self, slug: str, figure: Figure, tempo: Sequence[Beat] = (), *, alternates: bool = False
    ) -> None:
        self.slug = slug
        self.figure = figure
        self.alternates = alternates
        self.camera = Camera(figure.view)
        self._known: dict[object, Body] = {}
        self.keys = {name: Keyframe.of(wishes) for name, wishes in wishes_of(figure).items()}
        self.passages = list(_passages(figure, tempo))
        self.frames = list(self._frames())
        _check_solved(self)

    @property
    def first(self) -> Body:
        return self.frames[0].body

    @property
    def seconds(self) -> float:
        return self.frames[-1].time

    @property
    def bounds(self) -> list[float]:
        """Where the tempo parts begin and end, in seconds."""
        ends = {passage.part: passage.end for passage in self.passages}
        return [0.0, *ends.values()]

    @cached_property
    def landings(self) -> dict[str, int]:
        """The first frame in which each pose is reached."""
        found = {self.figure.first: 0}
        for passage in self.passages:
            found.setdefault(passage.target, self.frame_at(passage.end))
        return found

    def frame_at(self, time: float) -> int:
        return min(range(len(self.frames)), key=lambda i: abs(self.frames[i].time - time))

    def frames_of(self, passage: Passage) -> list[Frame]:
        slack = 1e-6
        return [
            frame
            for frame in self.frames
            if passage.start - slack <= frame.time <= passage.end + slack
        ]

    def _frames(self) -> Iterator[Frame]:
        yield Frame(0.0, self.keys[self.figure.first].body)
        for passage in self.passages:
            if passage.moves:
                yield from self._moving(passage)
            else:
                yield Frame(passage.end, self.keys[passage.target].body)

    def _moving(self, passage: Passage) -> Iterator[Frame]:
        start, end = self.keys[passage.source], self.keys[passage.target]
        _check_knees(passage, start, end)
        _check_hands(passage, Between(start, end, 0.5).blend())
        outer = self._outer(passage) if self.figure.flow else None
        for u in shares(FRAMES_PER_PASSAGE):
            time = passage.start + (passage.end - passage.start) * u
            if u == 1:
                yield Frame(passage.end, end.body)
                return
            share = u if self.figure.flow else eased(u, passage.shown.ease)
            yield Frame(time, self._body(Between(start, end, share, outer).blend()))

    def _body(self, wishes: Wishes) -> Body:
        """Solved once: most movements go back on the way on which they came."""
        key = identity(wishes)
        if key not in self._known:
            self._known[key] = solve(wishes)
        return self._known[key]

    def _outer(self, passage: Passage) -> tuple[Keyframe, Keyframe]:
        """In a flow: the pose before this passage and the one after it, round the loop."""
        moving = [each for each in self.passages if each.moves]
        index = moving.index(passage)
        before, after = moving[index - 1].source, moving[(index + 1) % len(moving)].target
        return self.keys[before], self.keys[after]


def _check_solved(movement: Movement) -> None:
    """No check sees what is not a number, and no picture shows it."""
    bodies = {f"poses.{name}": key.body for name, key in movement.keys.items()}
    bodies |= {f"timeline, {frame.time:.1f} s": frame.body for frame in movement.frames}
    for where, body in bodies.items():
        if not np.isfinite(list(body.points.values())).all():
            raise PoseError(where, "no body is found for it; ask for less, or put a pose between")


def _check_knees(passage: Passage, start: Keyframe, end: Keyframe) -> None:
    """One who kneels cannot lift one knee while the other is still on its way down.

    Nor one in a plank the feet.
    """
    if not stays(start.wishes, end.wishes):
        part, parts = PARTS_DOWN[start.wishes.solve]
        raise PoseError(
            "timeline",
            f"no {part} stays down from {passage.source} to {passage.target}; "
            f"put a pose with both {parts} on the floor between them",
        )


def stays(*asked: Wishes) -> bool:
    """Some knee of one who kneels, some foot of one in a plank, is on the floor in all of them."""
    if asked[0].solve == "kneel":
        return bool(set.intersection(*(wishes.kneels_on for wishes in asked)))
    if asked[0].solve == "plank":
        return bool(set.intersection(*(wishes.stands_on for wishes in asked)))
    return True


def _check_hands(passage: Passage, halfway: Wishes) -> None:
    """On the way, too, one hand follows the other arm, not each the other's."""
    if all(arms_waited_for(halfway, side) for side in SIDES):
        raise PoseError(
            "timeline",
            f"each hand follows the other arm from {passage.source} to {passage.target}; "
            "put a pose between them in which one is elsewhere, such as `near: chest`",
        )


def _passages(figure: Figure, tempo: Sequence[Beat]) -> Iterator[Passage]:
    """Lays the figure's timeline over the seconds of the exercise's tempo."""
    names = [shown.part for shown in figure.timeline]
    if names != [beat.name for beat in tempo]:
        wanted = ", ".join(beat.name for beat in tempo) or "none: only an exercise has a timeline"
        raise PoseError("timeline", f"name the exercise's tempo parts in order: {wanted}")
    here, now = figure.first, 0.0
    for part, (shown, beat) in enumerate(zip(figure.timeline, tempo, strict=True)):
        targets = shown.to or (here,)
        weights = shown.share or (1.0,) * len(targets)
        for target, weight in zip(targets, weights, strict=True):
            end = now + beat.seconds * weight / sum(weights)
            yield Passage(part, here, target, now, end, shown)
            here, now = target, end
