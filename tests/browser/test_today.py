"""Today tells of the last sessions that this device has kept, in the words of its page."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import journal
from tests.browser.conftest import LOOKS, OpenPage
from tests.browser.journal import DAY, session
from tests.browser.test_pages import (
    CHOOSE,
    SIDEWAYS,
    SMALL_TARGETS,
    TARGET_PX,
    violations,
)
from tests.browser.test_settings import REFUSES
from tests.sampling import each_prefix

NOW = datetime.datetime(2026, 11, 24, 9, 30, tzinfo=datetime.UTC)
MORNING = int(NOW.timestamp() * 1000) - 3_600_000

UNASKED = {"kind": "exercise", "before": None, "after": None}
THREE = [
    session(MORNING),
    session(MORNING - DAY, slug="back-mobility", seconds=250, early=True, after=5),
    session(MORNING - 3 * DAY, **UNASKED, slug="hold-up-heavens", seconds=45),
]

# What moved on the screen by itself, and how far, as a browser counts it.
SHIFTS = """new Promise(resolve => new PerformanceObserver(found =>
  resolve(found.getEntries().map(each => each.value)))
  .observe({ type: "layout-shift", buffered: true }) || setTimeout(resolve, 300, []))"""

# The page was kept behind another one, or the phone was in a pocket.
RETURNING = {
    "by going back": "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))",
    "by looking": "document.dispatchEvent(new Event('visibilitychange'))",
}


def today(open_page: OpenPage, prefix: str, *sessions: dict[str, Any], **options: Any) -> Page:
    """Today, on a device that has kept these."""
    page = open_page(f"/{prefix}/about/", timezone_id="UTC", **options)
    page.evaluate("localStorage.setItem('limber.welcomed', '1')")
    journal.put(page, *sessions)
    page.clock.set_fixed_time(NOW)
    page.goto(f"/{prefix}/")
    return page


def lines(page: Page) -> list[list[str]]:
    """What each row says, line by line."""
    found = page.locator("[data-sessions] .row").evaluate_all(
        "rows => rows.map(row => row.innerText)"
    )
    return [[line.strip() for line in text.split("\n") if line.strip()] for text in found]


def links(page: Page) -> list[str]:
    return [str(row.get_attribute("href")) for row in page.locator("[data-sessions] .row").all()]


def test_the_last_sessions_say_what_when_how_long_and_the_pain(open_page: OpenPage) -> None:
    page = today(open_page, "en", *THREE)
    expect(page.locator("[data-sessions] .row")).to_have_count(3)
    expect(page.get_by_role("region", name="Last sessions")).to_be_visible()
    assert lines(page) == [
        ["Cold-water warm-up", "Today", "Pain 3 before, 2 after", "11\u00a0min"],
        ["Gentle back mobility", "Yesterday, ended early", "Pain 3 before, 5 after", "4\u00a0min"],
        ["Two hands hold up the heavens", "3 days ago", "45\u00a0s"],
    ]
    assert links(page) == [
        "/en/routines/cold-water-10",
        "/en/routines/back-mobility",
        "/en/exercises/hold-up-heavens",
    ]


def test_in_arabic_words_digits_and_links_are_arabic(open_page: OpenPage) -> None:
    page = today(open_page, "ar", *THREE)
    expect(page.locator("[data-sessions] .row")).to_have_count(3)
    expect(page.get_by_role("region", name="الجلسات الأخيرة")).to_be_visible()
    assert lines(page) == [
        ["إحماء قبل الماء البارد", "اليوم", "شدّة الألم ٣ قبل الجلسة و٢ بعدها", "١١\u00a0د"],
        [
            "تحريك الظهر برفق",
            "أمس، انتهت مبكرًا",
            "شدّة الألم ٣ قبل الجلسة و٥ بعدها",
            "٤\u00a0د",
        ],
        ["حمل السماء بكلتا اليدين", "قبل ٣ أيام", "٤٥\u00a0ث"],
    ]
    assert all(link.startswith("/ar/") for link in links(page))


def test_only_the_newest_three_that_have_a_page_are_shown(open_page: OpenPage) -> None:
    page = today(
        open_page,
        "en",
        *[session(MORNING - days * DAY) for days in (1, 2, 9, 300)],
        session(MORNING, slug="no-longer-here"),
    )
    expect(page.locator("[data-sessions] .row")).to_have_count(3)
    assert [when for _, when, *_ in lines(page)] == ["Yesterday", "2 days ago", "November 15"]


def test_without_a_session_nothing_is_said(open_page: OpenPage) -> None:
    page = open_page("/en/")
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("heading", name="Last sessions")).to_be_hidden()


def test_a_browser_that_keeps_nothing_shows_today_all_the_same(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    page.add_init_script(f"{REFUSES}; Object.defineProperty(window, 'indexedDB', {{}})")
    page.goto("/en/")
    expect(page.locator("[data-date]")).not_to_be_empty()
    expect(page.locator("[data-sessions]")).to_be_hidden()


def test_a_row_is_one_stop_of_the_keyboard(open_page: OpenPage) -> None:
    page = today(open_page, "en", *THREE)
    page.get_by_role("link", name="Cold-water warm-up Today Pain 3 before, 2 after 11 min").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Gentle back mobility Yesterday")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Gentle back mobility")


def test_back_finds_the_row_again_although_it_comes_late(open_page: OpenPage) -> None:
    page = open_page("/en/about/")
    journal.put(page, *THREE)
    page.goto("/en/")
    row = page.locator("[data-sessions] .row").first
    row.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cold-water warm-up")
    page.go_back()
    expect(row).to_be_focused()


@pytest.mark.parametrize("returning", RETURNING)
def test_who_comes_back_sees_what_was_done_since(open_page: OpenPage, returning: str) -> None:
    page = today(open_page, "en", *THREE)
    rows = page.locator("[data-sessions] .row")
    rows.nth(1).focus()
    page.evaluate(RETURNING[returning])
    page.wait_for_timeout(300)
    expect(rows.nth(1)).to_be_focused()
    journal.put(page, session(MORNING + 1000, slug="qigong-short"))
    page.clock.set_fixed_time(NOW + datetime.timedelta(days=1))
    page.evaluate(RETURNING[returning])
    expect(rows.first).to_contain_text("Short Qigong")
    expect(rows.first).to_contain_text("Yesterday")
    expect(page.locator("[data-date]")).to_have_text("Wednesday, November 25")


@pytest.mark.parametrize(("prefix", "theme"), LOOKS)
def test_axe_finds_nothing_in_the_list(open_page: OpenPage, prefix: str, theme: str) -> None:
    page = open_page(f"/{prefix}/about/")
    page.add_init_script(CHOOSE % theme)
    journal.put(page, *THREE)
    page.goto(f"/{prefix}/")
    expect(page.locator("[data-sessions] .row")).to_have_count(3)
    assert violations(page) == []
    assert page.evaluate(SMALL_TARGETS, TARGET_PX) == []


@pytest.mark.parametrize("text", [pytest.param("phone", marks=pytest.mark.sweep), "larger"])
@each_prefix("en", "ar")
def test_the_list_fits_the_smallest_phone(open_page: OpenPage, prefix: str, text: str) -> None:
    page = open_page(f"/{prefix}/about/", viewport={"width": 320, "height": 568})
    page.add_init_script(f"localStorage.setItem('limber.screen', '{{\"text\":\"{text}\"}}')")
    journal.put(page, *THREE)
    page.goto(f"/{prefix}/")
    expect(page.locator("[data-sessions] .row")).to_have_count(3)
    assert not page.evaluate(SIDEWAYS)


@pytest.mark.parametrize("size", [(360, 740), (1280, 800)])
def test_nothing_in_sight_moves_when_the_list_comes(
    open_page: OpenPage, size: tuple[int, int]
) -> None:
    width, height = size
    page = today(open_page, "en", *THREE, viewport={"width": width, "height": height})
    expect(page.locator("[data-sessions] .row")).to_have_count(3)
    assert sum(page.evaluate(SHIFTS)) == 0
