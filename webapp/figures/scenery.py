"""What the figure stands, lies or leans on: mat, shadow and props. Drawn once, behind the body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np

from webapp.figures.body import Body
from webapp.figures.camera import Camera, Points
from webapp.figures.contacts import floor_points, hull
from webapp.figures.gear import chair, round_thing
from webapp.figures.geometry import Vector, cos, sin, vector
from webapp.figures.movement import Movement
from webapp.figures.pieces import Piece
from webapp.figures.props import (
    CUSHION_HALF,
    DOOR,
    EDGE,
    RAIL,
    WALL,
    WATER,
    ball_centre,
    crests,
    cut,
    lies_on_side,
    moves,
    radius_of,
    reach_of,
    shows_surface,
)
from webapp.figures.schema import Prop
from webapp.figures.skeleton import SEAT, SIDES, SIGN

MAT_SPARE, MAT_HALF_WIDTH, MAT_THICK = 0.04, 0.16, 0.012
ENDS = ("skull", "toe_l", "toe_r", "tip_l", "tip_r")
TOUCHING = 0.02
# Where waves are on a surface: shares of its length and of its half width.
RIPPLES = ((0.07, 0.1), (0.78, -0.1), (0.42, 0.7))


def scenery(movement: Movement, camera: Camera) -> list[Piece]:
    """The ground first, then props, in the order of drawing."""
    bodies = [frame.body for frame in movement.frames[::4]]
    props = [piece for prop in movement.figure.props for piece in _prop(prop, movement, camera)]
    return [*_ground(movement, camera, bodies), *props]


def _ground(movement: Movement, camera: Camera, bodies: Sequence[Body]) -> Iterator[Piece]:
    points = np.vstack([floor_points(body, TOUCHING) for body in bodies])
    if any(prop.pillow == "seat" for prop in movement.figure.props):
        points = np.vstack([points, *map(_around_cushion, bodies)])
    if movement.figure.mat:
        yield from _mat(camera, bodies, points)
    elif any(prop.water is not None for prop in movement.figure.props):
        return
    elif len(points) and movement.figure.base.startswith("stand"):
        yield Piece("shadow", camera.page(_oval(points)))
    elif len(points):
        yield Piece("shadow", camera.page(_outline(points)))


def _mat(camera: Camera, bodies: Sequence[Body], points: Points) -> Iterator[Piece]:
    along = [float(body.points[name][0]) for body in bodies for name in ENDS] + [*points[:, 0]]
    back, front = min(along) - MAT_SPARE, max(along) + MAT_SPARE
    left = min([*(float(z) - 0.06 for z in points[:, 1]), -MAT_HALF_WIDTH])
    right = max([*(float(z) + 0.06 for z in points[:, 1]), MAT_HALF_WIDTH])
    corners = [(back, left), (front, left), (front, right), (back, right)]
    for kind, height in (("mat-edge", -MAT_THICK), ("mat", 0.0)):
        yield Piece(kind, camera.page([vector(x, height, z) for x, z in corners]))


def _around_cushion(body: Body) -> Points:
    """What the mat reaches too under one who sits on a cushion: its rim and the knees above it."""
    x, _, z = body.points["pelvis"]
    knees = [body.points[f"knee_{side}"] for side in SIDES]
    rim = [(x - CUSHION_HALF[0], z), (x + CUSHION_HALF[0], z)]
    return np.array([*rim, *((knee[0], knee[2]) for knee in knees)])


def _oval(points: Points) -> list[Vector]:
    """Around the feet of one who stands: six points that pull a curve into an oval."""
    low, high = points.min(axis=0), points.max(axis=0)
    middle, half = (low + high) / 2, (high - low) / 2 + np.array([0.03, 0.04])
    return [
        vector(middle[0] + half[0] * cos(turn), 0, middle[1] + half[1] * sin(turn))
        for turn in np.linspace(0, 360, 6, endpoint=False)
    ]


def _outline(points: Points) -> list[Vector]:
    """Around everything that touches the floor, a little wider."""
    rim = hull(np.round(points, 3))
    away = rim - rim.mean(axis=0)
    wider = rim + away / (np.linalg.norm(away, axis=1, keepdims=True) + 1e-9) * 0.018
    return [vector(x, 0, z) for x, z in wider]


def _prop(prop: Prop, movement: Movement, camera: Camera) -> Iterator[Piece]:
    if prop.pillow:
        yield from _cushioned(prop.pillow, movement, camera)
    if prop.chair == "seat":
        yield from (Piece(*piece) for piece in chair(camera, 0.0))
    if prop.wall is not None:
        yield Piece("prop-far", camera.page(_wall(prop.wall, movement)))
    if prop.door is not None:
        yield _lintel(camera, prop.door)
    if prop.rail is not None:
        yield from _rail(camera, prop.rail)
    if prop.water is not None:
        yield from _water(camera, prop.water, *reach_of(prop))
    if prop.edge is not None:
        yield from _edge(camera, *prop.edge)
    if radius_of(prop) and not moves(prop):
        yield from (Piece(*piece) for piece in round_thing(prop, camera, ball_centre(prop)))


def _cushioned(part: str, movement: Movement, camera: Camera) -> Iterator[Piece]:
    """One between the knees of who lies on the side is drawn with the legs."""
    first = movement.first
    if part == "knees" and lies_on_side(first):
        return
    shapes = {"belly": _under_belly, "seat": _cushion, "knees": _bolster}
    corners = _pillow(movement) if part == "head" else shapes[part](first)
    yield Piece("pillow", hull(camera.page(corners)))


def _wall(forward: float, movement: Movement) -> list[Vector]:
    """Higher and broader than whoever is at it ever reaches."""
    reached = np.vstack([[*frame.body.points.values()] for frame in movement.frames])
    high = max(WALL.height, float(reached[:, 1].max()) + WALL.spare)
    half = max(WALL.half_width, float(np.abs(reached[:, 2]).max()) + WALL.spare)
    return [vector(forward, y, z) for y, z in ((0, -half), (high, -half), (high, half), (0, half))]


def _pillow(movement: Movement) -> list[Vector]:
    head = movement.first.points["skull"]
    thick = max(0.02, movement.keys[movement.figure.first].wishes.pillow)
    corners = product((-0.07, 0.07), (0.0, 0.7), (-0.09, 0.09))
    return [vector(head[0] + x, y * thick, head[2] + z) for x, y, z in corners]


def _cushion(body: Body) -> list[Vector]:
    """What one sits on, as thick as the seat is high."""
    x, _, z = body.points["pelvis"]
    thick = max(0.02, body.lowest(SEAT))
    rim = [(cos(turn) * CUSHION_HALF[0], sin(turn) * CUSHION_HALF[1]) for turn in range(0, 360, 30)]
    return [vector(x + a, y * thick, z + b) for a, b in rim for y in (0.15, 0.75)]


def _under_belly(body: Body) -> list[Vector]:
    """From the floor to the belly of one who lies face down."""
    rim: list[Vector] = []
    for part, ahead in (("pelvis", 0.02), ("spine_2", 0.05)):
        x, _, z = body.points[part]
        for reach, y in ((0.0, 0.017), (0.02, 0.03), (0.0, 0.045)):
            toward = -reach if part == "pelvis" else reach
            rim += [vector(x + ahead + toward, y, z + aside) for aside in (-0.13, 0.13)]
    return rim


def _bolster(body: Body) -> list[Vector]:
    """Under both knees of one who lies on the back, from the thighs to the calves."""
    rim: list[Vector] = []
    for side in SIDES:
        thigh = body.along(f"hip_{side}", f"knee_{side}", 0.66) - vector(0, 0.05, 0)
        calf = body.along(f"knee_{side}", f"ankle_{side}", 0.34) - vector(0, 0.05, 0)
        knee = body.points[f"knee_{side}"] - vector(0, 0.04, 0)
        floor = [vector(thigh[0] - 0.02, 0.017, 0), vector(calf[0] + 0.02, 0.017, 0)]
        aside = vector(0, 0, SIGN[side] * 0.05)
        below = [point + vector(0, 0, knee[2]) for point in floor]
        rim += [point + aside for point in (thigh, calf, knee, *below)]
    return rim


def _lintel(camera: Camera, forward: float) -> Piece:
    half, high = DOOR.half_width + DOOR.broad, DOOR.height
    beam = [(high - DOOR.broad, -half), (high - DOOR.broad, half), (high, half), (high, -half)]
    return Piece("prop", camera.page([vector(forward, y, z) for y, z in beam]))


def _rail(camera: Camera, aside: float) -> Iterator[Piece]:
    for x in (RAIL.back, RAIL.front):
        yield Piece("prop-far", camera.page([vector(x, 0, aside), vector(x, RAIL.height, aside)]))
    bar = [vector(x, RAIL.height, aside) for x in (RAIL.back - 0.03, RAIL.front + 0.03)]
    yield Piece("prop", camera.page(bar))


def _edge(camera: Camera, forward: float, height: float) -> Iterator[Piece]:
    """The pool's wall as if cut through, and what one holds: its top."""
    end, half = forward + EDGE.deep, EDGE.half_width
    cut = [(forward, 0), (end, 0), (end, height), (forward, height)]
    top = [(forward, -half), (end, -half), (end, half), (forward, half)]
    yield Piece("prop-far", camera.page([vector(x, y, half) for x, y in cut]))
    yield Piece("prop", camera.page([vector(x, height, z) for x, z in top]))


def _water(camera: Camera, depth: float, back: float, front: float) -> Iterator[Piece]:
    if shows_surface(camera):
        rims = [_surface(depth, back, front), *_ripples(depth, back, front)]
    else:
        start, end, along, before = cut(camera, back, front)
        low = [along * x + before for x in (end, end, start, start)]
        rims = [[*crests(depth, (back, front), camera), *low]]
    for rim in rims:
        yield Piece("water", camera.page(rim))


def _surface(depth: float, back: float, front: float) -> list[Vector]:
    """A patch of it with a wavy rim."""
    middle, half = (back + front) / 2, (front - back) / 2
    rim = []
    for i, turned in enumerate(np.linspace(0, 360, 14, endpoint=False)):
        size = 1 + 2 * WATER.wave * (-1) ** i
        x, z = (np.sign(way) * abs(way) ** 0.7 * size for way in (cos(turned), sin(turned)))
        rim.append(vector(middle + half * x, depth, WATER.half_width * z))
    return rim


def _ripples(depth: float, back: float, front: float) -> Iterator[list[Vector]]:
    for x, z in RIPPLES:
        start = back + x * (front - back)
        yield [
            vector(start + along * 0.05, depth, z * WATER.half_width + aside * WATER.wave)
            for along, aside in ((0, 0), (1, -1), (2, 1), (3, 0), (2, 1), (1, -1))
        ]
