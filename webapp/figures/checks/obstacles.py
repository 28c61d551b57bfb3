"""The body does not pass through wall, door, chair, rail, ball, roller or a pool's edge.

Nor does a strap pass through the body, or a tow float.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

import numpy as np

from webapp.figures.bearing import ball_gap, bar, door_gaps, holds, wall_gaps
from webapp.figures.body import Body
from webapp.figures.contacts import FLESH
from webapp.figures.findings import Finding, far, number, spoken
from webapp.figures.flesh import BONES, SOLID, Trunk, depth_in_head, farthest, gap, limb
from webapp.figures.geometry import FRONT, Vector, vector
from webapp.figures.moments import Look, Moment, Trouble, worst
from webapp.figures.movement import Movement
from webapp.figures.props import (
    CHAIR,
    CHAIR_AHEAD,
    TOW,
    in_place,
    radius_of,
    strap_points,
    tow_centre,
)
from webapp.figures.schema import Prop
from webapp.figures.skeleton import SIDES, Side

# Statures that flesh gives way to something hard, and to a ball.
PRESSED, BALL_PRESSED = 0.014, 0.030
RAIL_PRESSED = 0.010
# Less than that of a limb in the seat is not seen.
GRAZED = 0.005
# How often a limb or the bar is looked at along its length.
SAMPLES = 9
# What may reach over the back of a chair from behind.
OVER_REST = ("palm", "tip", "wrist", "elbow")


def check(movement: Movement) -> Iterator[Finding]:
    for prop in movement.figure.props:
        for look in (*_at_furniture(prop), *_at_things(movement, prop)):
            yield from worst("obstacles", movement, look)


def _at_furniture(prop: Prop) -> Iterator[Look]:
    """What stands where it is."""
    if prop.wall is not None:
        yield partial(_wall, wall=prop.wall)
    if prop.chair:
        yield {"seat": _chair, "back": _behind_chair}[prop.chair]
    if prop.door is not None:
        yield partial(_door, door=prop.door)
    if prop.rail is not None:
        yield partial(_rail, rail=prop.rail)
    if prop.edge is not None:
        yield partial(_edge, edge=prop.edge)


def _at_things(movement: Movement, prop: Prop) -> Iterator[Look]:
    """What is laid, held or tied."""
    if radius_of(prop):
        yield partial(_ball, prop=prop, first=movement.first)
    if prop.strap:
        yield partial(_strap, strap=prop.strap)
    if prop.tow is not None:
        yield partial(_tow, tow=tow_centre(prop.tow, movement.figure.props))


def _wall(moment: Moment, wall: float) -> Iterator[Trouble]:
    gaps = wall_gaps(moment.body, wall)
    part = min(gaps, key=lambda each: gaps[each])
    if gaps[part] < -PRESSED:
        further = wall - gaps[part] if wall > 0 else wall + gaps[part]
        message = (
            f"{spoken(part)} is {far(gaps[part])} inside the wall: move it back, or set"
            f" `wall: {number(further)}`"
        )
        yield Trouble("wall", -gaps[part], message)


def _chair(moment: Moment) -> Iterator[Trouble]:
    for side in SIDES:
        for bone in ("thigh", "shank", "forearm"):
            depth = max(_in_seat(point, bone) for point in _along(moment.body, bone, side))
            if depth > GRAZED:
                part = spoken(f"{bone}_{side}")
                message = (
                    f"{part} passes {far(depth)} through the seat, which reaches from fwd"
                    f" {number(CHAIR.back)} to {number(CHAIR.front)}: move it to the front or up"
                )
                yield Trouble(part, depth, message)
    yield from _backrest(moment)


def _along(body: Body, bone: str, side: Side) -> list[Vector]:
    start, end = limb(body, bone, side)
    return [start + share * (end - start) for share in np.linspace(0, 1, SAMPLES)]


def _in_seat(point: Vector, bone: str) -> float:
    """How deep a point of a limb is in the board of the seat; its flesh may press on it."""
    x, y, z = point
    over = CHAIR.back < x < CHAIR.front and abs(z) < CHAIR.half_width
    above = CHAIR.height - PRESSED - (y - SOLID[bone])
    below = y + SOLID[bone] - (CHAIR.height - CHAIR.thick + PRESSED)
    return float(min(above, below)) if over else 0.0


def _backrest(moment: Moment) -> Iterator[Trouble]:
    """Of one who is before it; who stands behind a chair may hold its back."""
    if moment.body.points["pelvis"][0] < CHAIR.back:
        return
    for centre, depth, width in moment.body.sections():
        above = (centre[1] - CHAIR.height) / CHAIR.rest_height
        if not 0 <= above <= 1 or abs(centre[2]) > CHAIR.half_width:
            continue
        back = centre[0] - float(np.hypot(depth[0], width[0]))
        inside = CHAIR.back - CHAIR.rest_lean * above - back
        if inside > PRESSED:
            message = (
                f"the trunk is {far(inside)} inside the back of the chair: lean less far back, or"
                f" move the pelvis to the front (`fwd`)"
            )
            yield Trouble("backrest", inside, message)


def _rail(moment: Moment, rail: float) -> Iterator[Trouble]:
    for side in SIDES:
        held = holds(moment.body, rail, side)
        for bone in BONES:
            inside = SOLID[bone] - gap(limb(moment.body, bone, side), bar(rail))
            if inside > RAIL_PRESSED and not (held and bone == "forearm"):
                yield _through_rail(spoken(f"{bone}_{side}"), inside, rail)
    start, end = bar(rail)
    places = [start + share * (end - start) for share in np.linspace(0, 1, 4 * SAMPLES)]
    trunk = Trunk(moment.body)
    inside = max(trunk.depth(place).size for place in places)
    if inside > RAIL_PRESSED:
        yield _through_rail("trunk", inside, rail)


def _through_rail(part: str, inside: float, rail: float) -> Trouble:
    further = rail + inside if rail > 0 else rail - inside
    message = f"{part} is {far(inside)} inside the rail: set `rail: {number(further)}` or move away"
    return Trouble(part, inside, message)


def _behind_chair(moment: Moment) -> Iterator[Trouble]:
    """Who stands behind a chair is wholly behind it, but for hands and arms over its back."""
    for name, place in farthest(moment.body, FRONT).items():
        above = (place[1] - CHAIR.height) / CHAIR.rest_height
        if above > 1 or name.rpartition("_")[0] in OVER_REST:
            continue
        rest = CHAIR.back + CHAIR_AHEAD - CHAIR.rest_lean * max(0.0, float(above))
        inside = float(place[0]) - rest
        if inside > PRESSED:
            message = (
                f"{spoken(name)} is {far(inside)} inside the chair, whose back is at fwd"
                f" {number(rest)}: move it back"
            )
            yield Trouble(name, inside, message)


def _door(moment: Moment, door: float) -> Iterator[Trouble]:
    for name, size in door_gaps(moment.body, door).items():
        if size < -PRESSED:
            message = (
                f"{spoken(name)} is {far(size)} inside the post of the door: move it back, to the"
                f" middle, or set `door: {number(door - size)}`"
            )
            yield Trouble(name, -size, message)


def _strap(moment: Moment, strap: tuple[str, ...]) -> Iterator[Trouble]:
    """It goes straight from turn to turn, so nothing may be in its way."""
    trunk = Trunk(moment.body)
    for start, end in pairwise(strap_points(strap, moment.body)):
        for share in np.linspace(0, 1, 2 * SAMPLES):
            place = start + share * (end - start)
            depths = (trunk.depth(place), depth_in_head(moment.body, place))
            depth = max(depths, key=lambda each: each.size)
            if depth.size > PRESSED:
                message = (
                    f"the strap goes {far(depth.size)} through the {depth.part}: hold it elsewhere,"
                    " or move the trunk"
                )
                yield Trouble("strap", depth.size, message)


def _tow(moment: Moment, tow: Vector) -> Iterator[Trouble]:
    trunk, size = Trunk(moment.body), (TOW.half_length, 0.0, TOW.half_width)
    rim = [tow + vector(size[0] * x, 0, size[2] * z) for x, z in ((1, 0), (-1, 0), (0, 1), (0, -1))]
    inside = max(trunk.depth(place).size for place in (tow, *rim))
    if inside > PRESSED:
        message = f"the float is {far(inside)} inside the trunk: move it away, `tow: [fwd, side]`"
        yield Trouble("tow", inside, message)


def _ball(moment: Moment, prop: Prop, first: Body) -> Iterator[Trouble]:
    (prop,) = in_place([prop], moment.body, first)
    gap_left, part = ball_gap(moment.body, prop)
    if gap_left < -BALL_PRESSED:
        kind = "roller" if prop.roller else "ball"
        smaller = max(0.03, radius_of(prop) + gap_left + FLESH["palm"])
        message = (
            f"{spoken(part)} is {far(gap_left)} inside the {kind}: move it away, or take a smaller"
            f" `{kind}: {number(smaller)}`"
        )
        yield Trouble("ball", -gap_left, message)


def _edge(moment: Moment, edge: tuple[float, float]) -> Iterator[Trouble]:
    """Of what is in front of the edge and lower than its top."""
    forward, height = edge
    for name, point in moment.body.points.items():
        part = name.rpartition("_")[0]
        flesh = FLESH.get(part, 0.0)
        inside = min(float(point[0]) + flesh - forward, height + flesh - float(point[1]))
        if part in FLESH and inside > PRESSED + flesh:
            message = (
                f"{spoken(name)} is {far(inside - flesh)} inside the edge: move it back or up, or"
                f" set `edge: [{number(forward + inside - flesh)}, {number(height)}]`"
            )
            yield Trouble(name, inside, message)
