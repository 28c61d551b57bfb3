"""Where the pelvis is: the one thing that standing, kneeling, lying and sitting differ in.

Each finds the place of the hip centre and the lean of the pelvis from what touches the floor.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from webapp.figures.arms import floor_fingers as flat_fingers
from webapp.figures.arms import on_floor, shoulder, spot_point
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
from webapp.figures.wishes import KneelingLeg, PlacedArm, StandingLeg, Wishes

LYING_FLAT = -90.0
ON_THE_SIDE = 30.0
SHOULDER_FLESH = 0.022
SOFT_KNEE = 5.0


@dataclass(frozen=True)
class Root:
    """The hip centre and how far the pelvis leans forward, in degrees."""

    place: Vector
    lean: float


def find_root(wishes: Wishes) -> Root:
    return {"stand": _stand, "kneel": _kneel, "lie": _lie, "sit": _sit}[wishes.solve](wishes)


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
    hands: list[Side] = [side for side in SIDES if on_floor(wishes.limbs.arm[side])]
    if wishes.pelvis.lean is None and (hands or wishes.rest == "head"):
        leaning = _leaning_on(wishes, hands)
    return Root(_over_knees(wishes, leaning), leaning)


def _leaning_on(wishes: Wishes, hands: list[Side]) -> float:
    """The lean at which the head, or the hands with their elbows as soft as asked, are down."""

    def gap(leaning: float) -> float:
        body = trunk(wishes, _over_knees(wishes, leaning), leaning)
        if wishes.rest == "head":
            return body.head_height()
        return sum(_shoulder_above_reach(body, wishes, side) for side in hands)

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
    """How much higher the shoulder is than an arm from the pinned hand reaches."""
    arm: PlacedArm = wishes.limb("arm", side)
    palm = spot_point(body, side, arm.spot)
    wrist = palm - flat_fingers(body, wishes, side, palm) * PALM * 0.6
    start = shoulder(body, side, unit(wrist - body.points[f"shoulder_at_rest_{side}"]))
    arm_length = UPPER_ARM**2 + FOREARM**2 + 2 * UPPER_ARM * FOREARM * cos(arm.bend)
    level = (start[0] - wrist[0]) ** 2 + (start[2] - wrist[2]) ** 2
    return float(start[1] - wrist[1] - np.sqrt(max(1e-6, arm_length - level)))


def _lie(wishes: Wishes) -> Root:
    if wishes.rest == "upper_back":
        return _bridge(wishes)
    pelvis, leaning = wishes.pelvis, given_lean(wishes)
    place = vector(pelvis.fwd, 0, pelvis.side)
    flat = abs(pelvis.roll) < ON_THE_SIDE
    if wishes.rest is None and flat:
        leaning = _level(wishes, place, leaning)
    body = trunk(wishes, place, leaning)
    low = body.lowest()
    if not flat:
        shoulders = [float(body.points[f"shoulder_at_rest_{side}"][1]) for side in SIDES]
        low = min(low, *(height - SHOULDER_FLESH for height in shoulders))
    return Root(place + vector(0, pelvis.up - low, 0), leaning)


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
