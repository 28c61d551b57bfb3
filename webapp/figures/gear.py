"""Props that go along with a body: strap, rolling or held ball, tow float, the posts of a
door, a chair in front.

What is drawn here stands among the parts of the body, each as near to the viewer as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from webapp.figures.body import Body
from webapp.figures.camera import UNITS, Camera, Points
from webapp.figures.contacts import hull
from webapp.figures.geometry import Vector, cos, sin, vector
from webapp.figures.props import (
    CHAIR,
    CHAIR_AHEAD,
    DOOR,
    ROLLER_HALF,
    TOW,
    ball_centre,
    in_place,
    moves,
    on_rest,
    radius_of,
    strap_points,
    tow_centre,
)
from webapp.figures.schema import Prop
from webapp.figures.skeleton import SIDES, SIGN

# The kind of pieces a strap and the line of a float are drawn with.
STRAP = "prop-far"
# A strap lies on what it crosses.
STRAP_OVER = 0.005
# What rolls under a part of the body is seen behind it.
UNDER = 0.050
# Nearer points of a leg count once, the knee twice: as the leg itself is ordered.
LEG = ("knee", "knee", "ankle", "hip")
# How much of a strap hangs out of a hand.
TAIL = vector(0, -0.035, 0)
# Of a roller's radius.
HOLE = 0.25
# How far the line of a tow float hangs down in its middle.
SAG = 0.035
# What pulls a curve into a circle: it passes the middles between these points.
CIRCLE = np.array([[cos(turn), sin(turn)] for turn in range(0, 360, 45)]) / cos(22.5)


@dataclass
class Gear:
    """Points on the page by kind, and how near they are to the viewer."""

    nearness: float
    pieces: list[tuple[str, Points]] = field(default_factory=list)


def gear_of(body: Body, first: Body, camera: Camera, props: Sequence[Prop]) -> dict[str, Gear]:
    found: dict[str, Gear] = {}
    for prop in in_place(props, body, first):
        if prop.strap:
            found |= _strap(prop.strap, body, camera)
        if prop.door is not None:
            found |= {f"post_{side}": _post(prop.door, SIGN[side], camera) for side in SIDES}
        if prop.chair == "back":
            middle = vector(CHAIR_AHEAD, CHAIR.height, 0)
            found["chair"] = Gear(camera.nearness(middle), list(chair(camera, CHAIR_AHEAD)))
        if prop.tow is not None:
            found |= _tow(tow_centre(prop.tow, props), body, camera)
        if radius_of(prop) and moves(prop):
            pieces = round_thing(prop, camera, ball_centre(prop))
            near = _nearness(prop, body, camera)
            found["roller" if prop.roller else "ball"] = Gear(near, pieces)
    return found


def _nearness(prop: Prop, body: Body, camera: Camera) -> float:
    """Between both hands or knees that hold it, behind the part that rolls it."""
    near = camera.nearness(ball_centre(prop))
    legs = [np.mean([camera.nearness(body.points[f"{p}_{s}"]) for p in LEG]) for s in SIDES]
    if prop.held:
        return float(np.mean(legs)) if prop.held == "knees" else near
    stem, _, side = (prop.rolls or "").rpartition("_")
    if stem in ("foot", "knee", "hip"):
        return min(near, float(legs[SIDES.index("l" if side == "l" else "r")])) - UNDER
    return min(near, camera.nearness(body.at("spine_2", 0.03, 0))) - UNDER


def round_thing(prop: Prop, camera: Camera, centre: Vector) -> list[tuple[str, Points]]:
    """A ball, or a roller with the hole in its nearer end."""
    if prop.roller is None:
        return [("ball", CIRCLE * radius_of(prop) * UNITS + camera.page(centre))]
    nearer = 1.0 if camera.sight[2] >= 0 else -1.0
    ends = [_disc(prop.roller, z) for z in (-ROLLER_HALF, ROLLER_HALF)]
    # Round itself first: the same points of the rim in every frame.
    rim: Points = hull(np.round(camera.page([*ends[0], *ends[1]]), 1))
    hole = camera.page(_disc(prop.roller * HOLE, nearer * ROLLER_HALF))
    return [("ball", rim + camera.page(centre)), ("prop-far", hole + camera.page(centre))]


def _disc(radius: float, aside: float) -> list[Vector]:
    return [vector(radius * cos(turn), radius * sin(turn), aside) for turn in range(0, 360, 30)]


def _strap(strap: Sequence[str], body: Body, camera: Camera) -> dict[str, Gear]:
    turns = strap_points(strap, body)
    found = {}
    for number, (start, end) in enumerate(pairwise(turns)):
        lines = [[start, end]]
        if number == 0 and strap[0].startswith("hand"):
            lines.append([start, start + TAIL])
        if number == len(turns) - 2 and strap[-1].startswith("hand"):
            lines.append([end, end + TAIL])
        near = (camera.nearness(start) + camera.nearness(end)) / 2 + STRAP_OVER
        found[f"strap_{number}"] = Gear(near, [(STRAP, camera.page(each)) for each in lines])
    return found


def chair(camera: Camera, ahead: float) -> Iterator[tuple[str, Points]]:
    """Far side first: two legs and a back post on each side, the back rest, the seat."""
    back, front, seat, half = CHAIR.back, CHAIR.front, CHAIR.height, CHAIR.half_width
    for z, kind in ((-half, "prop-far"), (half, "prop")):
        yield (kind, camera.page([vector(front + ahead, 0, z), vector(front + ahead, seat, z)]))
        rear = [vector(back + ahead, 0, z), vector(back + ahead, seat, z)]
        yield (kind, camera.page([*rear, on_rest(CHAIR.rest_height, z, ahead)]))
    low, high = CHAIR.rest_from, CHAIR.rest_height
    rest = [(low, -half), (low, half), (high, half), (high, -half)]
    yield ("prop-far", camera.page([on_rest(y, z, ahead) for y, z in rest]))
    board = [(back, -half), (front, -half), (front, half), (back, half)]
    seat -= CHAIR.thick / 2
    yield ("prop", camera.page([vector(x + ahead, seat, z) for x, z in board]))


def _post(forward: float, sign: float, camera: Camera) -> Gear:
    """The side of the opening and, before it, the face that one leans on."""
    inner, outer = sign * DOOR.half_width, sign * (DOOR.half_width + DOOR.broad)
    back = forward + DOOR.deep
    side = [(forward, 0), (back, 0), (back, DOOR.height), (forward, DOOR.height)]
    face = [(0, inner), (0, outer), (DOOR.height, outer), (DOOR.height, inner)]
    pieces = [
        ("prop-far", camera.page([vector(x, y, inner) for x, y in side])),
        ("prop", camera.page([vector(forward, y, z) for y, z in face])),
    ]
    middle = vector(forward + DOOR.deep / 2, DOOR.height * 0.7, (inner + outer) / 2)
    return Gear(camera.nearness(middle), pieces)


def _tow(centre: Vector, body: Body, camera: Camera) -> dict[str, Gear]:
    """The float and the line from it to the waist."""
    toward = 1.0 if body.points["pelvis"][0] > centre[0] else -1.0
    tied = centre + vector(toward * TOW.half_length, -TOW.half_height * 0.3, 0)
    waist = body.at("spine_1", -0.03, 0)
    line = [
        tied + share * (waist - tied) - vector(0, 4 * SAG * share * (1 - share), 0)
        for share in np.linspace(0, 1, 5)
    ]
    near = camera.nearness(centre)
    behind = min(near, camera.nearness(waist)) - 0.1
    half = (TOW.half_length, TOW.half_height, TOW.half_width)
    outline = ("warm-pack", _ellipsoid(centre, half, camera))
    return {
        "cord": Gear(behind, [(STRAP, camera.page(each)) for each in pairwise(line)]),
        "tow": Gear(near, [outline]),
    }


def _ellipsoid(centre: Vector, half: tuple[float, float, float], camera: Camera) -> Points:
    """Its outline on the page, an ellipse; the stroke of its kind makes it fuller."""
    axes = np.stack([camera.right, -camera.up]) * np.array(half) * UNITS
    spread = axes @ axes.T
    rim = [[cos(turn), sin(turn)] for turn in range(0, 360, 30)]
    outline: Points = camera.page(centre) + np.array(rim) @ np.linalg.cholesky(spread).T
    return outline
