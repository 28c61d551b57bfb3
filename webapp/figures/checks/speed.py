"""Nothing moves faster than a calm exercise does."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import ceil

from webapp.figures.findings import Finding, spoken
from webapp.figures.geometry import length
from webapp.figures.movement import Movement, Passage
from webapp.figures.values import CM_PER_STATURE

# Statures a second: 1.7 m/s at 170 cm, about the swing of a relaxed arm or leg.
FASTEST = 1.0
WATCHED = ("palm_l", "palm_r", "toe_l", "toe_r", "skull")


def check(movement: Movement) -> Iterator[Finding]:
    """Each part of the body once, in the passage in which it is fastest."""
    for point in WATCHED:
        peaks = [
            (_peak(movement, passage, point), passage)
            for passage in movement.passages
            if passage.moves
        ]
        if peaks:
            speed, passage = max(peaks, key=lambda peak: peak[0])
            if speed > FASTEST:
                where = f"{passage.source} -> {passage.target}"
                message = _message(movement, passage, point, speed)
                yield Finding("warning", "speed", where, message)


def _peak(movement: Movement, passage: Passage, point: str) -> float:
    """Statures a second, between the two neighbouring frames in which it is fastest."""
    return max(
        length(after.body.points[point] - before.body.points[point]) / (after.time - before.time)
        for before, after in pairwise(movement.frames_of(passage))
    )


def _share_needed(passage: Passage, seconds: float, speed: float) -> float | None:
    """Among the other shares of its part; None where that part is too short in any case."""
    needed = (passage.end - passage.start) * speed / FASTEST
    if needed >= seconds:
        return None
    shares = passage.shown.share or (1.0,) * len(passage.shown.to)
    others = sum(shares) * (1 - (passage.end - passage.start) / seconds)
    return ceil(10 * others * needed / (seconds - needed)) / 10


def _message(movement: Movement, passage: Passage, point: str, speed: float) -> str:
    part = passage.shown.part
    now = movement.bounds[passage.part + 1] - movement.bounds[passage.part]
    needed = ceil(now * speed / FASTEST)
    remedy = f"give the tempo part {part!r} {needed} s instead of {now:.0f}"
    share = _share_needed(passage, now, speed)
    if share is not None:
        remedy += f", or {passage.target} a `share` of {share:g}"
    metres = speed * CM_PER_STATURE / 100
    return (
        f"{spoken(point)} reaches {speed:.1f} statures a second ({metres:.1f} m/s at 170 cm),"
        f" at most {FASTEST:g} is calm: {remedy}"
    )
