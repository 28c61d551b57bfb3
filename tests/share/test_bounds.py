"""The bounds of the library hold for what people compose of it."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask

from tests import node
from tests.share.people import made, step
from webapp.content import library
from webapp.content.durations import PACES, exercise_seconds, routine_seconds
from webapp.content.schema import Dose, Exercise
from webapp.player import session
from webapp.share import bounds, length
from webapp.share.routine import RoutineError, SharedRoutine

LIBRARY = library.english()
BREATHED = LIBRARY.exercises["cat-cow"].model_copy(update={"dose": Dose(breaths=6)})
LONG_STAY = "figure-four"


def faults(*steps: dict[str, Any], **changed: Any) -> list[str]:
    return list(bounds.faults(made(steps=list(steps), **changed), LIBRARY))


@pytest.mark.parametrize("exercise", LIBRARY.led.values(), ids=lambda each: each.slug)
def test_every_exercise_may_be_taken_as_the_library_has_it(exercise: Exercise) -> None:
    dose = exercise.dose.model_dump(exclude_none=True)
    assert faults(step(exercise.slug, dose=dose)) == []


@pytest.mark.parametrize("routine", LIBRARY.routines.values(), ids=lambda each: each.slug)
def test_every_routine_of_the_library_may_be_shared_and_lasts_as_long(routine: Any) -> None:
    steps = [
        step(each.exercise, dose=LIBRARY.dose_of(each).model_dump(exclude_none=True))
        for each in routine.steps
    ]
    shared = made(steps=steps, rounds=routine.rounds, rest=routine.rest)
    assert list(bounds.faults(shared, LIBRARY)) == []
    assert length.seconds(shared, LIBRARY) == routine_seconds(routine, LIBRARY)


@pytest.mark.parametrize("need", ["before-cold", "after-cold", "before-effort", "any"])
def test_there_is_no_massage_before_or_after_cold_water(need: str) -> None:
    massage = LIBRARY.exercises["cat-cow"].model_copy(update={"purpose": ("massage",)})
    kept = replace(LIBRARY, exercises={**LIBRARY.exercises, "cat-cow": massage})
    steps = [step("march-on-the-spot", dose={"seconds": 600}), step()]
    found = list(bounds.faults(made(steps=steps, need=need), kept))
    refused = ["steps.1.exercise: no massage before or after cold water; take it out"]
    assert found == (refused if need.endswith("-cold") else [])


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        (step("flying-kick"), "exercise: this Limber does not know flying-kick; take it out or"),
        (step("cat-cow", dose={"seconds": 60}), "dose.seconds: count repetitions instead: cat-cow"),
        (step("cat-cow", dose={"breaths": 6}), "dose.breaths: count repetitions instead: cat-cow"),
        (
            step("cat-cow", dose={"repetitions": 8, "sides": "each"}),
            "dose.sides: write none: cat-cow has no sides",
        ),
        (
            step("bird-dog", dose={"repetitions": 8}),
            "dose.sides: write each or alternate: bird-dog has two sides",
        ),
        (
            step("march-on-the-spot", dose={"seconds": 30, "sides": "each"}),
            "dose.sides: write none",
        ),
    ],
)
def test_what_an_exercise_does_not_allow_is_named(given: dict[str, Any], fault: str) -> None:
    (found,) = faults(step(), given)
    assert found.startswith(f"steps.1.{fault}")
    with pytest.raises(RoutineError, match=r"^steps\.1\."):
        bounds.check(made(steps=[step(), given]), LIBRARY)


@pytest.mark.parametrize(
    "given",
    [
        step("bird-dog", dose={"repetitions": 8, "sides": "alternate"}),
        step("bird-dog", dose={"repetitions": 8, "sides": "each"}),
        step("march-on-the-spot", dose={"repetitions": 20}),
        step("march-on-the-spot", dose={"seconds": 1800}),
    ],
)
def test_what_it_allows_is_taken(given: dict[str, Any]) -> None:
    assert faults(given) == []


def with_(exercise: Exercise) -> library.Library:
    exercises = {**LIBRARY.exercises, exercise.slug: exercise}
    return replace(LIBRARY, exercises=exercises)


def test_breaths_are_for_what_is_led_by_the_breath() -> None:
    routine = made(steps=[step("cat-cow", dose={"breaths": 6})])
    assert list(bounds.faults(routine, with_(BREATHED))) == []
    sided = BREATHED.model_copy(update={"dose": Dose(breaths=6, sides="each")})
    turns = made(steps=[step("cat-cow", dose={"breaths": 6, "sides": "alternate"})])
    (fault,) = bounds.faults(turns, with_(sided))
    assert fault == "steps.0.dose.sides: write each: only repetitions can take turns"


def test_what_is_done_in_water_is_not_led_through() -> None:
    in_water = LIBRARY.exercises["cat-cow"].model_copy(update={"place": ("water",)})
    (fault,) = bounds.faults(made(steps=[step("cat-cow")]), with_(in_water))
    assert fault.startswith("steps.0.exercise: this Limber does not know cat-cow")


def test_a_position_is_kept_for_two_minutes_at_most() -> None:
    whole = LIBRARY.exercises[LONG_STAY]
    stay = next(part for part in whole.tempo if part.kind == "stay")
    only = whole.model_copy(update={"tempo": (stay,)})
    for seconds, count in ((120, 0), (121, 1)):
        routine = made(steps=[step(LONG_STAY, dose={"seconds": seconds, "sides": "each"})])
        found = list(bounds.faults(routine, with_(only)))
        assert len(found) == count
    assert found[0].startswith("steps.0.dose.seconds: a position may be kept for 120 s at most")


def test_a_session_lasts_ninety_minutes_at_most() -> None:
    """Getting ready counts, and so does the pace."""
    ready = LIBRARY.exercises["march-on-the-spot"].ready
    march = [step("march-on-the-spot", dose={"seconds": 1800})] * 2
    rest = {"seconds": 1800 - 3 * ready}
    assert faults(*march, step("march-on-the-spot", dose=rest)) == []
    (fault,) = faults(*march, step("march-on-the-spot", dose={"seconds": rest["seconds"] + 1}))
    assert fault.startswith("steps: takes over 90 minutes; leave steps out")
    hundred = {"repetitions": 100, "sets": 4, "rest": 1}
    assert faults(step(dose=hundred)) == []
    assert faults(step(dose=hundred, pace=0.75)) == ["steps: " + fault.partition(": ")[2]]
    assert faults(step(dose={"repetitions": 10}), rounds=10, rest=300) == []
    assert len(faults(step(dose={"repetitions": 30}), rounds=10, rest=300)) == 1


def test_before_cold_water_it_moves_for_ten_minutes_and_keeps_no_position_for_long() -> None:
    """Rests and getting ready do not count, rounds do."""
    march = step("march-on-the-spot", dose={"seconds": 599})
    (fault,) = faults(march, need="before-cold")
    assert fault == "steps: before cold water move for 10 minutes or more; add steps or repetitions"
    assert faults(step("march-on-the-spot", dose={"seconds": 600}), need="before-cold") == []
    assert (
        faults(step("march-on-the-spot", dose={"seconds": 300}), need="before-cold", rounds=2) == []
    )
    assert faults(march) == []
    whole = LIBRARY.exercises[LONG_STAY]
    stay = next(part for part in whole.tempo if part.kind == "stay")
    only = with_(whole.model_copy(update={"tempo": (stay,)}))
    kept = step(LONG_STAY, dose={"seconds": 31, "sides": "each"})
    long = made(steps=[march, kept], need="before-cold")
    (fault,) = bounds.faults(long, only)
    remedy = "before cold water a position is kept for 30 s at most; shorten it"
    assert fault == f"steps.1.dose.seconds: {remedy}"


def test_the_phone_plans_the_seconds_that_the_server_sums(app: Flask) -> None:
    """Every exercise at every pace."""
    with app.test_request_context("/en/"):
        written = [session.of_exercise(each) for each in LIBRARY.exercises.values()]
    paced = [
        {**each, "steps": [{**each["steps"][0], "tempo": slowed(each["steps"][0]["tempo"], pace)}]}
        for each in written
        for pace in PACES
    ]
    planned = node.run("tests/js/player/total.js", input=json.dumps(paced), stdout=subprocess.PIPE)
    summed = [
        length.seconds(alone(exercise, pace), LIBRARY)
        for exercise in LIBRARY.exercises.values()
        for pace in PACES
    ]
    assert json.loads(planned.stdout) == pytest.approx(summed)
    assert summed[::3] == list(map(exercise_seconds, LIBRARY.exercises.values()))


def alone(exercise: Exercise, pace: float) -> SharedRoutine:
    dose = exercise.dose.model_dump(exclude_none=True)
    return made(steps=[step(exercise.slug, dose=dose, pace=pace)])


def slowed(tempo: list[dict[str, Any]], pace: float) -> list[dict[str, Any]]:
    """As `static/js/player/adjust.js` does it."""
    return [
        {**part, "seconds": part["seconds"] / pace if part["kind"] == "move" else part["seconds"]}
        for part in tempo
    ]
