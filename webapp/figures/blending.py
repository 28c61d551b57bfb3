"""On the way between two poses: what is wished is blended, then solved anew for each frame.

So a hand that stays on the floor stays there exactly, and a hand on its way between two places
moves along the line between them instead of through the body.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from webapp.figures.arms import carries, elbow_pole, on_floor
from webapp.figures.body import Body
from webapp.figures.geometry import Vector, between, cos, sin, unit
from webapp.figures.skeleton import SIDES, Side
from webapp.figures.solving import solve
from webapp.figures.wishes import (
    CarriedHand,
    FreeArm,
    FreeLeg,
    PassingArm,
    Pelvis,
    PlacedArm,
    Pointing,
    Rest,
    Wishes,
    combine,
    shape,
)


@dataclass(frozen=True)
class Keyframe:
    """A pose and the body it leads to."""

    wishes: Wishes
    body: Body

    @classmethod
    def of(cls, wishes: Wishes) -> Keyframe:
        return cls(wishes, solve(wishes))


@dataclass(frozen=True)
class Between:
    """A place between two poses: `share` of the way, and the poses before and after in a flow."""

    start: Keyframe
    end: Keyframe
    share: float
    outer: tuple[Keyframe, Keyframe] | None = None

    def blend(self) -> Wishes:
        a, b = self.start.wishes, self.end.wishes
        wishes = replace(
            a,
            pelvis=self._pelvis(),
            lumbar=self._mixed([each.lumbar for each in self._wishes()]),
            thoracic=self._mixed([each.thoracic for each in self._wishes()]),
            neck=self._mixed([each.neck for each in self._wishes()]),
            rest=self._rest(),
            pillow=combine([a.pillow, b.pillow], self._straight()),
        )
        if a.head_rests != b.head_rests:
            flexes = [self.start.body.neck_flex, self.end.body.neck_flex]
            flex = combine(flexes, self._straight())
            wishes = replace(wishes, head_rests=False, neck=replace(wishes.neck, flex=flex))
        for side in SIDES:
            wishes = self._limbs(wishes, side)
        return wishes

    def _limbs(self, wishes: Wishes, side: Side) -> Wishes:
        for kind, value in (
            ("shoulder", self._mixed(self._each("shoulder", side))),
            ("arm", self._arm(side)),
            ("hand", self._hand(side)),
            ("leg", self._leg(side)),
        ):
            wishes = wishes.with_limb(kind, side, value)
        return wishes

    def _keys(self) -> list[Keyframe]:
        ends = [self.start, self.end]
        return [self.outer[0], *ends, self.outer[1]] if self.outer else ends

    def _wishes(self) -> list[Wishes]:
        return [key.wishes for key in self._keys()]

    def _each(self, kind: str, side: Side) -> list[Any]:
        return [wishes.limb(kind, side) for wishes in self._wishes()]

    def _straight(self) -> tuple[float, float]:
        return (1 - self.share, self.share)

    def _mixed(self, items: Sequence[Any]) -> Any:
        """Blended along a spline where all four poses ask in the same shape, else straight."""
        if len(items) == 4 and len({repr(shape(item)) for item in items}) == 1:
            return combine(items, spline_weights(self.share))
        ends = items if len(items) == 2 else items[1:3]
        return combine(ends, self._straight())

    def _pelvis(self) -> Pelvis:
        a, b = self.start.wishes, self.end.wishes
        alike = shape(a.pelvis) == shape(b.pelvis) and a.rest == b.rest
        if alike and (a.pelvis.lean is not None or self._is_held()):
            mixed: Pelvis = self._mixed([each.pelvis for each in self._wishes()])
            return mixed
        leans = [self.start.body.lean, self.end.body.lean]
        both = [
            replace(wishes.pelvis, lean=leaning)
            for wishes, leaning in zip((a, b), leans, strict=True)
        ]
        pelvis: Pelvis = combine(both, self._straight())
        return pelvis

    def _is_held(self) -> bool:
        """Some arm carries all the way, or nothing would say how far to lean."""
        limbs = self.start.wishes.limbs, self.end.wishes.limbs
        if "head" in (self.start.wishes.rest, self.end.wishes.rest):
            return True
        return any(all(carries(each.arm[side]) for each in limbs) for side in SIDES)

    def _rest(self) -> Rest | None:
        a, b = self.start.wishes, self.end.wishes
        if a.rest == b.rest:
            return a.rest
        if a.solve != "lie":
            return None
        return "upper_back" if "upper_back" in (a.rest, b.rest) else "pelvis"

    def _arm(self, side: Side) -> Any:
        a, b = self.start.wishes.limb("arm", side), self.end.wishes.limb("arm", side)
        if shape(a) == shape(b):
            return self._mixed(self._each("arm", side))
        if isinstance(a, PlacedArm) and isinstance(b, PlacedArm):
            return self._placed_arm(side, a, b)
        free = [measured_arm(self.start.body, side), measured_arm(self.end.body, side)]
        return _swung(free, self._straight())

    def _placed_arm(self, side: Side, a: PlacedArm, b: PlacedArm) -> PlacedArm | PassingArm:
        poles = [_local_pole(self.start.body, side, a), _local_pole(self.end.body, side, b)]
        elbow = Pointing(combine(poles, self._straight()), "body")
        if shape(a.spot) == shape(b.spot):
            ends = [replace(a, elbow=elbow), replace(b, elbow=elbow)]
            mixed: PlacedArm = combine(ends, self._straight())
            return mixed
        hands = [key.body.frames[f"hand_{side}"][:, 0] for key in (self.start, self.end)]
        fingers = Pointing(unit(combine(hands, self._straight())), "world")
        return PassingArm(a.spot, b.spot, self.share, elbow, fingers)

    def _hand(self, side: Side) -> Any:
        arms = [key.wishes.limb("arm", side) for key in (self.start, self.end)]
        hands = [key.wishes.limb("hand", side) for key in (self.start, self.end)]
        if all(on_floor(arm) for arm in arms):
            return hands[0]
        if shape(arms[0]) == shape(arms[1]) and shape(hands[0]) == shape(hands[1]):
            return self._mixed(self._each("hand", side))
        turned = [
            key.body.frames[f"forearm_{side}"].T @ key.body.frames[f"hand_{side}"]
            for key in (self.start, self.end)
        ]
        return CarriedHand(between(turned[0], turned[1], self.share))

    def _leg(self, side: Side) -> Any:
        a, b = self.start.wishes.limb("leg", side), self.end.wishes.limb("leg", side)
        if a == b:
            return a  # what comes before and after must not make a standing foot slip
        if shape(a) == shape(b):
            return self._mixed(self._each("leg", side))
        free = [measured_leg(key.body, side) for key in (self.start, self.end)]
        return combine(free, self._straight())


def spline_weights(u: float) -> tuple[float, float, float, float]:
    """A Catmull-Rom spline through four poses, between the middle two."""
    cube, square = u**3, u**2
    leave, arrive = cube - 2 * square + u, cube - square
    stay, come = 2 * cube - 3 * square + 1, -2 * cube + 3 * square
    return (-leave / 2, stay - arrive / 2, come + leave / 2, arrive / 2)


def measured_arm(body: Body, side: Side) -> FreeArm:
    """A solved arm as angles."""
    fold = body.frames["chest"].T @ body.frames[f"upper_arm_{side}"][:, 1]
    return FreeArm(
        lift=body.angles[f"{side}.shoulder.raise"],
        plane=body.angles[f"{side}.shoulder.plane"],
        elbow=body.angles[f"{side}.elbow"],
        forearm=Pointing(fold, "body"),
    )


def _swung(arms: Sequence[FreeArm], weights: Sequence[float]) -> FreeArm:
    """Blended on a map of directions seen from below: hanging is its centre, plane its bearing.

    So the plane of an arm that hangs, which says nothing, weighs nothing.
    """
    mixed: FreeArm = combine(arms, weights)
    forward = combine([arm.lift * cos(arm.plane) for arm in arms], weights)
    aside = combine([arm.lift * sin(arm.plane) for arm in arms], weights)
    plane = float(np.degrees(np.arctan2(aside, forward)))
    return replace(mixed, lift=float(np.hypot(forward, aside)), plane=plane)


def measured_leg(body: Body, side: Side) -> FreeLeg:
    """A solved leg as angles."""
    return FreeLeg(
        hip=body.angles[f"{side}.hip.flex"],
        out=body.angles[f"{side}.hip.out"],
        rot=body.angles[f"{side}.hip.rot"],
        knee=body.angles[f"{side}.knee"],
        ankle=body.angles[f"{side}.ankle"],
    )


def _local_pole(body: Body, side: Side, arm: PlacedArm) -> Vector:
    return body.frames["chest"].T @ elbow_pole(body, side, arm)


def eased(u: float, kind: str) -> float:
    """How far a movement is after a share of its time."""
    return float(
        {
            "linear": u,
            "in": u * u,
            "out": 1 - (1 - u) ** 2,
            "inout": u * u * (3 - 2 * u),
        }[kind]
    )


def shares(count: int) -> list[float]:
    return [float(x) for x in np.linspace(0, 1, count + 1)[1:]]
