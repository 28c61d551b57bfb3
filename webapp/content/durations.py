"""How many seconds an exercise and a routine take.

The plan itself is made on the phone by `static/js/player/timeline.js`; here only its seconds are
summed, for lists and print. A test runs both over every routine and compares.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from webapp.content.library import Library
    from webapp.content.schema import Dose, Exercise, Routine

SWITCH_SECONDS = 6

# How fast a session may be led, as a part of what is written: never faster, because of the breath.
PACES = (1, 0.75, 0.5)
# How many times as long as written getting ready, switching and resting may take.
RESTS = (1, 1.5, 2)


def cycle_seconds(exercise: Exercise) -> int:
    """Seconds of one repetition."""
    return sum(part.seconds for part in exercise.tempo)


def moving_seconds(exercise: Exercise, dose: Dose) -> int:
    """Seconds in which something is done: no switches, no rests, no getting ready."""
    sides = 2 if dose.sides == "each" else 1
    return dose.sets * sides * _once_seconds(exercise, dose)


def step_seconds(exercise: Exercise, dose: Dose) -> int:
    """Seconds of all sets and sides with the switches and rests between, without getting ready."""
    switches = dose.sets if dose.sides == "each" else 0
    rests = (dose.sets - 1) * dose.rest
    return moving_seconds(exercise, dose) + switches * SWITCH_SECONDS + rests


def routine_seconds(routine: Routine, library: Library) -> int:
    """Seconds of the whole session, from getting ready for the first step to the end."""
    steps = ((library.exercise_of(step), library.dose_of(step)) for step in routine.steps)
    return session_seconds(steps, routine.rounds, routine.rest)


def session_seconds(steps: Iterable[tuple[Exercise, Dose]], rounds: int, rest: int) -> int:
    """The same of any steps; whole, though a slower pace may leave parts of a second."""
    one_round = sum(exercise.ready + step_seconds(exercise, dose) for exercise, dose in steps)
    return round(rounds * one_round + (rounds - 1) * rest)


def paced(exercise: Exercise, pace: float) -> Exercise:
    """The exercise led more slowly; how long a position is kept is a dose, not a pace."""
    if pace == 1:
        return exercise
    tempo = tuple(
        part.model_copy(update={"seconds": part.seconds / pace}) if part.kind == "move" else part
        for part in exercise.tempo
    )
    return exercise.model_copy(update={"tempo": tempo})


def exercise_seconds(exercise: Exercise) -> int:
    """Seconds of a session with this one exercise."""
    return exercise.ready + step_seconds(exercise, exercise.dose)


def longest_stay(exercise: Exercise, dose: Dose) -> int:
    """Seconds of the longest time that a position is kept."""
    stays = [part.seconds for part in exercise.tempo if part.kind == "stay"]
    return max([dose.seconds or 0, *stays]) if stays else 0


def _once_seconds(exercise: Exercise, dose: Dose) -> int:
    return dose.seconds or (dose.repetitions or dose.breaths or 0) * cycle_seconds(exercise)
