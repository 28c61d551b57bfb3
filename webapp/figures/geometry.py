"""Vectors and rotations. Lengths in statures, angles in degrees.

World: x the way the figure faces when standing, y up, z its right. A body frame is a matrix whose
columns point to that part's front, headward and right.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import SupportsFloat

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]

TINY = 1e-9
BISECTIONS = 60


def vector(*components: float) -> Vector:
    return np.array(components, dtype=np.float64)


FRONT, UP, RIGHT = np.eye(3)


def sin(degrees: float) -> float:
    return float(np.sin(np.radians(degrees)))


def cos(degrees: float) -> float:
    return float(np.cos(np.radians(degrees)))


def clamp(value: SupportsFloat, low: float, high: float) -> float:
    """Of one number, for which `np.clip` takes twenty times as long."""
    return min(max(float(value), low), high)


def length(v: Vector) -> float:
    return float(np.sqrt(v @ v))


def unit(v: Vector, otherwise: Vector = FRONT) -> Vector:
    """The direction of `v`; `otherwise` where it has none."""
    size = length(v)
    return v / size if size > TINY else otherwise


def across(v: Vector, axis: Vector) -> Vector:
    """What is left of `v` square to the unit vector `axis`."""
    return v - axis * float(v @ axis)


def angle(a: Vector, b: Vector) -> float:
    """Between two vectors, 0 to 180 degrees."""
    return float(np.degrees(np.arccos(clamp(unit(a) @ unit(b), -1.0, 1.0))))


def lean(degrees: float) -> Matrix:
    """Forward: what points up comes to the front."""
    s, c = sin(degrees), cos(degrees)
    return np.array([[c, s, 0.0], [-s, c, 0.0], [0.0, 0.0, 1.0]])


def tilt(degrees: float) -> Matrix:
    """Sideways: what points up comes to the right."""
    s, c = sin(degrees), cos(degrees)
    return np.array([[1.0, 0.0, 0.0], [0.0, c, -s], [0.0, s, c]])


def turn(degrees: float) -> Matrix:
    """About the upright axis: what points to the front comes to the right."""
    s, c = sin(degrees), cos(degrees)
    return np.array([[c, 0.0, -s], [0.0, 1.0, 0.0], [s, 0.0, c]])


def frame(main: Vector, second: Vector) -> Matrix:
    """Columns: `main`, `second` made square to it, and their cross product."""
    main = unit(main)
    square = across(second, main)
    if length(square) < 1e-6:
        square = across(UP if abs(main[1]) < 0.9 else FRONT, main)
    square = unit(square)
    return np.column_stack([main, square, np.cross(main, square)])


def around(axis: Vector, degrees: float) -> Matrix:
    """Right-handed rotation about a unit vector (Rodrigues)."""
    x, y, z = axis
    k = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])
    rotation: Matrix = np.eye(3) + sin(degrees) * k + (1.0 - cos(degrees)) * (k @ k)
    return rotation


def carry(start: Vector, end: Vector, axis: Vector) -> Matrix:
    """The shortest rotation that brings one unit vector onto another; `axis` if they oppose."""
    normal = np.cross(start, end)
    return around(unit(normal, axis), angle(start, end))


def between(a: Matrix, b: Matrix, share: float) -> Matrix:
    """The rotation this share of the way from `a` to `b`, by the shortest way."""
    relative = a.T @ b
    degrees = float(np.degrees(np.arccos(clamp((np.trace(relative) - 1.0) / 2.0, -1.0, 1.0))))
    if degrees < 1e-6:
        return a
    return a @ around(_axis(relative, degrees), degrees * share)


def _axis(rotation: Matrix, degrees: float) -> Vector:
    if degrees < 179.9:
        skew = rotation - rotation.T
        return unit(vector(skew[2, 1], skew[0, 2], skew[1, 0]))
    # At half a turn only the symmetric part still tells the axis.
    columns = rotation + np.eye(3)
    return unit(columns[:, int(np.argmax(np.diag(columns)))])


def nearest_root(
    gap: Callable[[float], float], start: float, reach: tuple[float, float], step: float
) -> float | None:
    """The zero of `gap` nearest to `start` within `reach`; None where it has none.

    Looks outwards from `start` in steps: two zeros less than a step apart may be missed.
    """
    middle = clamp(start, *reach)
    low = high = (middle, gap(middle))
    while low[0] > reach[0] or high[0] < reach[1]:
        below, above = max(low[0] - step, reach[0]), min(high[0] + step, reach[1])
        further = (below, gap(below)), (above, gap(above))
        found = [*_root(gap, further[0], low), *_root(gap, high, further[1])]
        if found:
            return min(found, key=lambda root: abs(root - start))
        low, high = further
    return None


def _root(
    gap: Callable[[float], float], a: tuple[float, float], b: tuple[float, float]
) -> list[float]:
    """The zero between two places with their values, if the sign tells that there is one."""
    crosses = a[0] < b[0] and a[1] * b[1] <= 0 and a[1] != b[1]
    return [_bisect(gap, a[0], b[0], a[1])] if crosses else []


def _bisect(gap: Callable[[float], float], low: float, high: float, at_low: float) -> float:
    """Halving with a secant guess, so that a smooth gap is found in a handful of steps."""
    at_high = gap(high)
    for _ in range(BISECTIONS):
        if abs(high - low) < 1e-10 or at_low == at_high:
            break
        middle = _guess(low, high, at_low, at_high)
        value = gap(middle)
        if abs(value) < 1e-12:
            return middle
        if value * at_low <= 0:
            high, at_high = middle, value
            at_low /= 2  # Illinois: keeps the other end from sticking
        else:
            low, at_low = middle, value
            at_high /= 2
    return (low + high) / 2


def _guess(low: float, high: float, at_low: float, at_high: float) -> float:
    guess = (low * at_high - high * at_low) / (at_high - at_low)
    return guess if low < guess < high else (low + high) / 2


def middle_joint(
    start: Vector, target: Vector, first: float, second: float, pole: Vector
) -> tuple[Vector, Vector, Vector]:
    """A chain of two bones from `start` towards `target`, bent towards `pole`.

    Returns the joint between them, the end, and the direction in which the joint bends away. The
    end is not the target where that is too near or too far for the bones.
    """
    way = target - start
    along = unit(way)
    far = clamp(length(way), abs(first - second) + 0.012, (first + second) * 0.9995)
    cosine = (first * first + far * far - second * second) / (2 * first * far)
    bend = across(pole, along)
    if length(bend) < 1e-6:
        bend = across(vector(0.3, 0.5, 0.8), along)
    bend = unit(bend)
    joint = start + along * first * cosine + bend * first * float(np.sqrt(max(0.0, 1 - cosine**2)))
    return joint, start + along * far, bend
