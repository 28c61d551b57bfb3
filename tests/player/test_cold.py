"""A massage asks first whether somebody is cold, and nothing of it starts before the answer."""

from __future__ import annotations

from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest
from flask import Flask

from tests.conftest import ChangeBirdDog, ReadPage
from tests.reading import Page, plain
from tests.share.routines import publish
from webapp.content import library
from webapp.content.library import Library
from webapp.locales import LANGUAGES, Language

LANGUAGE = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)


def questions(shown: Page) -> list[Element]:
    return [each for each in shown.all("section") if each.get("data-cold-question") is not None]


def asks(shown: Page) -> str | None:
    (begin,) = (each for each in shown.all("button") if each.get("data-begin") is not None)
    return begin.get("data-asks")


@pytest.fixture
def bird_dog_is_massage(monkeypatch: pytest.MonkeyPatch) -> None:
    """Among all the others, for routines."""
    real = library.localized

    def localized(language: Language) -> Library:
        exercises = real(language).exercises
        massage = exercises["bird-dog"].model_copy(update={"purpose": ("massage",)})
        return replace(real(language), exercises={**exercises, "bird-dog": massage})

    monkeypatch.setattr(library, "localized", localized)


def scripts(shown: Page) -> str:
    links = [each for each in shown.all("link") if each.get("rel") == "modulepreload"]
    return " ".join(each.get("href", "") for each in links)


@LANGUAGE
def test_it_stands_open_on_the_page_of_a_massage_and_leads_to_getting_warm(
    own_page: ReadPage, change_bird_dog: ChangeBirdDog, language: Language
) -> None:
    change_bird_dog(purpose=("ease", "massage"))
    shown = own_page(f"/{language.prefix}/exercises/bird-dog/play")
    (question,) = questions(shown)
    assert question.get("hidden") is None
    assert asks(shown) == "cold"
    (answer,) = question.iter("a")
    assert answer.get("data-cold") is not None
    assert answer.get("href") == f"/{language.prefix}/rewarm/"
    asked = library.localized(language).massage["self-massage"].before[0]
    assert plain(asked) in shown.words
    assert "player/cold" in scripts(shown)


@pytest.mark.usefixtures("bird_dog_is_massage")
def test_a_routine_with_one_asks_in_the_library_and_shared(app: Flask, own_page: ReadPage) -> None:
    code = publish(app).code
    for path in ("/en/routines/strength-and-control/play", f"/en/r/{code}/play"):
        shown = own_page(path)
        (question,) = questions(shown)
        assert question.get("hidden") is None
        assert asks(shown) == "cold"
        # A shared page is kept on the device with every file that it names.
        assert "player/cold" in scripts(shown)
        assert library.english().massage["self-massage"].before[0] in shown.words
    for path in ("/en/routines/qigong-short/play", f"/en/r/{without_massage(app)}/play"):
        assert questions(own_page(path)) == []


def without_massage(app: Flask) -> str:
    steps = [{"exercise": "cat-cow", "dose": {"repetitions": 8}}]
    return publish(app, secret="another-key-of-ana-01", steps=steps).code


def test_other_movements_ask_nothing(page: ReadPage) -> None:
    shown = page("/en/exercises/bird-dog/play")
    assert questions(shown) == []
    assert asks(shown) is None
    assert "player/cold" not in scripts(shown)


def test_an_own_routine_asks_when_the_device_knows_what_is_in_it(page: ReadPage) -> None:
    (question,) = questions(page("/en/mine/play"))
    assert question.get("hidden") is not None
