"""Breathing words are safe: out at least as long as in, at most 8 breaths a minute, none in a stay.

Product safety rule 7 and evidence §4: no holds, never over-breathe. A list of tempo parts that
cannot keep to it says `free` throughout. Whose dose is in breaths has one in each repetition.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from webapp.content.durations import PACES, cycle_seconds
from webapp.content.faults import Fault

if TYPE_CHECKING:
    from webapp.content.library import Library
    from webapp.content.safety import Breathing
    from webapp.content.schema import Exercise

SHORTEST_BREATH_SECONDS = 60 / 8
# A choice for this app: nobody is asked to stretch one way of the breath beyond this.
LONGEST_WAY_SECONDS = 12
ONE_BREATH = (["in", "out"], ["out", "in"])


def check(library: Library) -> Iterator[Fault]:
    for exercise in library.exercises.values():
        for remedy in _remedies(exercise):
            yield Fault(library.file_of(exercise), "tempo", remedy)
    for cramp in library.cramps.values():
        for i, step in enumerate(cramp.steps):
            if step.breathing:
                for remedy in _paced(step.breathing):
                    yield Fault(library.file_of(cramp), f"steps.{i}.breathing", remedy)


def _paced(breathing: Breathing) -> Iterator[str]:
    if breathing.outward < breathing.inward:
        yield "breathing in lasts longer than out; lengthen `outward`"
    if breathing.inward + breathing.outward < SHORTEST_BREATH_SECONDS:
        yield "more than 8 breaths a minute; lengthen the breath"


def _remedies(exercise: Exercise) -> Iterator[str]:
    for part in exercise.tempo:
        if part.kind == "stay" and part.breath != "free":
            yield f"{part.name}: a stay breathes freely; write `breath: free`"
    ways = _ways(exercise)
    if exercise.dose.breaths and [way for way, _ in ways] not in ONE_BREATH:
        yield "its dose is in breaths, but a repetition has not just one; count repetitions"
    if not ways:
        return
    seconds = {way: sum(length for each, length in ways if each == way) for way in ("in", "out")}
    if seconds["out"] < seconds["in"]:
        yield "breathing in lasts longer than out; lengthen the out parts or write `breath: free`"
    breaths = max(1, len(ways) // 2)
    if cycle_seconds(exercise) / breaths < SHORTEST_BREATH_SECONDS:
        yield "more than 8 breaths a minute; slow the parts down or write `breath: free`"
    if max(length for _, length in ways) / min(PACES) > LONGEST_WAY_SECONDS:
        yield (
            f"one way of the breath lasts over {LONGEST_WAY_SECONDS} s at the slowest pace; "
            "write `breath: free`"
        )


def _ways(exercise: Exercise) -> list[tuple[str, int]]:
    """In and out by turns with their seconds; parts that breathe freely do not count.

    What ends one repetition and begins the next is one breath.
    """
    breathed = [(part.breath, part.seconds) for part in exercise.tempo if part.breath != "free"]
    ways = [
        (way, sum(seconds for _, seconds in parts))
        for way, parts in groupby(breathed, key=lambda pair: pair[0])
    ]
    if len(ways) > 1 and ways[0][0] == ways[-1][0]:
        way, seconds = ways.pop()
        ways[0] = way, seconds + ways[0][1]
    return ways
