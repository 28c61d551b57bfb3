"""Legs and feet: by angles, on a foot, or on a knee."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from webapp.figures.body import Body, Miss
from webapp.figures.geometry import (
    FRONT,
    Matrix,
    Vector,
    across,
    angle,
    clamp,
    lean,
    length,
    middle_joint,
    nearest_root,
    tilt,
    turn,
    unit,
    vector,
)
from webapp.figures.skeleton import (
    BALL,
    FOOT_HEIGHT,
    HEEL,
    KNEE_FLESH,
    SHANK,
    SIDES,
    SIGN,
    THIGH,
    TOE,
    Side,
)
from webapp.figures.wishes import FreeLeg, KneelingLeg, StandingLeg, Wishes

STRAIGHT = 6.0
CLEARANCE = 0.010
LYING_HEEL = 0.012
TOE_FLESH = 0.010
# Points of the sole, drawn in by the flesh, in the foot's axes.
SOLE = {
    "heel": vector(-HEEL + 0.012, -FOOT_HEIGHT + 0.014, 0),
    "ball": vector(BALL - 0.008, -FOOT_HEIGHT + 0.012, 0),
    "toe": vector(TOE - 0.010, -FOOT_HEIGHT + 0.010, 0),
}
# Where a foot on the floor turns: on its ball, or behind its heel.
BALL_PIVOT = vector(BALL, -FOOT_HEIGHT, 0)
HEEL_PIVOT = vector(-0.6 * HEEL, -FOOT_HEIGHT, 0)
# Of one who kneels: how far the foot leans forward with the instep down and on the toes, and the
# ankle's height while the instep is down. On its toes it is as high as the toes need.
INSTEP_DOWN, ON_TOES = 150.0, 79.0
FLAT_ANKLE = 0.045


def add_legs(body: Body, wishes: Wishes) -> None:
    for side in SIDES:
        leg = wishes.limbs.leg[side]
        if isinstance(leg, FreeLeg):
            _add_free(body, wishes, side, leg)
        elif isinstance(leg, StandingLeg):
            _add_standing(body, wishes, side, leg)
        else:
            _add_kneeling(body, side, leg)


@dataclass(frozen=True)
class FreeLegFrames:
    """A leg by its angles, before it is put in place."""

    thigh: Matrix
    shank: Matrix
    foot: Matrix
    knee: Vector
    ankle: Vector

    def lowest(self) -> float:
        """Height above the floor of the lowest point, the flesh taken off."""
        sole = min(float((self.ankle + self.foot @ SOLE[part])[1]) for part in ("heel", "toe"))
        return min(sole, float(self.knee[1]) - 0.02, float(self.ankle[1]) - 0.01) - CLEARANCE

    def lying_height(self) -> float:
        sole = min(float((self.ankle + self.foot @ SOLE[part])[1]) for part in ("heel", "toe"))
        return min(sole, float(self.ankle[1]) - LYING_HEEL) - LYING_HEEL


def _swing(body: Body, side: Side, leg: FreeLeg, hip: float) -> FreeLegFrames:
    thigh = (
        body.frames["pelvis"]
        @ lean(-hip)
        @ tilt(-SIGN[side] * leg.out)
        @ turn(SIGN[side] * leg.rot)
    )
    shank = thigh @ lean(leg.knee)
    knee = body.points[f"hip_{side}"] - thigh[:, 1] * THIGH
    ankle = knee - shank[:, 1] * SHANK
    return FreeLegFrames(thigh, shank, shank @ lean(-leg.ankle), knee, ankle)


def _add_free(body: Body, wishes: Wishes, side: Side, leg: FreeLeg) -> None:
    hip = leg.hip
    if leg.settles and abs(wishes.pelvis.roll) < 30:
        hip = _settled_hip(body, side, leg)
    swung = _swing(body, side, leg, _cleared_hip(body, side, leg, hip))
    _put(body, side, swung.knee, swung.ankle, swung.thigh[:, 0])
    _put_foot(body, side, swung.foot)
    body.angles[f"{side}.ankle"] = leg.ankle


def _settled_hip(body: Body, side: Side, leg: FreeLeg) -> float:
    """The hip angle at which a resting leg lies on the floor."""
    found = nearest_root(
        lambda hip: _swing(body, side, leg, hip).lying_height(),
        leg.hip,
        (leg.hip - 30, leg.hip + 30),
        6.0,
    )
    return leg.hip if found is None else found


def _cleared_hip(body: Body, side: Side, leg: FreeLeg, hip: float) -> float:
    """A moving leg is lifted just clear of the floor."""
    if _swing(body, side, leg, hip).lowest() >= 0:
        return hip
    for step in np.arange(0.5, 20, 0.5):
        for moved in (hip + step, hip - step):
            if _swing(body, side, leg, float(moved)).lowest() >= 0:
                return float(moved)
    return hip


def _add_standing(body: Body, wishes: Wishes, side: Side, leg: StandingLeg) -> None:
    ankle, foot = standing_foot(side, leg)
    lifted = vector(0, 0.6, 0) if wishes.solve in ("lie", "sit") else vector(0, 0, 0)
    pole = unit(0.6 * foot[:, 0] + 0.8 * body.frames["pelvis"][:, 0] + lifted)
    hip = body.points[f"hip_{side}"]
    knee, end, bend = middle_joint(hip, ankle, THIGH, SHANK, pole)
    _put(body, side, knee, end, bend)
    _put_foot(body, side, foot)
    if leg.heel > leg.toes:
        body.points[f"toe_{side}"] = end + _toes_down(side, leg, foot)
    short = length(ankle - hip) - length(end - hip)
    shift = end - ankle
    nearest = f"fwd: {leg.fwd + shift[0]:.2f}, out: {leg.out + SIGN[side] * shift[2]:.2f}"
    body.misses[f"foot_{side}"] = Miss(short, nearest)


def standing_foot(side: Side, leg: StandingLeg) -> tuple[Vector, Matrix]:
    """Ankle and frame of a foot on the floor; it pivots on the ball, or on the heel."""
    flat = turn(SIGN[side] * leg.toe)
    turned = flat @ lean(leg.heel - leg.toes)
    ankle = vector(leg.fwd, FOOT_HEIGHT + leg.up, SIGN[side] * leg.out)
    on_ball = leg.heel >= leg.toes
    pivot = ankle + flat @ (BALL_PIVOT if on_ball else HEEL_PIVOT)
    return pivot + turned @ flat.T @ (ankle - pivot), turned


def _toes_down(side: Side, leg: StandingLeg, foot: Matrix) -> Vector:
    """From the ankle to the toes of a foot on its ball: they stay flat, bent where the foot is."""
    flat = turn(SIGN[side] * leg.toe)
    return foot @ BALL_PIVOT + flat @ (SOLE["toe"] - BALL_PIVOT)


def _add_kneeling(body: Body, side: Side, leg: KneelingLeg) -> None:
    wanted, ankle = kneeling_points(side, leg)
    hip = body.points[f"hip_{side}"]
    knee = hip + unit(wanted - hip) * THIGH
    body.misses[f"knee_{side}"] = Miss(length(wanted - hip) - THIGH)
    _put(body, side, knee, knee + unit(ankle - knee) * SHANK, FRONT)
    _put_foot(body, side, _kneeling_foot(leg))


def kneeling_points(side: Side, leg: KneelingLeg) -> tuple[Vector, Vector]:
    """Knee and ankle of a shank that lies on the floor, or slopes to a foot on its toes."""
    knee = vector(leg.fwd, KNEE_FLESH, SIGN[side] * leg.out)
    foot = _kneeling_foot(leg)
    deepest = max(-float((foot @ SOLE[part])[1]) for part in SOLE)
    rise = max(FLAT_ANKLE, deepest + TOE_FLESH) - KNEE_FLESH
    back = float(np.sqrt(SHANK**2 - rise**2))
    return knee, knee + vector(-back, rise, 0)


def _kneeling_foot(leg: KneelingLeg) -> Matrix:
    tuck = clamp(leg.tuck, 0, 1)
    return lean(INSTEP_DOWN + (ON_TOES - INSTEP_DOWN) * tuck)


def _put(body: Body, side: Side, knee: Vector, ankle: Vector, pole: Vector) -> None:
    hip = body.points[f"hip_{side}"]
    body.points[f"knee_{side}"], body.points[f"ankle_{side}"] = knee, ankle
    upper, lower = unit(knee - hip), unit(ankle - knee)
    bent = angle(upper, lower)
    front = unit(across(pole, upper)) if bent < STRAIGHT else -unit(across(lower, upper), pole)
    right = np.cross(front, -upper)
    body.frames[f"thigh_{side}"] = np.column_stack([front, -upper, right])
    shank_front = unit(np.cross(-lower, right))
    body.frames[f"shank_{side}"] = np.column_stack([shank_front, -lower, right])
    body.angles[f"{side}.knee"] = bent
    _measure_hip(body, side)


def _measure_hip(body: Body, side: Side) -> None:
    """Flexion, then out, then rotation: the order in which `_swing` turns the thigh."""
    relative = body.frames["pelvis"].T @ body.frames[f"thigh_{side}"]
    out = float(np.degrees(np.arcsin(clamp(relative[2, 1], -1, 1))))
    flexion = float(np.degrees(np.arctan2(-relative[0, 1], relative[1, 1])))
    rest = tilt(-out) @ lean(flexion) @ relative
    rotation = float(np.degrees(np.arctan2(rest[0, 2], rest[0, 0])))
    body.angles[f"{side}.hip.flex"] = flexion
    body.angles[f"{side}.hip.out"] = -SIGN[side] * out
    body.angles[f"{side}.hip.rot"] = -SIGN[side] * rotation


def _put_foot(body: Body, side: Side, turned: Matrix) -> None:
    ankle = body.points[f"ankle_{side}"]
    body.frames[f"foot_{side}"] = turned
    for part, place in SOLE.items():
        body.points[f"{part}_{side}"] = ankle + turned @ place
    front, up, right = body.frames[f"shank_{side}"].T
    body.angles[f"{side}.ankle"] = angle(turned[:, 0], -up) - 90
    twist = np.degrees(np.arctan2(-(turned[:, 2] @ front), turned[:, 2] @ right))
    body.angles[f"{side}.foot.rot"] = SIGN[side] * float(twist)
