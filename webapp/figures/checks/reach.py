"""Hands, feet and knees get where the pose puts them."""

from __future__ import annotations

from collections.abc import Iterator

from webapp.figures.body import Miss
from webapp.figures.findings import Finding, far, spoken
from webapp.figures.mending import REACHED
from webapp.figures.moments import Moment, Trouble, worst
from webapp.figures.movement import Movement


def check(movement: Movement) -> Iterator[Finding]:
    yield from worst("reach", movement, _look)


def _look(moment: Moment) -> Iterator[Trouble]:
    for limb, miss in moment.body.misses.items():
        if abs(miss.short) > REACHED:
            yield Trouble(limb, abs(miss.short), _message(moment, limb, miss))


def _message(moment: Moment, limb: str, miss: Miss) -> str:
    state = "short of its place: too far away" if miss.short > 0 else "past its place: too near"
    return f"{spoken(limb)} ends {far(miss.short)} {state}; {_remedy(moment, limb, miss)}"


def _remedy(moment: Moment, limb: str, miss: Miss) -> str:
    if not moment.is_pose:
        return f"put a pose between {' and '.join(moment.poses)}"
    if limb.startswith("forearm"):
        return f"the nearest it gets is `{limb}: {{{miss.nearest}}}`; move it, or the trunk"
    if limb.startswith("knee"):
        return "put both knees alike, or take `fwd`, `up` or `side` of the pelvis back"
    return f"the nearest it gets is `{limb}: {{{miss.nearest}}}`; write that or move the trunk"
