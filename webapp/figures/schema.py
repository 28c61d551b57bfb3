"""The format of a figure: poses in clinical words, and which part of the exercise shows which.

Lengths in statures (0.10 is about 17 cm), angles in degrees, 0 as in standing with hanging arms.
Every fault says what is wrong and what is possible; nothing here needs the engine.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BeforeValidator,
    Field,
    StringConstraints,
    model_validator,
)

from webapp.content.model import Model, Slug
from webapp.figures import words
from webapp.figures.body_schema import (
    ArmWish,
    FootWish,
    ForearmWish,
    HandWish,
    KneeWish,
    LegWish,
    LumbarWish,
    NeckWish,
    PelvisWish,
    ShoulderWish,
    SpineWish,
    ThoracicWish,
)
from webapp.figures.values import (
    Grip,
    Layer,
    Massaged,
    Name,
    Offset,
    Point,
    Strapped,
    Wrapped,
    camera_view,
    length,
    sided,
    word,
)


class Posture(Model):
    """What can be asked of a body; every key may be left out."""

    pelvis: PelvisWish | None = None
    spine: SpineWish | None = None
    lumbar: LumbarWish | None = None
    thoracic: ThoracicWish | None = None
    neck: NeckWish | None = None
    rest: Literal["head", "upper_back", "pelvis"] | None = None
    pillow: Annotated[float, length(0, 0.2)] | None = None
    shoulders: ShoulderWish | None = None
    shoulder_l: ShoulderWish | None = None
    shoulder_r: ShoulderWish | None = None
    arms: ArmWish | None = None
    arm_l: ArmWish | None = None
    arm_r: ArmWish | None = None
    hands: HandWish | None = None
    hand_l: HandWish | None = None
    hand_r: HandWish | None = None
    forearms: ForearmWish | None = None
    forearm_l: ForearmWish | None = None
    forearm_r: ForearmWish | None = None
    legs: LegWish | None = None
    leg_l: LegWish | None = None
    leg_r: LegWish | None = None
    feet: FootWish | None = None
    foot_l: FootWish | None = None
    foot_r: FootWish | None = None
    knees: KneeWish | None = None
    knee_l: KneeWish | None = None
    knee_r: KneeWish | None = None


class Pose(Posture):
    """A posture that starts from the set-up, from another pose, or as the mirror of one."""

    start_from: Name | None = Field(None, alias="from")
    mirror: Name | None = None

    @model_validator(mode="after")
    def _starts_once(self) -> Self:
        if self.start_from and self.mirror:
            raise ValueError("give from or mirror, not both")
        return self


Part = Annotated[str, word(words.PARTS)]
Hinge = Annotated[str, word(words.HINGES)]
Level = Annotated[str, word((*words.PARTS, "head", "chin", "chest", "belly", "pelvis"))]


class Expected(Model):
    """What must be seen of a pose, checked on the solved body."""

    back: Literal["rounded", "arched", "long"] | None = None
    torso: Literal["upright", "folded", "level", "lying"] | None = None
    weight: Literal["left", "right", "both", "balls"] | None = None
    trunk: Literal["left", "right", "front"] | None = None
    above: tuple[Level, Level] | None = None
    ahead: tuple[Part, ...] = ()
    behind: tuple[Part, ...] = ()
    crosses: tuple[Part, ...] = ()
    straight: tuple[Hinge, ...] = ()
    bent: tuple[Hinge, ...] = ()
    lifted: tuple[Part, ...] = ()
    grounded: tuple[Part, ...] = ()
    palm_l: Literal["body", "front", "floor", "ceiling"] | None = None
    palm_r: Literal["body", "front", "floor", "ceiling"] | None = None

    @model_validator(mode="after")
    def _claims_something(self) -> Self:
        if all(claim in (None, ()) for _, claim in self):
            raise ValueError(
                f"say what must be seen; possible: {', '.join(type(self).model_fields)}"
            )
        return self


def _as_tuple(value: Any) -> Any:
    """One name or a list of them; strict models take tuples from Python only as tuples."""
    if isinstance(value, list | tuple):
        return tuple(value)
    if not isinstance(value, str):
        raise ValueError("name a pose or a list of poses; leave `to` out where nothing moves")
    return (value,)


class Shown(Model):
    """A tempo part of the exercise and the poses it leads to; without one it keeps still."""

    part: Annotated[str, StringConstraints(min_length=1)]
    to: Annotated[tuple[Name, ...], BeforeValidator(_as_tuple)] = ()
    share: tuple[Annotated[float, Field(gt=0, le=20)], ...] = ()
    ease: Literal["inout", "in", "out", "linear"] = "inout"
    slide: bool = False

    @model_validator(mode="after")
    def _shares_with_each(self) -> Self:
        if self.share and len(self.share) != len(self.to):
            raise ValueError("share needs one number for each pose of `to`")
        return self


class Prop(Model):
    """Something beside the body: give exactly one of its keys.

    `water` is as deep as it says, and reaches `at` from back to front; `edge` is a pool's, so far
    in front and so high. A `chair` is sat on (`seat`) or stands in front, its `back` to hold. A
    `wall` or a `door` is so far in front; one stands before it. A `ball` or a `roller` is of that
    radius, lies `at` [fwd, up] and so far to a `side`; it `rolls` half as far as the part that
    moves over it, or is `held` between hands or knees. A `strap` goes tight from the first to the
    last of what it names. A `tow` float swims on the water at [fwd, side]. A `pack` with its cloth
    is on the back at a joint of the spine, or round a part, as a `cloth` is; it is cold unless it
    is `warm`. An `inset` shows large how a hand massages, and where.
    """

    pillow: Literal["head", "knees", "belly", "seat"] | None = None
    pack: Annotated[float, Field(ge=0, le=6)] | Wrapped | None = None
    cloth: Wrapped | None = None
    warm: bool = False
    chair: Literal["seat", "back"] | None = None
    wall: Annotated[float, length(-1, 1)] | None = None
    door: Annotated[float, length(-1, 1)] | None = None
    rail: Annotated[float, length(-1, 1)] | None = None
    ball: Annotated[float, length(0.018, 0.3)] | None = None
    roller: Annotated[float, length(0.02, 0.1)] | None = None
    rolls: Point | None = None
    held: Literal["hands", "knees"] | None = None
    side: Annotated[str, sided(0.5)] | None = None
    strap: Annotated[tuple[Strapped, ...], Field(min_length=2, max_length=4)] | None = None
    tow: tuple[Offset, Offset] | None = None
    inset: tuple[Grip, Massaged] | None = None
    water: Annotated[float, length(0.03, 1)] | None = None
    edge: tuple[Offset, Offset] | None = None
    at: tuple[Offset, Offset] | None = None

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        said_of_one = ("at", "warm", "rolls", "held", "side")
        names = [name for name in type(self).model_fields if name not in said_of_one]
        if sum(getattr(self, name) is not None for name in names) != 1:
            raise ValueError(f"give exactly one of {', '.join(names)}")
        if self.warm and self.pack is None:
            raise ValueError("only a pack is warm; take `warm` out")
        round_thing = self.ball is not None or self.roller is not None
        for name in ("rolls", "held", "side"):
            if getattr(self, name) is not None and not round_thing:
                raise ValueError(f"only a ball or a roller has `{name}`; take it out")
        if self.rolls and self.held:
            raise ValueError("what is held does not roll; take `rolls` or `held` out")
        return self


class Base(Model):
    """A posture that already stands, kneels, lies or sits rightly; it `needs` what carries it."""

    solve: Literal["stand", "kneel", "lie", "sit", "plank"]
    seat: Annotated[float, length(0, 0.6)] = 0.0
    finds_lean: bool = False
    needs: Prop | None = None
    pose: Posture


class Zoom(Model):
    """Shows a part of the body larger, and small movements of the spine `exaggerate` times."""

    part: Point
    width: Annotated[float, length(0.2, 2)]
    exaggerate: Annotated[float, Field(ge=1, le=3)] = 1.0


class Figure(Model):
    """One figure: base posture, poses and the tempo parts that move between them."""

    view: Annotated[str | tuple[float, float], BeforeValidator(camera_view)] = "side"
    base: Literal[
        "stand", "stand_wide", "bow_stance", "half_squat", "lunge",
        "wall_behind", "wall_in_front", "doorway", "behind_chair", "stand_in_water",
        "kneel", "half_kneel", "all_fours", "elbows_and_knees", "forearm_plank", "hand_plank",
        "supine", "hook_lying", "prone", "prone_on_elbows", "side_lying", "float",
        "sit_chair", "half_stand", "sit_floor", "long_sit", "cross_legged",
    ]  # fmt: skip
    setup: Posture = Posture()
    poses: Annotated[dict[Name, Pose], Field(min_length=1)]
    start: Name | None = None
    timeline: tuple[Shown, ...] = ()
    flow: bool = False
    mat: bool = False
    show: tuple[Literal["spine"], ...] = ()
    props: tuple[Prop, ...] = ()
    still: tuple[Name, Name] | None = None
    arrow: tuple[Point, ...] = ()
    layers: dict[Layer, Literal["front", "back"]] = Field(default_factory=dict)
    zoom: Zoom | None = None
    expect: dict[Name, Expected]
    variant_of: Slug | None = None
    excuse: dict[Name, Annotated[str, StringConstraints(min_length=10)]] = Field(
        default_factory=dict
    )

    @property
    def first(self) -> str:
        return self.start or next(iter(self.poses))

    @model_validator(mode="after")
    def _names_its_own_poses(self) -> Self:
        for key, name in self._mentions():
            if name is not None and name not in self.poses:
                raise ValueError(
                    f"{key}: {name!r} is not a pose; possible: {', '.join(self.poses)}"
                )
        return self

    def _mentions(self) -> Iterator[tuple[str, str | None]]:
        """Every place that names a pose, and the name."""
        yield "start", self.start
        for shown in self.timeline:
            yield from (("timeline", name) for name in shown.to)
        if self.still:
            yield from (("still", name) for name in self.still)
        for name in self.expect:
            yield "expect", name
        for name, pose in self.poses.items():
            yield f"poses.{name}.from", pose.start_from
            yield f"poses.{name}.mirror", pose.mirror

    @model_validator(mode="after")
    def _has_no_prop_twice(self) -> Self:
        single = (
            "pillow",
            "pack",
            "chair",
            "door",
            "ball",
            "roller",
            "water",
            "edge",
            "tow",
            "inset",
        )
        for kind in single:
            found = [getattr(prop, kind) for prop in self.props if getattr(prop, kind) is not None]
            # A head and knees may each have a pillow of their own.
            if len(found) > (len(set(found)) if kind == "pillow" else 1):
                raise ValueError(f"props: there is one {kind} at most; take the other out")
        return self

    @model_validator(mode="after")
    def _still_shows_what_is_reached(self) -> Self:
        reached = {self.first, *(name for shown in self.timeline for name in shown.to)}
        for name in self.still or ():
            if name not in reached:
                raise ValueError(
                    f"still: {name!r} is never reached; possible: {', '.join(sorted(reached))}"
                )
        return self

    @model_validator(mode="after")
    def _expects_of_every_pose(self) -> Self:
        silent = [name for name in self.poses if name not in self.expect]
        if silent:
            raise ValueError(
                f"expect: says nothing of {', '.join(silent)}; say what must be seen; "
                f"possible: {', '.join(Expected.model_fields)}"
            )
        return self

    @model_validator(mode="after")
    def _comes_from_somewhere(self) -> Self:
        for name in self.poses:
            seen, here = {name}, self.poses[name]
            while source := here.start_from or here.mirror:
                if source in seen:
                    raise ValueError(
                        f"poses.{name}: goes round in a circle; start one from nothing"
                    )
                seen.add(source)
                here = self.poses[source]
        return self
