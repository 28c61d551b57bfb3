"""The end is the beginning, or its mirror where sides alternate: nothing jumps between."""

from __future__ import annotations

from collections.abc import Iterator

from webapp.figures.findings import Finding, far, spoken
from webapp.figures.geometry import length
from webapp.figures.landmarks import WATCHED
from webapp.figures.movement import Movement

GAP = 0.02


def check(movement: Movement) -> Iterator[Finding]:
    if not movement.passages:
        return
    first, last = movement.first, movement.frames[-1].body.points
    starts = first.mirrored() if movement.alternates else first.points
    point = max(WATCHED, key=lambda name: length(starts[name] - last[name]))
    gap = length(starts[point] - last[point])
    if gap > GAP:
        target = movement.passages[-1].target
        yield Finding("error", "loop", target, _message(movement, point, gap))


def _message(movement: Movement, point: str, gap: float) -> str:
    final, first = movement.passages[-1], movement.figure.first
    if movement.alternates and final.target == first:
        return (
            f"the next repetition is on the other side, so {spoken(point)} would jump {far(gap)}:"
            f" make {first} the same on both sides"
        )
    return (
        f"ends in {final.target} but starts in {first}, so {spoken(point)} would jump {far(gap)}:"
        f" let the last part, {final.shown.part!r}, lead `to: {first}`"
    )
