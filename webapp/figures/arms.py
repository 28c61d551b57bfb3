"""Arms and hands: by angles, or by where the hand is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from webapp.figures.body import Body, Miss
from webapp.figures.geometry import (
    FRONT,
    UP,
    Matrix,
    Vector,
    across,
    angle,
    carry,
    clamp,
    cos,
    frame,
    length,
    middle_joint,
    sin,
    turn,
    unit,
    vector,
)
from webapp.figures.landmarks import is_on_an_arm, landmark, part_of
from webapp.figures.skeleton import (
    FOREARM,
    HAND,
    HAND_FLESH,
    PALM,
    SIDES,
    SIGN,
    UPPER_ARM,
    Side,
)
from webapp.figures.wishes import (
    CarriedHand,
    FreeArm,
    Hand,
    PassingArm,
    PlacedArm,
    Pointing,
    RestingArm,
    Spot,
    Wishes,
)

# The girdle and the elbow depend on each other; after this many rounds they agree.
ROUNDS = 5
RELAXED_WRIST = 10.0
STRAIGHT, FOLDED = 8.0, 60.0
SOFT_GAP = 1e-6
# Heights of the joints of a forearm that lies on the floor.
RESTING_ELBOW, RESTING_WRIST = 0.021, 0.020


@dataclass(frozen=True)
class Aim:
    """Where the wrist goes when the fingers' way is known, else where the palm goes."""

    point: Vector
    fingers: Vector | None


def add_arms(body: Body, wishes: Wishes) -> None:
    """Both arms; one whose hand is put to the other arm comes second."""
    for side in sorted(SIDES, key=lambda each: _follows_other_arm(wishes, each)):
        arm = wishes.limbs.arm[side]
        if isinstance(arm, FreeArm):
            _add_free(body, side, arm)
        elif isinstance(arm, RestingArm):
            _add_resting(body, side, arm)
        else:
            _add_placed(body, wishes, side, arm)
        _add_hand(body, wishes, side)


def _follows_other_arm(wishes: Wishes, side: Side) -> bool:
    return bool(arms_waited_for(wishes, side))


def arms_waited_for(wishes: Wishes, side: Side) -> set[Side]:
    """The arms at which the hand of this side is put, or between which it is on its way."""
    arm = wishes.limbs.arm[side]
    if isinstance(arm, PlacedArm):
        spots = [arm.spot]
    else:
        spots = [arm.start, arm.end] if isinstance(arm, PassingArm) else []
    return {part_of(spot.place, side)[1] for spot in spots if is_on_an_arm(spot.place)}


def shoulder(body: Body, side: Side, arm_direction: Vector) -> Vector:
    """The shoulder joint: as the arm rises the girdle goes up by .036 and in by .026."""
    chest = body.frames["chest"]
    local = chest.T @ arm_direction
    lifted = angle(local, vector(0, -1, 0))
    share = clamp((lifted - 35) / 145, 0, 1)
    ahead = max(0.0, float(local[0]))
    moved = vector(
        0.016 * ahead * sin(lifted), 0.036 * share, -SIGN[side] * (0.026 * share + 0.008 * ahead)
    )
    return body.points[f"shoulder_at_rest_{side}"] + chest @ moved


def pointing(body: Body, wish: Pointing) -> Vector:
    return unit(body.frames["chest"] @ wish.vector if wish.frame == "body" else wish.vector)


def _add_free(body: Body, side: Side, arm: FreeArm) -> None:
    down = body.frames["chest"] @ arm_direction(side, arm.lift, arm.plane)
    fold = (
        pointing(body, arm.forearm) if arm.forearm is not None else _relaxed_fold(body, side, down)
    )
    start = shoulder(body, side, down)
    square = frame(down, fold)[:, 1]
    elbow = start + down * UPPER_ARM
    forearm = down * cos(arm.elbow) + square * sin(arm.elbow)
    _put(body, side, (start, elbow, elbow + forearm * FOREARM), square)


def arm_direction(side: Side, lift: float, plane: float) -> Vector:
    """In the chest's axes: 0 hangs, 90 is level; plane 0 is in front, 90 to the side."""
    return vector(
        sin(lift) * cos(plane),
        -cos(lift),
        SIGN[side] * sin(lift) * sin(plane),
    )


def _relaxed_fold(body: Body, side: Side, down: Vector) -> Vector:
    """Where a relaxed forearm folds: the front, carried along as the arm swings up."""
    chest = body.frames["chest"]
    hanging = -UP
    swing = carry(hanging, unit(chest.T @ down), vector(0, 0, 1))
    return chest @ (swing @ vector(1, 0, -SIGN[side] * 0.25))


def _add_placed(body: Body, wishes: Wishes, side: Side, arm: PlacedArm | PassingArm) -> None:
    aim = _aim(body, wishes, side, arm)
    reach = FOREARM if aim.fingers is not None else FOREARM + PALM
    pole = elbow_pole(body, side, arm)
    start = shoulder(body, side, unit(aim.point - body.points[f"shoulder_at_rest_{side}"]))
    for _ in range(ROUNDS):
        elbow, end, bend = middle_joint(start, aim.point, UPPER_ARM, reach, pole)
        moved = shoulder(body, side, unit(elbow - start))
        if length(moved - start) < SOFT_GAP:
            break
        start = moved
    elbow, end, bend = middle_joint(start, aim.point, UPPER_ARM, reach, pole)
    _put(body, side, (start, elbow, elbow + unit(end - elbow) * FOREARM), -bend)
    short = length(aim.point - start) - length(end - start)
    spot = arm.spot if isinstance(arm, PlacedArm) else arm.end
    shift = _along_floor(start, aim.point, end) if on_floor(arm) else end - aim.point
    body.misses[f"hand_{side}"] = Miss(short, _as_offset(body, side, spot, shift))


def _add_resting(body: Body, side: Side, arm: RestingArm) -> None:
    """The upper arm stands on the elbow, the forearm lies before it."""
    aim = elbow_on_floor(side, arm)
    start = shoulder(body, side, unit(aim - body.points[f"shoulder_at_rest_{side}"]))
    for _ in range(ROUNDS):
        start = shoulder(body, side, unit(aim - start))
    elbow = start + unit(aim - start) * UPPER_ARM
    drop = clamp(RESTING_WRIST - elbow[1], -FOREARM, FOREARM)
    along = resting_fingers(side, arm) * float(np.sqrt(FOREARM**2 - drop**2))
    wrist = elbow + along + UP * drop
    _put(body, side, (start, elbow, wrist), unit(along))
    shift = _along_floor(start, aim, elbow)
    nearest = f"fwd: {arm.fwd + shift[0]:.2f}, out: {arm.out + SIGN[side] * shift[2]:.2f}"
    body.misses[f"forearm_{side}"] = Miss(length(aim - start) - UPPER_ARM, nearest)


def elbow_on_floor(side: Side, arm: RestingArm) -> Vector:
    return vector(arm.fwd, RESTING_ELBOW, SIGN[side] * arm.out)


def resting_fingers(side: Side, arm: RestingArm) -> Vector:
    return turn(-SIGN[side] * arm.inward) @ FRONT


def _along_floor(start: Vector, aim: Vector, end: Vector) -> Vector:
    """How far a hand on the floor must be moved so that the arm reaches it."""
    reach, height = length(end - start), float(start[1] - aim[1])
    level = vector(1, 0, 1) * (aim - start)
    return unit(level) * (float(np.sqrt(max(0.0, reach**2 - height**2))) - length(level))


def elbow_pole(body: Body, side: Side, arm: PlacedArm | PassingArm) -> Vector:
    """Where the elbow points: as asked, else down and out."""
    if arm.elbow is not None:
        return pointing(body, arm.elbow)
    on_floor = isinstance(arm, PlacedArm) and arm.spot.place == "floor"
    default = (-0.35, -1.0, 0.35) if on_floor else (-0.25, -0.8, 0.55)
    return body.frames["chest"] @ unit(vector(default[0], default[1], SIGN[side] * default[2]))


def _aim(body: Body, wishes: Wishes, side: Side, arm: PlacedArm | PassingArm) -> Aim:
    if isinstance(arm, PassingArm):
        fingers = pointing(body, arm.fingers)
        spots = [spot_point(body, side, spot) for spot in (arm.start, arm.end)]
        palm = spots[0] * (1 - arm.share) + spots[1] * arm.share
        return Aim(palm - fingers * PALM, fingers)
    palm = spot_point(body, side, arm.spot)
    if on_floor(arm):
        flat = floor_fingers(body, wishes, side, palm)
        return Aim(palm - flat * PALM * 0.6, flat)
    wanted = finger_direction(body, wishes.limbs.hand[side])
    return Aim(palm if wanted is None else palm - wanted * PALM, wanted)


def on_floor(arm: object) -> bool:
    return isinstance(arm, PlacedArm) and arm.spot.touch and arm.spot.place == "floor"


def carries(arm: object) -> bool:
    """Its hand or its forearm is on the floor."""
    return on_floor(arm) or isinstance(arm, RestingArm)


def spot_point(body: Body, side: Side, spot: Spot) -> Vector:
    """Where a spot is in the room; a palm that touches the floor lies on it."""
    origin, axes = landmark(body, spot.place, side)
    point = origin + axes @ (spot.offset * vector(1, 1, SIGN[side]))
    if spot.touch and spot.place == "floor":
        point[1] = HAND_FLESH + spot.offset[1]
    return point


def floor_fingers(body: Body, wishes: Wishes, side: Side, palm: Vector) -> Vector:
    """Along the floor: as asked, to the front, or away from the shoulder of one who lies."""
    wanted = finger_direction(body, wishes.limbs.hand[side])
    if wanted is None:
        lying = wishes.solve == "lie"
        wanted = palm - body.points[f"shoulder_at_rest_{side}"] if lying else FRONT
    return unit(vector(wanted[0], 0, wanted[2]))


def finger_direction(body: Body, hand: Hand | CarriedHand) -> Vector | None:
    if isinstance(hand, CarriedHand) or hand.fingers is None:
        return None
    return pointing(body, hand.fingers)


def _as_offset(body: Body, side: Side, spot: Spot, shift: Vector) -> str:
    """The spot, moved by `shift`, in the words of the format."""
    _, axes = landmark(body, spot.place, side)
    forward, up, out = spot.offset + (axes.T @ shift) * vector(1, 1, SIGN[side])
    return f"fwd: {forward:.2f}, up: {up:.2f}, out: {out:.2f}"


def _put(body: Body, side: Side, joints: tuple[Vector, Vector, Vector], fold: Vector) -> None:
    """Shoulder, elbow and wrist; `fold` is where the forearm bends to."""
    start, elbow, wrist = joints
    for name, point in zip(("shoulder", "elbow", "wrist"), joints, strict=True):
        body.points[f"{name}_{side}"] = point
    upper, fore = unit(elbow - start), unit(wrist - elbow)
    bent = angle(upper, fore)
    square = fold if bent < STRAIGHT else unit(across(fore, upper), fold)
    body.frames[f"upper_arm_{side}"] = frame(upper, square)
    inner = across(square, fore) if bent < FOLDED else -across(upper, fore)
    body.frames[f"forearm_{side}"] = frame(fore, unit(inner, square))
    local = body.frames["chest"].T @ upper
    body.angles[f"{side}.shoulder.raise"] = angle(local, vector(0, -1, 0))
    body.angles[f"{side}.shoulder.plane"] = float(
        np.degrees(np.arctan2(SIGN[side] * local[2], local[0]))
    )
    body.angles[f"{side}.shoulder.rot"] = _rotation(side, local, body.frames["chest"].T @ square)
    body.angles[f"{side}.elbow"] = bent


def _rotation(side: Side, upper: Vector, fold: Vector) -> float:
    """Of the upper arm about itself, outwards (+): 0 where a hanging arm folds to the front.

    Both are in the chest's axes. A raised arm is first let down by the shortest way, as clinicians
    measure it; overhead, where every way is as short, the number says nothing.
    """
    hanging = carry(upper, -UP, vector(0, 0, 1)) @ fold
    return float(np.degrees(np.arctan2(SIGN[side] * hanging[2], hanging[0])))


def _add_hand(body: Body, wishes: Wishes, side: Side) -> None:
    forearm = body.frames[f"forearm_{side}"]
    hand, arm = wishes.limbs.hand[side], wishes.limbs.arm[side]
    if isinstance(arm, RestingArm):
        turned = frame(resting_fingers(side, arm), -UP)
    elif isinstance(hand, CarriedHand):
        turned = forearm @ hand.turned
    elif on_floor(arm):
        palm = spot_point(body, side, wishes.limb("arm", side).spot)
        turned = frame(floor_fingers(body, wishes, side, palm), -UP)
    else:
        turned = _free_hand(body, side, hand)
    _put_hand(body, side, turned)


def _free_hand(body: Body, side: Side, hand: Hand) -> Vector:
    along, inner = body.frames[f"forearm_{side}"][:, 0], body.frames[f"forearm_{side}"][:, 1]
    wanted = finger_direction(body, hand)
    fingers = along if wanted is None else wanted
    palm = np.cross(unit(across(inner, fingers), inner), fingers) * SIGN[side]
    if hand.palm is not None:
        faced = across(pointing(body, hand.palm), fingers)
        palm = unit(faced) if length(faced) > 0.15 else palm
    relaxed = RELAXED_WRIST if wanted is None else 0.0
    bend = relaxed if hand.wrist is None else hand.wrist
    return frame(
        fingers * cos(bend) + palm * sin(bend),
        palm * cos(bend) - fingers * sin(bend),
    )


def _put_hand(body: Body, side: Side, turned: Vector) -> None:
    wrist, fingers, palm = body.points[f"wrist_{side}"], turned[:, 0], turned[:, 1]
    thumb = np.cross(fingers, palm) * SIGN[side]
    body.frames[f"hand_{side}"] = turned
    body.points[f"palm_{side}"] = wrist + fingers * PALM
    body.points[f"tip_{side}"] = wrist + fingers * (HAND - 0.012)
    body.points[f"knuckle_{side}"] = wrist + fingers * 0.056
    body.points[f"thumb_{side}"] = wrist + fingers * 0.058 + thumb * 0.029 + palm * 0.008
    bend, deviation = _wrist(turned, thumb, body.frames[f"forearm_{side}"][:, 0])
    body.angles[f"{side}.wrist.flex"], body.angles[f"{side}.wrist.out"] = bend, deviation


def _wrist(turned: Matrix, thumb: Vector, forearm: Vector) -> tuple[float, float]:
    """Towards the palm (+) or the back of the hand, and away from the thumb (+) or towards it.

    Seen from the hand, so it does not matter how far the forearm is turned about itself.
    """
    fingers, palm = turned[:, 0], turned[:, 1]
    bend = float(np.degrees(np.arctan2(-(forearm @ palm), forearm @ fingers)))
    return bend, float(np.degrees(np.arcsin(clamp(forearm @ thumb, -1, 1))))
