"""What the words allow but a body cannot do is refused with its place and what is possible."""

from __future__ import annotations

import json
from itertools import pairwise

import numpy as np
import pytest

from tests.figures.authored import Keys, moving, still, told
from webapp.content import reading
from webapp.figures import movement
from webapp.figures.body import Body
from webapp.figures.geometry import length
from webapp.figures.posing import PoseError
from webapp.figures.schema import Figure
from webapp.figures.solving import solve
from webapp.figures.wishes import Wishes

ON_OWN_ARM = {"hand_l": {"near": "elbow_l"}}
ON_EACH_OTHER = {"hand_l": {"near": "elbow_r"}, "hand_r": {"near": "elbow_l"}}
KNEES_UP = {"legs": {"hip": 40, "knee": 40}}


@pytest.mark.parametrize(
    ("base", "pose", "key", "words"),
    [
        ("stand", ON_OWN_ARM, "poses.here.hand_l", "its own arm; name another place"),
        ("stand", ON_EACH_OTHER, "poses.here.hand_l", "put one of them elsewhere, such as chest"),
        ("stand", {"hand_l": {"fwd": 0.1}}, "poses.here.hand_l", "add touch or near and a place"),
        ("stand", {"knee_l": {"out": 0.1}}, "poses.here.knee_l", "add `touch: floor`"),
        ("supine", {"leg_l": {"hip": 5}, "foot_l": {"out": 0.1}}, "poses.here.foot_l", "add `tou"),
        ("stand", {"forearm_l": {"out": 0.1}}, "poses.here.forearm_l", "add `touch: floor`"),
        ("hand_plank", KNEES_UP, "poses.here", "no foot is on the floor; add `foot_l: {touch"),
        ("all_fours", KNEES_UP, "poses.here", "no knee is on the floor; add `knee_l: {touch"),
    ],
)
def test_a_pose_that_contradicts_itself(base: str, pose: Keys, key: str, words: str) -> None:
    with pytest.raises(PoseError) as refused:
        still(base, pose)
    assert refused.value.key == key
    assert words in refused.value.remedy


CROSSED = {"hand_l": {"near": "hand_r", "up": 0.05}, "hand_r": {"near": "chest"}}
CROSSED_BACK = {"hand_r": {"near": "hand_l", "up": 0.05}, "hand_l": {"near": "chest"}}


def test_hands_that_follow_each_other_in_turn() -> None:
    with pytest.raises(PoseError, match="each hand follows the other arm from here to there; put"):
        moving("stand", CROSSED, CROSSED_BACK)


@pytest.mark.parametrize("place", ["hand_r", "elbow_r"])
def test_a_hand_that_leaves_the_other_arm_is_solved_after_it(place: str) -> None:
    on_arm = {"hand_l": {"near": place, "up": 0.05}, "hand_r": {"near": "belly", "fwd": 0.1}}
    left = {"hand_l": {"near": "chest", "fwd": 0.1}, "hand_r": {"near": "belly", "fwd": 0.1}}
    assert moving("stand", on_arm, left).frames
    assert moving("stand", left, on_arm).frames


@pytest.mark.parametrize("base", ["kneel", "all_fours"])
def test_toes_are_tucked_under_without_a_jump(base: str) -> None:
    flat = {"knees": {"toes": "flat"}, "pelvis": {"back": 0}}
    solved = moving(base, flat, {"knees": {"toes": "tucked"}})
    assert told(solved, "floor") + told(solved, "limits") + told(solved, "skating") == []
    toes = [frame.body.points["toe_l"] for frame in solved.frames]
    assert max(length(after - before) for before, after in pairwise(toes)) < 0.03


def test_a_change_of_feet_in_a_plank() -> None:
    with pytest.raises(PoseError, match="no foot stays down from here to there; put a pose with"):
        moving("hand_plank", {"leg_l": {"hip": -5}}, {"leg_r": {"hip": -5}})


def test_a_body_of_no_numbers_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(wishes: Wishes) -> Body:
        body = solve(wishes)
        body.points["knee_l"] = body.points["knee_l"] * np.nan
        return body

    monkeypatch.setattr(movement, "solve", nowhere)
    with pytest.raises(PoseError, match="no body is found for it; ask for less"):
        moving("stand", {}, {"pelvis": {"drop": 0.1}})


STOOD: Keys = {"base": "stand", "poses": {"here": {}, "there": {}}}
CLAIMED = {name: {"torso": "upright"} for name in STOOD["poses"]}


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"timeline": [{"part": "Out", "to": 5}]}, "timeline.0.to: 5 cannot stand here; name a"),
        ({"timeline": [{"part": "Out", "to": None}]}, "timeline.0.to: "),
        ({"still": ["here", "there"]}, "still: 'there' is never reached; possible: here"),
        ({"expect": {**CLAIMED, "there": {"straight": []}}}, "expect.there: say what must be seen"),
        ({"expect": {**CLAIMED, "there": {"back": None}}}, "expect.there: say what must be seen"),
        ({"props": [{"wall": None}]}, "props.0: give exactly one of pillow, pack"),
        ({"props": [{"pack": 1}, {"pack": 2}]}, "props: there is one pack at most"),
        ({"props": [{"wall": 0.2, "warm": True}]}, "props.0: only a pack is warm"),
        ({"props": [{"wall": 0.2, "rolls": "foot_l"}]}, "only a ball or a roller has `rolls`"),
        (
            {"props": [{"ball": 0.1, "rolls": "foot_l", "held": "hands"}]},
            "what is held does not roll",
        ),
        ({"props": [{"strap": ["hand_l"]}]}, "props.0.strap: "),
        ({"props": [{"strap": ["hand_l", "nose"]}]}, "'nose'"),
        ({"props": [{"cloth": "nose"}]}, "props.0.cloth: "),
        ({"props": [{"inset": ["poke", "foot_l"]}]}, "possible: press, knead, stroke, circle"),
        ({"view": [400, 5]}, "view: a list cannot stand here; the nearest possible value is 180"),
        ({"view": [40, 95]}, "the nearest possible value is 90, degrees high"),
        (
            {"setup": {"hands": {"near": "chest", "elbow": "front+back"}}},
            "setup.hands.elbow: 'front+back' goes both ways; take 'front'",
        ),
    ],
)
def test_words_that_say_nothing_are_refused_with_their_place(keys: Keys, said: str) -> None:
    data = {**STOOD, "expect": CLAIMED, **keys}
    faults = reading.validate(json.dumps(data), "x.yaml", Figure)
    assert isinstance(faults, list)
    assert any(said in str(fault) for fault in faults), [str(fault) for fault in faults]


def test_a_change_of_knees_with_nothing_to_kneel_on() -> None:
    lifted = {"hip": 0, "knee": 30}
    with pytest.raises(PoseError, match="no knee stays down from here to there; put a pose with"):
        moving("all_fours", {"leg_l": lifted}, {"leg_r": lifted})
