"""Today begins with the routine that is due, or with the one that was done last."""

from __future__ import annotations

import datetime

import pytest
from playwright.sync_api import Page, expect

from tests.browser import journal
from tests.browser.conftest import OpenPage
from tests.browser.journal import DAY, session
from tests.browser.test_pages import SIDEWAYS, violations
from tests.browser.test_today import MORNING, NOW, SHIFTS, today
from tests.sampling import each_prefix

BACK = session(MORNING - DAY, slug="back-mobility", seconds=250)


def heading(page: Page) -> str:
    return page.locator(".first:visible h2").inner_text()


def remind(page: Page, time: str) -> None:
    """At that time of every day, of a routine."""
    page.goto("/en/reminders/#new.routine.qigong-short")
    page.locator("#time").fill(time)
    page.locator("#reminder [data-form] [type=submit]").click()
    expect(page.locator("[data-list] li")).to_have_count(1)
    page.goto("/en/")


def test_without_a_session_or_a_reminder_it_is_the_warm_up(open_page: OpenPage) -> None:
    page = today(open_page, "en")
    assert heading(page) == "Before cold water"
    expect(page.locator("[data-usual=row]")).to_be_hidden()


def test_what_was_done_last_is_begun_again_in_one_tap(open_page: OpenPage) -> None:
    page = today(open_page, "en", BACK)
    card = page.get_by_role("region", name="Do it again")
    expect(card).to_be_visible()
    assert heading(page) == "Do it again"
    for text in ("Gentle back mobility", "Yesterday"):
        expect(card.get_by_text(text)).to_be_visible()
    expect(card.locator("svg.still")).to_be_visible()
    expect(card.locator(".lane-scale")).to_be_visible()
    card.get_by_role("link", name="Start, ").click()
    page.wait_for_url("**/en/routines/back-mobility/play")


def test_the_warm_up_is_then_the_first_of_the_others(open_page: OpenPage) -> None:
    page = today(open_page, "en", BACK)
    others = page.get_by_role("region", name="Other routines").get_by_role("link")
    expect(others.first).to_contain_text("Cold-water warm-up")
    page.locator("[data-sessions] .row").wait_for()
    page.goto("/en/journal/")
    page.locator("[data-edit]").first.click()
    page.get_by_role("button", name="Delete", exact=True).click()
    page.goto("/en/")
    expect(page.get_by_role("region", name="Before cold water")).to_be_visible()
    expect(others.first).not_to_contain_text("Cold-water warm-up")


def test_a_routine_that_is_due_comes_before_it(open_page: OpenPage) -> None:
    page = today(open_page, "en", BACK)
    remind(page, "09:40")
    card = page.get_by_role("region", name="Your next routine")
    expect(card).to_contain_text("Short Qigong")
    expect(card).to_contain_text("At 9:40")
    page.clock.set_fixed_time(NOW + datetime.timedelta(minutes=15))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    card = page.get_by_role("region", name="Time for your routine")
    expect(card).to_contain_text("Due since 9:40")
    expect(card.get_by_role("link", name="Start, ")).to_have_attribute(
        "href", "/en/routines/qigong-short/play"
    )


def test_after_a_session_that_ended_badly_nothing_is_called_for(open_page: OpenPage) -> None:
    page = today(open_page, "en", session(MORNING, slug="back-mobility", signs=True), BACK)
    expect(page.locator("[data-sessions] .row")).to_have_count(2)
    page.wait_for_timeout(300)
    assert heading(page) == "Before cold water"


def test_one_that_can_be_had_nowhere_leaves_today_as_it_is(open_page: OpenPage) -> None:
    page = open_page("/en/about/", timezone_id="UTC", service_workers="block")
    journal.put(page, BACK)
    page.route(
        "**/routines/back-mobility", lambda route: route.fulfill(body="", content_type="text/html")
    )
    page.goto("/en/")
    expect(page.locator("[data-sessions] .row")).to_have_count(1)
    page.wait_for_timeout(300)
    assert heading(page) == "Before cold water"


def test_nothing_moves_when_it_comes(open_page: OpenPage) -> None:
    page = today(open_page, "en", BACK)
    expect(page.get_by_role("region", name="Do it again")).to_be_visible()
    page.wait_for_timeout(300)
    assert sum(page.evaluate(SHIFTS)) == 0


@each_prefix("en", "ar")
@pytest.mark.parametrize("width", [320, 1280])
def test_it_fits_and_axe_finds_nothing(open_page: OpenPage, prefix: str, width: int) -> None:
    page = today(open_page, prefix, BACK, viewport={"width": width, "height": 740})
    expect(page.locator("[data-next]")).to_be_visible()
    assert not page.evaluate(SIDEWAYS)
    assert violations(page) == []
