"""What a routine that somebody composed says before, while and after it, by what it is for.

Word for word what the library's own routine of that kind says, so that nothing which keeps somebody
safe is lost when a routine is copied, changed or shared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from webapp.content import massage

if TYPE_CHECKING:
    from webapp.content.library import Library
    from webapp.content.schema import Caution, Exercise, Routine

ComposedNeed = Literal["any", "before-cold", "before-effort", "after-cold"]
NEEDS: tuple[ComposedNeed, ...] = get_args(ComposedNeed)

MODELS: Mapping[ComposedNeed, str] = {
    "any": "back-mobility",
    "before-cold": "cold-water-10",
    "before-effort": "pool-warm-up-6",
    "after-cold": "rewarming",
}


@dataclass(frozen=True)
class Saying:
    """What the whole session says, beside what its exercises say."""

    before: tuple[str, ...]
    stop: tuple[str, ...]
    after: tuple[str, ...]
    cautions: tuple[Caution, ...]


def of(need: ComposedNeed, library: Library, exercises: Iterable[Exercise] = ()) -> Saying:
    """In the library's language; at any time its exercises alone say when to stop."""
    model = library.routines[MODELS[need]]
    before = (*model.before, *massage.before(exercises, library))
    if need == "any":
        return Saying(before, (), (), ())
    return Saying(before, model.stop, model.after, model.cautions)


def of_routine(routine: Routine, library: Library) -> tuple[str, ...]:
    """What a routine of the library says before it, with what its massages say."""
    exercises = map(library.exercise_of, routine.steps)
    return (*routine.before, *massage.before(exercises, library))


def composed(need: str) -> ComposedNeed:
    """Of a routine of the library, as it is composed anew."""
    return next((each for each in NEEDS if each == need), "any")
