"""Headset and lock-screen buttons lead the session, from the start tap on and only as chosen."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

BIRD_DOG = "/en/exercises/bird-dog/play"
# The browser's own calls go through; what was asked of it is kept to be pressed and looked at.
LISTEN = """
window.buttons = {};
const listen = MediaSession.prototype.setActionHandler;
MediaSession.prototype.setActionHandler = function (action, act) {
  window.buttons[action] = act;
  listen.call(this, action, act);
};
window.sounds = [];
const play = HTMLMediaElement.prototype.play;
HTMLMediaElement.prototype.play = function () {
  window.sounds.push(this);
  return play.call(this);
};
"""


def begun(open_page: OpenPage, chosen: str = "{}", script: str = LISTEN) -> Page:
    page = open_page("about:blank")
    page.add_init_script(script + f"localStorage.setItem('limber.screen', '{chosen}')")
    page.goto(BIRD_DOG)
    page.locator("[data-begin]").click()
    expect(page.locator("[data-clock]")).to_have_text("14", timeout=4000)
    return page


def pressed(page: Page, button: str) -> None:
    page.evaluate(f"window.buttons.{button}()")


def test_the_buttons_lead_the_session(open_page: OpenPage) -> None:
    page = begun(open_page)
    assert page.evaluate("navigator.mediaSession.metadata.title") == "Bird dog"
    assert page.evaluate("navigator.mediaSession.playbackState") == "playing"
    assert page.evaluate("window.sounds.map((each) => [each.paused, each.loop])") == [[False, True]]
    pressed(page, "pause")
    expect(page.get_by_role("button", name="Go on")).to_be_visible()
    assert page.evaluate("navigator.mediaSession.playbackState") == "paused"
    assert page.evaluate("window.sounds[0].paused")
    pressed(page, "play")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    pressed(page, "nexttrack")
    expect(page.get_by_role("heading", name="The session is over")).to_be_visible()
    assert page.evaluate("[navigator.mediaSession.metadata, window.buttons.pause]") == [None, None]
    assert page.evaluate("window.sounds[0].paused")
    page.get_by_role("button", name="Undo").click()
    assert page.evaluate("typeof window.buttons.pause") == "function"


def test_a_button_answers_what_the_page_asks(open_page: OpenPage) -> None:
    page = begun(open_page)
    page.get_by_role("link", name="End the session").click()
    pressed(page, "play")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()


def test_going_on_by_a_button_moves_the_clock_again(open_page: OpenPage) -> None:
    page = begun(open_page)
    pressed(page, "pause")
    pressed(page, "play")
    expect(page.locator("[data-clock]")).to_have_text("12", timeout=4000)


def test_who_switched_them_off_keeps_their_music(open_page: OpenPage) -> None:
    page = begun(open_page, '{"buttons":"off"}')
    assert page.evaluate("[window.sounds.length, navigator.mediaSession.metadata]") == [0, None]


def test_a_browser_without_them_says_so_and_leads_on(open_page: OpenPage) -> None:
    page = begun(open_page, script="delete Navigator.prototype.mediaSession;")
    page.goto("/en/settings/")
    expect(page.get_by_text("This browser does not offer them.")).to_be_visible()
    expect(page.locator("input[name=buttons]").first).to_be_disabled()
