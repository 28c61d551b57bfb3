"""Large text and small phones: no word of a title is parted, and what is done now is in sight."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.browser.chromium import launch
from tests.browser.conftest import PHONE, OpenPage
from tests.sampling import each_language
from tests.serving import Server
from webapp.content import library
from webapp.locales import LANGUAGES, Language

SMALL = {"width": 320, "height": 568}
# Pages with a name of their own beside a button, which a word may be too long for.
HEADS = ("", "routines/", "exercises/", "mine/", "swim/", "hydration/", "cramp/", "r/", "welcome/")

# Of the titles those that are wider than their line somewhere, each in the place of the heading.
PARTED = """titles => {
  const heading = document.querySelector("h1");
  heading.style.setProperty("overflow-wrap", "normal");
  return titles.filter(title => {
    heading.textContent = title;
    return heading.scrollWidth > heading.clientWidth;
  });
}"""


def titles(language: Language) -> Iterator[tuple[str, list[str]]]:
    """A page of each kind, and all that such pages are headed with."""
    content = library.localized(language)
    exercises = [each.name for each in content.exercises.values()]
    routines = [each.title for each in content.routines.values()]
    yield "exercises/bird-dog", exercises
    yield "exercises/bird-dog/play", [*exercises, *routines]
    yield "routines/back-mobility", routines
    yield "learn/medicines", [each.title for each in content.lessons.values()]
    yield "check/legs", [each.ask for each in content.questions.values()]
    yield "check/result/legs", [each.title for each in content.results.values()]
    yield "cramp/land", [each.title for each in content.cramps.values()]
    yield "compress/cold", [each.title for each in content.compresses.values()]


@each_language("de")
def test_no_word_of_a_title_is_parted(open_page: OpenPage, language: Language) -> None:
    page = open_page("about:blank", viewport=SMALL)
    for path, said in titles(language):
        page.goto(f"/{language.prefix}/{path}")
        assert page.evaluate(PARTED, said) == [], path


@pytest.fixture
def large(playwright: Playwright, server: Server) -> Iterator[Page]:
    with launch(playwright, "--blink-settings=defaultFontSize=32") as browser:
        yield browser.new_page(viewport=PHONE, base_url=server.address, service_workers="block")


def test_names_beside_buttons_stand_whole_in_text_of_twice_the_size(large: Page) -> None:
    for language in LANGUAGES:
        for path in HEADS:
            large.goto(f"/{language.prefix}/{path}")
            name = large.locator("h1").inner_text()
            assert large.evaluate(PARTED, [name]) == [], name


@each_language("de")
def test_titles_stand_whole_in_text_of_twice_the_size(large: Page, language: Language) -> None:
    for path, said in titles(language):
        large.goto(f"/{language.prefix}/{path}")
        assert large.evaluate(PARTED, said) == [], path


def test_in_text_of_twice_the_size_what_is_done_now_is_in_sight(large: Page) -> None:
    large.clock.install()
    large.goto("/de/exercises/bird-dog/play")
    large.locator("[data-begin]").click()
    large.clock.run_for(22_000)
    expect(large.locator("[data-run][data-kind=move]")).to_be_visible()
    cue = large.locator("[data-cue]").bounding_box()
    bar = large.locator("[data-pause]").bounding_box()
    assert cue
    assert bar
    assert cue["y"] + cue["height"] < bar["y"]
