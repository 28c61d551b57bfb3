"""A warm-up that is not for cold water says so first: from 26 °C on, and which one is for less.

Product safety rule 6: whoever is at colder water must not start a shorter warm-up unwarned. A
routine with stages is a warm-up, whatever need it is filed under.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from webapp.content.faults import Fault

if TYPE_CHECKING:
    from webapp.content.library import Library
    from webapp.content.schema import Routine


def check(library: Library) -> Iterator[Fault]:
    warmth = f"{library.limits['cold-water'].value}\u00a0°C"
    routines = library.routines.values()
    colder = [routine.title for routine in routines if routine.need == "before-cold"]
    for routine in filter(_is_short_warm_up, routines):
        first = routine.before[0]
        if warmth not in first:
            remedy = f"say first that it is only for water of {warmth} or warmer"
            yield Fault(library.file_of(routine), "before.0", remedy)
        if not any(title in first for title in colder):
            remedy = f"name the warm-up for colder water: {' or '.join(colder) or 'there is none'}"
            yield Fault(library.file_of(routine), "before.0", remedy)


def _is_short_warm_up(routine: Routine) -> bool:
    staged = any(step.stage for step in routine.steps)
    return routine.need == "before-effort" or (staged and routine.need != "before-cold")
