"""A lane is its routine to scale."""

from __future__ import annotations

from itertools import pairwise

import pytest

from webapp.content import lane, library
from webapp.content.durations import exercise_seconds, routine_seconds
from webapp.content.lane import Mark

ENGLISH = library.english()


@pytest.mark.parametrize("slug", ENGLISH.routines)
def test_a_lane_is_as_long_as_its_routine(slug: str) -> None:
    routine = ENGLISH.routines[slug]
    marks = lane.of_routine(routine, ENGLISH)
    assert ends(marks) == routine_seconds(routine, ENGLISH)


@pytest.mark.parametrize("slug", ENGLISH.exercises)
def test_a_lane_is_as_long_as_its_exercise(slug: str) -> None:
    exercise = ENGLISH.exercises[slug]
    assert ends(lane.of_exercise(exercise)) == exercise_seconds(exercise)


def ends(marks: list[Mark]) -> int:
    """Where the last ends, after seeing that each begins where the one before it ends."""
    assert marks[0].start == 0
    assert all(a.start + a.seconds == b.start for a, b in pairwise(marks))
    return marks[-1].start + marks[-1].seconds


def test_sides_are_parted_by_a_switch_and_sets_by_a_rest() -> None:
    kinds = [mark.kind for mark in lane.of_exercise(ENGLISH.exercises["bird-dog"])]
    side = ["move", "switch", "move"]
    assert kinds == ["rest", *side, "rest", *side]


def test_what_is_mostly_kept_still_is_a_stay() -> None:
    assert "stay" in {mark.kind for mark in lane.of_exercise(ENGLISH.exercises["knee-to-chest"])}
