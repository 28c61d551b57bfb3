"""Where the pelvis is: the one thing that standing, kneeling, lying, sitting and a plank differ in.

A plank stands on the balls of the feet and on hands or forearms. Each finds the place of the hip
centre and the lean of the pelvis from what touches the floor.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from webapp.figures.arms import ROUNDS, carries, elbow_on_floor, shoulder, spot_point
from webapp.figures.arms import floor_fingers as flat_fingers
from webapp.figures.body import Body
from webapp.figures.geometry import Vector, cos, nearest_root, sin, unit, vector
from webapp.figures.legs import kneeling_points, standing_foot
from webapp.figures.skeleton import (
    CHEST,
    FOREARM,
    PALM,
    SEAT,
    SHANK,
    SIDES,
    THIGH,
    UPPER_ARM,
    UPPER_BACK,
    Side,
)
from webapp.figures.spine import trunk
from webapp.figures.wishes import KneelingLeg, PlacedArm, RestingArm, StandingLeg, Wishes

LYING_FLAT, LYING_PRONE = -90.0, 90.0
ON_THE_SIDE = 30.0
SHOULDER_FLESH = 0.022
SOFT_KNEE = 5.0


@dataclass(frozen=True)
class Root:
    """The hip centre and how far the pelvis leans forward, in degrees."""

    place: Vector
    lean: float


def find_root(wishes: Wishes) -> Root:
    return {"stand": _stand, "kneel": _kneel, "lie": _lie, "sit": _sit, "plank": _plank}[
        wishes.solve
    ](wishes)


def given_lean(wishes: Wishes) -> float:
    return 0.0 if wishes.pelvis.lean is None else wishes.pelvis.lean


def _stand(wishes: Wishes) -> Root:
    """As high as both feet on the floor allow with soft knees, less the knee bend asked for."""
    pelvis, leaning = wishes.pelvis, given_lean(wishes)
    body = trunk(wishes, vector(pelvis.fwd, 0, pelvis.side), leaning)
    heights = [
        _height_over(body.points[f"hip_{side}"], standing_foot(side, leg)[0])
        for side in SIDES
        if isinstance(leg := wishes.limbs.leg[side], StandingLeg)
    ]
    height = min(heights, default=0.53) - pelvis.drop + pelvis.up
    return Root(vector(pelvis.fwd, height, pelvis.side), leaning)


def _height_over(hip: Vector, ankle: Vector) -> float:
    """How far the root can be above the floor so that this hip reaches that ankle."""
    reach = THIGH**2 + SHANK**2 + 2 * THIGH * SHANK * cos(SOFT_KNEE)
    level = (hip[0] - ankle[0]) ** 2 + (hip[2] - ankle[2]) ** 2
    return float(ankle[1] + np.sqrt(max(reach - level, 0.01)) - hip[1])


def _kneel(wishes: Wishes) -> Root:
    """A thigh's length from the knees; a lean that is not given is what the hands allow."""
    leaning = given_lean(wishes)
    arms = _carrying(wishes)
    if wishes.pelvis.lean is None and (arms or wishes.rest == "head"):
        leaning = _leaning_on(wishes, arms)
    return Root(_over_knees(wishes, leaning), leaning)


def _carrying(wishes: Wishes) -> list[Side]:
    """The arms whose hand or forearm is on the floor."""
    return [side for side in SIDES if carries(wishes.limbs.arm[side])]


def _leaning_on(wishes: Wishes, arms: list[Side]) -> float:
    """The lean at which the head, or the hands with their elbows as soft as asked, are down."""

    def gap(leaning: float) -> float:
        body = trunk(wishes, _over_knees(wishes, leaning), leaning)
        if wishes.rest == "head":
            return body.head_height()
        return sum(_shoulder_above_reach(body, wishes, side) for side in arms)

    found = nearest_root(gap, 75.0, (20.0, 148.0), 8.0)
    if found is not None:
        return found
    marks = np.arange(20.0, 150.0, 4.0)
    return float(min(marks, key=lambda leaning: abs(gap(float(leaning)))))


def _over_knees(wishes: Wishes, leaning: float) -> Vector:
    pelvis = wishes.pelvis
    body = trunk(wishes, vector(0, 0, 0), leaning)
    places = []
    for side in SIDES:
        leg = wishes.limbs.leg[side]
        if isinstance(leg, KneelingLeg):
            knee, hip = kneeling_points(side, leg)[0], body.points[f"hip_{side}"]
            aside = float(hip[2] + pelvis.side - knee[2])
            height = float(np.sqrt(max(1e-6, THIGH**2 - aside**2)))
            over = vector(-sin(pelvis.back) * height, cos(pelvis.back) * height, aside)
            places.append(knee + over - hip)
    middle: Vector = np.mean(places, axis=0)
    return middle + vector(pelvis.fwd, pelvis.up, 0)


def _shoulder_above_reach(body: Body, wishes: Wishes, side: Side) -> float:
    """How much higher the shoulder is than an arm from the pinned hand or elbow reaches."""
    arm: PlacedArm | RestingArm = wishes.limb("arm", side)
    if isinstance(arm, RestingArm):
        elbow = elbow_on_floor(side, arm)
        start = body.points[f"shoulder_at_rest_{side}"]
        for _ in range(ROUNDS):
            start = shoulder(body, side, unit(elbow - start))
        return _above(start, elbow, UPPER_ARM**2)
    palm = spot_point(body, side, arm.spot)
    wrist = palm - flat_fingers(body, wishes, side, palm) * PALM * 0.6
    start = shoulder(body, side, unit(wrist - body.points[f"shoulder_at_rest_{side}"]))
    arm_length = UPPER_ARM**2 + FOREARM**2 + 2 * UPPER_ARM * FOREARM * cos(arm.bend)
    return _above(start, wrist, arm_length)


def _above(start: Vector, end: Vector, square_length: float) -> float:
    """How much higher than that far from `end` a point is."""
    level = (start[0] - end[0]) ** 2 + (start[2] - end[2]) ** 2
    return float(start[1] - end[1] - np.sqrt(max(1e-6, square_length - level)))


def _plank(wishes: Wishes) -> Root:
    """Legs from the feet, as straight as asked, as steep as the arms hold the shoulders."""
    arms = _carrying(wishes)

    def gap(degrees: float) -> float:
        root = _on_leg_line(wishes, degrees)
        body = trunk(wishes, root.place, root.lean)
        return sum(_shoulder_above_reach(body, wishes, side) for side in arms)

    found = nearest_root(gap, 72.0, (5.0, 110.0), 6.0)
    return _on_leg_line(wishes, 72.0 if found is None else found)


def _on_leg_line(wishes: Wishes, degrees: float) -> Root:
    """Legs that lean so far forward from the feet, the pelvis in line with them but for `back`."""
    pelvis = wishes.pelvis
    leaning = degrees + pelvis.back if pelvis.lean is None else pelvis.lean
    body = trunk(wishes, vector(0, 0, 0), leaning)
    places = []
    for side in SIDES:
        leg = wishes.limbs.leg[side]
        if isinstance(leg, StandingLeg):
            ankle, hip = standing_foot(side, leg)[0], body.points[f"hip_{side}"]
            reach = np.sqrt(THIGH**2 + SHANK**2 + 2 * THIGH * SHANK * cos(SOFT_KNEE)) - pelvis.drop
            aside = float(hip[2] + pelvis.side - ankle[2])
            far = float(np.sqrt(max(1e-6, reach**2 - aside**2)))
            places.append(ankle + vector(sin(degrees) * far, cos(degrees) * far, aside) - hip)
    middle: Vector = np.mean(places, axis=0)
    return Root(middle + vector(pelvis.fwd, pelvis.up, 0), leaning)


def _lie(wishes: Wishes) -> Root:
    if wishes.rest == "upper_back":
        return _bridge(wishes)
    pelvis, leaning = wishes.pelvis, given_lean(wishes)
    place = vector(pelvis.fwd, 0, pelvis.side)
    flat = abs(pelvis.roll) < ON_THE_SIDE
    if pelvis.lean is None:
        leaning = _propped(wishes, place)
    elif wishes.rest is None and flat:
        leaning = _level(wishes, place, leaning)
    body = trunk(wishes, place, leaning)
    low = body.lowest()
    if not flat:
        shoulders = [float(body.points[f"shoulder_at_rest_{side}"][1]) for side in SIDES]
        low = min(low, *(height - SHOULDER_FLESH for height in shoulders))
    return Root(place + vector(0, pelvis.up - low, 0), leaning)


def _propped(wishes: Wishes, place: Vector) -> float:
    """The lean at which one who lies face down is held up by hands or forearms."""

    def gap(degrees: float) -> float:
        low = trunk(wishes, place, degrees).lowest(SEAT)
        body = trunk(wishes, place + vector(0, wishes.pelvis.up - low, 0), degrees)
        return sum(_shoulder_above_reach(body, wishes, side) for side in _carrying(wishes))

    found = nearest_root(gap, LYING_PRONE, (30.0, 120.0), 6.0)
    return LYING_PRONE if found is None else found


def _level(wishes: Wishes, place: Vector, leaning: float) -> float:
    """The lean at which chest and pelvis both lie on the floor."""

    def gap(degrees: float) -> float:
        body = trunk(wishes, place, degrees)
        return body.lowest(CHEST) - body.lowest(SEAT)

    found = nearest_root(gap, leaning, (leaning - 40, leaning + 40), 8.0)
    return leaning if found is None else found


def _bridge(wishes: Wishes) -> Root:
    """The pelvis is up, the shoulder blades stay down and do not slide."""
    pelvis = wishes.pelvis
    lying = trunk(wishes, vector(pelvis.fwd, 0, pelvis.side), LYING_FLAT)
    place = vector(pelvis.fwd, pelvis.up - lying.lowest(SEAT), pelvis.side)

    def gap(degrees: float) -> float:
        return trunk(wishes, place, degrees).lowest(UPPER_BACK)

    leaning = nearest_root(gap, LYING_FLAT, (-150.0, -60.0), 6.0) or LYING_FLAT
    slid = trunk(wishes, place, leaning).points["c7"] - lying.points["c7"]
    return Root(place - vector(slid[0], 0, 0), leaning)


def _sit(wishes: Wishes) -> Root:
    pelvis, leaning = wishes.pelvis, given_lean(wishes)
    body = trunk(wishes, vector(0, 0, 0), leaning)
    height = pelvis.seat - body.lowest(SEAT) + pelvis.up
    return Root(vector(pelvis.fwd, height, pelvis.side), leaning)
