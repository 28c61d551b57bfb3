"""A yes to an emergency sign: for a day nothing that moves starts, on any page, in any tab."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NOON, OpenPage
from webapp.locales import LANGUAGES

PREFIXES = [language.prefix for language in LANGUAGES]
LOCKED = "document.documentElement.dataset.locked !== undefined"
KEPT = "localStorage.getItem('limber.locked')"
HOUR = 3600


def answer(page: Page, prefix: str = "en", link: int = 0) -> None:
    page.goto(f"/{prefix}/check/legs")
    page.locator("[data-emergency]").nth(link).click()
    expect(page.locator("body.emergency")).to_be_visible()


@pytest.mark.parametrize("link", [0, 1], ids=["yes", "not sure"])
def test_yes_and_not_sure_lock(open_page: OpenPage, link: int) -> None:
    page = open_page("about:blank")
    answer(page, link=link)
    page.goto("/en/exercises/cat-cow")
    assert page.evaluate(LOCKED)


def test_opening_a_result_or_saying_no_locks_nothing(open_page: OpenPage) -> None:
    page = open_page("/en/check/result/legs")
    page.goto("/en/check/legs")
    page.get_by_role("link", name="No", exact=True).click()
    page.goto("/en/check/fever")
    page.get_by_role("link", name="Yes", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Get medical advice today")
    assert page.evaluate(KEPT) is None


@pytest.mark.parametrize("prefix", PREFIXES)
def test_what_moves_is_gone_and_the_call_is_there(open_page: OpenPage, prefix: str) -> None:
    page = open_page("about:blank")
    answer(page, prefix)
    for path in ("exercises/", "exercises/cat-cow", "routines/", "routines/back-mobility"):
        page.goto(f"/{prefix}/{path}")
        expect(page.locator(".locked .call-bar")).to_be_visible()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        for part in page.locator("main svg[data-figure], main .step, .dock .button-move").all():
            expect(part).to_be_hidden()
    page.goto(f"/{prefix}/")
    expect(page.locator(".locked .call-bar")).to_be_visible()
    for card in page.locator(".first").all():
        expect(card).to_be_hidden()


@pytest.mark.parametrize(
    "path", ["cramp/land", "check/", "check/legs", "emergency/", "settings/", "conditions/"]
)
def test_what_helps_stays_open(open_page: OpenPage, path: str) -> None:
    page = open_page("about:blank")
    answer(page)
    page.goto(f"/en/{path}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    shown = "main > *:is(section, ul, p, form):not([hidden]):not(.only-locked)"
    expect(page.locator(f"{shown} >> visible=true").first).to_be_visible()
    expect(page.locator(".locked .call-bar")).to_be_visible()


def test_the_player_does_not_start_whatever_is_tapped(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    answer(page)
    page.goto("/en/exercises/cat-cow/play")
    expect(page.locator("[data-begin]")).to_be_hidden()
    page.locator("[data-begin]").dispatch_event("click")
    page.locator("[data-again]").dispatch_event("click")
    expect(page.locator("[data-run]")).to_be_hidden()
    assert page.locator("[data-run]").get_attribute("hidden") is not None


def test_a_session_that_runs_in_another_tab_ends(open_page: OpenPage) -> None:
    page = begun(open_page)
    locked_elsewhere(page)
    expect(page.locator("[data-run]")).to_be_hidden()
    expect(page.locator(".locked .call-bar")).to_be_visible()


def locked_elsewhere(page: Page) -> None:
    """A yes in another tab, while a session is on this one's screen."""
    other = page.context.new_page()
    other.goto(page.url.partition("/en/")[0] + "/en/check/legs")
    other.locator("[data-emergency]").first.click()
    expect(other.locator("body.emergency")).to_be_visible()
    other.close()


def begun(open_page: OpenPage) -> Page:
    page = open_page("/en/exercises/cat-cow/play")
    page.locator("[data-begin]").click()
    expect(page.locator("[data-run]")).to_be_visible()
    return page


def test_a_sheet_over_the_session_is_no_way_around_it(open_page: OpenPage) -> None:
    page = begun(open_page)
    page.locator("[data-leave]").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    locked_elsewhere(page)
    expect(page.get_by_role("dialog")).to_be_hidden()
    for part in ("go-on", "pause", "undo", "tap", "skip"):
        page.locator(f"[data-{part}]").first.dispatch_event("click")
    page.keyboard.press("Space")
    assert page.locator("[data-run]").get_attribute("hidden") is not None
    assert page.evaluate("navigator.locks.query().then(({ held }) => held.length)") == 0


def test_after_a_mistake_the_same_tab_may_begin_again(open_page: OpenPage) -> None:
    page = begun(open_page)
    locked_elsewhere(page)
    expect(page.locator("[data-run]")).to_be_hidden()
    other = page.context.new_page()
    other.goto(page.url.partition("/en/")[0] + "/en/check/")
    other.locator("[data-unlock]").last.click()
    expect(page.locator("[data-begin]")).to_be_visible()
    page.locator("[data-begin]").click()
    expect(page.locator("[data-run]")).to_be_visible()


def test_a_page_that_back_brings_as_it_was_stops(open_page: OpenPage) -> None:
    page = begun(open_page)
    page.evaluate("localStorage.setItem('limber.locked', String(Date.now()))")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.locator("[data-run]")).to_be_hidden()
    expect(page.locator(".locked .call-bar")).to_be_visible()


def test_what_to_do_without_a_sign_is_closed_too(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    answer(page)
    page.goto("/en/check/result/strain")
    expect(page.locator("main .numbered")).to_be_hidden()
    expect(page.locator("main .row")).to_be_hidden()


def test_the_call_bar_follows_the_region_that_was_chosen(open_page: OpenPage) -> None:
    page = open_page("/en/cramp/land", timezone_id="Europe/London")
    expect(page.locator(".cramp-bar .call")).to_have_text("Call 999")
    answer(page)
    page.goto("/en/settings/")
    page.locator("#region").select_option("AU")
    expect(page.locator(".call-bar")).to_have_text("Call 000")
    page.goto("/en/exercises/cat-cow")
    expect(page.locator(".call-bar")).to_have_text("Call 000")


def test_it_opens_by_itself_after_a_day_and_not_before(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    page.clock.install(time=NOON)
    answer(page)
    page.clock.set_system_time(NOON + 23 * HOUR)
    page.goto("/en/exercises/cat-cow")
    assert page.evaluate(LOCKED)
    page.clock.set_system_time(NOON + 25 * HOUR)
    page.goto("/en/exercises/cat-cow")
    assert not page.evaluate(LOCKED)
    expect(page.locator(".dock .button-move")).to_be_visible()


@pytest.mark.parametrize("reason", ["A clinician has seen me", "I ticked it by mistake"])
def test_either_reason_opens_it_and_can_be_taken_back(open_page: OpenPage, reason: str) -> None:
    page = open_page("about:blank")
    answer(page)
    page.goto("/en/exercises/cat-cow")
    page.get_by_role("link", name="Seen by a clinician, or ticked by mistake?").click()
    page.get_by_role("button", name=reason).click()
    expect(page.get_by_text("Exercises are open again.")).to_be_visible()
    expect(page.locator(".locked")).to_be_hidden()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".locked .call-bar")).to_be_visible()
    page.get_by_role("button", name=reason).click()
    page.goto("/en/exercises/cat-cow")
    expect(page.locator(".dock .button-move")).to_be_visible()


def test_neither_stands_on_the_red_page(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    answer(page)
    expect(page.locator("[data-unlock]")).to_have_count(0)
    expect(page.locator(".locked")).to_have_count(0)
    links = page.locator("a").evaluate_all("all => all.map(each => each.getAttribute('href'))")
    assert links == ["/en/check/legs", "tel:112"]


def test_back_from_the_red_page_finds_the_question_and_stays_locked(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    answer(page)
    page.go_back()
    expect(page.locator(".answers")).to_be_visible()
    expect(page.locator(".locked .call-bar")).to_be_visible()
