"""Where props stand, in statures: the same for drawing and for checking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from webapp.figures.body import Body
from webapp.figures.camera import Camera
from webapp.figures.geometry import UP, Vector, vector
from webapp.figures.schema import Prop


@dataclass(frozen=True)
class Chair:
    """A seat and its back: how far back and front it reaches, how high, how broad and how thick.

    The back rises from the seat's rear edge and leans; its boards begin at `rest_from`.
    """

    back: float = -0.12
    front: float = 0.15
    height: float = 0.262
    half_width: float = 0.13
    thick: float = 0.024
    rest_from: float = 0.16
    rest_height: float = 0.27
    rest_lean: float = 0.03


@dataclass(frozen=True)
class Wall:
    """How high it is and how broad to both sides, and how far beyond who reaches further."""

    height: float = 1.0
    half_width: float = 0.30
    spare: float = 0.06


@dataclass(frozen=True)
class Rail:
    """A bar along the way the figure faces, at hand height."""

    back: float = -0.25
    front: float = 0.40
    height: float = 0.55


@dataclass(frozen=True)
class Water:
    """How far it reaches back and front where the figure does not say, and to both sides.

    Under a high camera one sees its surface, otherwise as if cut through.
    """

    back: float = -0.66
    front: float = 0.74
    half_width: float = 0.60
    cut: float = 0.14
    wave: float = 0.014
    crest: float = 0.024


@dataclass(frozen=True)
class Edge:
    """How far a pool's edge reaches forward and to both sides."""

    deep: float = 0.20
    half_width: float = 0.14


CHAIR = Chair()
WALL = Wall()
RAIL = Rail()
WATER = Water()
EDGE = Edge()
# Cosine: the pelvis of one who lies on the side.
ON_SIDE = 0.7
# Sine of the height of a camera that looks on the surface of water rather than through it.
LOOKS_DOWN = 0.5
BALL_FORWARD = 0.30


def ball_centre(prop: Prop) -> Vector:
    """Where a ball lies: as asked, else on the floor in front."""
    radius = prop.ball or 0.0
    forward, up = prop.at or (BALL_FORWARD, radius)
    return vector(forward, up, 0)


def lies_on_side(body: Body) -> bool:
    return bool(abs(body.frames["pelvis"][:, 2] @ UP) > ON_SIDE)


def shows_surface(camera: Camera) -> bool:
    return bool(camera.sight @ UP > LOOKS_DOWN)


def is_in_water(body: Body, props: Sequence[Prop]) -> bool:
    """Deep enough to be carried by it."""
    depths = [prop.water for prop in props if prop.water is not None]
    return any(float(body.points["pelvis"][1]) < depth for depth in depths)


def reach_of(water: Prop) -> tuple[float, float]:
    return water.at or (WATER.back, WATER.front)


def crests(depth: float, back: float, front: float) -> list[Vector]:
    """Points that pull the surface of water into waves, where it is cut through."""
    places = np.linspace(back, front, 2 * round((front - back) / 0.12) + 1)
    waves = [vector(x, depth + WATER.wave * (-1) ** i, WATER.cut) for i, x in enumerate(places)]
    # The ends stand twice, which keeps the corners sharp.
    return [waves[0], *waves, waves[-1]]
