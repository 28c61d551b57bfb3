"""What a pose asks of each part of the body, in numbers that can be blended.

Lengths in statures, angles in degrees. Sideways values are positive to the figure's right, except
inside a limb, where `out` is away from the midline on either side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, Literal

import numpy as np

from webapp.figures.geometry import Matrix, Vector, vector
from webapp.figures.skeleton import OTHER, SIDES, Side

Solve = Literal["stand", "kneel", "lie", "sit", "plank"]
Rest = Literal["trunk", "head", "upper_back", "pelvis"]


@dataclass(frozen=True)
class Pointing:
    """A direction in the chest's axes or in the world's."""

    vector: Vector
    frame: Literal["body", "world"]


# Decimals to which wishes are told apart, in statures and degrees: far below what can be seen.
ALIKE = 9


@dataclass(frozen=True)
class Curve:
    """What one region of the spine adds to its resting curve: rounding, side bend, turn."""

    flex: float = 0.0
    bend: float = 0.0
    turn: float = 0.0


@dataclass(frozen=True)
class Pelvis:
    """Where the pelvis is and how it is turned; `lean` None is found by the solver."""

    lean: float | None = 0.0
    turn: float = 0.0
    roll: float = 0.0
    tilt: float = 0.0
    fwd: float = 0.0
    up: float = 0.0
    side: float = 0.0
    drop: float = 0.0
    back: float = 0.0
    seat: float = 0.0


@dataclass(frozen=True)
class Shoulder:
    """Shrug and protraction, beyond what the arm itself brings along."""

    up: float = 0.0
    fwd: float = 0.0


@dataclass(frozen=True)
class Hand:
    """How the hand is turned: None follows the forearm, with a relaxed wrist."""

    palm: Pointing | None = None
    fingers: Pointing | None = None
    wrist: float | None = None


@dataclass(frozen=True)
class FreeArm:
    """An arm by its angles; `forearm` is where it folds to, None as a relaxed arm would."""

    lift: float = 7.0
    plane: float = 70.0
    elbow: float = 12.0
    forearm: Pointing | None = None


@dataclass(frozen=True)
class Spot:
    """A place on the body or the floor, and an offset in that place's own axes."""

    place: str
    touch: bool
    offset: Vector = field(default_factory=lambda: vector(0, 0, 0))


@dataclass(frozen=True)
class PlacedArm:
    """An arm whose hand is at a spot; `elbow` is where the elbow points, `bend` how soft it is."""

    spot: Spot
    elbow: Pointing | None = None
    bend: float = 6.0


@dataclass(frozen=True)
class PassingArm:
    """An arm whose hand is `share` of the way from one spot to another."""

    start: Spot
    end: Spot
    share: float
    elbow: Pointing
    fingers: Pointing


@dataclass(frozen=True)
class RestingArm:
    """An arm whose forearm lies on the floor: where its elbow is, how far the hand points in."""

    fwd: float = 0.0
    out: float = 0.0
    inward: float = 0.0


@dataclass(frozen=True)
class CarriedHand:
    """A hand turned against its forearm, as on the way between two poses."""

    turned: Matrix


@dataclass(frozen=True)
class FreeLeg:
    """A leg by its angles; one that `settles` sinks to the floor in a lying base."""

    hip: float = 0.0
    out: float = 0.0
    rot: float = 0.0
    knee: float = 0.0
    ankle: float = 0.0
    settles: bool = False


@dataclass(frozen=True)
class StandingLeg:
    """A foot on the floor: `toe` turned out, `heel` and `toes` lifted."""

    fwd: float = 0.0
    out: float = 0.0
    up: float = 0.0
    toe: float = 0.0
    heel: float = 0.0
    toes: float = 0.0


@dataclass(frozen=True)
class KneelingLeg:
    """A knee on the floor; `tuck` is 0 with the instep down, 1 on the toes, between on the way."""

    fwd: float = 0.0
    out: float = 0.0
    tuck: float = 0.0


Arm = FreeArm | PlacedArm | PassingArm | RestingArm
Leg = FreeLeg | StandingLeg | KneelingLeg


@dataclass(frozen=True)
class Limbs:
    """The four limbs of one pose, left and right."""

    shoulder: dict[Side, Shoulder]
    arm: dict[Side, Arm]
    hand: dict[Side, Hand | CarriedHand]
    leg: dict[Side, Leg]


@dataclass(frozen=True)
class Wishes:
    """One pose, wholly stated: what the solver turns into points."""

    solve: Solve
    pelvis: Pelvis
    lumbar: Curve
    thoracic: Curve
    neck: Curve
    limbs: Limbs
    rest: Rest | None = None
    head_rests: bool = False
    pillow: float = 0.0

    def curve(self, region: str) -> Curve:
        found: Curve = getattr(self, region)
        return found

    def limb(self, kind: str, side: Side) -> Any:
        return getattr(self.limbs, kind)[side]

    @property
    def kneels_on(self) -> set[Side]:
        return {side for side, leg in self.limbs.leg.items() if isinstance(leg, KneelingLeg)}

    @property
    def stands_on(self) -> set[Side]:
        return {side for side, leg in self.limbs.leg.items() if isinstance(leg, StandingLeg)}

    def with_limb(self, kind: str, side: Side, value: Any) -> Wishes:
        limbs = {**getattr(self.limbs, kind), side: value}
        return replace(self, limbs=replace(self.limbs, **{kind: limbs}))


def combine(items: Sequence[Any], weights: Sequence[float]) -> Any:
    """The weighted sum of wishes of one shape, number by number; words are the first one's."""
    first: Any = items[0]
    if is_dataclass(first) and not isinstance(first, type):
        parts = {
            each.name: combine([getattr(item, each.name) for item in items], weights)
            for each in fields(first)
        }
        return type(first)(**parts)
    if isinstance(first, dict):
        return {key: combine([item[key] for item in items], weights) for key in first}
    if isinstance(first, bool) or not isinstance(first, int | float | np.ndarray):
        return items[0]
    return sum(item * weight for item, weight in zip(items, weights, strict=True))


def shape(wish: Any) -> Any:
    """What must be the same of two wishes so that their numbers can be blended."""
    if is_dataclass(wish):
        inner = tuple(shape(getattr(wish, each.name)) for each in fields(wish))
        return (type(wish).__name__, inner)
    if isinstance(wish, dict):
        return tuple((key, shape(value)) for key, value in wish.items())
    if isinstance(wish, bool) or not isinstance(wish, int | float | np.ndarray):
        return wish
    return "number"


def identity(wish: Any) -> Any:
    """A key that is equal for wishes which differ by less than can be seen."""
    if is_dataclass(wish):
        return (type(wish).__name__, *(identity(getattr(wish, each.name)) for each in fields(wish)))
    if isinstance(wish, dict):
        return tuple((key, identity(value)) for key, value in wish.items())
    if isinstance(wish, list | tuple):
        return tuple(map(identity, wish))
    if isinstance(wish, np.ndarray):
        return (np.round(wish, ALIKE) + 0.0).tobytes()  # -0 is 0
    if isinstance(wish, float):
        return round(wish, ALIKE)
    return wish


def mirror(wishes: Wishes) -> Wishes:
    """The same pose on the other side."""
    pelvis = wishes.pelvis
    return replace(
        wishes,
        pelvis=replace(
            pelvis, turn=-pelvis.turn, roll=-pelvis.roll, tilt=-pelvis.tilt, side=-pelvis.side
        ),
        lumbar=_mirror_curve(wishes.lumbar),
        thoracic=_mirror_curve(wishes.thoracic),
        neck=_mirror_curve(wishes.neck),
        limbs=_mirror_limbs(wishes.limbs),
    )


def _mirror_limbs(limbs: Limbs) -> Limbs:
    flip = vector(1, 1, -1)
    return Limbs(
        **{
            each.name: {
                side: _mirror_limb(getattr(limbs, each.name)[OTHER[side]], flip) for side in SIDES
            }
            for each in fields(Limbs)
        }
    )


def _mirror_curve(curve: Curve) -> Curve:
    return replace(curve, bend=-curve.bend, turn=-curve.turn)


def _mirror_limb(limb: Any, flip: Vector) -> Any:
    """Offsets of a spot count outwards, so only directions and names of places change sides."""
    if isinstance(limb, Pointing):
        return replace(limb, vector=limb.vector * flip)
    if isinstance(limb, Spot):
        return replace(limb, place=other_place(limb.place))
    if is_dataclass(limb) and not isinstance(limb, type):
        parts = {each.name: _mirror_limb(getattr(limb, each.name), flip) for each in fields(limb)}
        return type(limb)(**parts)
    return limb


def other_place(place: str) -> str:
    """The same place on the other side of the body."""
    ends: dict[str, str] = {"_l": "_r", "_r": "_l"}
    return place[:-2] + ends[place[-2:]] if place[-2:] in ends else place
