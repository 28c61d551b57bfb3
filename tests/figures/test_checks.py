"""Each check lets the good pass and says of the bad what to do: what is not in `planted.yaml`."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.figures.authored import Keys, made, moving, still, told
from tests.figures.solved import ALL, each_figure, movement
from webapp.content import reading
from webapp.figures import checks
from webapp.figures.checks import likeness
from webapp.figures.movement import Beat
from webapp.figures.posing import bases
from webapp.figures.props import CHAIR
from webapp.figures.scenery import scenery
from webapp.figures.schema import Expected, Figure

LYING = {"torso": "lying"}
ON_CHEST = {"near": "chest", "fwd": 0.07, "up": 0.02, "out": 0.02, "palm": "back"}
FEET_AHEAD = {"feet": {"fwd": 0.15}}
ONE_LEG = {"leg_r": {"hip": 50, "knee": 60}}
AT_RAIL = {"hand_r": {"near": "floor", "fwd": 0.12, "up": 0.55, "out": 0.22}}
AT_BALL = {"hands": {"near": "belly", "fwd": 0.16, "out": 0.06, "palm": "in", "elbow": "footward"}}
LOOSE = {
    "arms": {"raise": 90, "to": "front"},
    "legs": {"hip": 80, "knee": 80},
    "neck": {"flex": 15},
}
PALMS_UP = {"arms": {"raise": 70, "to": "front", "palm": "ceiling"}}
RUSHED = {"arms": {"raise": 170, "to": "front"}}


@pytest.mark.parametrize("base", ["stand", "stand_wide", "kneel", "sit_floor"])
def test_a_base_is_well_by_itself(base: str) -> None:
    assert checks.check(still(base)) == []


def test_all_fours_are_well_by_themselves() -> None:
    assert checks.check(still("all_fours", claim={"torso": "level"})) == []


@pytest.mark.parametrize(("base", "torso"), [("kneel", "upright"), ("all_fours", "level")])
def test_who_kneels_may_tuck_the_toes(base: str, torso: str) -> None:
    assert checks.check(still(base, {"knees": {"toes": "tucked"}}, {"torso": torso})) == []


@pytest.mark.parametrize("base", ["supine", "prone", "side_lying"])
def test_a_lying_base_is_well_by_itself(base: str) -> None:
    assert checks.check(still(base, claim=LYING, view="side_high")) == []


def test_a_sitting_base_is_well_on_its_chair() -> None:
    assert checks.check(still("sit_chair", props=[{"chair": "seat"}])) == []
    assert CHAIR.height == bases()["sit_chair"].seat


@pytest.mark.parametrize(
    ("pose", "wings"),
    [
        ({"hands": {**ON_CHEST, "elbow": "front"}}, True),
        ({"hands": {**ON_CHEST, "elbow": "footward+out"}}, False),
        ({"hands": {**ON_CHEST, "elbow": "headward"}}, False),
        ({"hands": ON_CHEST}, False),
        ({"arms": {"raise": 120, "to": "side", "elbow": 100, "forearm": "footward"}}, False),
        ({"hands": {"near": "head", "fwd": 0.1, "up": 0.1, "elbow": "front"}}, False),
    ],
)
def test_an_elbow_over_its_shoulder_must_be_asked_for(pose: Keys, wings: bool) -> None:
    said = told(still("stand", pose), "elbows")
    assert bool(said) == wings, said
    assert all("warning: here: " in text and "{elbow: footward+out}" in text for text in said)


# base, pose, props, and what `support` says; nothing where all is well
SUPPORT: list[tuple[str, Keys, list[Keys], str]] = [
    ("sit_chair", {}, [], "has no chair: add `props: [{chair: seat}]`"),
    ("sit_floor", {}, [{"chair": "seat"}], "error: base: sits on the floor inside a chair"),
    ("sit_chair", {"pelvis": {"up": 0.04}}, [{"chair": "seat"}], "hovers .04 (7 cm at 170 cm)"),
    ("sit_chair", {"pelvis": {"up": -0.04}}, [{"chair": "seat"}], "`pelvis: {up: 0}`"),
    ("sit_chair", {"pelvis": {"fwd": 0.3}}, [{"chair": "seat"}], "edge is at `pelvis: {fwd: .15"),
    ("sit_chair", {"pelvis": {"up": 0.2, "fwd": 0.2}}, [{"chair": "seat"}], ""),
    ("stand", {}, [{"wall": 0.5}], "warning: here: nothing touches the wall, left toe comes"),
    ("stand", {}, [{"wall": 0.11}], ""),
    ("stand", {}, [{"wall": -0.09}], ""),
    ("stand", {}, [{"rail": 0.22}], "warning: props: no hand holds the rail: put one on it, `ha"),
    ("stand", AT_RAIL, [{"rail": 0.22}], ""),
    ("stand", {}, [{"ball": 0.1}], "error: here: the ball touches nothing, left toe is .12"),
    ("stand", {}, [{"ball": 0.1, "at": [0.12, 0.1]}], ""),
    ("stand", {}, [{"ball": 0.06, "at": [0.14, 0.62]}], "error: props: the ball hangs .56"),
    ("stand", {}, [{"ball": 0.06, "at": [-0.13, 0.62]}, {"wall": -0.19}], ""),
    ("stand", AT_BALL, [{"ball": 0.06, "at": [0.24, 0.62]}], ""),
    ("stand", {}, [{"pillow": "head"}], "error: props: nobody lies on the pillow"),
    ("side_lying", {}, [{"pillow": "head"}], "over the pillow: it lies on one of `pillow: .07`"),
    ("side_lying", {"pillow": 0.07}, [{"pillow": "head"}], ""),
]  # fmt: skip


@pytest.mark.parametrize(("base", "pose", "props", "words"), SUPPORT)
def test_a_prop_carries_whom_it_is_for(
    base: str, pose: Keys, props: list[Keys], words: str
) -> None:
    said = told(still(base, pose, props=props), "support")
    assert any(words in text for text in said) if words else said == []


@pytest.mark.parametrize(
    ("base", "pose", "props", "words"),
    [
        ("stand", {}, [{"wall": 0.05}], "left toe is .06 (10 cm at 170 cm) inside the wall"),
        ("stand", {}, [{"wall": 0.05}], "set `wall: .11`"),
        ("stand", {}, [{"wall": -0.02}], "inside the wall: move it back, or set `wall: -.0"),
        ("stand", {}, [{"chair": "seat"}], "left shin passes"),
        ("sit_chair", {"feet": {"fwd": 0.08}}, [{"chair": "seat"}], "left thigh passes"),
        ("sit_chair", {"pelvis": {"lean": -50}}, [{"chair": "seat"}], "inside the back of the"),
        ("stand", {}, [{"rail": 0.06}], "trunk is"),
        ("stand", {}, [{"rail": 0.06}], "inside the rail: set `rail: .09`"),
        ("stand", {}, [{"ball": 0.12, "at": [0.04, 0.6]}], "waist is .14 (23 cm at 170 cm) inside"),
    ],
)
def test_the_body_does_not_pass_through_a_prop(
    base: str, pose: Keys, props: list[Keys], words: str
) -> None:
    said = told(still(base, pose, props=props), "obstacles")
    assert any(words in text for text in said), said
    assert all(text.startswith("error: here: ") for text in said)


@pytest.mark.parametrize(
    ("base", "pose", "props", "words"),
    [
        ("stand", FEET_AHEAD, [], "`pelvis: {fwd: "),
        ("stand", FEET_AHEAD, [{"wall": -0.075}], ""),
        ("stand", FEET_AHEAD, [{"wall": -0.3}], "let the wall carry: pelvis is nearest, .23"),
        ("stand", ONE_LEG, [], "warning: here: the centre of mass is .04"),
        ("stand", {**ONE_LEG, **AT_RAIL}, [{"rail": 0.22}], ""),
        ("stand", {**ONE_LEG, **AT_RAIL}, [{"rail": -0.22}], "to the right"),
        ("sit_chair", {}, [], "to the back: one would fall"),
        ("sit_chair", {}, [{"chair": "seat"}], ""),
        ("sit_chair", {"pelvis": {"lean": -20}}, [{"chair": "seat"}], ""),
    ],
)
def test_balance_counts_what_props_carry(
    base: str, pose: Keys, props: list[Keys], words: str
) -> None:
    said = told(still(base, pose, props=props), "balance")
    assert any(words in text for text in said) if words else said == []


def test_a_body_that_touches_nothing_floats() -> None:
    (said,) = told(still("supine", {**LOOSE, "pelvis": {"up": 0.05}}, LYING), "floor")
    assert said.startswith("error: here: nothing touches the floor, the body floats .0")
    assert "the nearest that touches is `pelvis: {up: " in said
    assert told(still("supine", LOOSE, LYING), "floor") == []


def test_who_has_risen_from_the_chair_does_not_float() -> None:
    chair = [{"chair": "seat"}]
    hanging = {"legs": {"hip": 80, "knee": 30}}
    assert told(still("sit_chair", hanging, props=chair), "floor") == []
    (said,) = told(still("sit_chair", {**hanging, "pelvis": {"up": 0.2}}, props=chair), "floor")
    assert said.startswith("error: here: nothing touches the floor")


BEHIND_BACK = {"arm_r": {"raise": 10, "elbow": 140, "forearm": "back"}}
ULNAR = {"arm_r": {"raise": 90, "to": "front", "palm": "floor", "fingers": "out"}}


@pytest.mark.parametrize(
    ("pose", "words"),
    [
        ({"pelvis": {"turn": "R120"}}, "foot rot is"),
        ({"pelvis": {"turn": "R20"}}, ""),
        ({"foot_l": {"toe": 60}, "pelvis": {"turn": "R20"}}, "left foot rot is"),
        (BEHIND_BACK, "right shoulder rot is "),
        ({"arm_r": {"raise": 10, "elbow": 140, "forearm": "front+in"}}, ""),
        ({"arm_r": {"raise": 10, "elbow": 10, "forearm": "back"}}, ""),
        (ULNAR, "right wrist out is 80; people manage -20 to 35"),
        ({"arm_r": {**ULNAR["arm_r"], "fingers": "front"}}, ""),
    ],
)
def test_a_joint_that_is_twisted_is_told(pose: Keys, words: str) -> None:
    said = told(still("stand", pose), "limits")
    assert any(words in text for text in said) if words else said == []


def test_a_stiff_wrist_is_not_a_relaxed_one() -> None:
    wrist = {name: still("stand", {"arm_r": {"raise": 40, **asked}}).first.angles["r.wrist.flex"]
             for name, asked in {"stiff": {"wrist": 0}, "relaxed": {}}.items()}  # fmt: skip
    assert wrist == pytest.approx({"stiff": 0, "relaxed": 10})


LONG_LEG = {"leg_l": {"hip": 40, "knee": 10}}
OVER = {"hip": 60, "knee": 110, "out": -5}


@pytest.mark.parametrize(
    ("base", "pose", "words"),
    [
        ("supine", {**LONG_LEG, "leg_r": {**OVER, "rot": 50}}, "left thigh and right shin overl"),
        ("supine", {**LONG_LEG, "leg_r": OVER}, ""),
        ("stand", {"hand_r": {"near": "thigh_same", "fwd": -0.05}}, "right hand and right thigh"),
        ("stand", {"hand_r": {"touch": "thigh_same"}}, ""),
        ("stand", {"hand_r": {"near": "elbow_l"}}, "right hand overlap by"),
    ],
)
def test_no_limb_goes_through_another(base: str, pose: Keys, words: str) -> None:
    said = told(still(base, pose), "piercing")
    assert any(words in text for text in said) if words else said == []


SLID = {"pelvis": {"fwd": 0.3}}


@pytest.mark.parametrize(
    ("base", "here", "there", "words"),
    [
        ("supine", {}, SLID, "pelvis skates .30"),
        ("sit_floor", {}, SLID, "pelvis skates .30"),
        ("sit_floor", {}, {"pelvis": {"fwd": 0.3, "up": 0.1}}, ""),
        ("supine", {}, {"lumbar": {"flex": 20}}, ""),
        ("stand", {}, {"foot_r": {"fwd": 0.15}}, "right foot skates"),
        ("stand", {}, {"foot_r": {"fwd": 0.15, "up": 0.05}}, ""),
        ("all_fours", {}, {"hand_r": {"fwd": 0.4}}, "right hand skates"),
        ("all_fours", {}, {"hand_r": {"fwd": 0.4, "up": 0.05}}, ""),
    ],
)
def test_what_rests_stays_and_what_is_lifted_may_move(
    base: str, here: Keys, there: Keys, words: str
) -> None:
    said = told(moving(base, here, there), "skating")
    assert any(words in text for text in said) if words else said == []


def test_a_bridge_keeps_its_upper_back() -> None:
    up = {"rest": "upper_back", "pelvis": {"up": 0.085}, "thoracic": {"flex": 22}}
    feet = {"feet": {"touch": "floor", "fwd": 0.3}}
    assert told(moving("supine", {}, up, setup=feet), "skating") == []
    slid = {**up, "pelvis": {"up": 0.085, "fwd": 0.2}}
    (said,) = told(moving("supine", {}, slid, setup=feet), "skating")
    assert "upper back skates" in said


@pytest.mark.parametrize(
    ("pose", "hits"),
    [
        ({"pelvis": {"lean": -50}}, True),
        ({"pelvis": {"lean": -50, "side": "R.4"}}, False),
        ({"pelvis": {"fwd": -0.4, "up": 0.2}}, False),
    ],
)
def test_only_who_is_before_its_back_can_be_in_it(pose: Keys, hits: bool) -> None:
    said = told(still("sit_chair", pose, props=[{"chair": "seat"}]), "obstacles")
    assert any("inside the back" in text for text in said) == hits, said


def test_weight_is_on_no_foot_of_one_who_lies_with_both_up() -> None:
    both = {"weight": "both"}
    (said,) = told(still("supine", LOOSE, both), "expected")
    assert said == (
        "error: here: the weight should be on both feet, but neither foot nor knee is on the floor"
    )


def test_a_pack_is_not_under_who_lies_on_it() -> None:
    pack = [{"pack": 1}]
    assert "lies on the pack" in told(still("supine", claim=LYING, props=pack), "support")[0]
    assert told(still("prone", claim=LYING, props=pack), "support") == []


@pytest.mark.parametrize(("alternates", "jumps"), [(False, False), (True, True)])
def test_a_repetition_on_the_other_side_begins_where_this_one_ends(
    alternates: bool, jumps: bool
) -> None:
    data = {
        "base": "stand",
        "poses": {"here": {"hand_l": {"near": "chest", "fwd": 0.1}}, "there": {}},
        "timeline": [{"part": "Out", "to": ["there"]}, {"part": "Back", "to": ["here"]}],
        "expect": {"here": {"torso": "upright"}, "there": {"torso": "upright"}},
    }
    beats = Beat("Out", 3), Beat("Back", 3)
    said = told(made(data, *beats, alternates=alternates), "loop")
    assert bool(said) == jumps
    assert all("make here the same on both sides" in text for text in said)


def test_a_variant_of_a_variant_is_of_the_same_family() -> None:
    same = likeness.signature(movement("bird-dog"))
    alike = {"a": same, "b": same, "c": same}
    assert likeness.too_alike(alike, {"a": "b", "b": "c", "c": None}) == []
    assert likeness.too_alike(alike, {"a": "b", "b": "a", "c": None}) == [("a", "c"), ("b", "c")]


def test_a_small_movement_is_exaggerated_also_between_limbs_of_other_kinds() -> None:
    small = {"lumbar": {"flex": 8}, "arm_l": {"raise": 20}}
    placed = {"hand_l": {"near": "belly", "fwd": 0.1}}
    zoom = {"part": "pelvis", "width": 0.4, "exaggerate": 2}
    solved = moving("stand", placed, small, zoom=zoom)
    assert solved.keys["there"].body.angles["lumbar.flex"] == pytest.approx(16)


def test_a_mat_lies_also_under_who_does_not_touch_it() -> None:
    floating = still("supine", {**LOOSE, "pelvis": {"up": 0.2}}, LYING, mat=True)
    assert {"mat", "mat-edge"} <= {piece.kind for piece in scenery(floating, floating.camera)}


def test_a_warning_can_be_excused_with_a_reason() -> None:
    assert told(moving("stand", {}, RUSHED, 0.8), "speed")
    excused = moving("stand", {}, RUSHED, 0.8, excuse={"speed": "a quick swing on purpose"})
    assert told(excused, "speed") == []
    assert told(excused, "excuse") == []


@pytest.mark.parametrize(
    ("excuse", "pose", "words"),
    [
        ("speed", {}, "error: excuse.speed: excuses nothing; take it out"),
        ("sped", {}, "error: excuse.sped: 'sped' is not a check; possible: balance, elbows, "),
        (
            "balance",
            {"pelvis": {"side": "R.3"}},
            "error: excuse.balance: an error cannot be",
        ),
    ],
)
def test_an_excuse_that_excuses_nothing_is_an_error(excuse: str, pose: Keys, words: str) -> None:
    said = told(still("stand", pose, excuse={excuse: "for a reason of its own"}), "excuse")
    assert [text[: len(words)] for text in said] == [words]


def test_an_excused_error_is_still_told() -> None:
    excused = still("stand", {"pelvis": {"side": "R.3"}}, excuse={"balance": "because I say so"})
    assert told(excused, "balance")


# base, pose, claim, and what `expected` says; nothing where it is seen
EXPECTED: list[tuple[str, Keys, Keys, str]] = [
    ("all_fours", {"spine": {"flex": 30}}, {"back": "rounded"}, ""),
    ("all_fours", {}, {"back": "rounded"}, "together are 0; the nearest is 20"),
    ("all_fours", {"spine": {"flex": -20}}, {"back": "arched"}, ""),
    ("all_fours", {"spine": {"flex": -5}}, {"back": "arched"}, "are -5; the nearest is -15"),
    ("all_fours", {}, {"back": "long"}, ""),
    ("all_fours", {"spine": {"flex": 40}}, {"back": "long"}, "are 40; the nearest is 20"),
    ("stand", {}, {"torso": "upright"}, ""),
    ("stand", {"pelvis": {"lean": 50}}, {"torso": "upright"}, "change `pelvis.lean` by about -2"),
    ("stand", {"pelvis": {"lean": 50}}, {"torso": "folded"}, ""),
    ("stand", {}, {"torso": "folded"}, "the nearest is 25"),
    ("all_fours", {}, {"torso": "level"}, ""),
    ("stand", {}, {"torso": "level"}, "the nearest is 65"),
    ("supine", {}, {"torso": "lying"}, ""),
    ("all_fours", {}, {"torso": "lying"}, "at most .06 (10 cm at 170 cm) is lying"),
    ("stand", {"pelvis": {"side": "L.04"}}, {"weight": "left"}, ""),
    ("stand", {}, {"weight": "left"}, "the nearest is `pelvis: {side: L.0"),
    ("stand", {"pelvis": {"side": "R.04"}}, {"weight": "right"}, ""),
    ("stand", {"pelvis": {"side": "R.04"}}, {"weight": "left"}, "carries 1"),
    ("stand", ONE_LEG, {"weight": "left"}, ""),
    ("stand", ONE_LEG, {"weight": "right"}, "carries 0 %"),
    ("stand", {}, {"weight": "both"}, ""),
    ("stand", {"pelvis": {"side": "R.04"}}, {"weight": "both"}, "`pelvis: {side: R.0"),
    ("stand", {"pelvis": {"fwd": 0.06}, "feet": {"heel": 20}}, {"weight": "balls"}, ""),
    ("stand", {"feet": {"heel": 20}}, {"weight": "balls"}, "behind them: move the pelvis, `fwd: "),
    ("stand", {"spine": {"turn": "L30"}}, {"trunk": "left"}, ""),
    ("stand", {"spine": {"turn": "R30"}}, {"trunk": "left"}, "turned R30; the nearest is L9"),
    ("stand", {"pelvis": {"turn": "R30"}}, {"trunk": "right"}, ""),
    ("stand", {}, {"trunk": "right"}, "turned 0; the nearest is R9"),
    ("stand", {}, {"trunk": "front"}, ""),
    ("stand", {"spine": {"turn": "R30"}}, {"trunk": "front"}, "turned R30; the nearest is R9"),
    ("side_lying", {}, {"trunk": "front"}, ""),
    ("side_lying", {"spine": {"turn": "L40"}}, {"trunk": "left"}, ""),
    ("supine", {"spine": {"turn": "R30"}}, {"trunk": "right"}, ""),
    ("stand", {"arm_l": {"raise": 170}}, {"above": ["hand_l", "head"]}, ""),
    ("stand", {}, {"above": ["hand_l", "head"]}, "too low: raise `hand_l`"),
    ("stand", {}, {"above": ["chin", "chest"]}, ""),
    ("stand", {"arms": {"raise": 60, "to": "front"}}, {"ahead": ["hand_l", "hand_r"]}, ""),
    ("stand", {}, {"ahead": ["foot_l", "knee_r"]}, "right knee should be in front of the pelv"),
    ("all_fours", {}, {"ahead": ["hand_l"], "behind": ["foot_l"]}, ""),
    ("stand", {"leg_r": {"hip": -18, "knee": 30}}, {"behind": ["foot_r"]}, ""),
    ("stand", {}, {"behind": ["hand_r"]}, "right hand should be behind the pelvis by .04"),
    ("stand", {"arm_l": {"raise": 60, "to": "across"}}, {"crosses": ["hand_l"]}, ""),
    ("stand", {"arm_l": {"raise": 60, "to": "side"}}, {"crosses": ["hand_l"]}, "off its `out`"),
    ("stand", {}, {"straight": ["knee_l", "elbow_r", "hip_l"]}, ""),
    ("stand", {"arm_l": {"elbow": 90}}, {"straight": ["elbow_l"]}, "is bent 90; 0 is straight: ch"),
    ("stand", {"pelvis": {"drop": 0.1}}, {"bent": ["knee_l", "hip_r"]}, ""),
    ("stand", {}, {"bent": ["knee_l"]}, "left knee should be bent (at least 30 degrees), but"),
    ("stand", ONE_LEG, {"lifted": ["foot_r"], "grounded": ["foot_l"]}, ""),
    ("stand", {}, {"lifted": ["foot_r"]}, "right foot should be lifted, but is only"),
    ("stand", {}, {"grounded": ["hand_r"]}, "right hand should be on the floor, but is"),
    ("all_fours", {}, {"grounded": ["hand_l", "knee_r"]}, ""),
    ("supine", {}, {"grounded": ["hand_l"]}, ""),
    ("stand", PALMS_UP, {"palm_l": "ceiling", "palm_r": "ceiling"}, ""),
    ("stand", PALMS_UP, {"palm_l": "floor"}, "the left palm should face floor, but is"),
    ("stand", PALMS_UP, {"palm_r": "body"}, "try `palm: back`"),
    ("stand", {"hands": ON_CHEST}, {"palm_l": "body", "palm_r": "body"}, ""),
    ("stand", {"hands": {**ON_CHEST, "palm": "front"}}, {"palm_l": "front"}, ""),
]  # fmt: skip


@pytest.mark.parametrize(("base", "pose", "claim", "words"), EXPECTED)
def test_a_claim_is_held_against_the_solved_pose(
    base: str, pose: Keys, claim: Keys, words: str
) -> None:
    said = told(still(base, pose, claim), "expected")
    assert any(words in text for text in said) if words else said == []
    assert all(text.startswith("error: here: ") for text in said)


def test_every_claim_has_a_good_and_a_bad_example() -> None:
    good = {key for *_, claim, words in EXPECTED if not words for key in claim}
    bad = {key for *_, claim, words in EXPECTED if words for key in claim}
    assert good == set(Expected.model_fields)
    assert bad == set(Expected.model_fields)


def test_only_a_hinge_can_be_straight_or_bent() -> None:
    (fault,) = reading.validate(json.dumps(_with_claim({"straight": ["hand_l"]})), "x.yaml", Figure)
    assert str(fault).startswith("x.yaml: expect.here.straight.0: 'hand_l' cannot stand here; ")


def _with_claim(claim: Keys) -> dict[str, Any]:
    return {"base": "stand", "poses": {"here": {}}, "expect": {"here": claim}}


@each_figure(ALL)
def test_every_figure_of_the_content_is_clean(slug: str) -> None:
    """The build asks the same of each that it bakes: none with a finding gets through it."""
    assert [str(finding) for finding in checks.check(movement(slug))] == []
