"""One movement over and over: in the sheet of the player, and on the page of the exercise."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, open_at_noon

BIRD_DOG = "/{}/exercises/bird-dog"


@pytest.fixture
def opened(open_page: OpenPage) -> Any:
    """The player in its first movement, with the sheet open."""

    def begin(path: str, **options: Any) -> Page:
        page = open_page("about:blank", **options)
        open_at_noon(page, path)
        page.locator("[data-begin]").click()
        page.clock.run_for(16_000)
        page.locator("[data-practise]").click()
        page.locator("#practise [data-ready]").wait_for()
        return page

    return begin


def part(page: Page, index: int) -> Any:
    return page.locator("[data-tempo-part] button").nth(index)


def current(page: Page) -> Any:
    return page.locator("[data-tempo-part][aria-current=step]")


def test_the_session_stands_still_and_goes_on_from_there(opened: OpenPage) -> None:
    page = opened(BIRD_DOG.format("en") + "/play")
    left = page.locator("[data-left]").inner_text()
    sheet = page.get_by_role("dialog", name="Practise this movement")
    expect(sheet.locator(".breath")).to_have_text("Out")
    page.clock.run_for(60_000)
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    assert page.locator("[data-left]").inner_text() == left
    expect(page.get_by_role("button", name="Practise this movement")).to_be_focused()
    expect(page.get_by_role("button", name="Go on")).to_be_visible()


def test_from_one_part_to_another_by_keys_slower_and_as_in_a_mirror(opened: OpenPage) -> None:
    page = opened(BIRD_DOG.format("en") + "/play")
    part(page, 1).press("Enter")
    expect(part(page, 1)).to_have_attribute("aria-pressed", "true")
    page.clock.run_for(9000)
    expect(current(page)).to_contain_text("Stay")
    # Of this part alone nobody is led by the breath.
    expect(page.locator("#practise .breath")).to_be_hidden()
    part(page, 2).press("Space")
    page.get_by_role("button", name="Half speed").press("Space")
    for seconds, name in ((7, "Stay"), (3, "Lower"), (5, "Stay")):
        page.clock.run_for(seconds * 1000)
        expect(current(page)).to_contain_text(name)
    page.get_by_role("button", name="Mirror me").press("Space")
    expect(page.locator("#practise .figure")).to_have_class("figure driven mirrored")
    page.get_by_role("button", name="Pause").and_(page.locator("#practise button")).click()
    page.locator("#practise").get_by_role("button", name="Close").click()
    expect(page.locator("#practise [data-demo]")).to_have_count(0)


def test_where_it_cannot_be_had_the_sheet_says_so(open_page: OpenPage) -> None:
    page = open_page(BIRD_DOG.format("en") + "/play")
    page.locator("[data-begin]").click()
    page.route("**/exercises/bird-dog", lambda route: route.fulfill(status=204))
    page.locator("[data-practise]").click()
    expect(page.locator("#practise [data-unloaded]")).to_be_visible()


def test_the_page_of_an_exercise_repeats_parts_and_mirrors(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    open_at_noon(page, BIRD_DOG.format("en"))
    part(page, 1).click()
    page.clock.run_for(10_000)
    expect(current(page)).to_contain_text("Stay")
    part(page, 1).click()
    expect(part(page, 1)).to_have_attribute("aria-pressed", "false")
    page.get_by_role("button", name="Mirror me").click()
    expect(page.locator(".demo > .figure")).to_have_class("figure driven mirrored")
