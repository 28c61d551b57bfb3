"""Wall, water, a pool's edge, pillows at the knees: where they are drawn, and what carries whom."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.figures.authored import Keys, moving, still, told
from webapp.figures import stills
from webapp.figures.camera import UNITS
from webapp.figures.movement import Movement
from webapp.figures.paths import path
from webapp.figures.pieces import KINDS
from webapp.figures.props import WALL, WATER, ball_centre, in_place
from webapp.figures.shot import Shot
from webapp.figures.style import style_sheet

LYING = {"torso": "lying"}
SPREAD = {"arms": {"raise": 95, "to": "side"}, "legs": {"out": 25}}
HANGING = {"pelvis": {"up": 0.58}, "legs": {"hip": 12, "knee": 22, "ankle": -35}}
AT_EDGE = {
    **HANGING,
    "pelvis": {"up": 0.58, "fwd": -0.07},
    "hands": {"near": "floor", "fwd": 0.3, "up": 1, "out": 0.08, "palm": "floor", "elbow": "back"},
}
KNEES_UP = {"legs": {"hip": 26, "knee": 75}}
ON_SIDE = {"leg_l": {"out": 6}}
OVERHEAD = {"arms": {"raise": 175}}
TO_THE_SIDES = {"arms": {"raise": 90, "to": "side"}}


def kinds(shot: Shot) -> list[str]:
    return [piece.kind for piece in shot.ground]


def in_water(depth: float = 0.94, **keys: Any) -> Movement:
    return still("sit_floor", AT_EDGE, props=[{"water": depth}], **keys)


def test_a_high_camera_looks_on_the_surface_behind_who_floats() -> None:
    props = [{"water": 0.08}]
    seen = Shot(still("supine", SPREAD, LYING, view=[8, 62], props=props))
    assert "water" not in seen.drawings[0].parts
    surface = next(piece for piece in seen.ground if piece.kind == "water").points
    low, high = surface.min(axis=0), surface.max(axis=0)
    for pieces in seen.drawings[0].parts.values():
        for piece in pieces:
            assert (piece.points > low).all()
            assert (piece.points < high).all()


def test_a_low_camera_sees_the_surface_cross_who_stands_in_it() -> None:
    seen = Shot(in_water(view="side"))
    assert kinds(seen) == ["water"]
    assert [token.part for token in seen.orders[0]][-1] == "water"
    assert stills.pose(seen, 0).endswith(path(seen.drawings[0].parts["water"][0]))


def test_water_reaches_as_far_as_the_figure_says() -> None:
    near, far = (
        Shot(still("sit_floor", AT_EDGE, view="side_flat", props=[{"water": 0.94, "at": at}]))
        for at in ([-0.3, 0.2], [-0.3, 0.4])
    )
    assert [float(shot.ground[0].points[:, 0].max()) for shot in (near, far)] == [200, 400]


@pytest.mark.parametrize(
    ("arms", "higher", "broader"),
    [({}, False, False), (OVERHEAD, True, False), (TO_THE_SIDES, False, True)],
)
def test_a_wall_is_higher_and_broader_than_who_is_at_it(
    arms: Keys, higher: bool, broader: bool
) -> None:
    seen = Shot(still("stand", arms, view=[90, 0], props=[{"wall": -0.09}]))
    tip = seen.movement.first.points["tip_r"] + WALL.spare
    wall = np.ptp(next(piece for piece in seen.ground if piece.kind == "prop-far").points, axis=0)
    assert wall[0] == pytest.approx(2 * UNITS * (tip[2] if broader else WALL.half_width))
    assert wall[1] == pytest.approx(UNITS * (tip[1] if higher else WALL.height))


def test_water_carries_and_casts_no_shadow() -> None:
    assert told(in_water(), "floor") + told(in_water(), "balance") == []
    dry = still("sit_floor", AT_EDGE)
    assert told(dry, "floor")
    assert kinds(Shot(still("supine", claim=LYING, props=[{"water": 0.08}]))) == ["water"]


@pytest.mark.parametrize(
    ("base", "pose", "props", "words"),
    [
        ("supine", {}, [{"water": 0.08}], ""),
        ("supine", {}, [{"water": 0.2}], "under water: set `water: ."),
        ("supine", {}, [{"water": 0.03}], "over the water, which carries nobody so: set `water: ."),
        ("sit_floor", AT_EDGE, [{"edge": [0.24, 0.98]}], ""),
        ("sit_floor", HANGING, [{"edge": [0.24, 0.98]}], "no hand holds the edge: put one on it,"),
        ("supine", KNEES_UP, [{"pillow": "knees"}], ""),
        ("supine", {}, [{"pillow": "knees"}], "no room for a pillow at the knees, only .0"),
        ("side_lying", ON_SIDE, [{"pillow": "knees"}], ""),
        ("side_lying", {"leg_l": {"out": -6}}, [{"pillow": "knees"}], "lift the upper one"),
        ("stand", {}, [{"pillow": "knees"}], "nobody lies on the pillow"),
    ],
)
def test_it_is_used_as_what_it_is(base: str, pose: Keys, props: list[Keys], words: str) -> None:
    said = told(still(base, pose, props=props), "support")
    assert any(words in text for text in said) if words else said == []


def test_nobody_is_inside_the_edge() -> None:
    assert told(still("sit_floor", AT_EDGE, props=[{"edge": [0.24, 0.98]}]), "obstacles") == []
    said = told(still("sit_floor", AT_EDGE, props=[{"edge": [-0.03, 0.98]}]), "obstacles")
    assert any("inside the edge: move it back or up, or set `edge: [" in text for text in said)


def test_a_pillow_under_the_knees_lies_behind_the_legs_and_reaches_them() -> None:
    seen = Shot(still("supine", KNEES_UP, LYING, props=[{"pillow": "knees"}]))
    pillow = next(piece for piece in seen.ground if piece.kind == "pillow").points
    knee = seen.camera.page(seen.movement.first.points["knee_r"])
    assert 20 < pillow[:, 1].min() - knee[1] < 60
    assert "pillow" not in seen.drawings[0].parts


def test_a_pillow_between_the_knees_is_over_the_lower_leg_and_under_the_upper() -> None:
    props = [{"pillow": "head"}, {"pillow": "knees"}]
    seen = Shot(still("side_lying", {**ON_SIDE, "pillow": 0.07}, LYING, view="above", props=props))
    order = [token.part for token in seen.orders[0] if token.look != "halo"]
    assert order.index("leg_r") < order.index("pillow") < order.index("leg_l")
    assert kinds(seen).count("pillow") == 1


@pytest.mark.parametrize("view", ["above", [-166, 30]])
def test_a_pillow_under_the_head_has_no_dent_from_before_or_behind(view: object) -> None:
    props = [{"pillow": "head"}]
    seen = Shot(still("side_lying", {"pillow": 0.07}, LYING, view=view, props=props))
    rim = next(piece for piece in seen.ground if piece.kind == "pillow").points
    ways = np.diff(rim, axis=0, append=rim[:1])
    after = np.roll(ways, -1, axis=0)
    turns = ways[:, 0] * after[:, 1] - ways[:, 1] * after[:, 0]
    assert (turns > 0).all() or (turns < 0).all()


@pytest.mark.parametrize(("said", "kind"), [({}, "pack"), ({"warm": True}, "warm-pack")])
def test_a_warm_pack_has_a_colour_of_its_own(said: Keys, kind: str) -> None:
    seen = Shot(still("prone", {}, LYING, props=[{"pack": 1, **said}]))
    assert [piece.kind for piece in seen.drawings[0].parts["pack"]] == ["towel", kind]


def test_a_second_pillow_at_the_same_place_is_refused() -> None:
    with pytest.raises(ValueError, match="one pillow at most"):
        still("supine", KNEES_UP, props=[{"pillow": "knees"}, {"pillow": "knees"}])


def test_only_lines_are_not_filled() -> None:
    rules = [
        line for line in style_sheet().splitlines() if "--width:" in line and "--colour:" in line
    ]
    unfilled = {rule[3:].partition("{")[0] for rule in rules if "fill:none" in rule}
    assert unfilled == {name for name, kind in KINDS.items() if kind.form == "line"}


HELD_STRAP = [{"strap": ["hand_l", "hand_r"]}]
APART = {"hands": {"near": "chest", "fwd": 0.3, "out": 0.25, "elbow": "out+footward"}}
TOGETHER = {"hands": {"near": "chest", "fwd": 0.3, "out": 0.05, "elbow": "out+footward"}}
BEHIND = {"hand_l": {"near": "low_back", "fwd": -0.02, "out": 0, "elbow": "out"}}
ON_REST = {
    "hands": {"near": "floor", "fwd": 0.2, "up": 0.545, "out": 0.1, "elbow": "back+out"},
}


@pytest.mark.parametrize(
    ("base", "pose", "props", "check", "words"),
    [
        ("wall_behind", {}, [], "support", "has no wall: add `props: [{wall: -.07}]`"),
        ("doorway", {}, [], "support", "`base: doorway` has no door: add `props: [{door: .08}]`"),
        ("stand_in_water", {}, [], "support", "has no water: add `props: [{water: .72}]`"),
        ("cross_legged", {}, [], "support", "has no pillow: add `props: [{pillow: seat}]`"),
        ("stand", {}, [{"pillow": "seat"}], "support", "nobody sits on the cushion"),
        ("sit_floor", {}, [{"pillow": "seat"}], "support", "the seat is 0 "),
        ("supine", {}, [{"pillow": "belly"}], "support", "no room for a pillow under the belly"),
        ("stand", {}, [{"door": 0.3}], "support", "nothing leans on the posts of the door"),
        ("stand", {}, [{"chair": "back"}], "support", "no hand holds the back of the chair"),
        ("stand", ON_REST, [{"chair": "back"}], "support", ""),
        ("stand", ON_REST, [{"chair": "back"}], "obstacles", ""),
        ("stand", {**ON_REST, "pelvis": {"fwd": 0.2}}, [{"chair": "back"}], "obstacles",
         "inside the chair, whose back is at fwd"),
        ("doorway", {}, [{"door": 0.02}], "obstacles", "inside the post of the door: move it back"),
        ("stand", {}, [{"tow": [0.4, 0]}], "support", "the float swims on nothing: add `water`"),
        ("stand_in_water", {}, [{"water": 0.72}, {"tow": [0, 0]}], "obstacles",
         "the float is .0"),
        ("stand", {}, [{"strap": ["foot_l", "foot_r"]}], "support", "no hand holds the strap"),
        ("stand", {**TOGETHER, **BEHIND}, HELD_STRAP, "obstacles", "the strap goes .0"),
        ("stand", APART, HELD_STRAP, "obstacles", ""),
        ("stand", APART, [{"ball": 0.05, "held": "hands"}], "support",
         "away from the ball between them: move them, or set `ball: .2"),
        ("stand", TOGETHER, [{"ball": 0.04, "held": "hands"}], "support", ""),
        ("supine", {}, [{"roller": 0.04, "at": [0.6, 0.04]}], "support", "roller touches nothing"),
        ("supine", {}, [{"roller": 0.04, "at": [0.3, 0.04]}], "obstacles", "inside the roller"),
        ("stand", {}, [{"wall": 0.4}], "support", "nothing touches the wall"),
    ],
)  # fmt: skip
def test_what_is_said_of_things(
    base: str, pose: Keys, props: list[Keys], check: str, words: str
) -> None:
    said = told(still(base, pose, props=props), check)
    assert any(words in text for text in said) if words else said == []


def test_a_strap_does_not_stretch() -> None:
    said = told(moving("stand", TOGETHER, APART, props=HELD_STRAP), "support")
    assert any("longer than in here" in text for text in said)
    assert told(moving("stand", APART, APART, props=HELD_STRAP), "support") == []


def test_a_ball_rolls_half_as_far_as_what_moves_over_it() -> None:
    solved = moving(
        "sit_chair",
        {"foot_r": {"fwd": 0.27, "up": 0.055}},
        {"foot_r": {"fwd": 0.33, "up": 0.055}},
        props=[
            {"chair": "seat"},
            {"ball": 0.026, "at": [0.32, 0.026], "side": "R.055", "rolls": "foot_r"},
        ],
    )
    first, end = solved.keys["here"].body, solved.keys["there"].body
    ball = in_place(solved.figure.props, end, first)[1]
    assert ball_centre(ball) == pytest.approx((0.35, 0.026, 0.055))
    shot = Shot(solved)
    rims = [drawing.parts["ball"][0].points[:, 0].mean() for drawing in shot.drawings]
    assert max(rims) > min(rims) + 20


def test_a_wall_does_not_stand_before_the_figure() -> None:
    props = [{"wall": -0.072}]
    for view, said in (("front", 0), ("side", 0), ("back", 1)):
        seen = told(still("wall_behind", view=view, props=props), "picture")
        assert sum("between the viewer" in text for text in seen) == said


def test_water_is_cut_through_across_who_is_seen_from_the_front() -> None:
    side, front = (
        next(
            piece
            for piece in Shot(still("stand_in_water", view=view, props=[{"water": 0.72}])).ground
        )
        for view in ("side", "front")
    )
    assert np.ptp(front.points[:, 0]) == pytest.approx(2 * UNITS * WATER.half_cut, rel=0.02)
    assert np.ptp(side.points[:, 0]) > np.ptp(front.points[:, 0])


@pytest.mark.parametrize("part", ["calf_r", "neck", "foot_l", "head"])
def test_an_inset_covers_nothing_of_the_figure(part: str) -> None:
    seen = Shot(
        still("sit_chair", view="quarter", props=[{"chair": "seat"}, {"inset": ["press", part]}])
    )
    ring = next(iter(seen.inset or ())).points
    middle, radius = (ring.max(axis=0) + ring.min(axis=0)) / 2, np.ptp(ring[:, 0]) / 2
    for name, pieces in seen.drawings[0].parts.items():
        if name != "leader":
            for piece in pieces:
                assert np.hypot(*(piece.points - middle).T).min() > radius
    darker = '<g class="far"><path class="f-forearm"'
    assert darker in stills.svg_pair(seen)
    assert darker not in stills.single(seen)
