"""A dose in seconds goes with one tempo part: the player shows it as one phase with one clock."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from webapp.content.faults import Fault

if TYPE_CHECKING:
    from webapp.content.library import Library
    from webapp.content.schema import Dose, Exercise

REMEDY = "a dose in seconds needs an exercise with one tempo part; count repetitions instead"


def check(library: Library) -> Iterator[Fault]:
    for exercise in library.exercises.values():
        if _clash(exercise, exercise.dose):
            yield Fault(library.file_of(exercise), "dose.seconds", REMEDY)
    for routine in library.routines.values():
        for i, step in enumerate(routine.steps):
            known = library.exercises.get(step.exercise)
            if known and step.dose and _clash(known, step.dose):
                yield Fault(library.file_of(routine), f"steps.{i}.dose.seconds", REMEDY)


def _clash(exercise: Exercise, dose: Dose) -> bool:
    return dose.seconds is not None and len(exercise.tempo) > 1
