"""The body does not pass through wall, chair, rail, ball or a pool's edge."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np

from webapp.figures.bearing import ball_gap, bar, holds, wall_gaps
from webapp.figures.body import Body
from webapp.figures.contacts import FLESH
from webapp.figures.findings import Finding, far, number, spoken
from webapp.figures.flesh import BONES, SOLID, Trunk, gap, limb
from webapp.figures.geometry import Vector
from webapp.figures.moments import Moment, Trouble, worst
from webapp.figures.movement import Movement
from webapp.figures.props import CHAIR
from webapp.figures.schema import Prop
from webapp.figures.skeleton import SIDES, Side

# Statures that flesh gives way to something hard, and to a ball.
PRESSED, BALL_PRESSED = 0.014, 0.030
RAIL_PRESSED = 0.010
# Less than that of a limb in the seat is not seen.
GRAZED = 0.005
# How often a limb or the bar is looked at along its length.
SAMPLES = 9


def check(movement: Movement) -> Iterator[Finding]:
    for prop in movement.figure.props:
        if prop.wall is not None:
            yield from worst("obstacles", movement, partial(_wall, wall=prop.wall))
        if prop.chair:
            yield from worst("obstacles", movement, _chair)
        if prop.rail is not None:
            yield from worst("obstacles", movement, partial(_rail, rail=prop.rail))
        if prop.edge is not None:
            yield from worst("obstacles", movement, partial(_edge, edge=prop.edge))
        if prop.ball is not None:
            yield from worst("obstacles", movement, partial(_ball, prop=prop))


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


def _ball(moment: Moment, prop: Prop) -> Iterator[Trouble]:
    gap_left, part = ball_gap(moment.body, prop)
    if gap_left < -BALL_PRESSED:
        smaller = max(0.03, (prop.ball or 0.0) + gap_left + FLESH["palm"])
        message = (
            f"{spoken(part)} is {far(gap_left)} inside the ball: move it away, or take a smaller"
            f" `ball: {number(smaller)}`"
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
