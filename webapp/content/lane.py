"""A routine drawn to scale: what its seconds are spent on, in the order in which they come.

One side of one set is one mark, because it is one thing to do; the phone's timeline parts it into
its phases. A test holds the sum of the marks to the seconds of the routine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from webapp.content.durations import SWITCH_SECONDS, moving_seconds

if TYPE_CHECKING:
    from webapp.content.library import Library
    from webapp.content.schema import Dose, Exercise, Routine

Kind = Literal["move", "stay", "rest", "switch"]


@dataclass(frozen=True)
class Mark:
    """Seconds of one kind; getting ready counts as rest."""

    kind: Kind
    seconds: int
    start: int = 0


def of_routine(routine: Routine, library: Library) -> list[Mark]:
    steps = [(library.exercise_of(step), library.dose_of(step)) for step in routine.steps]
    return of_steps(steps, routine.rounds, routine.rest)


def of_steps(steps: Iterable[tuple[Exercise, Dose]], rounds: int, rest: int) -> list[Mark]:
    return _placed(_rounds(list(steps), rounds, rest))


def of_exercise(exercise: Exercise) -> list[Mark]:
    return _placed(_step(exercise, exercise.dose))


def _placed(marks: Iterator[Mark]) -> list[Mark]:
    placed: list[Mark] = []
    now = 0
    for mark in marks:
        if mark.seconds:
            placed.append(Mark(mark.kind, mark.seconds, now))
            now += mark.seconds
    return placed


def _rounds(steps: list[tuple[Exercise, Dose]], rounds: int, rest: int) -> Iterator[Mark]:
    for number in range(rounds):
        if number:
            yield Mark("rest", rest)
        for exercise, dose in steps:
            yield from _step(exercise, dose)


def _step(exercise: Exercise, dose: Dose) -> Iterator[Mark]:
    yield Mark("rest", exercise.ready)
    sides = 2 if dose.sides == "each" else 1
    once = Mark(_kind(exercise), _whole(moving_seconds(exercise, dose) / (dose.sets * sides)))
    for number in range(dose.sets):
        if number:
            yield Mark("rest", dose.rest)
        yield once
        if sides > 1:
            yield Mark("switch", SWITCH_SECONDS)
            yield once


def _whole(seconds: float) -> int:
    """A lane is no clock: of a slower pace parts of a second are left out."""
    return round(seconds)


def _kind(exercise: Exercise) -> Kind:
    """What most of a repetition is."""
    still = sum(part.seconds for part in exercise.tempo if part.kind == "stay")
    moving = sum(part.seconds for part in exercise.tempo if part.kind == "move")
    return "stay" if still > moving else "move"
