"""What stays on the floor from one pose to the next: hands, feet, knees, each by one point."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from webapp.figures.arms import on_floor
from webapp.figures.body import Body
from webapp.figures.geometry import Vector, vector
from webapp.figures.skeleton import BALL, FOOT_HEIGHT, HEEL, PALM, SIDES, Side
from webapp.figures.wishes import KneelingLeg, StandingLeg, Wishes

# Where a hand or foot that turns on the floor turns: the ball, behind the heel, below the palm.
BALL_PIVOT = vector(BALL, -FOOT_HEIGHT, 0)
HEEL_PIVOT = vector(-0.6 * HEEL, -FOOT_HEIGHT, 0)
PALM_PIVOT = 0.6 * PALM


@dataclass(frozen=True)
class Pin:
    """One limb that both poses have on the floor."""

    limb: Literal["hand", "foot", "knee"]
    side: Side
    on_heel: bool = False

    @property
    def name(self) -> str:
        return f"{self.limb}_{self.side}"

    def place(self, body: Body) -> Vector:
        """The point that may not move, in the room."""
        if self.limb == "hand":
            fingers: Vector = body.frames[f"hand_{self.side}"][:, 0]
            return body.points[f"wrist_{self.side}"] + fingers * PALM_PIVOT
        if self.limb == "knee":
            return body.points[f"knee_{self.side}"]
        pivot = HEEL_PIVOT if self.on_heel else BALL_PIVOT
        return body.points[f"ankle_{self.side}"] + body.frames[f"foot_{self.side}"] @ pivot


def pins(a: Wishes, b: Wishes) -> list[Pin]:
    return [pin for side in SIDES for pin in (*_hand(a, b, side), *_leg(a, b, side))]


def _hand(a: Wishes, b: Wishes, side: Side) -> list[Pin]:
    both = all(on_floor(wishes.limbs.arm[side]) for wishes in (a, b))
    return [Pin("hand", side)] if both else []


def _leg(a: Wishes, b: Wishes, side: Side) -> list[Pin]:
    legs = [wishes.limbs.leg[side] for wishes in (a, b)]
    if all(isinstance(leg, KneelingLeg) for leg in legs):
        return [Pin("knee", side)]
    feet = [leg for leg in legs if isinstance(leg, StandingLeg)]
    if len(feet) < 2:
        return []
    return [Pin("foot", side, on_heel=any(foot.toes > foot.heel for foot in feet))]
