"""The first routine keeps to evidence §4."""

from __future__ import annotations

from itertools import groupby

from webapp.content import library
from webapp.content.durations import moving_seconds, routine_seconds, step_seconds

english = library.english()
ROUTINE = english.routines["cold-water-10"]


def test_it_moves_for_ten_minutes_and_is_over_in_twelve() -> None:
    moving = sum(
        moving_seconds(english.exercise_of(step), english.dose_of(step)) for step in ROUTINE.steps
    )
    assert 600 <= moving < 660
    assert routine_seconds(ROUTINE, english) < 720


def test_each_stage_lasts_as_long_as_the_evidence_says() -> None:
    minutes = {
        stage: sum(step_seconds(english.exercise_of(step), english.dose_of(step)) for step in steps)
        / 60
        for stage, steps in groupby(ROUTINE.steps, lambda step: step.stage)
    }
    assert 3 <= minutes[1] <= 6
    assert 4 <= minutes[2] <= 5
    assert set(minutes) == {1, 2, 3}


def test_dynamic_movements_are_done_eight_to_ten_times() -> None:
    for step in ROUTINE.steps:
        if step.stage == 2:
            assert 8 <= (english.dose_of(step).repetitions or 0) <= 10
