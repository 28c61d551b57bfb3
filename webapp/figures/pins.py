"""What stays where it is from one pose to the next: hands, feet, knees, and a trunk that rests.

Each by one point. What is lifted at either end is on its way and may move.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from webapp.figures.arms import on_floor
from webapp.figures.body import Body
from webapp.figures.geometry import Vector
from webapp.figures.legs import BALL_PIVOT, HEEL_PIVOT
from webapp.figures.skeleton import PALM, SIDES, Side
from webapp.figures.wishes import KneelingLeg, PlacedArm, RestingArm, StandingLeg, Wishes

# Where a hand that turns on the floor turns: below the palm.
PALM_PIVOT = 0.6 * PALM
TRUNK_POINTS = {"pelvis": "pelvis", "upper_back": "c7"}
# Statures: what is asked to be higher over its place does not rest there.
TOUCHES = 0.004


@dataclass(frozen=True)
class Pin:
    """One part of the body that both poses have on the floor or the seat."""

    limb: Literal["hand", "elbow", "foot", "knee", "pelvis", "upper_back"]
    side: Side | None = None
    on_heel: bool = False

    @property
    def name(self) -> str:
        return f"{self.limb}_{self.side}" if self.side else self.limb

    def place(self, body: Body) -> Vector:
        """The point that may not move, in the room."""
        if self.limb in TRUNK_POINTS:
            return body.points[TRUNK_POINTS[self.limb]]
        if self.limb == "hand":
            fingers: Vector = body.frames[f"hand_{self.side}"][:, 0]
            return body.points[f"wrist_{self.side}"] + fingers * PALM_PIVOT
        if self.limb in ("knee", "elbow"):
            return body.points[self.name]
        pivot = HEEL_PIVOT if self.on_heel else BALL_PIVOT
        return body.points[f"ankle_{self.side}"] + body.frames[f"foot_{self.side}"] @ pivot


def pins(a: Wishes, b: Wishes) -> list[Pin]:
    limbs = [pin for side in SIDES for pin in (*_hand(a, b, side), *_leg(a, b, side))]
    return [*limbs, *_trunk(a, b)]


def _trunk(a: Wishes, b: Wishes) -> list[Pin]:
    """Of one who lies or sits: the upper back where a bridge is made, else the pelvis."""
    if a.solve not in ("lie", "sit"):
        return []
    if "upper_back" in (a.rest, b.rest):
        return [Pin("upper_back")]
    return [] if _is_lifted(a.pelvis.up, b.pelvis.up) else [Pin("pelvis")]


def _is_lifted(*heights: float) -> bool:
    return max(heights) > TOUCHES


def _hand(a: Wishes, b: Wishes, side: Side) -> list[Pin]:
    arms = [wishes.limbs.arm[side] for wishes in (a, b)]
    if all(isinstance(arm, RestingArm) for arm in arms):
        return [Pin("elbow", side)]
    spots = [arm.spot for arm in arms if isinstance(arm, PlacedArm) and on_floor(arm)]
    lifted = _is_lifted(*(float(spot.offset[1]) for spot in spots), 0)
    return [Pin("hand", side)] if len(spots) == 2 and not lifted else []


def _leg(a: Wishes, b: Wishes, side: Side) -> list[Pin]:
    legs = [wishes.limbs.leg[side] for wishes in (a, b)]
    if all(isinstance(leg, KneelingLeg) for leg in legs):
        return [Pin("knee", side)]
    feet = [leg for leg in legs if isinstance(leg, StandingLeg)]
    if len(feet) < 2 or _is_lifted(*(foot.up for foot in feet)):
        return []
    return [Pin("foot", side, on_heel=any(foot.toes > foot.heel for foot in feet))]
