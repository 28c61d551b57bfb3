"""Where props stand, in statures: the same for drawing and for checking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from webapp.figures.body import Body
from webapp.figures.camera import Camera
from webapp.figures.geometry import FRONT, RIGHT, UP, Vector, vector
from webapp.figures.landmarks import landmark
from webapp.figures.schema import Prop
from webapp.figures.words import POINTS, sided


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
class Door:
    """Half the width of its opening, and how broad, how deep and how high its posts are."""

    half_width: float = 0.25
    broad: float = 0.055
    deep: float = 0.055
    height: float = 1.12


@dataclass(frozen=True)
class TowFloat:
    """Half its length and breadth, and how high its middle is over the water."""

    half_length: float = 0.100
    half_width: float = 0.040
    half_height: float = 0.026
    over: float = 0.012


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
    half_cut: float = 0.46
    cut: float = 0.14
    wave: float = 0.014
    crest: float = 0.024


@dataclass(frozen=True)
class Edge:
    """How far a pool's edge reaches forward and to both sides."""

    deep: float = 0.20
    half_width: float = 0.14


CHAIR = Chair()
# How much further in front a chair stands whose back is held.
CHAIR_AHEAD = 0.36
# How high the seat of one may be who sits on a cushion, and how far that reaches.
CUSHION, CUSHION_HALF = (0.02, 0.10), (0.14, 0.13)
DOOR = Door()
TOW = TowFloat()
ROLLER_HALF = 0.13
WALL = Wall()
RAIL = Rail()
WATER = Water()
EDGE = Edge()
# Where along its bone a part that is massaged is.
ALONG = {
    "calf": ("knee", "ankle", 0.35),
    "thigh": ("hip", "knee", 0.55),
    "forearm": ("elbow", "wrist", 0.45),
}
# Cosine: the pelvis of one who lies on the side.
ON_SIDE = 0.7
# Sine of the height of a camera that looks on the surface of water rather than through it.
LOOKS_DOWN = 0.5
# Cosine between the way the figure faces and the width of the picture.
LOOKS_ALONG = 0.5
BALL_FORWARD = 0.30
# What lies no higher than that over the floor lies on it.
ON_FLOOR = 0.020


def radius_of(prop: Prop) -> float:
    return prop.ball or prop.roller or 0.0


def moves(prop: Prop) -> bool:
    """A ball or a roller that goes along with the body."""
    return bool(prop.rolls or prop.held)


def ball_centre(prop: Prop) -> Vector:
    """Where a ball or roller lies: as asked, else on the floor in front."""
    forward, up = prop.at or (BALL_FORWARD, radius_of(prop))
    return vector(forward, up, sided(prop.side) if prop.side else 0.0)


def in_place(props: Sequence[Prop], body: Body, first: Body) -> tuple[Prop, ...]:
    """The props as they are when the body is as it is: what rolls or is held has moved along."""
    return tuple(_carried(prop, body, first) if moves(prop) else prop for prop in props)


def _carried(prop: Prop, body: Body, first: Body) -> Prop:
    if prop.held:
        part = {"hands": "palm", "knees": "knee"}[prop.held]
        place: Vector = (body.points[f"{part}_l"] + body.points[f"{part}_r"]) / 2
    else:
        place = ball_centre(prop) + _rolled(prop, body, first)
    side = f"{'R' if place[2] > 0 else 'L'}{abs(place[2]):.6f}"
    return prop.model_copy(update={"at": (float(place[0]), float(place[1])), "side": side})


def _rolled(prop: Prop, body: Body, first: Body) -> Vector:
    """Between a part of the body and a flat floor or wall it goes half as far as that part."""
    part = POINTS[prop.rolls or ""]
    way: Vector = (body.points[part] - first.points[part]) / 2
    on_floor = ball_centre(prop)[1] - radius_of(prop) < ON_FLOOR
    return way * ((1, 0, 1) if on_floor else (0, 1, 1))


def chair_ahead(prop: Prop) -> float:
    """How much further in front it stands than one to sit on."""
    return CHAIR_AHEAD if prop.chair == "back" else 0.0


def on_rest(above: float, aside: float, ahead: float = 0.0) -> Vector:
    """A point of a chair's back, so high above the seat."""
    back = CHAIR.back - CHAIR.rest_lean * above / CHAIR.rest_height + ahead
    return vector(back, CHAIR.height + above, aside)


def tow_centre(tow: tuple[float, float], props: Sequence[Prop]) -> Vector:
    depth = max((prop.water for prop in props if prop.water is not None), default=0.0)
    return vector(tow[0], depth + TOW.over, tow[1])


def strap_points(strap: Sequence[str], body: Body) -> list[Vector]:
    """Where a tight strap turns: in the palm, under the ball of the foot, behind the thigh."""
    found = []
    for name in strap:
        part, _, side = name.rpartition("_")
        if part == "foot":
            sole = body.frames[f"foot_{side}"] @ vector(-0.010, -0.018, 0)
            found.append(body.points[f"ball_{side}"] + sole)
        elif part == "hand":
            found.append(body.points[f"palm_{side}"])
        else:
            found.append(landmark(body, name, "r")[0])
    return found


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


def cut(camera: Camera, back: float, front: float) -> tuple[float, float, Vector, Vector]:
    """From where to where water is cut through, along which way, and before what.

    Seen from the side along the figure, seen from the front or the back across it.
    """
    if abs(camera.right[0]) > LOOKS_ALONG:
        return back, front, FRONT, RIGHT * WATER.cut
    return -WATER.half_cut, WATER.half_cut, RIGHT, FRONT * WATER.cut * np.sign(camera.sight[0])


def crests(depth: float, reach: tuple[float, float], camera: Camera) -> list[Vector]:
    """Points that pull the surface of water into waves, where it is cut through."""
    start, end, along, before = cut(camera, *reach)
    places = np.linspace(start, end, 2 * round((end - start) / 0.12) + 1)
    waves = [
        along * x + before + UP * (depth + WATER.wave * (-1) ** i) for i, x in enumerate(places)
    ]
    # The ends stand twice, which keeps the corners sharp.
    return [waves[0], *waves, waves[-1]]


def spot(place: str, body: Body) -> Vector:
    """The middle of a part that a hand massages."""
    stem, _, side = place.rpartition("_")
    if stem in ALONG:
        start, end, share = ALONG[stem]
        return body.along(f"{start}_{side}", f"{end}_{side}", share)
    if place == "belly":
        return landmark(body, "belly", "r")[0]
    return body.points["c7" if place == "neck" else POINTS[place]]
