"""The library: every exercise, what it can be found by, and the pictures it comes without."""

from __future__ import annotations

import json
from typing import Any
from xml.etree.ElementTree import Element

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.conftest import ReadPage
from tests.reading import Page
from tests.sampling import every_prefix
from webapp import addresses
from webapp.content import library
from webapp.exercises import filters
from webapp.exercises.views import PICTURED
from webapp.locales import LANGUAGES

PREFIXES = [language.prefix for language in LANGUAGES]
EXERCISES = sorted(library.english().exercises.values(), key=lambda exercise: exercise.number)

# In bytes of brotli: the page with its first pictures, and the fragment with the others.
PAGE_BYTES = 16_000
REST_BYTES = 60_000


def with_data(page: Page, name: str) -> list[Element]:
    return [each for each in page.tree.iter() if f"data-{name}" in each.attrib]


def rows(page: Page) -> list[Element]:
    (atlas,) = with_data(page, "atlas")
    return list(atlas)


def offered(page: Page) -> set[tuple[str, str]]:
    return {
        (each.get("name", ""), each.get("value", ""))
        for each in page.all("input")
        if each.get("type") == "checkbox"
    }


def words(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(page.by_id("words").text or "")
    return found


@every_prefix()
def test_every_exercise_is_there_by_its_number(page: ReadPage, prefix: str) -> None:
    shown = rows(page(f"/{prefix}/exercises/"))
    links = [next(row.iter("a")).get("href") for row in shown]
    assert links == [f"/{prefix}/exercises/{exercise.slug}" for exercise in EXERCISES]


def test_an_exercise_carries_what_it_is_found_by(page: ReadPage) -> None:
    for row, exercise in zip(rows(page("/en/exercises/")), EXERCISES, strict=True):
        assert row.get("data-purpose", "").split() == list(exercise.purpose)
        assert row.get("data-position") == exercise.position
        assert row.get("data-region", "").split() == list(exercise.regions)
        assert row.get("data-equipment", "").split() == list(exercise.equipment)
        assert row.get("data-place", "").split() == list(exercise.place)
        assert exercise.name in row.get("data-text", "")
        assert exercise.summary in row.get("data-text", "")


def test_a_native_name_can_be_searched_for(page: ReadPage) -> None:
    texts = [row.get("data-text", "") for row in rows(page("/en/exercises/"))]
    assert any("云手" in text and "Yúnshǒu" in text for text in texts)


@pytest.mark.parametrize(
    ("slug", "times"), [("arm-swings", "2 4 6"), ("march-on-the-spot", "4 6"), ("bird-dog", "6")]
)
def test_a_time_holds_for_the_whole_exercise(page: ReadPage, slug: str, times: str) -> None:
    row = rows(page("/en/exercises/"))[[each.slug for each in EXERCISES].index(slug)]
    assert row.get("data-time") == times


@every_prefix()
def test_only_what_some_exercise_answers_can_be_chosen(page: ReadPage, prefix: str) -> None:
    shown = page(f"/{prefix}/exercises/")
    answered = {
        (group, value)
        for row in rows(shown)
        for group in ("purpose", "position", "region", "equipment", "place", "time")
        for value in row.get(f"data-{group}", "").split()
    }
    assert offered(shown) == answered


def test_what_nothing_answers_is_not_offered(app: Flask) -> None:
    with app.test_request_context("/en/"):
        found = filters.groups(filters.entries(EXERCISES[:1]))
    assert [each.value for each in found[2].options] == ["whole-body", "legs"]
    assert "stretch" not in {each.value for each in filters.often(found)}


def test_no_control_is_in_sight_before_the_script(page: ReadPage) -> None:
    """The style sheet hides the form until it is ready; the rest is hidden by itself."""
    shown = page("/en/exercises/")
    (form,) = with_data(shown, "filters")
    assert "data-ready" not in form.attrib
    waiting = {id(each) for each in form.iter()}
    for hidden in (each for each in shown.tree.iter() if "hidden" in each.attrib):
        waiting |= {id(each) for each in hidden.iter()}
    controls = [each for tag in ("input", "button") for each in shown.all(tag)]
    assert controls
    assert [each.attrib for each in controls if id(each) not in waiting] == []


@every_prefix()
def test_the_first_pictures_come_with_the_page_the_others_together(
    page: ReadPage, prefix: str
) -> None:
    shown = rows(page(f"/{prefix}/exercises/"))
    pictured = [any(each.tag.endswith("}svg") for each in row.iter()) for row in shown]
    assert pictured == [True] * PICTURED + [False] * (len(shown) - PICTURED)
    places = [each.get("data-still") for row in shown for each in row.iter("span")]
    wanted = [slug for slug in places if slug]
    assert wanted == [exercise.slug for exercise in EXERCISES[PICTURED:]]
    rest = page(f"/{prefix}/exercises/rest")
    (sheet,) = with_data(rest, "figure")
    assert [each.get("data-still") for each in sheet] == wanted
    assert all(len(list(each)) == 1 for each in sheet)


def test_the_fragment_is_finished_once_and_never_hides_an_exercise(app: Flask) -> None:
    kept = set(addresses.content(app))
    assert {f"/{prefix}/exercises/rest" for prefix in PREFIXES} <= kept
    assert "rest" not in library.english().exercises


@every_prefix()
def test_page_and_fragment_are_within_their_bytes(client: FlaskClient, prefix: str) -> None:
    for path, most in (("", PAGE_BYTES), ("rest", REST_BYTES)):
        body = client.get(f"/{prefix}/exercises/{path}").get_data()
        assert len(brotli.compress(body, quality=11)) <= most


def test_a_count_is_said_in_the_forms_of_the_language(page: ReadPage) -> None:
    english = words(page("/en/exercises/"))
    assert english["counts"] == {"one": "%(n)s exercise", "other": "%(n)s exercises"}
    arabic = words(page("/ar/exercises/"))
    assert arabic["locale"] == "ar-u-nu-arab"
    assert {"zero", "one", "two", "few", "many"} <= set(arabic["counts"])
