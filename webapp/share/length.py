"""How long a shared routine takes and moves, as the player leads it: each step at its own pace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webapp.content.durations import moving_seconds, paced, step_seconds

if TYPE_CHECKING:
    from webapp.content.library import Library
    from webapp.content.schema import Exercise
    from webapp.share.routine import SharedRoutine, SharedStep

PacedStep = tuple["Exercise", "SharedStep"]


def seconds(routine: SharedRoutine, library: Library) -> float:
    """Of the whole session, from getting ready for the first step to the end."""
    one_round = sum(
        exercise.ready + step_seconds(exercise, step.dose)
        for exercise, step in _paced(routine, library)
    )
    return routine.rounds * one_round + (routine.rounds - 1) * routine.rest


def moving(routine: SharedRoutine, library: Library) -> float:
    """Seconds of the whole session in which something is done."""
    return routine.rounds * sum(
        moving_seconds(exercise, step.dose) for exercise, step in _paced(routine, library)
    )


def _paced(routine: SharedRoutine, library: Library) -> list[PacedStep]:
    return [(paced(library.exercises[step.exercise], step.pace), step) for step in routine.steps]
