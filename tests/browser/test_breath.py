"""The breath beside a session that runs: in time with the figure, only where one is led by it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, open_at_noon

HEAVENS = "/{}/exercises/hold-up-heavens/play"
GUIDING = "**/player/later/guiding.js*"
FRAME_MS = 20


@pytest.fixture
def start(open_page: OpenPage) -> Any:
    def begin(path: str, **options: Any) -> Page:
        page = open_page("about:blank", **options)
        open_at_noon(page, path)
        page.locator("[data-begin]").click()
        page.locator(".lane-scale").wait_for(state="attached")
        return page

    return begin


def run(page: Page, seconds: float) -> None:
    page.clock.run_for(int(seconds * 1000) + FRAME_MS)


def radius(page: Page) -> float:
    return float(page.locator(".breath-disc").get_attribute("r") or 0)


def upper_edge(page: Page, part: str) -> float:
    return float(page.locator(part).evaluate("part => part.getBoundingClientRect().top"))


def lower_edge(page: Page, part: str) -> float:
    return float(page.locator(part).evaluate("part => part.getBoundingClientRect().bottom"))


def test_it_grows_breathing_in_gets_smaller_breathing_out_and_stops_in_a_pause(
    start: OpenPage,
) -> None:
    page = start(HEAVENS.format("en"))
    breath = page.locator(".breath")
    run(page, 2)
    expect(breath).to_be_hidden()
    run(page, 9)
    seen = [radius(page)]
    expect(breath).to_have_text("In")
    run(page, 3)
    seen.append(radius(page))
    page.get_by_role("button", name="Pause").click()
    run(page, 5)
    assert radius(page) == pytest.approx(seen[1], abs=1)
    page.get_by_role("button", name="Go on").click()
    run(page, 2)
    assert page.locator("[data-phase-name]").inner_text() == "Stay"
    expect(breath).to_be_hidden()
    run(page, 3)
    expect(breath).to_have_text("Out")
    seen.append(radius(page))
    run(page, 4)
    seen.append(radius(page))
    assert seen[0] < seen[1] > seen[3] < seen[2]
    assert page.locator("[data-count]").inner_text() == "Breath 1 of 6"
    assert breath.get_attribute("aria-hidden") == "true"


def test_who_wants_calm_sees_the_word_and_a_shape_that_stands_still(start: OpenPage) -> None:
    page = start(HEAVENS.format("en"), reduced_motion="reduce")
    run(page, 11)
    first = radius(page)
    run(page, 3)
    assert radius(page) == first
    expect(page.locator(".breath")).to_have_text("In")


def test_a_movement_that_breathes_freely_has_none(start: OpenPage) -> None:
    page = start("/en/exercises/cloud-hands/play")
    run(page, 16)
    assert page.locator("[data-run]").get_attribute("data-kind") == "move"
    assert page.locator(".breath").is_hidden()


def test_its_traditional_name_stands_in_characters_and_pinyin(start: OpenPage) -> None:
    page = start(HEAVENS.format("en"))
    expect(page.locator("[data-run] [lang=zh-Hans]")).to_have_text("两手托天理三焦")
    expect(page.locator("[data-run] [lang=zh-Latn]")).to_have_text("Liǎng shǒu tuō tiān lǐ sānjiāo")


@pytest.mark.parametrize("prefix", ["en", "ar"])
def test_nothing_of_a_movement_led_by_the_breath_lies_below_the_keys(
    start: OpenPage, prefix: str
) -> None:
    page = start(HEAVENS.format(prefix))
    run(page, 12)
    for width, height in [(360, 740), (320, 568), (568, 320)]:
        page.set_viewport_size({"width": width, "height": height})
        for part in (".breath", "[data-count]", "[data-clock]"):
            assert lower_edge(page, part) <= upper_edge(page, ".player-bar"), (part, width)


def test_without_its_script_a_session_goes_on_and_it_is_tried_again(
    open_page: OpenPage,
) -> None:
    page = open_page("about:blank")
    # Without an answer a browser complains of the network; a script that fails is as little of one.
    page.route(GUIDING, lambda route: route.fulfill(content_type="text/javascript", body="throw 1"))
    open_at_noon(page, "/en/routines/qigong-short/play")
    page.locator("[data-begin]").click()
    run(page, 12)
    assert page.locator("[data-run]").get_attribute("data-kind") == "move"
    expect(page.locator(".breath")).to_have_count(0)
    page.unroute(GUIDING)
    page.get_by_role("button", name="Skip this step").click()
    page.locator(".lane-scale").wait_for(state="attached")
    expect(page.locator(".breath")).to_have_count(1)
