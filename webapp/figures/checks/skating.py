"""What stands on the floor stays where it is, unless the timeline says that it slides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from webapp.figures.findings import Finding, far, number, spoken
from webapp.figures.movement import Movement, Passage
from webapp.figures.pins import Pin, pins
from webapp.figures.wishes import FreeLeg, PlacedArm

# Statures; a hand that turns on the spot as the trunk moves over it is no slide.
SLACK = {"foot": 0.012, "knee": 0.012, "hand": 0.020}
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
    forward, out = _offsets(movement, passage.source, slip.pin)
    return (
        f"{spoken(slip.pin.name)} skates {far(slip.size)} along the floor: place it in"
        f" {passage.target} as in {passage.source} (`fwd: {number(forward)}, out: {number(out)}`),"
        f" lift it in a pose between, or mark the part {passage.shown.part!r} `slide: true`"
    )


def _offsets(movement: Movement, pose: str, pin: Pin) -> tuple[float, float]:
    limbs = movement.keys[pose].wishes.limbs
    arm, leg = limbs.arm[pin.side], limbs.leg[pin.side]
    if pin.limb == "hand" and isinstance(arm, PlacedArm):
        return float(arm.spot.offset[0]), float(arm.spot.offset[2])
    return (0.0, 0.0) if isinstance(leg, FreeLeg) else (leg.fwd, leg.out)
