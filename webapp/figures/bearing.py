"""What carries a body: floor, chair, wall, rail and ball, and whether its weight is over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from webapp.figures.body import Body
from webapp.figures.contacts import FLESH, Ground, floor_points, hull
from webapp.figures.flesh import distance, farthest, gap, reach
from webapp.figures.geometry import FRONT, Vector, clamp, vector
from webapp.figures.props import (
    CHAIR,
    CHAIR_AHEAD,
    CUSHION,
    DOOR,
    EDGE,
    RAIL,
    ROLLER_HALF,
    ball_centre,
    on_rest,
    radius_of,
)
from webapp.figures.schema import Prop
from webapp.figures.skeleton import SEAT, SIDES, Side

# Statures from something at which a body still rests on it; one who lies is soft.
RESTS, LIES = 0.030, 0.035
TOUCHES = 0.020
# A hand whose palm is that near to the bar is closed round it.
HOLDS = 0.040
# And of one that lies on an edge, its fingers over it.
ON_EDGE = 0.080
# Half of the foot's breadth, .055 at the ball (Drillis and Contini 1966), less at its ends.
SOLE_HALF_WIDTH = {"heel": 0.018, "ball": 0.027, "toe": 0.020}
Spot = tuple[float, float]


def outside(body: Body, props: Sequence[Prop], *, lying: bool) -> Vector:
    """From the centre of mass to the support, level with the floor; zero where it is above it."""
    centre = body.centre_of_mass()
    here = np.array([centre[0], centre[2]])
    rim = hull(np.round(support(body, props, lying=lying), 4))
    if not len(rim):  # it floats, which is the floor's business
        return vector(0, 0, 0)
    to_rim = _nearest_on_rim(rim, here) - here
    return vector(0, 0, 0) if _is_inside(rim, here) else vector(to_rim[0], 0, to_rim[1])


def support(body: Body, props: Sequence[Prop], *, lying: bool = False) -> Ground:
    """The places, looked at from above, at which something carries; shape (n, 2)."""
    found: list[Spot] = [
        *((float(x), float(z)) for x, z in floor_points(body, LIES if lying else RESTS)),
        *_soles(body),
    ]
    for prop in props:
        if prop.chair == "seat":
            found += _on_chair(body)
        if prop.chair == "back":
            found += [(float(palm[0]), float(palm[2])) for palm in on_back_rest(body)]
        if prop.pillow == "seat":
            found += _on_cushion(body)
        if prop.door is not None:
            found += [(float(point[0]), float(point[2])) for point in at_door(body, prop.door)]
        if prop.wall is not None:
            found += _at_wall(body, prop.wall)
        if prop.rail is not None:
            found += [(float(palm[0]), prop.rail) for palm in holding(body, prop.rail)]
        if radius_of(prop):
            found += _on_ball(body, prop)
    return np.array(found, dtype=np.float64).reshape(-1, 2)


def _soles(body: Body) -> Iterator[Spot]:
    """Both edges of what stands of the feet."""
    for side in SIDES:
        right = body.frames[f"foot_{side}"][:, 2]
        for part, half in SOLE_HALF_WIDTH.items():
            point = body.points[f"{part}_{side}"]
            if point[1] - FLESH[part] < RESTS:
                for edge in (point - right * half, point + right * half):
                    yield float(edge[0]), float(edge[2])


def sits(body: Body) -> bool:
    """On the seat, not beside it."""
    return abs(body.lowest(SEAT) - CHAIR.height) < TOUCHES and over_seat(body.points["pelvis"])


def over_seat(point: Vector) -> bool:
    return bool(CHAIR.back <= point[0] <= CHAIR.front and abs(point[2]) <= CHAIR.half_width)


def _on_chair(body: Body) -> Iterator[Spot]:
    """Where seat and thighs lie on it: from behind the hips to the front edge."""
    if not sits(body):
        return
    for centre, depth, _ in body.sections(SEAT):
        yield max(float(centre[0] - abs(depth[0])), CHAIR.back), float(centre[2])
    for side in SIDES:
        hip, knee = body.points[f"hip_{side}"], body.points[f"knee_{side}"]
        ahead = max(float(knee[0] - hip[0]), 1e-6)
        share = clamp((CHAIR.front - hip[0]) / ahead, 0, 1)
        edge = hip + share * (knee - hip)
        yield from ((float(hip[0]), float(hip[2])), (float(edge[0]), float(edge[2])))


def _on_cushion(body: Body) -> Iterator[Spot]:
    """Where the seat lies on it."""
    for centre, depth, width in body.sections(SEAT):
        if centre[1] - float(np.hypot(depth[1], width[1])) < CUSHION[1]:
            for way in (depth, -depth, width, -width):
                yield float(centre[0] + way[0]), float(centre[2] + way[2])


def wall_way(wall: float) -> Vector:
    return FRONT if wall > 0 else -FRONT


def wall_gaps(body: Body, wall: float) -> dict[str, float]:
    """Of each part of the body from the wall; negative is inside it."""
    return {part: abs(wall) - extent for part, extent in reach(body, wall_way(wall)).items()}


def _at_wall(body: Body, wall: float) -> Iterator[Spot]:
    for part, point in farthest(body, wall_way(wall)).items():
        if wall_gaps(body, wall)[part] < TOUCHES:
            yield wall, float(point[2])


def bar(rail: float) -> tuple[Vector, Vector]:
    return vector(RAIL.back, RAIL.height, rail), vector(RAIL.front, RAIL.height, rail)


def holding(body: Body, rail: float) -> list[Vector]:
    """The palms that are on the bar."""
    palms = [body.points[f"palm_{side}"] for side in SIDES]
    return [palm for palm in palms if gap((palm, palm), bar(rail)) < HOLDS]


def at_edge(body: Body, edge: tuple[float, float]) -> bool:
    """A palm is on the pool's edge."""
    forward, height = edge
    sides = vector(forward, height, -EDGE.half_width), vector(forward, height, EDGE.half_width)
    palms = [body.points[f"palm_{side}"] for side in SIDES]
    return any(gap((palm, palm), sides) < ON_EDGE for palm in palms)


def holds(body: Body, rail: float, side: Side) -> bool:
    palm = body.points[f"palm_{side}"]
    return gap((palm, palm), bar(rail)) < HOLDS


def on_back_rest(body: Body) -> list[Vector]:
    """The palms that lie on the back of a chair that stands in front."""
    half = CHAIR.half_width
    bar_ends = (
        on_rest(CHAIR.rest_height, -half, CHAIR_AHEAD),
        on_rest(CHAIR.rest_height, half, CHAIR_AHEAD),
    )
    palms = [body.points[f"palm_{side}"] for side in SIDES]
    return [palm for palm in palms if gap((palm, palm), bar_ends) < HOLDS]


def door_gaps(body: Body, door: float) -> dict[str, float]:
    """Of each point of the arms that is before a post of the door; negative is inside it."""
    found = {}
    for name, point in body.points.items():
        flesh = FLESH.get(name.rpartition("_")[0])
        beside = abs(float(point[2])) - DOOR.half_width
        if flesh is not None and 0 < beside < DOOR.broad and point[0] < door + DOOR.deep:
            found[name] = door - float(point[0]) - flesh
    return found


def at_door(body: Body, door: float) -> list[Vector]:
    """What leans on its posts."""
    near = {name for name, size in door_gaps(body, door).items() if size < TOUCHES}
    return [body.points[name] for name in near]


def ball_gap(body: Body, prop: Prop) -> tuple[float, str]:
    """Between the ball or roller and the nearest flesh (negative: pressed in), and what that is."""
    found = [distance(body, place) for place in _axis(prop)]
    near, part = min(found)
    return near - radius_of(prop), part


def _axis(prop: Prop) -> list[Vector]:
    """The middle of a ball; of a roller places from end to end."""
    centre = ball_centre(prop)
    if prop.roller is None:
        return [centre]
    return [centre + vector(0, 0, z) for z in np.linspace(-ROLLER_HALF, ROLLER_HALF, 9)]


def _on_ball(body: Body, prop: Prop) -> Iterator[Spot]:
    for place in _axis(prop):
        if distance(body, place)[0] - radius_of(prop) < TOUCHES:
            yield float(place[0]), float(place[2])


def _is_inside(rim: Ground, place: Ground) -> bool:
    """The rim goes round anticlockwise."""
    if len(rim) < 3:
        return False
    edges = np.roll(rim, -1, axis=0) - rim
    to_place = place - rim
    return bool((edges[:, 0] * to_place[:, 1] - edges[:, 1] * to_place[:, 0] >= 0).all())


def _nearest_on_rim(rim: Ground, place: Ground) -> Ground:
    if len(rim) == 1:
        only: Ground = rim[0]
        return only
    nearest = [_nearest_on_line(a, b, place) for a, b in pairwise([*rim, rim[0]])]
    return min(nearest, key=lambda point: float(np.linalg.norm(point - place)))


def _nearest_on_line(a: Ground, b: Ground, place: Ground) -> Ground:
    way = b - a
    share = np.clip((place - a) @ way / max(float(way @ way), 1e-12), 0, 1)
    point: Ground = a + share * way
    return point
