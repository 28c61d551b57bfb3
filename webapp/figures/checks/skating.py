"""What stands or rests somewhere stays there, unless the timeline says that it slides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from webapp.figures.findings import Finding, far, number, sided, spoken
from webapp.figures.movement import Movement, Passage
from webapp.figures.pins import Pin, pins
from webapp.figures.wishes import FreeLeg, PlacedArm, RestingArm, Wishes

# Statures; a hand that turns on the spot as the trunk moves over it is no slide, nor does a trunk
# slide that rolls on its soft back.
SLACK = {
    "foot": 0.012,
    "knee": 0.012,
    "elbow": 0.012,
    "hand": 0.020,
    "pelvis": 0.030,
    "upper_back": 0.030,
}
LEVEL = (0, 2)


@dataclass(frozen=True)
class Slip:
    """How far something that is pinned gets from where it was, in which passage."""

    size: float
    pin: Pin
    passage: Passage


def check(movement: Movement) -> Iterator[Finding]:
    """Each pinned limb once, in the passage in which it slips most."""
    found: dict[str, Slip] = {}
    for slip in slips(movement):
        before = found.get(slip.pin.name)
        if slip.size > (before.size if before else SLACK[slip.pin.limb]):
            found[slip.pin.name] = slip
    for slip in found.values():
        where = f"{slip.passage.source} -> {slip.passage.target}"
        yield Finding("error", "skating", where, _message(movement, slip))


def slips(movement: Movement) -> Iterator[Slip]:
    for passage in movement.passages:
        if passage.moves and not passage.shown.slide:
            ends = [movement.keys[name].wishes for name in (passage.source, passage.target)]
            for pin in pins(*ends):
                yield Slip(_size(movement, passage, pin), pin, passage)


def _size(movement: Movement, passage: Passage, pin: Pin) -> float:
    """The greatest distance along the floor from where it was at the start."""
    track = np.array([pin.place(frame.body) for frame in movement.frames_of(passage)])[:, LEVEL]
    return float(np.linalg.norm(track - track[0], axis=1).max())


def _message(movement: Movement, slip: Slip) -> str:
    passage = slip.passage
    where = _offsets(movement.keys[passage.source].wishes, slip.pin)
    return (
        f"{spoken(slip.pin.name)} skates {far(slip.size)} along the floor: place it in"
        f" {passage.target} as in {passage.source} (`{where}`),"
        f" lift it in a pose between, or mark the part {passage.shown.part!r} `slide: true`"
    )


def _offsets(wishes: Wishes, pin: Pin) -> str:
    """Where the source has it, in the words of the format."""
    if pin.side is None:
        return f"fwd: {number(wishes.pelvis.fwd)}, side: {sided(wishes.pelvis.side)}"
    arm, leg = wishes.limbs.arm[pin.side], wishes.limbs.leg[pin.side]
    forward, out = (0.0, 0.0) if isinstance(leg, FreeLeg) else (leg.fwd, leg.out)
    if pin.limb == "hand" and isinstance(arm, PlacedArm):
        forward, _, out = arm.spot.offset
    if pin.limb == "elbow" and isinstance(arm, RestingArm):
        forward, out = arm.fwd, arm.out
    return f"fwd: {number(forward)}, out: {number(out)}"
