"""What the props are for happens: one sits on the chair, holds the rail, touches wall and ball.

A base has what it rests on, a door is leant on, a strap is held and does not stretch.

Water carries, the edge of a pool is held, and a pillow at the knees has room.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

import numpy as np

from webapp.figures.bearing import (
    TOUCHES,
    at_door,
    at_edge,
    ball_gap,
    holding,
    on_back_rest,
    over_seat,
    wall_gaps,
)
from webapp.figures.body import Body
from webapp.figures.contacts import FLESH
from webapp.figures.findings import Finding, far, number, sided, spoken
from webapp.figures.flesh import distance
from webapp.figures.geometry import UP, Vector, clamp, length, unit, vector
from webapp.figures.moments import Moment, Trouble, moments, worst
from webapp.figures.movement import Movement
from webapp.figures.posing import bases
from webapp.figures.props import (
    CHAIR,
    CHAIR_AHEAD,
    CUSHION,
    DOOR,
    RAIL,
    ball_centre,
    in_place,
    lies_on_side,
    on_rest,
    radius_of,
    strap_points,
)
from webapp.figures.schema import Prop
from webapp.figures.skeleton import SEAT, SIDES

# One whose seat is higher than that over the chair has risen from it.
RISEN = 0.08
SEAT_SLACK = 0.014
HEAD_SLACK = 0.020
# A ball that lies on the floor may be that much off it.
ROLLS = 0.020
# Cosine between the low back and the floor from which on one lies on it.
UNDER = 0.7
# A pillow between the knees at least, and one under them.
THIN, THICK = 0.020, 0.080
# The trunk's sections above the belly.
WAIST = slice(3, 6)
# Statures that a tight strap may be longer in one pose than in another.
STRETCHED = 0.045
# From the middle of the skull, in the axes of the head.
MOUTH = vector(0.055, -0.035, 0)
# How a better place for a ball is felt for: so many steps, each so far to both sides.
STEPS, ASIDE = 12, 0.002


def check(movement: Movement) -> Iterator[Finding]:
    yield from _chair(movement)
    yield from _needed(movement)
    for prop in movement.figure.props:
        yield from _furniture(movement, prop)
        yield from _things(movement, prop)


def _furniture(movement: Movement, prop: Prop) -> Iterator[Finding]:
    """What stands where it is."""
    if prop.chair == "back":
        yield from _back_rest(movement)
    if prop.wall is not None:
        yield from _wall(movement, prop.wall)
    if prop.door is not None:
        yield from _door(movement, prop.door)
    if prop.rail is not None:
        yield from _rail(movement, prop.rail)
    if prop.edge is not None:
        yield from _edge(movement, prop.edge)
    if prop.water is not None:
        yield from worst("support", movement, partial(_water, depth=prop.water))


def _things(movement: Movement, prop: Prop) -> Iterator[Finding]:
    """What is laid, held or tied."""
    if radius_of(prop):
        yield from _ball(movement, prop)
    if prop.strap:
        yield from _strap(movement, prop.strap)
    if prop.tow is not None and not any(each.water for each in movement.figure.props):
        yield _error("props", "the float swims on nothing: add `water`, or take `tow` out")
    if prop.pillow:
        yield from _pillow(movement, prop.pillow)
    if isinstance(prop.pack, float):
        yield from worst("support", movement, _pack)


def _error(where: str, message: str) -> Finding:
    return Finding("error", "support", where, message)


def _needed(movement: Movement) -> Iterator[Finding]:
    """What the base rests on, or is in, is there."""
    base = movement.figure.base
    needed = bases()[base].needs
    kinds = sorted(needed.model_fields_set) if needed else []
    for kind in kinds:
        if all(getattr(prop, kind) is None for prop in movement.figure.props):
            said = getattr(needed, kind)
            value = number(said) if isinstance(said, float) else said
            message = f"`base: {base}` has no {kind}: add `props: [{{{kind}: {value}}}]`"
            yield _error("props", message)


def _bodies(movement: Movement) -> Iterator[Body]:
    return (moment.body for moment in moments(movement))


def _chair(movement: Movement) -> Iterator[Finding]:
    has_chair = any(prop.chair == "seat" for prop in movement.figure.props)
    if movement.figure.base in ("sit_floor", "long_sit", "cross_legged") and has_chair:
        yield _error("base", "sits on the floor inside a chair: take `base: sit_chair`")
    elif has_chair:
        yield from worst("support", movement, _seat)


def _back_rest(movement: Movement) -> Iterator[Finding]:
    if any(map(on_back_rest, _bodies(movement))):
        return
    forward, up, _ = on_rest(CHAIR.rest_height, 0, CHAIR_AHEAD)
    message = (
        "no hand holds the back of the chair: put one on it, `hand_r: {near: floor,"
        f" fwd: {number(forward)}, up: {number(up + FLESH['palm'])}, out: .10}}`"
    )
    yield Finding("warning", "support", "props", message)


def _door(movement: Movement, door: float) -> Iterator[Finding]:
    if not any(at_door(body, door) for body in _bodies(movement)):
        half = number(DOOR.half_width + DOOR.broad / 2)
        message = (
            "nothing leans on the posts of the door: put a hand or forearm on one,"
            f" `hands: {{near: floor, fwd: {number(door - 0.03)}, up: .96, out: {half}}}`"
        )
        yield Finding("warning", "support", "props", message)


def _strap(movement: Movement, strap: tuple[str, ...]) -> Iterator[Finding]:
    """A hand holds it, and it is as long at every moment: it does not stretch."""
    if not any(name.startswith("hand") for name in strap):
        yield _error("props", "no hand holds the strap: begin it with hand_l or hand_r")
        return
    spans = {
        moment.where: sum(length(b - a) for a, b in pairwise(strap_points(strap, moment.body)))
        for moment in moments(movement)
    }
    longest, shortest = max(spans, key=lambda at: spans[at]), min(spans, key=lambda at: spans[at])
    stretched = spans[longest] - spans[shortest]
    if stretched > STRETCHED:
        message = (
            f"the strap is {far(stretched)} longer than in {shortest}: move hands or foot so that"
            " it stays as long, or let the hands go along"
        )
        yield Finding("warning", "support", longest, message)


def _seat(moment: Moment) -> Iterator[Trouble]:
    """In a pose one sits on the chair, beside none, or has risen; on the way anything above it."""
    body, pelvis = moment.body, moment.wishes[0].pelvis
    gap = body.lowest(SEAT) - CHAIR.height
    remedy = f"`pelvis: {{up: {number(pelvis.up - gap)}}}` instead of {number(pelvis.up)}"
    if gap < -SEAT_SLACK and over_seat(body.points["pelvis"]):
        yield Trouble("seat", -gap, f"sits {far(gap)} inside the seat: {remedy}")
    elif SEAT_SLACK < gap < RISEN and moment.is_pose:
        yield Trouble("seat", gap, f"hovers {far(gap)} over the seat: {remedy}")
    elif abs(gap) <= SEAT_SLACK and not over_seat(body.points["pelvis"]):
        yield Trouble("beside", 1.0, f"sits beside the chair: {_back_on_seat(body)}")


def _back_on_seat(body: Body) -> str:
    x, _, z = body.points["pelvis"]
    forward = clamp(x, CHAIR.back, CHAIR.front)
    aside = clamp(z, -CHAIR.half_width, CHAIR.half_width)
    return f"the seat's edge is at `pelvis: {{fwd: {number(forward)}, side: {sided(aside)}}}`"


def _wall(movement: Movement, wall: float) -> Iterator[Finding]:
    gaps = {
        (moment.where, part): gap
        for moment in moments(movement)
        for part, gap in wall_gaps(moment.body, wall).items()
    }
    (where, part), gap = min(gaps.items(), key=lambda item: item[1])
    by_ball = any(_lies_at(prop, wall) for prop in movement.figure.props if prop.ball)
    if gap > TOUCHES and not by_ball:
        nearer = wall - gap if wall > 0 else wall + gap
        message = (
            f"nothing touches the wall, {spoken(part)} comes nearest, {far(gap)} away: set"
            f" `wall: {number(nearer)}`, move the figure, or take the wall out"
        )
        yield Finding("warning", "support", where, message)


def _rail(movement: Movement, rail: float) -> Iterator[Finding]:
    if any(holding(moment.body, rail) for moment in moments(movement)):
        return
    side = "r" if rail > 0 else "l"
    message = (
        f"no hand holds the rail: put one on it, `hand_{side}: {{near: floor, fwd: .12,"
        f" up: {number(RAIL.height)}, out: {number(abs(rail))}}}`, or take the rail out"
    )
    yield Finding("warning", "support", "props", message)


def _edge(movement: Movement, edge: tuple[float, float]) -> Iterator[Finding]:
    if any(at_edge(moment.body, edge) for moment in moments(movement)):
        return
    forward, up = (number(length) for length in edge)
    message = (
        f"no hand holds the edge: put one on it, `hand_r: {{near: floor, fwd: {forward},"
        f" up: {up}, out: .08}}`, or take the edge out"
    )
    yield Finding("warning", "support", "props", message)


def _water(moment: Moment, depth: float) -> Iterator[Trouble]:
    """The mouth is above the surface, and enough of the body under it."""
    head = moment.body.frames["head"]
    mouth = float((moment.body.points["skull"] + head @ MOUTH)[1])
    if mouth < depth:
        message = f"the mouth is {far(depth - mouth)} under water: set `water: {number(mouth)}`"
        yield Trouble("water", depth - mouth, message + " or less, or raise the head")
    pelvis = float(moment.body.points["pelvis"][1])
    if pelvis > depth:
        message = f"the pelvis is {far(pelvis - depth)} over the water, which carries nobody so"
        yield Trouble("water", pelvis - depth, f"{message}: set `water: {number(pelvis)}` or more")


def _ball(movement: Movement, prop: Prop) -> Iterator[Finding]:
    look = partial(_ball_touched, prop=prop, first=movement.first)
    yield from worst("support", movement, look)
    centre, radius = ball_centre(prop), radius_of(prop)
    kind = "roller" if prop.roller else "ball"
    if prop.held:
        return
    walls = [each.wall for each in movement.figure.props if each.wall is not None]
    at_wall = any(_lies_at(prop, wall) for wall in walls)
    held = any(_by_hand(moment.body, prop) for moment in moments(movement))
    if centre[1] - radius > ROLLS and not at_wall and not held:
        message = (
            f"the {kind} hangs {far(centre[1] - radius)} over the floor: on the floor it is"
            f" `at: [{number(centre[0])}, {number(radius)}]`; or hold it, or add a wall behind it"
        )
        yield _error("props", message)


def _lies_at(prop: Prop, wall: float) -> bool:
    off = abs(wall - float(ball_centre(prop)[0]))
    return abs(off - radius_of(prop)) < ROLLS


def _by_hand(body: Body, prop: Prop) -> bool:
    palms = [body.points["palm_l"], body.points["palm_r"]]
    near = min(float(np.linalg.norm(palm - ball_centre(prop))) for palm in palms)
    return near - radius_of(prop) < 2 * TOUCHES


def _ball_touched(moment: Moment, prop: Prop, first: Body) -> Iterator[Trouble]:
    (prop,) = in_place([prop], moment.body, first)
    gap, part = ball_gap(moment.body, prop)
    kind = "roller" if prop.roller else "ball"
    if prop.held:
        yield from _held(moment.body, prop)
    elif gap > TOUCHES:
        forward, up = _nearer_ball(moment.body, prop)
        message = (
            f"the {kind} touches nothing, {spoken(part)} is {far(gap)} away: it would at"
            f" `at: [{number(forward)}, {number(up)}]`, or move the figure"
        )
        yield Trouble("ball", gap, message)


def _held(body: Body, prop: Prop) -> Iterator[Trouble]:
    """Both hands or knees are on it: as far apart as it is thick."""
    part = {"hands": "palm", "knees": "knee"}[prop.held or ""]
    apart = length(body.points[f"{part}_l"] - body.points[f"{part}_r"]) / 2
    off = apart - FLESH[part] - radius_of(prop)
    if abs(off) > 1.5 * TOUCHES:
        state = "away from" if off > 0 else "inside"
        message = (
            f"the {prop.held} are {far(off)} {state} the ball between them: move them, or set"
            f" `ball: {number(max(0.018, apart - FLESH[part]))}`"
        )
        yield Trouble("ball", abs(off), message)


def _nearer_ball(body: Body, prop: Prop) -> tuple[float, float]:
    """Where the ball would touch, moved towards the nearest flesh without leaving its plane."""
    centre, radius = ball_centre(prop), radius_of(prop)
    for _ in range(STEPS):
        gap = distance(body, centre)[0] - radius
        centre = centre - _away(body, centre) * gap
        centre[1] = max(float(centre[1]), radius)
    return float(centre[0]), float(centre[1])


def _away(body: Body, point: Vector) -> Vector:
    """The way in which the nearest flesh gets farther fastest."""
    slopes = [
        distance(body, point + way)[0] - distance(body, point - way)[0]
        for way in (vector(ASIDE, 0, 0), vector(0, ASIDE, 0))
    ]
    return unit(vector(*slopes, 0))


def _pack(moment: Moment) -> Iterator[Trouble]:
    """On the low back of one who lies on it there is no room for a pack, nor is one seen."""
    behind = -moment.body.frames["spine_1"][:, 0]
    if moment.wishes[0].solve == "lie" and behind @ UP < -UNDER:
        yield Trouble("pack", 1.0, "lies on the pack: take it out, or take `base: prone`")


def _pillow(movement: Movement, under: str) -> Iterator[Finding]:
    if under == "seat":
        if movement.keys[movement.figure.first].wishes.solve != "sit":
            yield _error("props", "nobody sits on the cushion: take it out, or take a sitting base")
        yield from worst("support", movement, _seat_on_cushion)
        return
    if movement.keys[movement.figure.first].wishes.solve != "lie":
        yield _error("props", "nobody lies on the pillow: take it out, or take a lying base")
    else:
        looks = {"head": _head_on_pillow, "knees": _knees_on_pillow, "belly": _belly_on_pillow}
        yield from worst("support", movement, looks[under])


def _knees_on_pillow(moment: Moment) -> Iterator[Trouble]:
    """There is room for one between them, or between them and the floor."""
    body = moment.body
    left, right = (float(body.points[f"knee_{side}"][1]) for side in SIDES)
    on_side = lies_on_side(body)
    room = abs(left - right) - 2 * FLESH["knee"] if on_side else min(left, right) - FLESH["knee"]
    if room < (THIN if on_side else THICK):
        remedy = "lift the upper one, `out: 6`" if on_side else "bend hips and knees more"
        message = f"there is no room for a pillow at the knees, only {far(room)}: {remedy}"
        yield Trouble("knees", THICK - room, message)


def _belly_on_pillow(moment: Moment) -> Iterator[Trouble]:
    """Face down, and not lower than it is thick."""
    body = moment.body
    face_down = body.frames["pelvis"][:, 0] @ UP < -UNDER
    room = body.lowest(WAIST)
    if not face_down or room < THIN:
        message = (
            f"there is no room for a pillow under the belly, only {far(max(0.0, room))}: lie face"
            " down, raise the pelvis, `up: .02`, or round the low back"
        )
        yield Trouble("belly", THIN - room, message)


def _seat_on_cushion(moment: Moment) -> Iterator[Trouble]:
    height = moment.body.lowest(SEAT)
    if not CUSHION[0] <= height <= CUSHION[1]:
        message = (
            f"the seat is {far(height)} over the floor, a cushion {number(CUSHION[0])} to"
            f" {number(CUSHION[1])}: set `pelvis: {{up: {number(CUSHION[0] - height)}}}` or so"
        )
        yield Trouble("cushion", abs(height), message)


def _head_on_pillow(moment: Moment) -> Iterator[Trouble]:
    gap = moment.body.head_height() - moment.wishes[0].pillow
    if moment.is_pose and abs(gap) > HEAD_SLACK:
        state = "over" if gap > 0 else "under the top of"
        message = (
            f"the head is {far(gap)} {state} the pillow: it lies on one of"
            f" `pillow: {number(max(0.0, moment.body.head_height()))}`"
        )
        yield Trouble("pillow", abs(gap), message)
