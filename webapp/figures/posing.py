"""From the words of a figure to complete wishes: base, then set-up, then pose."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import yaml

from webapp.content.model import Model
from webapp.content.reading import PlainLoader
from webapp.figures import words
from webapp.figures.arms import arms_waited_for
from webapp.figures.body_schema import (
    ArmWish,
    FootWish,
    ForearmWish,
    HandWish,
    KneeWish,
    LegWish,
    PelvisWish,
    ShoulderWish,
)
from webapp.figures.geometry import UP, Vector, unit, vector
from webapp.figures.schema import Base, Figure, Pose, Posture
from webapp.figures.skeleton import SIDES, SIGN, SPINE_SHARE, Side
from webapp.figures.wishes import (
    Arm,
    Curve,
    FreeArm,
    FreeLeg,
    Hand,
    KneelingLeg,
    Limbs,
    Pelvis,
    PlacedArm,
    Pointing,
    RestingArm,
    Shoulder,
    Spot,
    StandingLeg,
    Wishes,
    combine,
    mirror,
)

BASES = Path(__file__).with_name("bases.yaml")
HANGING = FreeArm()
RAISED = FreeArm(lift=5.0, plane=60.0, elbow=8.0)
WHOLE_FRAMES = {
    "front": vector(1, 0, 0),
    "back": vector(-1, 0, 0),
    "headward": UP,
    "footward": -UP,
    "ceiling": UP,
    "floor": -UP,
}
Wish = TypeVar("Wish", bound=Model)
SIDED = ("turn", "roll", "tilt", "side", "bend")
TUCKS = {"flat": 0.0, "tucked": 1.0}


class PoseError(ValueError):
    """A pose that contradicts itself; `key` says where, the message what is possible."""

    def __init__(self, key: str, remedy: str) -> None:
        super().__init__(f"{key}: {remedy}")
        self.key, self.remedy = key, remedy


@cache
def bases() -> dict[str, Base]:
    found = yaml.load(BASES.read_text("utf-8"), PlainLoader)  # noqa: S506 a safe loader's child
    return {name: Base.model_validate_json(json.dumps(base)) for name, base in found.items()}


def wishes_of(figure: Figure) -> dict[str, Wishes]:
    """Every pose of a figure in full, by name; raises PoseError."""
    start = _apply(_base_wishes(figure.base), figure.setup, "setup", is_base=False)
    found: dict[str, Wishes] = {}

    def pose(name: str) -> Wishes:
        if name not in found:
            found[name] = _pose(figure.poses[name], name, start, pose)
        return found[name]

    for name in figure.poses:
        pose(name)
    if figure.zoom and figure.zoom.exaggerate > 1:
        return _exaggerated(found, figure.first, figure.zoom.exaggerate)
    return {name: found[name] for name in figure.poses}


def _pose(pose: Pose, name: str, start: Wishes, other: Callable[[str], Wishes]) -> Wishes:
    if pose.mirror:
        start = mirror(other(pose.mirror))
    elif pose.start_from:
        start = other(pose.start_from)
    wishes = _apply(start, pose, f"poses.{name}", is_base=False)
    _check_arms(wishes, f"poses.{name}")
    _check_knees(wishes, f"poses.{name}")
    return wishes


def _check_arms(wishes: Wishes, who: str) -> None:
    """A hand can be put to the other arm, if that one does not wait for it in turn."""
    waiting = [side for side in SIDES if arms_waited_for(wishes, side)]
    for side in waiting:
        key = f"{who}.hand_{side}"
        if side in arms_waited_for(wishes, side):
            raise PoseError(key, "a hand cannot be put to its own arm; name another place")
        if len(waiting) == len(SIDES):
            raise PoseError(
                key, "each hand is put to the other arm; put one of them elsewhere, such as chest"
            )


def _check_knees(wishes: Wishes, who: str) -> None:
    """One who kneels is held up by a knee, one in a plank by a foot."""
    if wishes.solve == "plank" and not wishes.stands_on:
        raise PoseError(who, "no foot is on the floor; add `foot_l: {touch: floor}` or foot_r")
    if wishes.solve == "kneel" and not wishes.kneels_on:
        raise PoseError(who, "no knee is on the floor; add `knee_l: {touch: floor}` or knee_r")


def _exaggerated(found: dict[str, Wishes], first: str, times: float) -> dict[str, Wishes]:
    """Small movements of the spine, made this much larger than they are."""
    base = found[first]
    return {
        name: replace(
            wishes,
            **{
                region: combine([base.curve(region), wishes.curve(region)], [1 - times, times])
                for region in ("lumbar", "thoracic", "neck")
            },
        )
        for name, wishes in found.items()
    }


def _base_wishes(name: str) -> Wishes:
    base = bases()[name]
    empty = Wishes(
        solve=base.solve,
        pelvis=Pelvis(lean=None if base.finds_lean else 0.0, seat=base.seat),
        lumbar=Curve(),
        thoracic=Curve(),
        neck=Curve(),
        limbs=Limbs(
            shoulder=dict.fromkeys(SIDES, Shoulder()),
            arm=dict.fromkeys(SIDES, HANGING),
            hand=dict.fromkeys(SIDES, Hand()),
            leg=dict.fromkeys(SIDES, FreeLeg()),
        ),
        head_rests=base.solve == "lie",
    )
    return _apply(empty, base.pose, f"bases.{name}", is_base=True)


def _apply(wishes: Wishes, posture: Posture, who: str, *, is_base: bool) -> Wishes:
    wishes = _apply_trunk(wishes, posture, is_base=is_base)
    for side in SIDES:
        wishes = _apply_shoulder(wishes, side, _both(posture, "shoulder", side, ShoulderWish))
        wishes = _apply_arm(wishes, side, _both(posture, "arm", side, ArmWish))
        wishes = _apply_hand(wishes, side, _both(posture, "hand", side, HandWish), who)
        forearm = _both(posture, "forearm", side, ForearmWish)
        wishes = _apply_forearm(wishes, side, forearm, who)
        wishes = _apply_leg(wishes, side, _both(posture, "leg", side, LegWish), settles=is_base)
        wishes = _apply_knee(wishes, side, _both(posture, "knee", side, KneeWish), who)
        wishes = _apply_foot(wishes, side, _both(posture, "foot", side, FootWish), who)
    return wishes


def _both(posture: Posture, limb: str, side: Side, kind: type[Wish]) -> Wish | None:
    """What is asked of one limb: the pair's wish with the side's own laid over it."""
    pair = getattr(posture, "feet" if limb == "foot" else f"{limb}s")
    own = getattr(posture, f"{limb}_{side}")
    given = {**_given(pair), **_given(own)}
    if not given:
        return None
    return cast(Wish, kind.model_construct(_fields_set=set(given), **given))


def _given(wish: Model | None) -> dict[str, Any]:
    return {} if wish is None else {name: getattr(wish, name) for name in wish.model_fields_set}


def _numbers(wish: Model, names: tuple[str, ...]) -> dict[str, Any]:
    """The given ones of these fields, sides read as signs."""
    return {
        name: words.sided(value) if isinstance(value, str) else float(value)
        for name, value in _given(wish).items()
        if name in names and value is not None
    }


def _apply_trunk(wishes: Wishes, posture: Posture, *, is_base: bool) -> Wishes:
    if posture.pelvis:
        numbers = _numbers(posture.pelvis, tuple(PelvisWish.model_fields))
        wishes = replace(wishes, pelvis=replace(wishes.pelvis, **numbers))
    if posture.rest:
        wishes = replace(wishes, rest=posture.rest)
    if posture.pillow is not None:
        wishes = replace(wishes, pillow=float(posture.pillow))
    if posture.neck and not is_base and posture.neck.flex is not None:
        wishes = replace(wishes, head_rests=False)
    return replace(
        wishes,
        lumbar=_curve(wishes.lumbar, posture, "lumbar", 0),
        thoracic=_curve(wishes.thoracic, posture, "thoracic", 1),
        neck=_curve(wishes.neck, posture, "neck", None),
    )


def _curve(curve: Curve, posture: Posture, region: str, share: int | None) -> Curve:
    fields = ("flex", "bend", "turn")
    if posture.spine and share is not None:
        wished = _numbers(posture.spine, fields)
        curve = replace(
            curve, **{key: value * SPINE_SHARE[key][share] for key, value in wished.items()}
        )
    own = getattr(posture, region)
    return replace(curve, **_numbers(own, fields)) if own else curve


def _apply_shoulder(wishes: Wishes, side: Side, wish: ShoulderWish | None) -> Wishes:
    if wish is None:
        return wishes
    now = replace(wishes.limbs.shoulder[side], **_numbers(wish, ("up", "fwd")))
    return wishes.with_limb("shoulder", side, now)


def _apply_arm(wishes: Wishes, side: Side, wish: ArmWish | None) -> Wishes:
    if wish is None:
        return wishes
    given = _given(wish)
    arm = wishes.limbs.arm[side]
    free = arm if isinstance(arm, FreeArm) else RAISED
    numbers: dict[str, Any] = {key: float(given[key]) for key in ("lift", "elbow") if key in given}
    if "to" in given:
        to = given["to"]
        numbers["plane"] = words.ARM_PLANES[to] if isinstance(to, str) else float(to)
    free = replace(free, **numbers)
    if "forearm" in given:
        free = replace(free, forearm=_pointing(given["forearm"], side))
    elif {"lift", "to"} & given.keys():
        free = replace(free, forearm=None)
    return _turn_hand(wishes.with_limb("arm", side, free), side, wish)


def _apply_hand(wishes: Wishes, side: Side, wish: HandWish | None, who: str) -> Wishes:
    if wish is None:
        return wishes
    arm = _placed(wishes.limbs.arm[side], wish, f"{who}.hand_{side}")
    given = _given(wish)
    if "bend" in given:
        arm = replace(arm, bend=float(given["bend"]))
    if "elbow" in given:
        arm = replace(arm, elbow=_pointing(given["elbow"], side))
    if wish.touch == "floor":
        hand = replace(_plain_hand(wishes, side), palm=None, fingers=None)
        wishes = wishes.with_limb("hand", side, hand)
    return _turn_hand(wishes.with_limb("arm", side, arm), side, wish)


def _apply_forearm(wishes: Wishes, side: Side, wish: ForearmWish | None, who: str) -> Wishes:
    if wish is None:
        return wishes
    arm = wishes.limbs.arm[side]
    if not isinstance(arm, RestingArm):
        if wish.touch is None:
            raise PoseError(
                f"{who}.forearm_{side}", "the forearm is not on the floor; add `touch: floor`"
            )
        arm = RestingArm()
    numbers = _numbers(wish, ("fwd", "out", "inward"))
    plain = wishes.with_limb("hand", side, Hand())
    return plain.with_limb("arm", side, replace(arm, **numbers))


def _placed(arm: Arm, wish: HandWish, who: str) -> PlacedArm:
    """The spot the hand goes to; offsets start anew at a new place."""
    place = wish.touch or wish.near
    if place is None and not isinstance(arm, PlacedArm):
        raise PoseError(who, "say where: add touch or near and a place, such as `near: chest`")
    before = arm if isinstance(arm, PlacedArm) else PlacedArm(Spot("", touch=False))
    spot = before.spot
    if place is not None:
        offset = spot.offset if spot.place == place else vector(0, 0, 0)
        spot = Spot(place, wish.touch is not None, offset)
    given = _numbers(wish, ("fwd", "up", "out"))
    axes = ("fwd", "up", "out")
    offset = vector(*(given.get(key, spot.offset[i]) for i, key in enumerate(axes)))
    return replace(before, spot=replace(spot, offset=offset))


def _plain_hand(wishes: Wishes, side: Side) -> Hand:
    hand = wishes.limbs.hand[side]
    return hand if isinstance(hand, Hand) else Hand()


def _turn_hand(wishes: Wishes, side: Side, wish: ArmWish | HandWish) -> Wishes:
    given = _given(wish)
    hand = _plain_hand(wishes, side)
    if given.get("wrist") is not None:
        hand = replace(hand, wrist=float(given["wrist"]))
    turned: dict[str, Any] = {
        key: None if given[key] == "free" else _pointing(given[key], side)
        for key in ("palm", "fingers")
        if given.get(key) is not None
    }
    return wishes.with_limb("hand", side, replace(hand, **turned))


def _apply_leg(wishes: Wishes, side: Side, wish: LegWish | None, *, settles: bool) -> Wishes:
    if wish is None:
        return wishes
    leg = wishes.limbs.leg[side]
    free = leg if isinstance(leg, FreeLeg) else FreeLeg()
    numbers = _numbers(wish, ("hip", "out", "rot", "knee", "ankle"))
    return wishes.with_limb("leg", side, replace(free, settles=settles, **numbers))


def _apply_knee(wishes: Wishes, side: Side, wish: KneeWish | None, who: str) -> Wishes:
    if wish is None:
        return wishes
    leg = wishes.limbs.leg[side]
    if not isinstance(leg, KneelingLeg):
        if wish.touch is None:
            raise PoseError(
                f"{who}.knee_{side}", "the knee is not on the floor; add `touch: floor`"
            )
        leg = KneelingLeg()
    numbers = _numbers(wish, ("fwd", "out"))
    now = replace(leg, **numbers)
    return wishes.with_limb("leg", side, replace(now, tuck=TUCKS[wish.toes]) if wish.toes else now)


def _apply_foot(wishes: Wishes, side: Side, wish: FootWish | None, who: str) -> Wishes:
    if wish is None:
        return wishes
    leg = wishes.limbs.leg[side]
    if not isinstance(leg, StandingLeg):
        if wish.touch is None:
            raise PoseError(
                f"{who}.foot_{side}", "the foot is not on the floor; add `touch: floor`"
            )
        leg = StandingLeg()
    numbers = _numbers(wish, ("fwd", "out", "up", "toe", "heel", "toes"))
    return wishes.with_limb("leg", side, replace(leg, **numbers))


def _pointing(text: str, side: Side) -> Pointing:
    each = [word.strip() for word in text.split("+")]
    out = vector(0, 0, SIGN[side])
    vectors = {**WHOLE_FRAMES, "out": out, "in": -out}
    total: Vector = sum((vectors[word] for word in each), vector(0, 0, 0))
    in_room = each[0] in words.WORLD_DIRECTIONS
    return Pointing(unit(total), "world" if in_room else "body")
