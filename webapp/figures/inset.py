"""A round inset that shows large what a hand does: for massage, where a mitten tells too little.

Drawn in the plane of the page, in radii of the circle; x to the right, y down.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from webapp.figures.body import Body
from webapp.figures.camera import UNITS, Camera, Points
from webapp.figures.gear import CIRCLE, chair
from webapp.figures.geometry import cos, sin
from webapp.figures.movement import Movement
from webapp.figures.pieces import KINDS, Piece
from webapp.figures.props import chair_ahead, spot
from webapp.figures.skeleton import SIDES

RADIUS = 0.150 * UNITS
# How far its middle keeps from every bone, and in which steps a place is looked for.
ROOM, STEP = RADIUS + 0.075 * UNITS, 20.0
# Where the skin begins that the hand is on.
SKIN = 0.22
# What the stroke of the skin adds to it.
EDGE = KINDS["forearm"].width / 2 * UNITS
Line = Sequence[tuple[float, float]]

# Bones of a hand: `far` are those behind, darker, as far limbs are; `near` those before; and the
# arrows that tell how it moves.
HANDS: dict[str, dict[str, list[Line]]] = {
    # The hand lies flat and goes down along a back.
    "stroke": {
        "far": [
            [(0.16, -0.02), (0.04, 0.30), (-0.10, 0.66)],
            [(0.34, -0.44), (-0.02, -0.12), (-0.11, 0.06)],
        ],
        "near": [
            [(0.64, -0.64), (0.12, -0.06)],
            [(0.70, -0.52), (0.14, 0.04)],
            [(0.10, -0.02), (-0.13, 0.58)],
        ],
        "arrow": [[(-0.52, 0.0), (-0.52, 0.56)], [(-0.40, 0.40), (-0.52, 0.58), (-0.64, 0.40)]],
    },
    # The thumb sinks in, the fingers are closed.
    "press": {
        "far": [[(-0.14, -0.54), (0.24, -0.60), (0.28, -0.46)], [(-0.10, -0.30), (0.20, -0.28)]],
        "near": [
            [(-0.52, -0.86), (-0.16, -0.50)],
            [(-0.38, -0.92), (-0.02, -0.56)],
            [(-0.14, -0.42), (0.24, -0.42)],
            [(-0.24, -0.46), (-0.20, -0.10), (-0.17, 0.26)],
        ],
        "arrow": [[(-0.17, 0.48), (-0.17, 0.80)], [(-0.31, 0.66), (-0.17, 0.82), (-0.03, 0.66)]],
    },
    # Thumb and fingers take a fold between them.
    "knead": {
        "far": [
            [(0.0, -0.50), (0.40, -0.30), (0.50, 0.14)],
            [(-0.10, -0.40), (-0.34, -0.12), (-0.24, 0.20)],
        ],
        "near": [
            [(-0.54, -0.84), (-0.06, -0.44)],
            [(-0.42, -0.92), (0.04, -0.50)],
            [(-0.04, -0.42), (0.22, -0.22), (0.28, 0.22)],
        ],
        "arrow": [
            [(-0.74, 0.50), (-0.42, 0.50)],
            [(-0.56, 0.38), (-0.40, 0.50), (-0.56, 0.62)],
            [(0.74, 0.50), (0.42, 0.50)],
            [(0.56, 0.38), (0.40, 0.50), (0.56, 0.62)],
        ],
    },
    # Fingertips go round on the spot.
    "circle": {
        "far": [
            [(-0.08, -0.50), (0.26, -0.28), (0.34, 0.16)],
            [(-0.24, -0.50), (-0.38, -0.24), (-0.22, -0.08)],
        ],
        "near": [
            [(-0.56, -0.84), (-0.16, -0.46)],
            [(-0.44, -0.92), (-0.06, -0.52)],
            [(-0.12, -0.44), (0.08, -0.20), (0.12, 0.22)],
        ],
        "arrow": [
            [(0.52, 0.40), (0.56, 0.56), (0.36, 0.72), (0.10, 0.72), (-0.10, 0.58)],
            [(-0.06, 0.78), (-0.12, 0.57), (0.10, 0.54)],
        ],
    },
}  # fmt: skip
# Where the skin lies, in degrees from the right, downwards: below a hand unless this says another.
BELOW, BEHIND = 90, 180
SKINS = {"stroke": BEHIND}
KINDS_OF = {"far": "forearm", "near": "forearm", "arrow": "eye"}


@dataclass(frozen=True)
class Inset:
    """What is in the circle: its ground, darker skin and bones on it, and what is before them."""

    ground: list[Piece]
    far: list[Piece]
    near: list[Piece]

    def __iter__(self) -> Iterator[Piece]:
        return iter((*self.ground, *self.far, *self.near))


def inset(grip: str, centre: Points) -> Inset:
    disc = centre + CIRCLE * (RADIUS - KINDS["shadow"].width / 2 * UNITS)
    skin = centre + _skin(SKINS.get(grip, BELOW)) * (RADIUS - EDGE)
    drawn = {name: list(_bones(grip, name, centre)) for name in KINDS_OF}
    return Inset(
        [Piece("shadow", disc)],
        [Piece("forearm", skin), *drawn["far"]],
        [*drawn["near"], *drawn["arrow"]],
    )


def _bones(grip: str, name: str, centre: Points) -> Iterator[Piece]:
    """Bone by bone, for the kind of a forearm is filled."""
    for line in HANDS[grip][name]:
        lines = [line] if name == "arrow" else pairwise(line)
        for each in lines:
            yield Piece(KINDS_OF[name], centre + np.array(each) * RADIUS)


def leader(part: str, centre: Points, body: Body, camera: Camera) -> list[Piece]:
    """The line from the circle to the part it shows, with a dot at its end."""
    shown = camera.page(spot(part, body))
    way = shown - centre
    edge = centre + way / max(float(np.hypot(*way)), 1e-9) * RADIUS
    return [Piece("mat-edge", np.array([edge, shown])), Piece("eye", np.array([shown]))]


def place_of(part: str, movement: Movement, camera: Camera) -> Points:
    """The circle's middle: as near to the part as it covers nothing, the picture growing little."""
    shown = camera.page(spot(part, movement.first))
    body = np.vstack(
        [
            *(_silhouette(frame.body, camera) for frame in movement.frames[::4]),
            *_furniture(movement, camera),
        ]
    )
    low, high = body.min(axis=0), body.max(axis=0)
    reach = np.array([2 * ROOM, 2 * ROOM])
    x, y = (np.arange(a, b, STEP) for a, b in zip(low - reach, high + reach, strict=True))
    places = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    clear = np.array([np.hypot(*(body - place).T).min() > ROOM for place in places])
    far = np.hypot(*(places - shown).T)
    grown = np.maximum(low - places + RADIUS, 0) + np.maximum(places + RADIUS - high, 0)
    # Below the figure is the floor.
    sunk = np.maximum(places[:, 1] + RADIUS - high[1], 0) * 9
    found: Points = places[int(np.argmin(np.where(clear, far + grown.sum(axis=1) + sunk, np.inf)))]
    return found


def _furniture(movement: Movement, camera: Camera) -> Iterator[Points]:
    if any(prop.chair for prop in movement.figure.props):
        ahead = max(chair_ahead(prop) for prop in movement.figure.props)
        for _, line in chair(camera, ahead):
            for start, end in pairwise(line):
                yield start + np.linspace(0, 1, 6)[:, None] * (end - start)


def _skin(side: float) -> Points:
    """The part of the circle on that side."""
    half = float(np.degrees(np.arccos(SKIN)))
    turns = np.linspace(side - half, side + half, 11)
    return np.array([[cos(turn), sin(turn)] for turn in turns])


def _silhouette(body: Body, camera: Camera) -> Points:
    """Points all along the bones and the trunk."""
    chains: list[tuple[str, ...]] = [("pelvis", "c7", "skull")]
    for side in SIDES:
        chains.append((f"hip_{side}", f"knee_{side}", f"ankle_{side}", f"toe_{side}"))
        chains.append((f"shoulder_{side}", f"elbow_{side}", f"wrist_{side}", f"tip_{side}"))
    shares = np.linspace(0, 1, 6)
    places = [
        body.along(*bone, share) for chain in chains for bone in pairwise(chain) for share in shares
    ]
    found: Points = camera.page(places)
    return found
