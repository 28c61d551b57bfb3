"""Two figures that look the same tell nothing apart: one must be a variant of the other.

A figure's signature is the joint angles of every pose it shows; it can be kept as JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from webapp.figures.body import Body
from webapp.figures.geometry import sin
from webapp.figures.movement import Movement

# Degrees; no joint of any pose differs by more.
ALIKE = 5.0
Angles = dict[str, float]
Signature = list[Angles]
# What changes its sign on the other side of the body.
SIDED = ("turn", "roll", "tilt", "bend")


def signature(movement: Movement) -> Signature:
    """The angles in degrees of each pose that is shown, in the order in which they come."""
    return [_angles(movement.keys[pose].body) for pose in movement.landings]


def too_alike(
    signatures: Mapping[str, Signature], variants: Mapping[str, str | None]
) -> list[tuple[str, str]]:
    """Pairs that show the same poses, or the same on the other side, and are no variants.

    Figures are variants where one is said to be the other's, or both come from a third, however
    many are between.
    """
    families = {slug: _root(slug, variants) for slug in signatures}
    return [
        (a, b)
        for a, b in combinations(sorted(signatures), 2)
        if families[a] != families[b] and _looks_like(signatures[a], signatures[b])
    ]


def _root(slug: str, variants: Mapping[str, str | None]) -> str:
    """The figure from which this one comes in the end; in a circle the first of its names."""
    seen = [slug]
    while source := variants.get(seen[-1]):
        if source in seen:
            return min(seen[seen.index(source) :])
        seen.append(source)
    return seen[-1]


def _looks_like(a: Signature, b: Signature) -> bool:
    return _same(a, b) or _same(a, [_mirrored(angles) for angles in b])


def _angles(body: Body) -> Angles:
    return {name: round(value, 1) for name, value in sorted(body.angles.items())}


def _same(a: Signature, b: Signature) -> bool:
    """Every pose of each is found in the other; how many there are and in what order is free."""
    return all(any(_near(pose, other) for other in b) for pose in a) and all(
        any(_near(pose, other) for other in a) for pose in b
    )


def _near(a: Angles, b: Angles) -> bool:
    return all(_difference(name, a, b) <= ALIKE for name in a)


def _difference(name: str, a: Angles, b: Angles) -> float:
    """In degrees; the plane of an arm counts by how far it stands out from its axis."""
    apart = abs(a[name] - b[name]) % 360
    apart = min(apart, 360 - apart)
    if not name.endswith("shoulder.plane"):
        return apart
    lift = name.replace("plane", "raise")
    return apart * max(sin(a[lift]), sin(b[lift]))


def _mirrored(angles: Angles) -> Angles:
    """Of the same pose on the other side."""
    other = {"l.": "r.", "r.": "l."}
    return {
        other.get(name[:2], name[:2]) + name[2:]: -value if name.endswith(SIDED) else value
        for name, value in angles.items()
    }
