"""What the player's script gets, and that the server sums the same seconds."""

from __future__ import annotations

import json
import subprocess
from dataclasses import asdict
from typing import Any

from flask import Flask

from tests import node
from tests.conftest import ReadPage
from tests.sampling import every_language
from webapp.content import lane, library
from webapp.content.durations import exercise_seconds, routine_seconds
from webapp.player import session


def test_the_server_sums_the_seconds_that_the_phone_plans(app: Flask) -> None:
    english = library.english()
    with app.test_request_context("/en/"):
        sessions = [session.of_routine(each, english) for each in english.routines.values()]
        sessions += [session.of_exercise(each) for each in english.exercises.values()]
    summed = [routine_seconds(each, english) for each in english.routines.values()]
    summed += [exercise_seconds(each) for each in english.exercises.values()]
    planned = node.run(
        "tests/js/player/total.js", input=json.dumps(sessions), stdout=subprocess.PIPE
    )
    assert json.loads(planned.stdout) == summed


def test_the_phone_draws_the_lane_that_stands_on_the_pages(app: Flask) -> None:
    english = library.english()
    with app.test_request_context("/en/"):
        sessions = [session.of_routine(each, english) for each in english.routines.values()]
        sessions += [session.of_exercise(each) for each in english.exercises.values()]
    drawn = [lane.of_routine(each, english) for each in english.routines.values()]
    drawn += [lane.of_exercise(each) for each in english.exercises.values()]
    planned = node.run(
        "tests/js/player/marks.js", input=json.dumps(sessions), stdout=subprocess.PIPE
    )
    assert json.loads(planned.stdout) == [[asdict(mark) for mark in marks] for marks in drawn]


def test_only_before_cold_water_movement_has_a_least(app: Flask) -> None:
    english = library.english()
    with app.test_request_context("/en/"):
        least = {
            slug: session.of_routine(each, english)["leastMoving"]
            for slug, each in english.routines.items()
        }
    assert least.pop("cold-water-10") == least.pop("cold-water-15") == 600
    assert set(least.values()) == {0}


def test_of_two_cautions_for_one_condition_the_player_says_both(app: Flask) -> None:
    english = library.english()
    with app.test_request_context("/en/"):
        for routine in english.routines.values():
            said = session.of_routine(routine, english)["cautions"]
            for caution in routine.cautions:
                assert caution.text in said[caution.condition]


@every_language()
def test_the_page_carries_the_session_in_its_language(page: ReadPage, language: Any) -> None:
    shown = page(f"/{language.prefix}/routines/cold-water-10/play")
    data = json.loads(shown.by_id("session").text or "")
    localized = library.localized(language)
    assert [step["name"] for step in data["steps"]] == [
        localized.exercise_of(step).name for step in localized.routines["cold-water-10"].steps
    ]
    assert data["locale"] == language.intl


def test_without_script_the_steps_are_on_the_page(page: ReadPage) -> None:
    words = page("/en/exercises/bird-dog/play").words
    assert "The timer needs JavaScript." in words
    assert "Bird dog" in words


def test_what_to_heed_stands_before_the_start(page: ReadPage) -> None:
    words = page("/en/routines/cold-water-10/play").words
    assert "Never swim alone." in words
    assert "If the screen locks, the plan goes on" in words
    assert "Easily dizzy Trunk turns Look straight ahead" in words
