"""What happens to phones in the middle of a session: frozen, hidden, set back, cut off, refused."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.browser.conftest import OpenPage

BIRD_DOG = "/en/exercises/bird-dog/play"
NOON = 1_800_000_000
HOUR = 3600
# Seconds into the session at which each kind of phase runs, and what it shows.
PHASES = {
    "ready": (5, "Get ready"),
    "move": (16, "Reach"),
    "stay": (20, "Stay"),
    "switch": (78, "Switch sides"),
    "rest": (150, "Rest"),
}
Begin = Callable[..., Page]


@pytest.fixture
def begin(open_page: OpenPage) -> Begin:
    """Open the player with a clock of the test's own and start it."""

    def begun(script: str = "") -> Page:
        page = open_page("about:blank")
        page.add_init_script(script)
        page.clock.install(time=NOON)
        page.goto(BIRD_DOG)
        page.clock.pause_at(NOON + 60)
        page.locator("[data-begin]").click()
        return page

    return begun


def chromium(page: Page) -> CDPSession:
    return page.context.new_cdp_session(page)


def left(page: Page) -> int:
    """Seconds of the whole session that the page shows."""
    text = page.locator("[data-left]").inner_text()
    minutes, seconds = re.findall(r"\d+", text)
    return 60 * int(minutes) + int(seconds)


@pytest.mark.timed
def test_a_frozen_page_comes_back_to_the_right_second(open_page: OpenPage) -> None:
    """With the real clock: the browser itself stops the page and lets it go on."""
    page = open_page(BIRD_DOG)
    page.locator("[data-begin]").click()
    began = time.monotonic()
    expect(page.locator("[data-clock]")).to_have_text("14")
    browser = chromium(page)
    browser.send("Page.setWebLifecycleState", {"state": "frozen"})
    time.sleep(4)
    browser.send("Page.setWebLifecycleState", {"state": "active"})
    page.wait_for_timeout(300)
    shown = 4 * 60 + 47 - left(page)
    assert abs(shown - (time.monotonic() - began)) <= 1.5


def test_a_clock_set_back_an_hour_changes_nothing(begin: Begin) -> None:
    page = begin()
    page.clock.run_for(16_000)
    page.clock.set_system_time(NOON + 76 - HOUR)
    page.clock.run_for(100)
    expect(page.locator("[data-phase-name]")).to_have_text("Reach")
    assert abs(left(page) - (4 * 60 + 47 - 16)) <= 1
    page.clock.run_for(4000)
    expect(page.locator("[data-phase-name]")).to_have_text("Stay")


def test_a_clock_set_an_hour_ahead_ends_the_session(begin: Begin) -> None:
    page = begin()
    page.clock.run_for(5000)
    page.clock.set_system_time(NOON + 65 + HOUR)
    page.clock.run_for(100)
    expect(page.get_by_role("heading", name="The session is over")).to_be_visible()


@pytest.mark.parametrize("kind", PHASES)
def test_a_reload_in_each_kind_of_phase_goes_on_there(begin: Begin, kind: str) -> None:
    seconds, name = PHASES[kind]
    page = begin()
    page.clock.run_for(seconds * 1000)
    expect(page.locator("[data-run]")).to_have_attribute("data-kind", kind)
    before = left(page)
    page.reload()
    page.locator("[data-resume]").click()
    expect(page.locator("[data-phase-name]")).to_have_text(name)
    expect(page.locator("[data-run]")).to_have_attribute("data-kind", kind)
    assert abs(left(page) - before) <= 1


def test_a_killed_app_goes_on_at_the_phase_it_was_in(begin: Begin) -> None:
    page = begin()
    page.clock.run_for(20_000)
    kept = page.evaluate("localStorage.getItem('limber.session')")
    chromium(page).send("Page.navigate", {"url": "about:blank"})
    page.wait_for_url("about:blank")
    page.goto(BIRD_DOG)
    # As if nothing could be kept while the app was killed: only what the last phase left.
    page.evaluate("(kept) => localStorage.setItem('limber.session', kept)", kept)
    page.reload()
    page.locator("[data-resume]").click()
    expect(page.locator("[data-phase-name]")).to_have_text("Stay")


HIDE = """
for (const [name, value] of [["visibilityState", "hidden"], ["hidden", true]]) {
  Object.defineProperty(document, name, { configurable: true, get: () => value });
}
document.dispatchEvent(new Event("visibilitychange"));
"""
SHOW = HIDE.replace('"hidden"], ', '"visible"], ').replace("true", "false")


def test_a_hidden_tab_asks_for_the_screen_again_when_it_is_back(begin: Begin) -> None:
    """Headless tabs are never hidden, so the page is told so; the lock is the browser's own."""
    page = begin(
        "window.asked = 0; const ask = WakeLock.prototype.request;"
        "WakeLock.prototype.request = async function (type) {"
        " window.asked += 1; return (window.lock = await ask.call(this, type)); };"
    )
    expect(page.locator("[data-awake]")).to_have_text("The screen stays on.")
    page.evaluate(HIDE)
    page.evaluate("window.lock.release()")
    expect(page.locator("[data-awake]")).to_contain_text("This phone may switch its screen off")
    page.clock.fast_forward(20_000)
    page.evaluate(SHOW)
    expect(page.locator("[data-phase-name]")).to_have_text("Stay")
    expect(page.locator("[data-awake]")).to_have_text("The screen stays on.")
    assert page.evaluate("window.asked") == 2


def test_a_denied_wake_lock_is_said_and_the_session_goes_on(begin: Begin) -> None:
    page = begin(
        "WakeLock.prototype.request = () =>"
        " Promise.reject(new DOMException('denied', 'NotAllowedError'))"
    )
    expect(page.locator("[data-awake]")).to_contain_text("This phone may switch its screen off")
    page.clock.run_for(16_000)
    expect(page.locator("[data-phase-name]")).to_have_text("Reach")


def test_a_browser_that_stores_nothing_leads_on(begin: Begin) -> None:
    page = begin("Object.defineProperty(window, 'localStorage', { get() { throw new Error(); } })")
    page.clock.run_for(16_000)
    expect(page.locator("[data-phase-name]")).to_have_text("Reach")
