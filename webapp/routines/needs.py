"""Routines by what one needs them for."""

from __future__ import annotations

from functools import partial

from webapp.content.durations import routine_seconds
from webapp.content.library import Library
from webapp.content.schema import Need, Routine
from webapp.wording import NEEDS


def by_need(library: Library) -> list[tuple[Need, list[Routine]]]:
    """In the order in which needs are offered, the shortest routine of each first; a need without
    a routine is left out."""
    found: dict[Need, list[Routine]] = {need: [] for need in NEEDS}
    by_length = sorted(library.routines.values(), key=partial(routine_seconds, library=library))
    for routine in by_length:
        found[routine.need].append(routine)
    return [(need, routines) for need, routines in found.items() if routines]
