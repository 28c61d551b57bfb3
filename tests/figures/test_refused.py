"""What the words allow but a body cannot do is refused with its place and what is possible."""

from __future__ import annotations

import pytest

from tests.figures.authored import Keys, moving, still
from webapp.figures.posing import PoseError

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
        ("all_fours", KNEES_UP, "poses.here", "no knee is on the floor; add `knee_l: {touch"),
    ],
)
def test_a_pose_that_contradicts_itself(base: str, pose: Keys, key: str, words: str) -> None:
    with pytest.raises(PoseError) as refused:
        still(base, pose)
    assert refused.value.key == key
    assert words in refused.value.remedy


def test_a_change_of_knees_with_nothing_to_kneel_on() -> None:
    lifted = {"hip": 0, "knee": 30}
    with pytest.raises(PoseError, match="no knee stays down from here to there; put a pose with"):
        moving("all_fours", {"leg_l": lifted}, {"leg_r": lifted})
