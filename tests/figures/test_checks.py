"""Each check lets the good pass and says of the bad what to do: what is not in `planted.yaml`."""

from __future__ import annotations

from typing import Any

import pytest

from tests.figures.authored import Keys, moving, still, told
from tests.figures.solved import ALL, movement
from webapp.content import reading
from webapp.figures import checks
from webapp.figures.posing import bases
from webapp.figures.props import CHAIR
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


@pytest.mark.parametrize("base", ["stand", "stand_wide", "kneel"])
def test_a_base_is_well_by_itself(base: str) -> None:
    assert checks.check(still(base)) == []


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
    ("sit_chair", {}, [], "error: props: sits on nothing: add `props: [{chair: seat}]`"),
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
    ("stand", {}, [{"ball": 0.1}], "error: here: the ball touches nothing, left forefoot is .14"),
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
    (fault,) = reading.validate(_with_claim({"straight": ["hand_l"]}), "x.yaml", Figure)
    assert str(fault).startswith("x.yaml: expect.here.straight.0: 'hand_l' cannot stand here; ")


def _with_claim(claim: Keys) -> dict[str, Any]:
    return {"base": "stand", "poses": {"here": {}}, "expect": {"here": claim}}


@pytest.mark.parametrize("slug", ALL)
def test_every_figure_of_the_content_is_clean(slug: str) -> None:
    assert [str(finding) for finding in checks.check(movement(slug))] == []
