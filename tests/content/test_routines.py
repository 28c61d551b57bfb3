"""Each routine serves its need, in its time, and warns first of what it is not for."""

from __future__ import annotations

import pytest

from webapp.content import library
from webapp.content.durations import longest_stay, moving_seconds, routine_seconds
from webapp.content.schema import Exercise, Routine

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
        ("ba-duan-jin", "slow-movement", 690, 780),
        ("ba-duan-jin-first-half", "slow-movement", 340, 420),
        ("ba-duan-jin-second-half", "slow-movement", 320, 420),
        ("self-massage", "massage", 570, 640),
        ("seated-ba-duan-jin", "slow-movement", 450, 510),
        ("tai-chi-beginner", "slow-movement", 570, 630),
        ("bedtime", "evening", 470, 510),
        ("before-run-or-ride", "before-effort", 590, 640),
        ("call-room", "before-effort", 350, 390),
        ("chair-only", "daily", 570, 630),
        ("standing-only", "daily", 570, 630),
        ("daily-mobility-5", "daily", 290, 320),
        ("daily-mobility-10", "daily", 580, 630),
        ("travel", "daily", 400, 450),
        ("desk-break", "desk", 290, 320),
        ("strength-and-control", "strength", 870, 930),
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


def test_ba_duan_jin_has_its_eight_pieces_in_order_and_its_halves_are_the_whole() -> None:
    whole, first, second = (
        english.routines[f"ba-duan-jin{half}"] for half in ("", "-first-half", "-second-half")
    )
    assert [step.exercise for step in whole.steps] == [
        "hold-up-heavens",
        "draw-the-bow",
        "raise-one-hand",
        "look-back",
        "sway-head-and-tail",
        "hands-down-legs",
        "punch-slowly",
        "seven-heel-raises",
    ]
    assert (*first.steps, *second.steps) == whole.steps
    assert len(first.steps) == len(second.steps)


@pytest.mark.parametrize(
    ("slug", "position"), [("chair-only", "sitting"), ("standing-only", "standing")]
)
def test_who_stays_as_they_are_never_has_to_change(slug: str, position: str) -> None:
    assert {each.position for each in exercises(slug)} == {position}


def test_travelling_takes_no_mat_and_nobody_lies_down() -> None:
    assert {each.position for each in exercises("travel")} <= {"sitting", "standing"}
    assert "mat" not in {thing for each in exercises("travel") for thing in each.equipment}


def test_nobody_stays_long_before_a_run_or_a_ride() -> None:
    assert max(stays(english.routines["before-run-or-ride"])) <= 30


def test_tai_chi_for_beginners_has_only_what_was_checked() -> None:
    assert english.routines["tai-chi-beginner"].beginner
    assert not any(each.awaits_instructor for each in exercises("tai-chi-beginner"))


def test_a_sore_back_starts_small_and_lies_down_only_once() -> None:
    positions = [
        english.exercise_of(step).position for step in english.routines["back-mobility"].steps
    ]
    assert positions == ["standing", "all-fours", "all-fours", "side-lying", "lying", "lying"]


def exercises(slug: str) -> list[Exercise]:
    return [english.exercise_of(step) for step in english.routines[slug].steps]


def stays(routine: Routine) -> list[int]:
    steps = [(english.exercise_of(step), english.dose_of(step)) for step in routine.steps]
    assert all(moving_seconds(exercise, dose) for exercise, dose in steps)
    return [longest_stay(exercise, dose) for exercise, dose in steps]
