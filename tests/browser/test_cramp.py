"""Cramp now, used: a step at a time, the timer that ends in help, the breath, and no script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NOON, OpenPage
from webapp.locales import LANGUAGES

ASK = {
    "Europe/London": "Ask for the coastguard.",
    "Europe/Paris": "Ask for sea rescue.",
    "Asia/Tokyo": "Ask for the coastguard.",
}
PREFIXES = [language.prefix for language in LANGUAGES]


def heading(page: Page) -> str:
    return page.locator("[data-step].here h2, [data-step].here ol").first.inner_text()


@pytest.mark.parametrize("prefix", PREFIXES)
def test_float_signal_and_call_fit_on_the_first_screen(open_page: OpenPage, prefix: str) -> None:
    page = open_page(f"/{prefix}/cramp/open-water", viewport={"width": 360, "height": 740})
    bar = page.locator(".cramp-bar").bounding_box()
    assert bar
    for line in page.locator(".cramp-lines > li").all():
        box = line.bounding_box()
        assert box
        assert box["y"] + box["height"] <= bar["y"]


def test_one_step_at_a_time_with_back_and_as_a_list(open_page: OpenPage) -> None:
    page = open_page("/en/cramp/open-water")
    page.locator("[data-next]").click()
    assert heading(page) == "Fight the urge to thrash."
    page.locator("[data-next]").click()
    assert heading(page) == "Lean back. Ears in the water."
    expect(page.locator("[data-step].here .cramp-pictures svg")).to_be_visible()
    page.go_back()
    assert heading(page) == "Fight the urge to thrash."
    page.locator("[data-back]").click()
    expect(page.locator(".cramp-first")).to_be_visible()
    expect(page.locator(".cramp-first")).to_be_focused()
    expect(page.locator("[data-back]")).to_be_disabled()
    page.get_by_role("link", name="You are helping somebody").click()
    assert heading(page) == "You are helping somebody"
    expect(page.get_by_text("Compiled from sources on")).to_be_visible()
    page.go_back()
    page.get_by_role("button", name="All steps").click()
    expect(page.locator(".cramp-do")).to_have_count(7)
    for step in page.locator(".cramp-do").all():
        expect(step).to_be_visible()


def test_a_screen_reader_is_told_each_step(open_page: OpenPage) -> None:
    page = open_page("/en/cramp/pool")
    page.locator("[data-next]").click()
    expect(page.locator("[data-announce]")).to_have_text("1 of 5. Stop. Roll onto your back.")
    expect(page.get_by_role("heading", name="Stop. Roll onto your back.")).to_be_focused()


def test_ten_minutes_end_in_help_whatever_the_phone_did(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    page.clock.install(time=NOON)
    page.goto("/en/cramp/land")
    signs, start = page.locator(".signs"), page.locator("[data-start]")
    above, below = signs.bounding_box(), start.bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"]
    start.click()
    expect(page.locator("[data-clock]")).to_have_text("10:00")
    page.clock.fast_forward(4 * 60_000)
    expect(page.locator("[data-clock]")).to_have_text("6:00")
    expect(signs).to_be_visible()
    page.reload()
    expect(page.locator("[data-clock]")).to_have_text("6:00")
    page.clock.fast_forward(7 * 60_000)
    expect(page.get_by_role("alert")).to_have_text(
        "Ten minutes are over. If it has not loosened: get medical advice today."
    )
    expect(page.locator("[data-clock]")).to_have_text("0:00")


def test_loosened_stops_it_and_leads_to_what_comes_after(open_page: OpenPage) -> None:
    page = open_page("/en/cramp/land")
    page.locator("[data-start]").click()
    page.locator("[data-loosened]").click()
    assert heading(page) == "After the cramp"
    expect(page.locator("[data-start]")).to_be_visible()
    page.reload()
    expect(page.locator("[data-running]")).to_be_hidden()


def test_as_a_list_it_leads_to_what_comes_after_too(open_page: OpenPage) -> None:
    page = open_page("/en/cramp/land")
    page.get_by_role("button", name="All steps").click()
    page.locator("[data-start]").click()
    page.locator("[data-loosened]").click()
    expect(page.get_by_role("heading", name="After the cramp")).to_be_focused()


def test_the_breath_stops_when_asked_and_with_its_step(open_page: OpenPage) -> None:
    page = open_page("/en/cramp/land")
    for _ in range(2):
        page.locator("[data-next]").click()
    pace = page.get_by_role("button", name="Pace my breath")
    pace.click()
    pace.click()
    expect(page.locator("[data-breath]")).to_be_hidden()
    pace.click()
    page.locator("[data-next]").click()
    page.wait_for_timeout(300)  # longer than it looks away
    page.locator("[data-back]").click()
    expect(pace).to_have_attribute("aria-pressed", "false")


def test_a_link_leads_to_a_step(open_page: OpenPage) -> None:
    page = open_page("/en/cramp/land#rewarm")
    assert heading(page) == "Cold or wet? Get warm first"


def test_who_is_cold_gets_warm_before_rubbing(open_page: OpenPage) -> None:
    page = open_page("/en/cramp/land")
    while not page.locator("[data-step].here [data-cold]").count():
        page.locator("[data-next]").click()
    page.get_by_role("link", name="Yes: get warm first").click()
    page.wait_for_url("**/en/rewarm/")
    expect(page.locator("[data-waiting]")).to_be_visible()


def test_the_breath_goes_in_four_and_out_six(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    page.clock.install(time=NOON)
    page.goto("/en/cramp/land")
    page.clock.pause_at(NOON + 5)
    for _ in range(2):
        page.locator("[data-next]").click()
    expect(page.locator("[data-breath]")).to_be_hidden()
    page.get_by_role("button", name="Pace my breath").click()
    expect(page.locator("[data-breath]")).to_have_text("In")
    said = []
    for _ in range(20):
        page.clock.run_for(1000)
        said.append(page.locator("[data-breath]").inner_text())
    assert said.count("Out") == 12
    assert said.count("In") == 8


@pytest.mark.parametrize("place", ["land", "pool", "open-water"])
def test_without_a_script_everything_is_there(open_page: OpenPage, place: str) -> None:
    page = open_page(f"/en/cramp/{place}", java_script_enabled=False)
    for step in page.locator(".cramp-do").all():
        expect(step).to_be_visible()
    expect(page.locator("[data-next]")).to_be_hidden()
    expect(page.locator(".cramp-bar .call")).to_be_visible()
    if place == "land":
        expect(page.locator("[data-start]")).to_be_hidden()
        expect(page.get_by_text("if it has not loosened in ten minutes")).to_be_visible()


@pytest.mark.parametrize(
    ("zone", "number", "water"),
    [
        ("Europe/London", "999", "999"),
        ("Europe/Paris", "112", "196"),
        ("Australia/Sydney", "000", None),
        ("Asia/Calcutta", "112", None),
        ("Asia/Tokyo", "119", "118"),
        ("Antarctica/Troll", "112", None),
    ],
)
def test_the_number_is_the_one_of_here(
    open_page: OpenPage, zone: str, number: str, water: str | None
) -> None:
    page = open_page("/en/cramp/open-water", timezone_id=zone)
    expect(page.locator(".cramp-bar [data-tel]")).to_have_attribute("href", f"tel:{number}")
    expect(page.locator(".cramp-bar .call")).to_have_text(f"Call {number}")
    rescue = page.locator("[data-water-tel]")
    asked = page.locator(".water-call > span:visible")
    if water:
        expect(asked).to_have_text(ASK[zone])
        expect(rescue).to_have_text(f"Water rescue here: {water}")
        expect(rescue).to_have_attribute("href", f"tel:{water}")
    else:
        expect(rescue).to_be_hidden()
