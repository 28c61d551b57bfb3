"""What search engines are told: of the library how things are done, of a shared routine nothing."""

from __future__ import annotations

import json
import re

import pytest
from flask import Flask

from tests.conftest import ReadPage
from tests.reading import Page
from tests.share.routines import publish
from webapp.content import library
from webapp.content.durations import routine_seconds


def linked(page: Page) -> list[dict[str, object]]:
    scripts = [each for each in page.all("script") if each.get("type") == "application/ld+json"]
    return [json.loads(each.text or "") for each in scripts]


def seconds(duration: str) -> int:
    found = re.fullmatch(r"PT(?:(\d+)M)?(?:(\d+)S)?", duration)
    assert found
    return 60 * int(found[1] or 0) + int(found[2] or 0)


def test_a_routine_is_told_with_its_steps_and_its_time(own_page: ReadPage) -> None:
    (told,) = linked(own_page("/en/routines/cold-water-10"))
    english = library.english()
    routine = english.routines["cold-water-10"]
    assert (told["@context"], told["@type"]) == ("https://schema.org", "HowTo")
    assert told["name"] == routine.title
    assert seconds(str(told["totalTime"])) == routine_seconds(routine, english)
    steps = told["step"]
    assert isinstance(steps, list)
    assert [each["position"] for each in steps] == list(range(1, len(routine.steps) + 1))
    assert steps[0]["name"] == english.exercise_of(routine.steps[0]).name


def test_an_exercise_is_told_in_the_language_of_its_page(own_page: ReadPage) -> None:
    (told,) = linked(own_page("/ar/exercises/bird-dog"))
    assert told["inLanguage"] == "ar"
    assert told["url"] == "/ar/exercises/bird-dog"
    steps = told["step"]
    assert isinstance(steps, list)
    assert len(steps) == len(library.english().exercises["bird-dog"].steps)


@pytest.mark.parametrize("path", ["/en/routines/cold-water-10", "/en/exercises/bird-dog"])
def test_nothing_is_told_of_what_it_does_for_health(own_page: ReadPage, path: str) -> None:
    (told,) = linked(own_page(path))
    assert set(told) == {
        "@context",
        "@type",
        "name",
        "description",
        "inLanguage",
        "dateModified",
        "isAccessibleForFree",
        "license",
        "url",
        "totalTime",
        "step",
    }


def test_of_a_shared_routine_nothing_is_told(app: Flask, own_page: ReadPage) -> None:
    assert linked(own_page(f"/en/r/{publish(app).code}")) == []
