"""What is done in water is read on land: no routine leads through it (product safety rule 7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from webapp.content.faults import Fault

if TYPE_CHECKING:
    from webapp.content.library import Library


def check(library: Library) -> Iterator[Fault]:
    for exercise in library.exercises.values():
        if exercise.in_water and exercise.place != ("water",):
            remedy = "write only water: a movement in water is not led on land"
            yield Fault(library.file_of(exercise), "place", remedy)
    for routine in library.routines.values():
        for i, step in enumerate(routine.steps):
            if step.exercise in library.exercises and step.exercise not in library.led:
                remedy = f"{step.exercise} is done in water; no routine can lead through it"
                yield Fault(library.file_of(routine), f"steps.{i}.exercise", remedy)
