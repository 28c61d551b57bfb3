"""Where a body touches the floor."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from webapp.figures.body import Body

Ground = NDArray[np.float64]

# Flesh between a point of the skeleton and the skin, in statures.
FLESH = {
    "hip": 0.046,
    "knee": 0.030,
    "ankle": 0.021,
    "heel": 0.012,
    "ball": 0.012,
    "toe": 0.010,
    "shoulder": 0.031,
    "elbow": 0.021,
    "wrist": 0.015,
    "palm": 0.012,
    "tip": 0.010,
}


def floor_points(body: Body, tolerance: float) -> Ground:
    """Points (x, z) of all that is no more than `tolerance` above the floor; shape (n, 2)."""
    found = [
        (point[0], point[2])
        for name, point in body.points.items()
        if (flesh := FLESH.get(name.rpartition("_")[0])) is not None
        and point[1] - flesh < tolerance
    ]
    for centre, depth, width in body.sections():
        if centre[1] - np.hypot(depth[1], width[1]) < tolerance:
            found += [
                (centre[0] + way[0], centre[2] + way[2]) for way in (depth, -depth, width, -width)
            ]
    if body.head_height() < tolerance:
        found.append((body.points["skull"][0], body.points["skull"][2]))
    return np.array(found, dtype=np.float64).reshape(-1, 2)


def hull(points: Ground) -> Ground:
    """The convex hull, anticlockwise, without the points inside (Andrew's monotone chain)."""
    points = np.unique(points, axis=0)
    if len(points) < 3:
        return points
    return np.array([*_chain(points), *_chain(points[::-1])])


def _chain(points: Iterable[Ground]) -> list[Ground]:
    chain: list[Ground] = []
    for point in points:
        while len(chain) > 1 and _turns_right(chain[-2], chain[-1], point):
            chain.pop()
        chain.append(point)
    return chain[:-1]


def _turns_right(a: Ground, b: Ground, c: Ground) -> bool:
    return bool((b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]) <= 0)
