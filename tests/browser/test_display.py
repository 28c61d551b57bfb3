"""Displays are chosen, cut nothing, and shut nobody out; the usual one keeps its clock in sight."""

from __future__ import annotations

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.beach import (
    BEACH,
    BIRD_DOG,
    CHOOSE,
    CUT,
    MIDDLE,
    SCROLLS,
    SEEN,
    TOUCH,
    WARM_UP,
    Fingers,
    name,
    opened,
    pause_button,
)
from tests.browser.conftest import LOOKS, NOON, OpenPage


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {[node['html'] for node in each['nodes']]}" for each in found]


@pytest.mark.parametrize("prefix", ["en", "ar"])
@pytest.mark.parametrize("display", ["usual", "beach", "class"])
def test_nothing_is_cut_on_a_phone_that_lies_on_its_side(
    open_page: OpenPage, display: str, prefix: str
) -> None:
    page = open_page("about:blank", viewport={"width": 740, "height": 360}, **TOUCH)
    page.add_init_script(CHOOSE % json.dumps({"display": display}))
    page.clock.install(time=NOON)
    page.goto(BIRD_DOG.format(prefix))
    if display != "usual":
        page.locator("[data-display-before]").wait_for(state="attached")
    page.clock.pause_at(NOON + 60)
    page.locator("[data-begin]").click()
    for seconds in (1, 15, 3):
        page.clock.run_for(seconds * 1000)
        assert page.evaluate(CUT, SEEN) == [], seconds
        assert not page.evaluate(SCROLLS), seconds
    page.locator("[data-pause]").evaluate("each => each.click()")
    assert page.evaluate(CUT, SEEN) == []
    assert not page.evaluate(SCROLLS)


def test_it_is_chosen_before_the_start_and_changed_in_a_pause(open_page: OpenPage) -> None:
    page = open_page(BIRD_DOG.format("en"), **TOUCH)
    start = page.locator("[data-displays]")
    start.get_by_role("radio", name="Beach").check()
    expect(start.get_by_role("switch", name="Touch lock")).to_be_visible()
    page.locator("[data-begin]").click()
    expect(page.locator("body")).to_have_attribute("data-shown", "beach")
    page.wait_for_timeout(700)
    page.keyboard.press("Space")
    page.get_by_role("button", name="Adjust the session").click()
    choice = page.get_by_role("dialog").get_by_role("group", name="Display")
    expect(choice.get_by_role("radio", name="Beach")).to_be_checked()
    choice.get_by_role("radio", name="Usual").check()
    page.keyboard.press("Escape")
    assert page.locator("body").get_attribute("data-shown") is None
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    expect(page.locator("[data-practise]")).to_be_visible()


def test_what_does_not_come_leaves_the_usual_display_and_is_tried_again(
    open_page: OpenPage,
) -> None:
    page = open_page("about:blank", **TOUCH)
    page.add_init_script(CHOOSE % json.dumps(BEACH))
    page.route("**/settings/", lambda route: route.fulfill(content_type="text/html", body="<p>"))
    page.goto(BIRD_DOG.format("en"))
    page.locator("[data-begin]").click()
    expect(pause_button(page)).to_be_visible()
    assert page.locator("body").get_attribute("data-shown") is None
    page.unroute("**/settings/")
    page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="Do it again").click()
    expect(page.locator("body")).to_have_attribute("data-shown", "beach")


@pytest.mark.parametrize("display", ["beach", "class"])
@pytest.mark.parametrize(("prefix", "theme"), LOOKS)
def test_axe_finds_nothing_in_any_state(
    open_page: OpenPage, prefix: str, theme: str, display: str
) -> None:
    chosen = {"display": display, "theme": theme}
    page = opened(open_page, BIRD_DOG.format(prefix), chosen, still=False)
    assert violations(page) == [], "start"
    page.locator("[data-begin]").click()
    for seconds in (1, 15, 3, 58):
        page.clock.run_for(seconds * 1000)
        assert violations(page) == [], seconds
    page.locator("[data-pause]").press("Enter")
    assert violations(page) == [], "paused"
    page.locator("[data-lock-key]").press("Enter")
    assert violations(page) == [], "lock wanted"
    page.locator("[data-pause]").press("Enter")
    assert violations(page) == [], "locked"
    Fingers(page).send("touchStart", MIDDLE)
    expect(page.locator(".press-words")).to_be_visible()
    assert violations(page) == [], "how to unlock"


# Up to eight lines of each exercise in them are to be read while one gets ready.
@pytest.mark.parametrize(
    "path", [WARM_UP, "/{}/routines/ba-duan-jin/play", "/{}/routines/qigong-short/play"]
)
def test_the_usual_clock_stays_above_the_keys(open_page: OpenPage, path: str) -> None:
    page = open_page("about:blank")
    page.clock.install(time=NOON)
    page.goto(path.format("en"))
    page.clock.pause_at(NOON + 60)
    page.locator("[data-begin]").click()
    for _ in range(2):
        for seconds in (1, 16):
            page.clock.run_for(seconds * 1000)
            for height in (640, 740):
                page.set_viewport_size({"width": 360, "height": height})
                assert beyond_the_keys(page) == [], (name(page), seconds, height)
        page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.set_viewport_size({"width": 360, "height": 740})
    expect(page.get_by_role("list", name="How")).to_be_visible()
    page.clock.resume()
    assert violations(page) == []


def test_so_it_does_in_a_rest(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    page.clock.install(time=NOON)
    page.goto(BIRD_DOG.format("en"))
    page.clock.pause_at(NOON + 60)
    page.locator("[data-begin]").click()
    page.clock.run_for(143_000)
    assert page.locator("[data-run]").get_attribute("data-kind") == "rest"
    for height in (640, 740):
        page.set_viewport_size({"width": 360, "height": height})
        assert beyond_the_keys(page) == []


def beyond_the_keys(page: Page) -> list[str]:
    bar = page.locator(".player-bar").bounding_box()
    assert bar
    found = []
    for part in ("phase-name", "cue", "clock"):
        box = page.locator(f"[data-{part}]").bounding_box()
        assert box
        if box["y"] < 0 or box["y"] + box["height"] > bar["y"] + 0.5:
            found.append(part)
    return found
