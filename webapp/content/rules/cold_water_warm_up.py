"""Before cold water: stages 1, 2, 3 in that order, ten minutes or more of movement, no long stay.

Evidence §4: stages 1-3 take 10-15 minutes in cold (design), and a static stay before effort lasts
at most 30 s [X1]. The ten minutes count only what is done: no switching, resting or getting ready.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from webapp.content.durations import longest_stay, moving_seconds
from webapp.content.faults import Fault

if TYPE_CHECKING:
    from webapp.content.library import Library
    from webapp.content.schema import Routine


def check(library: Library) -> Iterator[Fault]:
    for routine in library.routines.values():
        known = all(step.exercise in library.exercises for step in routine.steps)
        if known and routine.need == "before-cold":
            for field, remedy in _remedies(routine, library):
                yield Fault(library.file_of(routine), field, remedy)


def _remedies(routine: Routine, library: Library) -> Iterator[tuple[str, str]]:
    stages = [step.stage for step in routine.steps]
    if set(stages) != {1, 2, 3} or stages != sorted(stages, key=lambda stage: stage or 0):
        yield "steps", "give each step a stage; stages 1, 2 and 3 must all come, in this order"
    seconds = routine.rounds * sum(
        moving_seconds(library.exercise_of(step), library.dose_of(step)) for step in routine.steps
    )
    least = library.limits["least-warm-up"].seconds
    if seconds < least:
        yield "steps", f"moves for {seconds} s; at least {least} s come before cold water"
    longest = library.limits["longest-stay-before-effort"].seconds
    for i, step in enumerate(routine.steps):
        if longest_stay(library.exercise_of(step), library.dose_of(step)) > longest:
            yield f"steps.{i}", f"a stay before effort lasts {longest} s at most"
