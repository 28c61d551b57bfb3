"""What a pose may wish of each part of the body; lengths in statures, angles in degrees."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from webapp.content.model import Model
from webapp.figures.values import (
    STRAIGHT_IS_0,
    Direction,
    FreeDirection,
    Offset,
    Place,
    angle,
    arm_plane,
    joint,
    length,
    sided,
)


class PelvisWish(Model):
    """`lean` forward, `turn` and `tilt` to a side; `drop` bends the knees, `back` sits back.

    In a plank `back` pushes the hips back and up, as many degrees as they bend.
    """

    lean: Annotated[float, angle(-120, 150)] | None = None
    turn: Annotated[str, sided(180)] | None = None
    roll: Annotated[str, sided(90)] | None = None
    tilt: Annotated[str, sided(45)] | None = None
    side: Annotated[str, sided(0.5)] | None = None
    fwd: Offset | None = None
    up: Offset | None = None
    drop: Annotated[float, length(0, 0.4)] | None = None
    back: Annotated[float, angle(-30, 90)] | None = None


class SpineWish(Model):
    """The whole spine; shared out between the lumbar and the thoracic region."""

    flex: Annotated[float, angle(-47, 95)] | None = None
    bend: Annotated[str, sided(50)] | None = None
    turn: Annotated[str, sided(46)] | None = None


class LumbarWish(Model):
    """Rounding (+) or arching (-), side bend and turn of the low back."""

    flex: Annotated[float, joint("lumbar.flex")] | None = None
    bend: Annotated[str, sided(25)] | None = None
    turn: Annotated[str, sided(8)] | None = None


class ThoracicWish(Model):
    """Rounding (+) or arching (-), side bend and turn of the upper back."""

    flex: Annotated[float, joint("thoracic.flex")] | None = None
    bend: Annotated[str, sided(25)] | None = None
    turn: Annotated[str, sided(38)] | None = None


class NeckWish(Model):
    """Chin down (+) or up (-), side bend and turn of the neck."""

    flex: Annotated[float, joint("neck.flex")] | None = None
    bend: Annotated[str, sided(42)] | None = None
    turn: Annotated[str, sided(75)] | None = None


class ShoulderWish(Model):
    """Shrug and protraction."""

    up: Annotated[float, length(-0.05, 0.08)] | None = None
    fwd: Annotated[float, length(-0.08, 0.08)] | None = None


class ArmWish(Model):
    """A free arm: how far it is raised and to where, and how the elbow folds."""

    lift: Annotated[float, angle(0, 180, "; 0 hangs, 180 is overhead")] | None = Field(
        None, alias="raise"
    )
    to: Annotated[str | float, BeforeValidator(arm_plane)] | None = None
    elbow: Annotated[float, joint("elbow", STRAIGHT_IS_0)] | None = None
    forearm: Direction | None = None
    palm: FreeDirection | None = None
    fingers: FreeDirection | None = None
    wrist: Annotated[float, joint("wrist.flex")] | None = None


class HandWish(Model):
    """A hand at a place: it touches it or stays near it, with an offset in that place's axes."""

    touch: Place | None = None
    near: Place | None = None
    fwd: Offset | None = None
    up: Offset | None = None
    out: Offset | None = None
    elbow: Direction | None = None
    bend: Annotated[float, angle(0, 60)] | None = None
    palm: FreeDirection | None = None
    fingers: FreeDirection | None = None
    wrist: Annotated[float, joint("wrist.flex")] | None = None

    @model_validator(mode="after")
    def _names_one_place(self) -> Self:
        if self.touch and self.near:
            raise ValueError("give touch or near, not both")
        return self


class ForearmWish(Model):
    """A forearm on the floor: where its elbow is, how far the hand is turned in; palm down."""

    touch: Literal["floor"] | None = None
    fwd: Offset | None = None
    out: Offset | None = None
    inward: Annotated[float, angle(-20, 60)] | None = None


class LegWish(Model):
    """A free leg: hip flexion (+), out to the side, outward rotation, knee, toes up (+)."""

    hip: Annotated[float, joint("hip.flex")] | None = None
    out: Annotated[float, joint("hip.out")] | None = None
    rot: Annotated[float, joint("hip.rot")] | None = None
    knee: Annotated[float, joint("knee", STRAIGHT_IS_0)] | None = None
    ankle: Annotated[float, joint("ankle")] | None = None


class FootWish(Model):
    """A foot on the floor: where, how far turned out, heel or toes lifted."""

    touch: Literal["floor"] | None = None
    fwd: Offset | None = None
    out: Offset | None = None
    up: Offset | None = None
    toe: Annotated[float, angle(-20, 60)] | None = None
    heel: Annotated[float, angle(0, 85)] | None = None
    toes: Annotated[float, angle(0, 40)] | None = None


class KneeWish(Model):
    """A knee on the floor, with the toes flat or tucked under."""

    touch: Literal["floor"] | None = None
    fwd: Offset | None = None
    out: Offset | None = None
    toes: Literal["flat", "tucked"] | None = None
