"""Today carries what names the sessions that a device has kept, and nothing of anybody's."""

from __future__ import annotations

import json
from typing import Any

from tests.conftest import ReadPage
from tests.sampling import each_language, every_language
from webapp.content import library
from webapp.locales import Language

ALL = every_language()


def naming(page: ReadPage, prefix: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(page(f"/{prefix}/").by_id("sessions").text or "")
    return found


@ALL
def test_every_routine_and_exercise_is_named_in_the_language(
    page: ReadPage, language: Language
) -> None:
    content = library.localized(language)
    kinds = naming(page, language.prefix)["kinds"]
    assert kinds["routine"]["names"] == {
        slug: routine.title for slug, routine in content.routines.items()
    }
    assert kinds["exercise"]["names"] == {
        slug: exercise.name for slug, exercise in content.exercises.items()
    }


@each_language()
def test_an_address_and_a_slug_make_the_page_of_that_name(
    page: ReadPage, language: Language
) -> None:
    for kind in naming(page, language.prefix)["kinds"].values():
        for slug, name in kind["names"].items():
            assert page(kind["address"] + slug).h1 == " ".join(name.split())


def test_the_words_keep_the_places_of_their_values(page: ReadPage) -> None:
    found = naming(page, "ar")
    assert found["locale"] == "ar-u-nu-arab"
    assert "%(before)s" in found["words"]["both"]
    assert "%(after)s" in found["words"]["both"]
    assert "%(when)s" in found["words"]["early"]
    assert found["words"]["minutes"] == "%(minutes)s\u00a0د"


def test_the_list_is_out_of_sight_until_the_device_has_something(page: ReadPage) -> None:
    sections = {each.get("aria-labelledby"): each for each in page("/en/").all("section")}
    assert list(sections) == [
        *("swimming", "next", "first", "drinks", None, "others", "last", "offline", "more"),
    ]
    assert [name for name, each in sections.items() if each.get("hidden") is not None] == [
        "swimming",
        "next",
        None,  # the sizes that one tap logs
        "last",
        "offline",
    ]
