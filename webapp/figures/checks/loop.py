"""The end is the beginning: the film runs round without a jump."""

from __future__ import annotations

from collections.abc import Iterator

from webapp.figures.findings import Finding, far, spoken
from webapp.figures.geometry import length
from webapp.figures.movement import Movement

GAP = 0.02
WATCHED = ("palm_l", "palm_r", "toe_l", "toe_r", "knee_l", "knee_r", "skull", "pelvis")


def check(movement: Movement) -> Iterator[Finding]:
    if not movement.passages:
        return
    first, last = movement.first.points, movement.frames[-1].body.points
    point = max(WATCHED, key=lambda name: length(first[name] - last[name]))
    gap = length(first[point] - last[point])
    if gap > GAP:
        final = movement.passages[-1]
        message = (
            f"ends in {final.target} but starts in {movement.figure.first}, so {spoken(point)}"
            f" would jump {far(gap)}: let the last part, {final.shown.part!r}, lead"
            f" `to: {movement.figure.first}`"
        )
        yield Finding("error", "loop", final.target, message)
