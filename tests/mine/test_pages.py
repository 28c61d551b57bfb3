"""The pages of one's own routines: shells that hold what the device needs, and nothing personal."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.conftest import ChangeBirdDog, ReadPage
from tests.sampling import every_language
from webapp.content import library
from webapp.locales import Language


def block(page: ReadPage, path: str, name: str) -> Any:
    return json.loads(page(path).by_id(name).text or "")


@every_language()
@pytest.mark.parametrize("path", ["mine/", "mine/catalog.json"])
def test_the_catalog_holds_every_exercise_in_the_readers_language(
    own_page: ReadPage, client: FlaskClient, path: str, language: Language
) -> None:
    address = f"/{language.prefix}/{path}"
    is_file = path.endswith(".json")
    found = client.get(address).get_json() if is_file else block(own_page, address, "catalog")
    localized = library.localized(language).led
    exercises = found["exercises"]
    assert exercises["slug"] == list(localized)
    if is_file:
        assert exercises["name"] == [each.name for each in localized.values()]
    assert {len(column) for column in exercises.values()} == {len(localized)}
    assert found["locale"] == language.intl


def test_the_catalog_holds_what_each_routine_of_the_library_says(client: FlaskClient) -> None:
    sayings = client.get("/en/mine/catalog.json").get_json()["sayings"]
    routines = library.english().routines
    assert list(sayings) == list(routines)
    saying, routine = sayings["before-run-or-ride"], routines["before-run-or-ride"]
    assert saying["need"] == "before-effort"
    assert [saying["before"], saying["stop"], saying["after"]] == [
        list(each) for each in (routine.before, routine.stop, routine.after)
    ]
    assert saying["cautions"].keys() == {each.condition for each in routine.cautions}


def test_the_catalog_holds_names_in_signs_and_pinyin(client: FlaskClient) -> None:
    exercises = client.get("/en/mine/catalog.json").get_json()["exercises"]
    native = dict(zip(exercises["slug"], exercises["native"], strict=True))
    assert native["cloud-hands"]["characters"] == "云手"
    assert native["bird-dog"] is None


def test_the_catalog_says_what_is_massage_and_what_stands_before_it(
    client: FlaskClient, change_bird_dog: ChangeBirdDog
) -> None:
    assert "bird-dog" not in _massage(client.get("/en/mine/catalog.json").get_json())
    change_bird_dog(purpose=("massage",))
    found = client.get("/en/mine/catalog.json").get_json()
    assert "bird-dog" in _massage(found)
    assert found["massage"] == list(library.english().massage["self-massage"].before)


def _massage(catalog: dict[str, Any]) -> list[str]:
    """Which exercises are."""
    exercises = catalog["exercises"]
    marks = exercises.get("isMassage", [])
    return [slug for slug, mark in zip(exercises["slug"], marks, strict=False) if mark]


def test_a_player_without_a_routine_has_a_heading(page: ReadPage) -> None:
    assert page("/en/mine/play").one("h1").text == "My routines"


def test_the_names_of_what_was_done_are_on_the_page(page: ReadPage) -> None:
    kinds = block(page, "/en/mine/", "guide")["kinds"]
    assert kinds["routine"]["names"]["cold-water-10"] == "Cold-water warm-up"
    assert kinds["own"] == {"address": "/en/mine/play#", "names": {}}
    assert kinds["shared"] == {"address": "/en/r/", "names": {}}


def test_without_script_the_pages_say_what_is_needed(page: ReadPage) -> None:
    assert "JavaScript shows them" in page("/en/mine/").words
    assert "The timer needs JavaScript." in page("/en/mine/play").words


def test_the_player_of_an_own_routine_has_the_emergency_signs(page: ReadPage) -> None:
    assert "Call your local emergency number now" in page("/en/mine/play").words


def test_a_routine_of_the_library_can_be_made_ones_own(page: ReadPage) -> None:
    written = block(page, "/en/routines/cold-water-10", "routine")
    assert (written["format"], written["version"]) == ("limber-routine", 1)
    assert written["need"] == "before-cold"
    assert not written["beginner"]
    beginners = block(page, "/en/routines/tai-chi-beginner", "routine")
    assert beginners["beginner"], "a copy is for beginners as well"
    assert [step["exercise"] for step in written["steps"]] == [
        step.exercise for step in library.english().routines["cold-water-10"].steps
    ]
