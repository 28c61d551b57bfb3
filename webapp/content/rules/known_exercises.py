"""A routine is made of exercises that exist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from webapp.content.faults import Fault

if TYPE_CHECKING:
    from webapp.content.library import Library


def check(library: Library) -> Iterator[Fault]:
    for routine in library.routines.values():
        for i, step in enumerate(routine.steps):
            if step.exercise not in library.exercises:
                yield Fault(
                    library.file_of(routine),
                    f"steps.{i}.exercise",
                    f"there is no exercise {step.exercise}; name one of data/exercises",
                )
