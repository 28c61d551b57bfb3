"""No hand in the trunk or head, no limb through another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from webapp.figures.body import Body
from webapp.figures.findings import Finding, Level, far, number, spoken
from webapp.figures.flesh import Depth, Trunk, depth_in_head, overlap
from webapp.figures.mending import nearest
from webapp.figures.moments import Moment, Trouble, worst
from webapp.figures.movement import Movement
from webapp.figures.skeleton import SIDES, Side
from webapp.figures.wishes import PlacedArm, Wishes

# What sinks in, with half of its own radius: a hand that lies on the body presses it a little.
ON_THE_ARM = {"palm": 0.007, "wrist": 0.0075, "elbow": 0.010}
SINKS = 0.022
# No flesh gives way by that much.
PIERCES = 0.050
# How far away a better place is looked for.
FARTHEST = 0.16
# How far two limbs may overlap: crossed arms lie on each other, thighs touch, and so a shin and the
# other thigh; a hand lies on a limb and presses it a little.
PRESSED = {
    ("forearm", "thigh"): 0.030,
    ("forearm", "shank"): 0.030,
    ("shank", "shank"): 0.030,
    ("thigh", "thigh"): 0.046,
    ("thigh", "shank"): 0.038,
    ("upper_arm", "thigh"): 0.030,
    ("upper_arm", "shank"): 0.030,
}
PRESSED_ELSE = 0.020
# From the trunk outwards; neighbours on one side hang together.
LIMBS = (("upper_arm", "forearm", "palm"), ("thigh", "shank"))


def check(movement: Movement) -> Iterator[Finding]:
    yield from worst("piercing", movement, _look)


def _look(moment: Moment) -> Iterator[Trouble]:
    trunk = Trunk(moment.body)
    for side in SIDES:
        yield from _arm_in_trunk(moment, trunk, side)
    yield from _limbs_through_each_other(moment)


def _arm_in_trunk(moment: Moment, trunk: Trunk, side: Side) -> Iterator[Trouble]:
    sunk = {point: _sunk(moment.body, trunk, side, point) for point in ON_THE_ARM}
    point, depth = max(sunk.items(), key=lambda item: item[1].size)
    if depth.size > SINKS:
        message = (
            f"{spoken(f'{point}_{side}')} is {far(depth.size)} inside the {depth.part}:"
            f" {_out(moment, side, depth.size)}"
        )
        level: Level = "error" if depth.size > PIERCES else "warning"
        yield Trouble(f"arm_{side}", depth.size, message, level)


def _sunk(body: Body, trunk: Trunk, side: Side, point: str) -> Depth:
    """How deep a point of the arm, with its flesh, is in the trunk or in the head."""
    place = body.points[f"{point}_{side}"]
    depth = max((trunk.depth(place), depth_in_head(body, place)), key=lambda each: each.size)
    return replace(depth, size=depth.size + ON_THE_ARM[point])


def _out(moment: Moment, side: Side, depth: float) -> str:
    """Where the arm would be outside, by one of the hand's offsets from its place."""
    wishes = moment.wishes[0]
    arm = wishes.limbs.arm[side]
    if not moment.is_pose:
        return f"put a pose between {' and '.join(moment.poses)} that leads round it"
    if not isinstance(arm, PlacedArm):
        return f"raise `arm_{side}` more, or change where it is raised `to`"
    for axis, key in ((0, "fwd"), (2, "out"), (1, "up")):
        found = _moved_out(wishes, side, arm, axis)
        if found is not None:
            return f"the nearest outside is `hand_{side}: {{{key}: {number(found)}}}`"
    return f"put the hand {far(depth)} further out, or point the elbow elsewhere"


def _moved_out(wishes: Wishes, side: Side, arm: PlacedArm, axis: int) -> float | None:
    """The nearest offset along one axis at which the whole arm is outside."""

    def moved(value: float) -> Wishes:
        offset = arm.spot.offset.copy()
        offset[axis] = value
        return wishes.with_limb("arm", side, replace(arm, spot=replace(arm.spot, offset=offset)))

    def is_outside(body: Body) -> bool:
        trunk = Trunk(body)
        return all(_sunk(body, trunk, side, point).size <= SINKS for point in ON_THE_ARM)

    here = float(arm.spot.offset[axis])
    return nearest(here, (here - FARTHEST, here + FARTHEST), 0.01, moved, is_outside)


def _limbs_through_each_other(moment: Moment) -> Iterator[Trouble]:
    for a, b in _pairs():
        size = overlap(moment.body, a, b)
        if size > PRESSED.get((a[0], b[0]), PRESSED_ELSE):
            names = spoken(f"{a[0]}_{a[1]}"), spoken(f"{b[0]}_{b[1]}")
            message = f"{names[0]} and {names[1]} overlap by {far(size)}: {_apart(moment)}"
            yield Trouble(f"{a} {b}", size, message, "warning")


def _pairs() -> Iterator[tuple[tuple[str, Side], tuple[str, Side]]]:
    """All that do not hang together; the joint limits keep the parts of one limb apart."""
    parts = [(bone, side) for limb in LIMBS for bone in limb for side in SIDES]
    for a, b in combinations(parts, 2):
        if a[1] != b[1] or not any(a[0] in limb and b[0] in limb for limb in LIMBS):
            yield a, b


def _apart(moment: Moment) -> str:
    if moment.is_pose:
        return "move one of them further out, or further to the front"
    return f"put a pose between {' and '.join(moment.poses)} that leads round it"
