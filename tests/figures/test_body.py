"""A body keeps its bones, its joints and its sides, whatever is asked of it."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.figures import poses
from tests.figures.solved import ALL, MOVING, each_figure, movement
from webapp.figures.blending import Between, Keyframe
from webapp.figures.body import Body
from webapp.figures.checks import limits, skating
from webapp.figures.geometry import length
from webapp.figures.moments import Moment
from webapp.figures.skeleton import (
    FOREARM,
    HAND,
    HIP_HALF_WIDTH,
    LIMITS,
    OTHER,
    PALM,
    SHANK,
    SIDES,
    SPINE,
    THIGH,
    UPPER_ARM,
)
from webapp.figures.solving import solve
from webapp.figures.wishes import Wishes, mirror
from webapp.figures.words import sided as signed

EXACT = 1e-9
# Of stature: what may slip of a hand, foot or knee that stays on the floor.
SLIP = 0.001
# Of stature: how far a trunk may roll that rests on its soft back.
ROLL = 0.010
# Of stature: what a hand may turn at once as it leaves the place it was put to (1 frame).
JUMP = 0.03
BONES = {
    ("hip", "knee"): THIGH,
    ("knee", "ankle"): SHANK,
    ("shoulder", "elbow"): UPPER_ARM,
    ("elbow", "wrist"): FOREARM,
    ("wrist", "palm"): PALM,
    ("wrist", "tip"): HAND - 0.012,
    ("hip", "pelvis"): HIP_HALF_WIDTH,
}
TRUNK_SIDED = ("turn", "roll", "tilt", "bend")
few = settings(max_examples=40, deadline=None)


@few
@given(poses.wishes())
def test_bones_keep_their_length_in_every_pose(asked: tuple[Wishes]) -> None:
    assert stretched(solve(asked[0])) == {}


@few
@given(poses.wishes(count=2), st.floats(0, 1))
def test_bones_keep_their_length_between_poses(asked: tuple[Wishes, ...], share: float) -> None:
    assume(poses.can_follow(*asked))
    start, end = (Keyframe.of(wishes) for wishes in asked)
    assert stretched(solve(Between(start, end, share).blend())) == {}


@few
@given(poses.wishes(count=4), st.floats(0, 1))
def test_bones_keep_their_length_in_a_flow(asked: tuple[Wishes, ...], share: float) -> None:
    assume(poses.can_follow(*asked))
    before, start, end, after = (Keyframe.of(wishes) for wishes in asked)
    assert stretched(solve(Between(start, end, share, (before, after)).blend())) == {}


def stretched(body: Body) -> dict[str, float]:
    """Bones that are not as long as they are, and by how much."""
    spans = {
        f"{a}-{b}-{side}": (length(point(body, a, side) - point(body, b, side)), bone)
        for (a, b), bone in BONES.items()
        for side in SIDES
    }
    spine = [body.points[f"spine_{i}"] for i in range(len(SPINE) - 1)]
    for i, (low, high) in enumerate(pairwise(spine)):
        spans[f"spine_{i}"] = (length(high - low), SPINE[i].length)
    return {name: span - bone for name, (span, bone) in spans.items() if abs(span - bone) > EXACT}


def point(body: Body, name: str, side: str) -> np.ndarray:
    return body.points[name if name in body.points else f"{name}_{side}"]


@few
@given(st.sampled_from("lr"), poses.free_arm, poses.free_leg)
def test_free_limbs_stay_within_what_people_manage(
    side: str, arm: poses.Keys, leg: poses.Keys
) -> None:
    # Up in the air, where no leg has to be lifted clear of the floor.
    pose = {f"arm_{side}": arm, f"leg_{side}": leg, "pelvis": {"up": 0.6}}
    angles = solve(poses.as_wishes("stand", {"pose": pose})["pose"]).angles
    for joint, (low, high) in LIMITS.items():
        # Where a forearm is said to fold to, its upper arm turns: the check tells if it cannot.
        if f"{side}.{joint}" in angles and joint != "shoulder.rot":
            assert low - 1e-4 <= angles[f"{side}.{joint}"] <= high + 1e-4, joint


@few
@given(poses.wishes())
def test_what_is_beyond_the_limits_is_told(asked: tuple[Wishes]) -> None:
    """Also of placed arms, standing and kneeling legs, wrists and the spine."""
    body = solve(asked[0])
    told = {trouble.thing for trouble in limits._look(Moment("here", body, ("here",), asked))}
    beyond = {name for name, angle in body.angles.items() if is_beyond(name, angle)}
    assert beyond <= told


def is_beyond(name: str, angle: float) -> bool:
    """By more than the grace; how an arm is turned or raised to counts only in some places."""
    joint = name[2:] if name[1] == "." else name
    if joint not in LIMITS or joint in ("shoulder.plane", "shoulder.rot"):
        return False
    low, high = LIMITS[joint]
    return not any(low - 3.001 <= angle + turned <= high + 3.001 for turned in (0, 360, -360))


@few
@given(poses.number(-92, 80), poses.curve("lumbar"), poses.curve("thoracic"))
def test_a_wrist_and_a_spine_measure_what_was_asked(
    wrist: float, lumbar: poses.Keys, thoracic: poses.Keys
) -> None:
    pose = {"arm_r": {"raise": 40, "wrist": wrist}, "lumbar": lumbar, "thoracic": thoracic}
    angles = solve(poses.as_wishes("stand", {"pose": pose})["pose"]).angles
    assert angles["r.wrist.flex"] == pytest.approx(wrist, abs=1e-4)
    assert angles["r.wrist.out"] == pytest.approx(0, abs=1e-4)
    for region, curve in (("lumbar", lumbar), ("thoracic", thoracic)):
        for way, asked in curve.items():
            value = signed(asked) if isinstance(asked, str) else asked
            assert angles[f"{region}.{way}"] == pytest.approx(value, abs=1e-4)


@few
@given(poses.free_leg)
def test_a_free_leg_measures_what_was_asked(leg: poses.Keys) -> None:
    pose = {"leg_r": leg, "pelvis": {"up": 0.6}}
    angles = solve(poses.as_wishes("stand", {"pose": pose})["pose"]).angles
    measured = {key: angles[f"r.{joint}"] for key, joint in JOINT_OF.items()}
    assert measured == pytest.approx(leg, abs=1e-4)


JOINT_OF = {"hip": "hip.flex", "out": "hip.out", "rot": "hip.rot", "knee": "knee", "ankle": "ankle"}


@few
@given(poses.wishes())
def test_the_other_side_is_the_exact_mirror(asked: tuple[Wishes]) -> None:
    body, other = solve(asked[0]), solve(mirror(asked[0]))
    for name, place in body.points.items():
        assert np.abs(other.points[swapped(name)] * (1, 1, -1) - place).max() < EXACT, name
    for name, angle in body.angles.items():
        sign = -1 if name.endswith(TRUNK_SIDED) else 1
        off = (other.angles[swapped(name)] - sign * angle + 180) % 360 - 180
        assert abs(off) < 1e-6, name


def swapped(name: str) -> str:
    for side in SIDES:
        if name.endswith(f"_{side}"):
            return name[:-1] + OTHER[side]
        if name.startswith(f"{side}."):
            return OTHER[side] + name[1:]
    return name


@given(poses.wishes())
@settings(max_examples=20, deadline=None)
def test_mirrored_twice_is_as_before(asked: tuple[Wishes]) -> None:
    body, again = solve(asked[0]), solve(mirror(mirror(asked[0])))
    for name, place in body.points.items():
        assert np.abs(again.points[name] - place).max() < EXACT, name


@each_figure(ALL)
def test_bones_keep_their_length_in_every_frame(slug: str) -> None:
    assert [stretched(frame.body) for frame in movement(slug).frames if stretched(frame.body)] == []


@each_figure(MOVING)
def test_what_stands_on_the_floor_does_not_slip(slug: str) -> None:
    slips = list(skating.slips(movement(slug)))
    assert [slip for slip in slips if slip.size > (SLIP if slip.pin.side else ROLL)] == []


@each_figure(MOVING)
def test_the_loop_is_closed(slug: str) -> None:
    first, last = movement(slug).first, movement(slug).frames[-1].body
    assert max(length(first.points[name] - last.points[name]) for name in first.points) < EXACT


@each_figure(MOVING)
def test_a_passage_leaves_one_pose_and_arrives_at_the_other(slug: str) -> None:
    """What is blended must agree with the poses, or the figure would start or stop with a jerk."""
    solved = movement(slug)
    for passage in (each for each in solved.passages if each.moves):
        keys = solved.keys[passage.source], solved.keys[passage.target]
        for share, key in enumerate(keys):
            body = solve(Between(*keys, share).blend())
            jumps = {n: length(body.points[n] - place) for n, place in key.body.points.items()}
            assert max(jumps.values()) < JUMP, (passage.source, passage.target, jumps)
