"""What the phone finds wrong with a routine, the server finds wrong too, and the reverse."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from typing import Any

from flask import Flask

from tests import node
from webapp.build import starts
from webapp.content import library
from webapp.content.library import Library
from webapp.player.catalog import catalog, columns
from webapp.share import bounds, routine
from webapp.share.routine import RoutineError

ENGLISH = library.english()
BASE: dict[str, Any] = {
    "format": "limber-routine",
    "version": 1,
    "title": "A",
    "language": "en",
    "steps": [{"exercise": "cat-cow", "dose": {"repetitions": 8}}],
}


def of_dose(exercise: str, **dose: Any) -> dict[str, Any]:
    return {"steps": [{"exercise": exercise, "dose": dose}]}


CHANGES: list[dict[str, Any]] = [
    {},
    {"version": 2},
    {"more": 1},
    {"title": ""},
    {"title": " "},
    {"title": "a" * 80},
    {"title": "a" * 81},
    {"title": "\U0001f600" * 80},
    {"title": "a\nb"},
    {"notes": "a\nb"},
    {"notes": "a\rb"},
    {"notes": "a" * 2001},
    {"whatFor": "a\x7f"},
    {"language": "zh-Hans"},
    {"language": "English"},
    {"language": "en-" + "-".join(["abcdefgh"] * 4)},
    {"rounds": 0},
    {"rounds": 11},
    {"rounds": 1.5},
    {"rest": 300},
    {"rest": 301},
    {"rest": True},
    {"beginner": 1},
    {"conditions": ["knees"]},
    {"conditions": ["knees", "knees"]},
    {"conditions": ["nothing"]},
    {"times": [{"at": "07:30", "days": [1, 3]}]},
    {"times": [{"at": "07:30", "days": [1]}, {"at": "07:30", "days": [1]}]},
    {"times": [{"at": "24:00", "days": [1]}]},
    {"times": [{"at": "07:30", "days": [3, 1]}]},
    {"times": [{"at": "07:30", "days": [1, 1]}]},
    {"times": [{"at": "07:30", "days": []}]},
    {"times": [{"at": "07:30", "days": [8]}]},
    {"times": [{"at": f"0{n}:30", "days": [1]} for n in range(7)]},
    {"steps": []},
    {"steps": BASE["steps"] * 30},
    {"steps": BASE["steps"] * 31},
    {"steps": [None]},
    {"steps": [{**BASE["steps"][0], "pace": 0.75}]},
    {"steps": [{**BASE["steps"][0], "pace": 2}]},
    {"steps": [{**BASE["steps"][0], "note": "a" * 301}]},
    {"steps": [{"exercise": "gone", "dose": {"repetitions": 1}}]},
    {"rounds": 10, "rest": 300, "steps": BASE["steps"] * 30},
    {"need": "before-cold", **of_dose("march-on-the-spot", seconds=599)},
    {"need": "before-cold", **of_dose("march-on-the-spot", seconds=600)},
    {"need": "before-cold", "rounds": 2, **of_dose("march-on-the-spot", seconds=300)},
    of_dose("cat-cow"),
    of_dose("cat-cow", repetitions=0),
    of_dose("cat-cow", repetitions=101),
    of_dose("cat-cow", repetitions=5, seconds=None),
    of_dose("cat-cow", repetitions=5, seconds=30),
    of_dose("cat-cow", seconds=30),
    of_dose("cat-cow", breaths=3),
    of_dose("cat-cow", repetitions=5, sides="each"),
    of_dose("cat-cow", repetitions=5, sets=2),
    of_dose("cat-cow", repetitions=5, sets=2, rest=1),
    of_dose("cat-cow", repetitions=5, sets=11, rest=1),
    of_dose("bird-dog", repetitions=5),
    of_dose("bird-dog", repetitions=5, sides="each"),
    of_dose("bird-dog", repetitions=6, sides="alternate"),
]


def changed() -> list[dict[str, Any]]:
    each_exercise = [
        of_dose(slug, **{count: amount, "sides": sides})
        for slug in library.english().exercises
        for count, amount in (
            ("repetitions", 4),
            ("seconds", 120),
            ("seconds", 125),
            ("breaths", 3),
        )
        for sides in ("none", "each", "alternate")
    ]
    return [{**BASE, **each} for each in [*CHANGES, *each_exercise]]


def on_the_server(given: dict[str, Any], known: Library = ENGLISH) -> str:
    """The field of the first fault; empty without one."""
    try:
        bounds.check(routine.read(json.dumps(given)), known)
    except RoutineError as error:
        return str(error).split(":")[0]
    return ""


def on_the_phone(
    app: Flask, all_given: list[dict[str, Any]], known: Library = ENGLISH
) -> list[str]:
    with app.test_request_context("/en/"):
        handed = {"catalog": columns(catalog(known)), "routines": all_given}
    done = node.run("tests/js/mine/faults.js", input=json.dumps(handed), stdout=subprocess.PIPE)
    found: list[str] = json.loads(done.stdout)
    return found


def test_phone_and_server_take_and_refuse_the_same(app: Flask) -> None:
    all_given = changed()
    differing = [
        (given, phone, server)
        for given, phone, server in zip(
            all_given, on_the_phone(app, all_given), map(on_the_server, all_given), strict=True
        )
        if bool(phone) != bool(server)
    ]
    assert differing == []


def test_both_refuse_a_massage_before_or_after_cold_water(app: Flask) -> None:
    march = ENGLISH.exercises["march-on-the-spot"].model_copy(update={"purpose": ("massage",)})
    known = replace(ENGLISH, exercises={**ENGLISH.exercises, march.slug: march})
    needs = ["before-cold", "after-cold", "before-effort", "any"]
    given = [{**BASE, "need": need, **of_dose(march.slug, seconds=600)} for need in needs]
    refused = ["steps.0.exercise", "steps.0.exercise", "", ""]
    assert [on_the_server(each, known) for each in given] == refused
    assert on_the_phone(app, given, known) == refused


def test_every_routine_of_the_library_can_be_copied(app: Flask) -> None:
    with app.test_request_context("/en/"):
        drafts = [starts.draft(each, ENGLISH) for each in ENGLISH.routines.values()]
    assert on_the_phone(app, drafts) == [""] * len(drafts)
