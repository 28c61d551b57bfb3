"""Each routine serves its need, in its time, and warns first of what it is not for."""

from __future__ import annotations

import pytest

from webapp.content import library
from webapp.content.durations import longest_stay, moving_seconds, routine_seconds
from webapp.content.schema import Routine

english = library.english()


@pytest.mark.parametrize(
    ("slug", "need", "least", "most"),
    [
        ("cold-water-10", "before-cold", 600, 720),
        ("cold-water-15", "before-cold", 840, 960),
        ("pool-warm-up-8", "before-effort", 470, 500),
        ("pool-warm-up-6", "before-effort", 360, 430),
        ("rewarming", "after-cold", 150, 240),
        ("gentle-first-days", "sore-back", 300, 420),
        ("after-a-cramp", "sore-back", 300, 420),
        ("back-mobility", "sore-back", 570, 630),
        ("qigong-short", "slow-movement", 360, 480),
    ],
)
def test_a_routine_takes_the_time_its_page_says(
    slug: str, need: str, least: int, most: int
) -> None:
    routine = english.routines[slug]
    assert routine.need == need
    assert least <= routine_seconds(routine, english) <= most


def test_every_warm_up_keeps_its_stages_in_order_and_its_stays_short() -> None:
    for routine in english.routines.values():
        if routine.need in ("before-cold", "before-effort"):
            stages = [step.stage or 0 for step in routine.steps]
            assert set(stages) == {1, 2, 3}
            assert stages == sorted(stages)
            assert max(stays(routine)) <= english.limits["longest-stay-before-effort"].seconds


def test_only_the_cold_water_warm_up_says_that_it_is_one_before_cold_water() -> None:
    cold = english.routines["cold-water-10"]
    for slug in ("pool-warm-up-8", "qigong-short"):
        assert any(cold.title in line for line in english.routines[slug].before)
    assert english.routines["pool-warm-up-8"].before[0].startswith("Only for water of 26 °C")


def test_qigong_alternates_evenly_and_breathes_out_no_shorter_than_in() -> None:
    for step in english.routines["qigong-short"].steps:
        exercise, dose = english.exercise_of(step), english.dose_of(step)
        seconds = {
            way: sum(part.seconds for part in exercise.tempo if part.breath == way)
            for way in ("in", "out")
        }
        assert exercise.position == "standing"
        assert seconds["out"] >= seconds["in"] > 0
        assert dose.sides == "none" or (dose.repetitions or 0) % 2 == 0


def test_a_sore_back_starts_small_and_lies_down_only_once() -> None:
    positions = [
        english.exercise_of(step).position for step in english.routines["back-mobility"].steps
    ]
    assert positions == ["standing", "all-fours", "all-fours", "side-lying", "lying", "lying"]


def stays(routine: Routine) -> list[int]:
    steps = [(english.exercise_of(step), english.dose_of(step)) for step in routine.steps]
    assert all(moving_seconds(exercise, dose) for exercise, dose in steps)
    return [longest_stay(exercise, dose) for exercise, dose in steps]
