"""No massage in a routine before or after cold water (product safety rule 3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from webapp.content.faults import Fault
from webapp.content.massage import AT_COLD_WATER

if TYPE_CHECKING:
    from webapp.content.library import Library


def check(library: Library) -> Iterator[Fault]:
    for routine in library.routines.values():
        for i, step in enumerate(routine.steps if routine.need in AT_COLD_WATER else ()):
            exercise = library.exercises.get(step.exercise)
            if exercise and exercise.is_massage:
                remedy = (
                    f"{exercise.slug} is a massage, which waits until one is warm; leave it out"
                )
                yield Fault(library.file_of(routine), f"steps.{i}.exercise", remedy)
