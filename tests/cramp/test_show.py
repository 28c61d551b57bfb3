"""Cramp now works with everything broken: without a script every step is on the page."""

from __future__ import annotations

import pytest

from tests.conftest import ReadPage
from tests.reading import plain, text
from tests.sampling import every_language
from webapp.content import library
from webapp.locales import LANGUAGES, Language

LANGUAGE = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
PLACES = ("open-water", "pool", "land")


@LANGUAGE
@pytest.mark.parametrize("place", PLACES)
def test_every_step_is_there_in_order_and_nothing_waits_for_a_script(
    page: ReadPage, language: Language, place: str
) -> None:
    cramp = library.localized(language).cramps[place]
    shown = page(f"/{language.prefix}/cramp/{place}")
    (steps,) = [each for each in shown.all("ol") if each.get("data-steps") is not None]
    assert [text(each) for each in steps.iter("h2")] == [plain(step.do) for step in cramp.steps]
    for each in steps.iter("li"):
        assert each.get("hidden") is None
    for line in (*cramp.first, *cramp.rewarm, *cramp.after, *cramp.helpers):
        assert plain(line) in shown.words


@LANGUAGE
@pytest.mark.parametrize("place", PLACES)
def test_the_call_is_always_there(page: ReadPage, language: Language, place: str) -> None:
    shown = page(f"/{language.prefix}/cramp/{place}")
    (bar,) = [each for each in shown.all("footer") if "cramp-bar" in each.get("class", "")]
    assert "tel:112" in [each.get("href") for each in bar.iter("a")]


@LANGUAGE
def test_on_land_the_signs_that_mean_call_now_stand_above_the_timer(
    page: ReadPage, language: Language
) -> None:
    shown = page(f"/{language.prefix}/cramp/land")
    sections = [
        each.get("class", "").split()[0]
        for each in shown.one("main").iter("section")
        if each.get("class")
    ]
    assert sections.index("signs") < sections.index("timer") < sections.index("cramp-steps")
    (signs,) = [each for each in shown.all("section") if each.get("class") == "signs"]
    assert len(list(signs.iter("li"))) == 16 + 14


@LANGUAGE
@pytest.mark.parametrize("place", ["pool", "open-water"])
def test_in_water_float_signal_and_call_come_first_and_no_clock_runs(
    page: ReadPage, language: Language, place: str
) -> None:
    shown = page(f"/{language.prefix}/cramp/{place}")
    first = next(iter(shown.one("main").iter("section")))
    assert "cramp-first" in first.get("class", "")
    assert len(list(first.iter("li"))) == 3
    assert not [each for each in shown.one("main").iter() if each.get("data-timer") is not None]
    assert not [each for each in shown.one("main").iter() if each.get("data-breathing") is not None]


def test_rewarming_comes_before_the_back_in_open_water() -> None:
    last = library.english().cramps["open-water"].steps[-1]
    assert "warm first" in (last.more or "")
    assert "back comes second" in (last.more or "")


def test_rubbing_and_warmth_are_asked_about_first() -> None:
    steps = library.english().cramps["land"].steps
    places = {step.do: i for i, step in enumerate(steps)}
    (question,) = [i for i, step in enumerate(steps) if step.question]
    assert question < places["Rub lightly."] < places["Warm it."]


def test_the_paced_breath_is_longer_out_than_in_and_slow() -> None:
    (breathing,) = [
        step.breathing for step in library.english().cramps["land"].steps if step.breathing
    ]
    assert breathing.outward >= breathing.inward
    assert 60 / (breathing.inward + breathing.outward) <= 8


def test_the_most_dangerous_place_comes_first(page: ReadPage) -> None:
    links = page("/en/cramp/").links
    places = [link for link in links if link.startswith("/en/cramp/") and link != "/en/cramp/"]
    assert places == [f"/en/cramp/{place}" for place in PLACES]


@every_language()
def test_cramp_is_one_tap_from_every_page(page: ReadPage, language: Language) -> None:
    home = f"/{language.prefix}/cramp/"
    paths = [
        *("", "exercises/", "exercises/cat-cow", "exercises/cat-cow/play", "routines/"),
        *("routines/cold-water-10", "routines/cold-water-10/play", "settings/", "welcome/"),
        *("about/", "about/sources", "about/privacy", "about/install", "check/", "check/legs"),
        *("check/result/fever", "check/likeness", "conditions/", "emergency/", "offline/"),
        *("compress/", "compress/cold", "compress/heat"),
    ]
    for path in paths:
        assert home in page(f"/{language.prefix}/{path}").links, path
    assert home in page(f"/{language.prefix}/nothing", status=404).links


def test_an_unknown_place_is_not_found(page: ReadPage) -> None:
    page("/en/cramp/moon", status=404)
