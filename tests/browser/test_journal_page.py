"""The page of the journal in a real browser: the week, the calendar, the list, its looks."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from tests.browser import journal
from tests.browser.conftest import LOOKS, OpenPage
from tests.browser.device import Device
from tests.browser.diary import FIVE, NOON, drank, edit, opened, rows
from tests.browser.journal import DAY, session
from tests.browser.test_journal import REFUSALS
from tests.browser.test_pages import CHOOSE, SIDEWAYS, SMALL_TARGETS, TARGET_PX, violations
from tests.browser.test_settings import REFUSES


def test_the_week_and_the_row_of_days_are_counted_without_praise(open_page: OpenPage) -> None:
    page = opened(open_page, *FIVE)
    expect(page.locator("[data-week-minutes]")).to_have_text("39")
    expect(page.locator("[data-week-sessions]")).to_have_text("4")
    # The one that ended badly counts for no day.
    expect(page.locator("[data-streak]")).to_have_text("3")
    expect(page.get_by_text("This rule is our own choice, not from a study.")).to_be_visible()


def test_an_empty_journal_says_what_will_be_here(open_page: OpenPage) -> None:
    page = opened(open_page)
    expect(page.get_by_text("No session yet")).to_be_visible()
    page.get_by_role("link", name="All routines").click()
    page.wait_for_url("**/en/routines/")


def test_a_browser_that_keeps_nothing_says_so(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    page.add_init_script(f"{REFUSES}; {REFUSALS['opening throws']}")
    page.goto("/en/journal/")
    expect(page.get_by_role("alert").filter(has_text="did not let Limber read")).to_be_visible()
    expect(page.get_by_text("No session yet")).to_be_hidden()


def test_a_day_of_the_calendar_leaves_its_sessions_and_back_brings_all(open_page: OpenPage) -> None:
    page = opened(open_page, *FIVE)
    expect(page.get_by_role("grid", name="Sessions in November 2026")).to_be_visible()
    page.get_by_role("button", name="November 26: 20 min, 1 session").click()
    assert rows(page) == ["Short Qigong"]
    expect(page.locator("[data-only-day]")).to_have_text("Only November 26, 2026")
    assert page.url.endswith("/en/journal/#day=2026-11-26")
    page.go_back()
    expect(page.locator("[data-list] li")).to_have_count(5)
    page.go_forward()
    expect(page.locator("[data-list] li")).to_have_count(1)
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("[data-list] li")).to_have_count(5)


def test_arrows_lead_through_the_days_and_into_the_month_before(open_page: OpenPage) -> None:
    page = opened(open_page, *FIVE)
    today = page.get_by_role("button", name="November 27: 10 min, 1 session")
    assert today.get_attribute("aria-current") == "date"
    today.focus()
    for key in ("ArrowLeft", "ArrowUp"):
        page.keyboard.press(key)
    expect(page.get_by_role("button", name="November 19: no session")).to_be_focused()
    page.keyboard.press("PageUp")
    expect(page.locator("[data-month]")).to_have_text("October 2026")
    for key in ("ArrowUp", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="October 17: no session")).to_be_focused()
    expect(page.get_by_text("No session fits all of this.")).to_be_visible()
    page.get_by_role("button", name="Next month").click()
    expect(page.locator("[data-month]")).to_have_text("November 2026")
    expect(page.get_by_role("button", name="Next month")).to_have_attribute("aria-disabled", "true")


def test_in_arabic_weeks_begin_on_saturday_and_arrows_turn(open_page: OpenPage) -> None:
    page = opened(open_page, *FIVE, prefix="ar", locale="ar-EG")
    expect(page.locator("[data-weekdays] .hidden-text").first).to_have_text("السبت")
    page.locator("[aria-current=date]").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-days] :focus > span").first).to_have_text("٢٦")
    expect(page.locator("[data-days] tr").first.locator("td")).to_have_count(7)


def test_filters_stand_in_the_address_and_are_there_again(open_page: OpenPage) -> None:
    page = opened(open_page, *FIVE)
    page.get_by_text("Filter", exact=True).click()
    page.locator("#name").select_option(label="Desk break")
    assert rows(page) == ["Desk break", "Desk break"]
    page.locator("#period").select_option("7")
    page.get_by_label("With pain noted").check()
    expect(page.locator("[data-count]")).to_have_text("2 sessions")
    page.reload()
    expect(page.locator("[data-count]")).to_have_text("2 sessions")
    expect(page.locator("#name")).to_have_value("routine/desk-break")
    page.get_by_role("link", name="Today").first.click()
    page.wait_for_url("**/en/")
    page.go_back()
    expect(page.locator("[data-count]")).to_have_text("2 sessions")


def test_more_sessions_come_when_they_are_asked_for(open_page: OpenPage) -> None:
    page = opened(open_page, *[session(NOON - i * DAY) for i in range(25)])
    expect(page.locator("[data-list] li")).to_have_count(10)
    page.get_by_role("button", name="Show more sessions").click()
    expect(page.locator("[data-list] li")).to_have_count(20)
    expect(page.locator("[data-edit]").nth(10)).to_be_focused()
    page.get_by_role("button", name="Show more sessions").click()
    expect(page.locator("[data-list] li")).to_have_count(25)
    expect(page.get_by_role("button", name="Show more sessions")).to_be_hidden()


def test_while_an_emergency_sign_is_answered_it_stays_open_with_the_call(
    open_page: OpenPage,
) -> None:
    page = opened(open_page, *FIVE)
    page.evaluate("localStorage.setItem('limber.locked', JSON.stringify(Date.now()))")
    page.reload()
    expect(page.locator(".locked")).to_be_visible()
    expect(page.locator("[data-list] li")).to_have_count(5)
    edit(page)
    expect(page.locator("#minutes")).to_be_visible()
    expect(page.get_by_role("link", name="Open its page")).to_be_hidden()


@pytest.mark.parametrize(("prefix", "theme"), LOOKS)
def test_axe_finds_nothing_in_a_full_journal(open_page: OpenPage, prefix: str, theme: str) -> None:
    page = opened(open_page, *FIVE, prefix=prefix)
    page.add_init_script(CHOOSE % theme)
    drank(page, (0, 500), (1, 250))
    page.reload()
    expect(page.locator("[data-chart=drinks] .chart-last")).to_be_attached()
    page.locator("[data-filters] summary").click()
    for chart in ("minutes", "pain", "drinks"):
        page.locator(f"[data-chart={chart}] summary").click()
    assert violations(page) == []
    edit(page)
    page.locator("[name=after][value='5']").check(force=True)
    assert violations(page) == [], "edit"
    page.keyboard.press("Escape")
    page.locator("[data-share-week]").click()
    expect(page.locator("[data-share-words]")).not_to_be_empty()
    assert violations(page) == [], "share"


@pytest.mark.parametrize("prefix", ["en", "ar"])
def test_a_full_journal_fits_wet_fingers_and_a_narrow_screen(
    open_page: OpenPage, prefix: str
) -> None:
    page = opened(open_page, *FIVE, prefix=prefix)
    drank(page, (0, 500))
    page.reload()
    expect(page.locator("[data-chart=drinks] .chart-last")).to_be_attached()
    page.locator("[data-filters] summary").click()
    assert page.evaluate(SMALL_TARGETS, TARGET_PX) == []
    page.set_viewport_size({"width": 320, "height": 568})
    page.wait_for_timeout(200)
    assert not page.evaluate(SIDEWAYS)


def test_it_all_goes_on_with_no_signal(device: Device) -> None:
    page = device.ready()
    journal.put(page, session(int(datetime.now(tz=UTC).timestamp() * 1000)))
    device.context.set_offline(True)
    page.goto(f"{device.address}/en/journal/")
    expect(page.locator("[data-chart=minutes] .chart-last")).to_be_attached()
    edit(page)
    page.locator("#note").fill("no signal")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("[data-list] [data-note]")).to_have_text("no signal")
    page.get_by_role("button", name="Share your week").click()
    expect(page.locator("[data-share-words]")).to_contain_text("1 session")
