"""No stay over 120 seconds, no session over 90 minutes (product safety rule 8)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from webapp.content.durations import longest_stay, routine_seconds
from webapp.content.faults import Fault

if TYPE_CHECKING:
    from webapp.content.library import Library


def check(library: Library) -> Iterator[Fault]:
    longest = library.limits["longest-stay"].seconds
    session = library.limits["longest-session"]
    for exercise in library.exercises.values():
        if longest_stay(exercise, exercise.dose) > longest:
            remedy = f"a stay may last {longest} s at most; shorten it"
            yield Fault(library.file_of(exercise), "dose", remedy)
    for routine in library.routines.values():
        if any(step.exercise not in library.exercises for step in routine.steps):
            continue
        stays = [longest_stay(library.exercise_of(s), library.dose_of(s)) for s in routine.steps]
        if max(stays) > longest:
            remedy = f"a stay may last {longest} s at most; shorten it"
            yield Fault(library.file_of(routine), f"steps.{stays.index(max(stays))}.dose", remedy)
        if routine_seconds(routine, library) > session.seconds:
            yield Fault(
                library.file_of(routine),
                "steps",
                f"takes over {session.value} minutes; leave steps out",
            )
