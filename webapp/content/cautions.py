"""The cautions of a routine and of all its exercises, by condition, so that none stays unread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from webapp.content.library import Library
    from webapp.content.schema import Caution, Exercise, Routine
    from webapp.content.water import WaterRoutine

# What a condition asks for: the exercise it concerns (empty: the whole session) and the text.
Advice = list[tuple[str, str]]


def of_routine(routine: Routine, library: Library) -> dict[str, Advice]:
    """The routine's own cautions first, then those of each exercise, each exercise once."""
    return of_exercises(map(library.exercise_of, routine.steps), routine.cautions)


def of_exercises(exercises: Iterable[Exercise], own: Iterable[Caution] = ()) -> dict[str, Advice]:
    """`own` are those of the whole session, which come first."""
    return _by_condition(iter([*(("", each) for each in own), *_of_each(exercises)]))


def of_exercise(exercise: Exercise) -> dict[str, Advice]:
    return _by_condition(("", caution) for caution in exercise.cautions)


def of_water(routine: WaterRoutine) -> dict[str, Advice]:
    return _by_condition(("", caution) for caution in routine.cautions)


def _of_each(exercises: Iterable[Exercise]) -> Iterator[tuple[str, Caution]]:
    """Each exercise once, however often it comes."""
    for exercise in {exercise.slug: exercise for exercise in exercises}.values():
        for caution in exercise.cautions:
            yield exercise.name, caution


def _by_condition(cautions: Iterator[tuple[str, Caution]]) -> dict[str, Advice]:
    gathered: dict[str, Advice] = {}
    for name, caution in cautions:
        gathered.setdefault(caution.condition, []).append((name, caution.text))
    return gathered
