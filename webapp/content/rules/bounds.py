"""No stay over 120 seconds, no session over 90 minutes (product safety rule 8)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from webapp.content.durations import longest_stay, routine_seconds
from webapp.content.faults import Fault

if TYPE_CHECKING:
    from webapp.content.library import Library

LONGEST_STAY_SECONDS = 120
LONGEST_SESSION_SECONDS = 90 * 60


def check(library: Library) -> Iterator[Fault]:
    for exercise in library.exercises.values():
        if longest_stay(exercise, exercise.dose) > LONGEST_STAY_SECONDS:
            remedy = f"a stay may last {LONGEST_STAY_SECONDS} s at most; shorten it"
            yield Fault(library.file_of(exercise), "dose", remedy)
    for routine in library.routines.values():
        if any(step.exercise not in library.exercises for step in routine.steps):
            continue
        stays = [longest_stay(library.exercise_of(s), library.dose_of(s)) for s in routine.steps]
        if max(stays) > LONGEST_STAY_SECONDS:
            remedy = f"a stay may last {LONGEST_STAY_SECONDS} s at most; shorten it"
            yield Fault(library.file_of(routine), f"steps.{stays.index(max(stays))}.dose", remedy)
        if routine_seconds(routine, library) > LONGEST_SESSION_SECONDS:
            yield Fault(library.file_of(routine), "steps", "takes over 90 minutes; leave steps out")
