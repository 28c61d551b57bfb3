"""A session calls by sound, vibration and screen, from the start tap on and only as chosen."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, open_at_noon

# Counts what the browser is really asked to sound and to shake.
LISTEN = """
window.tones = [];
window.buzzes = [];
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (at) {
  window.tones.push(this.frequency.value);
  start.call(this, at);
};
navigator.vibrate = (pattern) => window.buzzes.push(pattern);
"""
CHOOSE = "localStorage.setItem('limber.screen', JSON.stringify(%s))"


def begun(open_page: OpenPage, chosen: str = "{}") -> Page:
    page = open_page("about:blank")
    page.add_init_script(LISTEN + CHOOSE % chosen)
    open_at_noon(page, "/en/exercises/bird-dog/play")
    assert page.evaluate("window.tones") == []
    page.locator("[data-begin]").click()
    page.clock.run_for(100)
    return page


def test_the_start_is_heard_felt_and_seen(open_page: OpenPage) -> None:
    page = begun(open_page)
    assert page.evaluate("window.tones") == [440]
    assert page.evaluate("window.buzzes") == [[80]]
    expect(page.locator("[data-clock]")).to_have_attribute("data-call", "ready")
    expect(page.locator("[data-run]")).to_have_attribute("data-call", "ready")
    page.clock.run_for(600)
    assert page.locator("[data-clock]").get_attribute("data-call") is None
    assert page.locator("[data-run]").get_attribute("data-call") is None


def test_the_screen_takes_the_colour_of_what_begins(open_page: OpenPage) -> None:
    page = begun(open_page)
    page.clock.run_for(14_000)
    run = page.locator("[data-run]")
    assert run.get_attribute("data-call") is None
    page.clock.run_for(1000)
    expect(run).to_have_attribute("data-call", "begin")
    ground = "(each) => getComputedStyle(each, '::after').backgroundColor"
    assert run.evaluate(ground) == "rgb(0, 115, 92)"


def test_the_last_three_seconds_of_getting_ready_are_counted(open_page: OpenPage) -> None:
    page = begun(open_page)
    page.clock.run_for(15_000)
    assert page.evaluate("window.tones") == [440, 740, 740, 740, 880]


def test_what_was_switched_off_stays_silent_and_is_seen(open_page: OpenPage) -> None:
    page = begun(open_page, "{sound: 'off', vibration: 'off', flash: 'off'}")
    expect(page.locator("[data-clock]")).to_have_attribute("data-call", "ready")
    assert page.locator("[data-run]").get_attribute("data-call") is None
    assert page.evaluate("[window.tones, window.buzzes]") == [[], []]


def test_a_pause_is_silent(open_page: OpenPage) -> None:
    page = begun(open_page)
    page.clock.run_for(1000)
    page.locator("[data-pause]").click()
    before = page.evaluate("window.tones.length")
    page.clock.run_for(60_000)
    assert page.evaluate("window.tones.length") == before


def test_a_browser_without_sound_leads_on(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    page.add_init_script("window.AudioContext = undefined; navigator.vibrate = undefined")
    page.clock.install()
    page.goto("/en/exercises/bird-dog/play")
    page.locator("[data-begin]").click()
    page.clock.run_for(16_000)
    expect(page.locator("[data-phase-name]")).to_have_text("Reach")
