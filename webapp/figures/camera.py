"""A camera turned about the figure and raised: from the room to the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from webapp.figures.geometry import Vector, cos, sin, vector
from webapp.figures.words import VIEWS

# Drawing units per stature.
UNITS = 1000.0
Points = NDArray[np.float64]


class Camera:
    """Sees without perspective, so that limbs keep their measure; y on the page runs down."""

    def __init__(self, view: str | Sequence[float]) -> None:
        yaw, pitch = VIEWS[view] if isinstance(view, str) else view
        self.sight = vector(sin(yaw) * cos(pitch), sin(pitch), cos(yaw) * cos(pitch))
        self.right = vector(cos(yaw), 0, -sin(yaw))
        self.up = np.cross(self.sight, self.right)
        self.from_behind = -180 < yaw < 0

    def page(self, points: Vector | Sequence[Vector]) -> Any:
        """One point or several, in drawing units."""
        found = np.asarray(points, dtype=np.float64)
        return np.stack([found @ self.right, -(found @ self.up)], -1) * UNITS

    def nearness(self, point: Vector) -> float:
        return float(point @ self.sight)

    def seen_length(self, way: Vector) -> float:
        """How long a way looks, in statures."""
        return float(np.hypot(*self.page(way))) / UNITS
