"""Rewarming in a real browser: it waits ten minutes, asks, and asks again until one is warm."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import NOON, OpenPage, open_at_noon

MINUTE = 60_000


def begun(open_page: OpenPage) -> Page:
    """A clock that goes on only when the test says so, and ten minutes that have begun."""
    page = open_page("about:blank")
    open_at_noon(page, "/en/rewarm/")
    page.get_by_role("button", name="ask me in ten minutes").click()
    page.clock.run_for(300)
    return page


def test_it_asks_after_ten_minutes_and_not_before(open_page: OpenPage) -> None:
    page = begun(open_page)
    expect(page.locator("[data-clock]")).to_have_text("10:00")
    page.clock.run_for(9 * MINUTE)
    expect(page.locator("[data-asking]")).to_be_hidden()
    page.clock.run_for(MINUTE)
    expect(page.locator("[data-asking]")).to_be_visible()
    expect(page.get_by_role("link", name="How are you now?")).to_be_visible()
    expect(page.locator("[data-rewarming]")).to_be_focused()
    expect(page.locator("#again")).to_have_text("How are you now?")


def test_whoever_is_still_cold_is_asked_again(open_page: OpenPage) -> None:
    page = begun(open_page)
    page.clock.run_for(10 * MINUTE)
    page.get_by_text("Shivering, a little cold").click()
    expect(page.locator("#still-cold")).to_be_visible()
    expect(page.locator("#still-cold")).to_be_focused()
    expect(page.locator("[data-clock]")).to_have_text("10:00")
    page.clock.run_for(10 * MINUTE + 500)
    expect(page.locator("[data-asking]")).to_be_visible()


def test_whoever_is_warm_has_done_it(open_page: OpenPage) -> None:
    page = begun(open_page)
    page.clock.run_for(10 * MINUTE)
    page.get_by_text("Warm: no shivering").click()
    expect(page.locator("#warm")).to_be_visible()
    expect(page.locator("[data-begin]")).to_be_visible()
    page.reload()
    expect(page.locator("[data-begin]")).to_be_visible()


def test_shivering_that_stopped_in_the_cold_is_an_emergency(open_page: OpenPage) -> None:
    page = begun(open_page)
    page.clock.run_for(10 * MINUTE)
    page.get_by_text("I stopped shivering, but I am still cold").click()
    page.wait_for_url("**/check/result/cold")
    page.goto("/en/exercises/bridge")
    expect(page.locator("html[data-locked]")).to_have_count(1)
    page.goto("/en/rewarm/")
    expect(page.get_by_role("heading", name="In this order")).to_be_visible()


def test_a_reload_makes_the_ten_minutes_no_longer(open_page: OpenPage) -> None:
    page = begun(open_page)
    page.clock.run_for(4 * MINUTE)
    page.reload()
    page.clock.run_for(300)
    expect(page.locator("[data-clock]")).to_have_text("6:00")


def test_whoever_was_in_no_cold_water_takes_it_back(open_page: OpenPage) -> None:
    page = begun(open_page)
    page.get_by_role("button", name="I was not in cold water").click()
    expect(page.locator("[data-begin]")).to_be_visible()


def test_without_a_script_the_answers_are_there_to_be_read(open_page: OpenPage) -> None:
    page = open_page("/en/rewarm/", java_script_enabled=False)
    expect(page.locator("[data-asking]")).to_be_visible()
    expect(page.locator("#still-cold")).to_be_visible()
    expect(page.locator("[data-begin]")).to_be_hidden()


def test_getting_warm_ends_the_swim(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    open_at_noon(page, "/en/rewarm/")
    swim = f"{{since: {NOON * 1000}, where: 'North beach', out: '23:59', cold: true}}"
    page.evaluate(f"localStorage.setItem('limber.swimming', JSON.stringify({swim}))")
    page.reload()
    expect(page.get_by_role("button", name="I am out", exact=True)).to_be_visible()
    page.get_by_role("button", name="ask me in ten minutes").click()
    page.reload()
    expect(page.locator("[data-swimming-words]")).to_contain_text(
        "I have been out of the water since"
    )
