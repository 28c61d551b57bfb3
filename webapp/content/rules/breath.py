"""Breathing words are safe: out at least as long as in, at most 8 breaths a minute, none in a stay.

Product safety rule 7 and evidence §4: no holds, never over-breathe. A list of tempo parts that
cannot keep to it says `free` throughout.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from webapp.content.faults import Fault

if TYPE_CHECKING:
    from webapp.content.library import Library
    from webapp.content.schema import Exercise

SHORTEST_CYCLE_SECONDS = 60 / 8


def check(library: Library) -> Iterator[Fault]:
    for exercise in library.exercises.values():
        for remedy in _remedies(exercise):
            yield Fault(library.file_of(exercise), "tempo", remedy)


def _remedies(exercise: Exercise) -> Iterator[str]:
    seconds = {"in": 0, "out": 0, "free": 0}
    for part in exercise.tempo:
        seconds[part.breath] += part.seconds
        if part.kind == "stay" and part.breath != "free":
            yield f"{part.name}: a stay breathes freely; write `breath: free`"
    if not seconds["in"] + seconds["out"]:
        return
    if seconds["out"] < seconds["in"]:
        yield "breathing in lasts longer than out; lengthen the out parts or write `breath: free`"
    if sum(seconds.values()) < SHORTEST_CYCLE_SECONDS:
        yield "more than 8 breaths a minute; slow the parts down or write `breath: free`"
