"""The body as a solid: how far it reaches, how deep a point is in it, how near its limbs come."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from webapp.figures.body import Body
from webapp.figures.contacts import FLESH
from webapp.figures.geometry import TINY, UP, Vector, clamp, length, unit
from webapp.figures.skeleton import SIDES, SKULL_RADIUS, Side

Rows = NDArray[np.float64]

# Where a palm sinks into hair and face before it is in the head.
FIRM_SKULL = SKULL_RADIUS - 0.004
# Radius of a limb where it counts as solid: soft flesh gives way.
SOLID = {"upper_arm": 0.021, "forearm": 0.018, "thigh": 0.038, "shank": 0.026}
BONES = {
    "upper_arm": ("shoulder", "elbow"),
    "forearm": ("elbow", "wrist"),
    "thigh": ("hip", "knee"),
    "shank": ("knee", "ankle"),
}
# What the sections of the trunk are called, from below.
TRUNK_NAMES = (*("pelvis",) * 3, *("waist",) * 3, *("chest",) * 5)


@dataclass(frozen=True)
class Depth:
    """How deep a point is inside (negative: how far outside), the way out, and inside what."""

    size: float
    out: Vector
    part: str


def farthest(body: Body, way: Vector) -> dict[str, Vector]:
    """The point of each part of the body, flesh included, that is farthest along a unit vector."""
    found = {
        name: point + way * FLESH[stem]
        for name, point in body.points.items()
        if (stem := name.rpartition("_")[0]) in FLESH
    }
    found["head"] = body.points["skull"] + way * SKULL_RADIUS
    for name, (centre, depth, width) in zip(TRUNK_NAMES, body.sections(), strict=True):
        across_depth, across_width = float(depth @ way), float(width @ way)
        size = max(float(np.hypot(across_depth, across_width)), TINY)
        point = centre + (depth * across_depth + width * across_width) / size
        if name not in found or point @ way > found[name] @ way:
            found[name] = point
    return found


def reach(body: Body, way: Vector) -> dict[str, float]:
    """How far each part of the body, flesh included, reaches along a unit vector."""
    return {part: float(point @ way) for part, point in farthest(body, way).items()}


def height(body: Body, part: str) -> float:
    """Of a part's lowest point over the floor."""
    return -reach(body, -UP)[part]


class Trunk:
    """The ellipses of the trunk and what lies between neighbours, looked at together."""

    def __init__(self, body: Body) -> None:
        sections = body.sections()
        self.centres, self.deep, self.wide = (
            np.array([section[i] for section in sections]) for i in range(3)
        )
        self.axes = np.diff(self.centres, axis=0)

    def depth(self, point: Vector) -> Depth:
        """Of a point inside the trunk, measured square to its axis."""
        share = _dots(point - self.centres[:-1], self.axes) / _dots(self.axes, self.axes)
        held = np.clip(share, 0, 1)[:, None]
        centre, deep, wide = (
            each[:-1] + held * np.diff(each, axis=0)
            for each in (self.centres, self.deep, self.wide)
        )
        off = point - centre
        within = np.hypot(
            _dots(off, deep) / _dots(deep, deep), _dots(off, wide) / _dots(wide, wide)
        )
        along = self.axes / np.sqrt(_dots(self.axes, self.axes))[:, None]
        radial = off - along * _dots(off, along)[:, None]
        size = np.sqrt(_dots(radial, radial)) * (1 / np.maximum(within, 1e-6) - 1)
        # Above or below the pair the point is outside, however near to its axis.
        beyond = np.abs(share - held[:, 0]) * np.sqrt(_dots(self.axes, self.axes))
        size = np.where(beyond > 0, np.minimum(size, -beyond), size)
        best = int(np.argmax(size))
        return Depth(float(size[best]), unit(radial[best], unit(deep[best])), TRUNK_NAMES[best])


def _dots(a: Rows, b: Rows) -> Rows:
    """Row by row."""
    products: Rows = np.einsum("ij,ij->i", a, b)
    return products


def depth_in_head(body: Body, point: Vector) -> Depth:
    off = point - body.points["skull"]
    return Depth(FIRM_SKULL - length(off), unit(off), "head")


def limb(body: Body, bone: str, side: Side) -> tuple[Vector, Vector]:
    """A bone from end to end; a palm is a point."""
    start, end = BONES.get(bone, (bone, bone))
    return body.points[f"{start}_{side}"], body.points[f"{end}_{side}"]


def overlap(body: Body, a: tuple[str, Side], b: tuple[str, Side]) -> float:
    """How far two limbs are inside each other; negative where there is air between."""
    room = _radius(a[0]) + _radius(b[0])
    return room - gap(limb(body, *a), limb(body, *b))


def _radius(bone: str) -> float:
    return FLESH["palm"] if bone == "palm" else SOLID[bone]


def gap(a: tuple[Vector, Vector], b: tuple[Vector, Vector]) -> float:
    """The shortest distance between two straight lines with ends."""
    u, v, w = a[1] - a[0], b[1] - b[0], a[0] - b[0]
    uu, uv, vv, uw, vw = u @ u, u @ v, v @ v, u @ w, v @ w
    square = uu * vv - uv * uv
    s = clamp((uv * vw - vv * uw) / square, 0, 1) if square > 1e-12 else 0.0
    t = clamp((uv * s + vw) / vv, 0, 1) if vv > 1e-12 else 0.0
    s = clamp((uv * t - uw) / uu, 0, 1) if uu > 1e-12 else 0.0
    return length(w + s * u - t * v)


def distance(body: Body, point: Vector) -> tuple[float, str]:
    """From a point to the nearest flesh (negative: inside it), and of what part."""
    found = [
        (gap(limb(body, bone, side), (point, point)) - SOLID[bone], f"{bone}_{side}")
        for bone in BONES
        for side in SIDES
    ]
    found += [
        (length(body.points[f"palm_{s}"] - point) - FLESH["palm"], f"palm_{s}") for s in SIDES
    ]
    found += [
        (
            gap((body.points[f"{a}_{s}"], body.points[f"{b}_{s}"]), (point, point)) - FLESH[b],
            f"{b}_{s}",
        )
        for a, b in (("heel", "ball"), ("ball", "toe"))
        for s in SIDES
    ]
    depths = (Trunk(body).depth(point), depth_in_head(body, point))
    return min(found + [(-depth.size, depth.part) for depth in depths])
