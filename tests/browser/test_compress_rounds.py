"""A round of cold or heat: its checks, its stop, its clock, and what is kept of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.compress import (
    ANSWER,
    FULL,
    LISTEN,
    MINUTE,
    MUTE,
    NOTHING_KEPT,
    SECOND,
    SEEN_AGAIN,
    UNDELETABLE,
    clock,
    go_on,
    look,
    opened,
    press,
    start,
)
from tests.browser.conftest import NOON, OpenPage


def test_a_whole_round_is_looked_at_stopped_and_kept(open_page: OpenPage) -> None:
    page = opened(open_page)
    start(page)
    assert clock(page) == "10:00"
    go_on(page, 4 * MINUTE + 58 * SECOND)
    expect(look(page)).to_be_hidden()
    go_on(page, 3 * SECOND)
    expect(look(page)).to_be_visible()
    expect(page.get_by_role("heading", name="Look at the skin", exact=True)).to_be_focused()
    assert 5 in page.evaluate("window.hummed")  # as a switch is called
    go_on(page, 30 * SECOND)
    press(page, ANSWER)
    expect(look(page)).to_be_hidden()
    assert clock(page) in ("4:29", "4:28")
    go_on(page, 4 * MINUTE + 30 * SECOND)
    expect(page.get_by_role("heading", name="The time is over.")).to_be_visible()
    press(page, "It is off, the skin is as usual")
    expect(page.get_by_role("heading", name="Next round not before")).to_be_visible()
    expect(page.locator("[data-today]")).to_have_text("Rounds today: 1")
    expect(page.locator("[data-rounds] li")).to_contain_text(["Cold, 10 min"])
    expect(page.locator("[data-rounds] li")).to_contain_text(["The whole time."])


def test_a_check_that_nobody_answers_stops_it(open_page: OpenPage) -> None:
    page = opened(open_page)
    start(page)
    go_on(page, 5 * MINUTE + 58 * SECOND)
    expect(page.get_by_role("button", name=ANSWER)).to_be_visible()
    go_on(page, 3 * SECOND)
    expect(page.get_by_role("heading", name="No answer: take it off")).to_be_visible()
    go_on(page, 3 * MINUTE)
    expect(page.get_by_role("heading", name="3 minutes over: take it off")).to_be_visible()


def test_a_no_at_a_check_stops_it_and_closes_the_day(open_page: OpenPage) -> None:
    page = opened(open_page, "/en/compress/heat")
    start(page)
    go_on(page, 5 * MINUTE + SECOND)
    press(page, "No, or not sure: stop")
    expect(page.get_by_role("heading", name="The skin is not as usual.")).to_be_visible()
    go_on(page, 3 * 60 * MINUTE)
    expect(page.locator("[data-start]")).to_be_hidden()
    press(page, "My skin is as usual again")
    expect(page.get_by_role("heading", name="Next round not before")).to_be_visible()
    expect(page.locator("[data-start]")).to_be_hidden()


def test_end_early_is_always_there(open_page: OpenPage) -> None:
    page = opened(open_page)
    start(page)
    go_on(page, 2 * MINUTE)
    press(page, "Take it off now: end early")
    expect(page.get_by_role("heading", name="Take it off, look at the skin.")).to_be_visible()
    press(page, "It is off, the skin is not as usual, or not sure")
    expect(page.get_by_role("heading", name="The skin is not as usual.")).to_be_visible()
    expect(page.locator("[data-rounds] li")).to_contain_text(["Ended early. Skin not as usual"])


def test_a_reload_in_the_middle_goes_on_where_the_clock_is(open_page: OpenPage) -> None:
    page = opened(open_page)
    start(page)
    go_on(page, 2 * MINUTE)
    before = clock(page)
    page.reload()
    page.clock.run_for(SECOND)
    assert clock(page) in (before, "7:59", "7:58")
    expect(page.get_by_text("The screen stays on.")).to_be_visible()
    go_on(page, 20 * MINUTE)
    expect(page.get_by_role("heading", name="minutes over: take it off")).to_be_visible()


def test_after_a_reload_it_asks_for_the_tap_without_which_no_phone_sounds(
    open_page: OpenPage,
) -> None:
    page = opened(open_page)
    start(page)
    expect(page.get_by_text(MUTE)).to_be_hidden()
    page.reload()
    page.clock.run_for(SECOND)
    expect(page.get_by_text(MUTE)).to_be_visible()
    page.locator("[data-clock]").click()
    expect(page.get_by_text(MUTE)).to_be_hidden()
    go_on(page, MINUTE)
    expect(page.get_by_text(MUTE)).to_be_hidden()


def test_who_wants_no_sound_is_asked_for_no_tap(open_page: OpenPage) -> None:
    page = opened(
        open_page, script="localStorage.setItem('limber.screen', JSON.stringify({sound: 'off'}))"
    )
    start(page)
    page.reload()
    page.clock.run_for(SECOND)
    expect(page.locator("[data-stage=on]")).to_be_visible()
    expect(page.get_by_text(MUTE)).to_be_hidden()


def test_each_call_of_each_check_is_read_out(open_page: OpenPage) -> None:
    page = opened(open_page, "/en/compress/heat")
    start(page)
    page.evaluate(LISTEN)
    go_on(page, 5 * MINUTE)
    go_on(page, 15 * SECOND)
    assert page.evaluate("window.heard") == ["Look at the skin"] * 2
    press(page, ANSWER)
    expect(page.locator("[data-announce]")).to_have_text("")
    go_on(page, 5 * MINUTE)
    assert page.evaluate("window.heard") == ["Look at the skin"] * 3


def test_a_tab_that_wakes_reads_what_another_has_written_first(open_page: OpenPage) -> None:
    page = opened(open_page)
    start(page)
    # Between two ticks: the other tab has ended the round, and no event came through.
    now = (NOON + 90) * 1000
    page.clock.set_system_time(now / 1000)
    page.evaluate(
        """now => {
          const round = JSON.parse(localStorage.getItem("limber.compress"));
          const stopped = { at: now, why: "early" };
          localStorage.setItem("limber.compress", JSON.stringify({ ...round, stopped }));
          document.dispatchEvent(new Event("visibilitychange"));
        }""",
        now,
    )
    expect(page.locator("[data-stage=off]")).to_be_visible()
    kept = page.evaluate("JSON.parse(localStorage.getItem('limber.compress')).stopped")
    assert kept == {"at": now, "why": "early"}


def test_a_round_that_could_not_be_kept_outlives_an_older_one(open_page: OpenPage) -> None:
    page = opened(open_page)
    start(page)
    press(page, "Take it off now: end early")
    press(page, "It is off, the skin is as usual")
    go_on(page, 3 * 60 * MINUTE)
    page.evaluate(FULL)
    start(page)
    page.evaluate(SEEN_AGAIN)
    page.evaluate("dispatchEvent(new Event('storage'))")
    go_on(page, SECOND)
    expect(page.locator("[data-stage=on]")).to_be_visible()


@pytest.mark.parametrize("path", ["", "cold"])
def test_past_midnight_what_was_today_is_not(open_page: OpenPage, path: str) -> None:
    page = opened(open_page)
    start(page)
    press(page, "Take it off now: end early")
    press(page, "It is off, the skin is as usual")
    page.goto(f"/en/compress/{path}")
    expect(page.locator("[data-today]")).to_have_text("Rounds today: 1")
    go_on(page, 24 * 60 * MINUTE)
    page.evaluate(SEEN_AGAIN)
    expect(page.locator("[data-today]")).to_have_text("Rounds today: 0")


def test_a_clock_that_is_set_back_ends_it(open_page: OpenPage) -> None:
    page = opened(open_page)
    start(page)
    go_on(page, 2 * MINUTE)
    page.clock.set_system_time(NOON)
    page.clock.run_for(SECOND)
    expect(page.get_by_role("heading", name="The clock of this phone was changed")).to_be_visible()


def test_a_browser_that_keeps_nothing_says_so_and_times_all_the_same(open_page: OpenPage) -> None:
    page = opened(open_page, script=NOTHING_KEPT)
    start(page)
    expect(page.get_by_text("This browser keeps nothing")).to_be_visible()
    go_on(page, 6 * MINUTE + SECOND)
    expect(page.get_by_role("heading", name="No answer: take it off")).to_be_visible()
    press(page, "It is off, the skin is as usual")
    expect(page.locator("[data-today]")).to_have_text("Rounds today: 1")


def test_a_round_is_deleted_and_brought_back(open_page: OpenPage) -> None:
    page = opened(open_page)
    start(page)
    press(page, "Take it off now: end early")
    press(page, "It is off, the skin is as usual")
    rows = page.locator("[data-rounds] li")
    page.locator("[data-delete]").click()
    expect(rows).to_have_count(0)
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.get_by_role("button", name="Undo").click()
    expect(rows).to_have_count(1)
    page.locator("[data-delete]").click()
    expect(rows).to_have_count(0)
    page.reload()
    expect(page.locator("[data-rounds]")).to_be_hidden()


def test_what_could_not_be_deleted_stays_and_is_said(open_page: OpenPage) -> None:
    page = opened(open_page)
    start(page)
    press(page, "Take it off now: end early")
    press(page, "It is off, the skin is as usual")
    page.evaluate(UNDELETABLE)
    page.locator("[data-delete]").click()
    expect(page.get_by_role("alert").filter(has_text="It could not be deleted.")).to_be_visible()
    expect(page.get_by_role("button", name="Undo")).to_be_hidden()
    expect(page.locator("[data-rounds] li")).to_have_count(1)


def test_a_round_that_only_this_page_has_can_be_deleted(open_page: OpenPage) -> None:
    page = opened(open_page, script=NOTHING_KEPT)
    start(page)
    press(page, "Take it off now: end early")
    press(page, "It is off, the skin is as usual")
    page.locator("[data-delete]").click()
    expect(page.locator("[data-rounds] li")).to_have_count(0)
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
