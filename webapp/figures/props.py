"""Where props stand, in statures: the same for drawing and for checking."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.figures.geometry import Vector, vector
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
class Rail:
    """A bar along the way the figure faces, at hand height."""

    back: float = -0.25
    front: float = 0.40
    height: float = 0.55


CHAIR = Chair()
RAIL = Rail()
BALL_FORWARD = 0.30


def ball_centre(prop: Prop) -> Vector:
    """Where a ball lies: as asked, else on the floor in front."""
    radius = prop.ball or 0.0
    forward, up = prop.at or (BALL_FORWARD, radius)
    return vector(forward, up, 0)
