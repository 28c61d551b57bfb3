"""A routine for beginners has no movement that awaits an instructor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from webapp.content.faults import Fault

if TYPE_CHECKING:
    from webapp.content.library import Library


def check(library: Library) -> Iterator[Fault]:
    for routine in library.routines.values():
        for i, step in enumerate(routine.steps if routine.beginner else ()):
            exercise = library.exercises.get(step.exercise)
            if exercise and exercise.awaits_instructor:
                remedy = f"{exercise.slug} awaits an instructor; take another for beginners"
                yield Fault(library.file_of(routine), f"steps.{i}.exercise", remedy)
