"""Cold and heat on the skin: what stops them, what stands on their pages, and for whom."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.compress import (
    ALARM,
    CONDITIONS,
    LOCK,
    MINUTE,
    REFUSE,
    SECOND,
    SEEN_AGAIN,
    WAKE,
    answer,
    clock,
    go_on,
    opened,
    press,
    start,
)
from tests.browser.conftest import NOON, OpenPage
from tests.browser.test_pages import CHOOSE, PLAYER_TARGET_PX, SIDEWAYS, violations


def test_the_gap_closes_the_start_of_both_until_it_has_passed(open_page: OpenPage) -> None:
    page = opened(open_page)
    start(page)
    press(page, "Take it off now: end early")
    press(page, "It is off, the skin is as usual")
    for kind in ("heat", "cold"):
        page.goto(f"/en/compress/{kind}")
        expect(page.get_by_role("heading", name="Next round not before")).to_be_visible()
        expect(page.locator("[data-start]")).to_be_hidden()
    go_on(page, 2 * 60 * MINUTE + MINUTE)
    expect(page.get_by_role("heading", name="Cold, shivering, or numb")).to_be_visible()


def test_a_round_of_the_other_kind_is_gone_back_to(open_page: OpenPage) -> None:
    page = opened(open_page)
    start(page)
    page.goto("/en/compress/heat")
    page.get_by_role("link", name="Go to it").click()
    expect(page.locator("[data-clock]")).to_be_visible()


def test_an_emergency_sign_stops_what_runs(open_page: OpenPage) -> None:
    page = opened(open_page)
    start(page)
    other = page.context.new_page()
    other.goto("/en/emergency/")
    other.evaluate(LOCK)
    page.clock.run_for(SECOND)
    expect(page.get_by_role("alert").filter(has_text="Take it off")).to_be_visible()
    expect(page.locator(".locked .call-bar")).to_be_visible()
    expect(page.locator("[data-clock]")).to_be_hidden()
    stopped = page.evaluate("JSON.parse(localStorage.getItem('limber.compress')).stopped.why")
    assert stopped == "closed"


@pytest.mark.parametrize("path", ["", "cold", "heat"])
def test_while_locked_figure_steps_and_start_are_gone(open_page: OpenPage, path: str) -> None:
    page = opened(open_page, f"/en/compress/{path}", LOCK)
    expect(page.locator(".locked .call-bar")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for part in page.locator("main > *:not(h1)").all():
        expect(part).to_be_hidden()


def test_without_a_screen_that_stays_on_nothing_starts_and_the_clock_is_named(
    open_page: OpenPage,
) -> None:
    page = opened(open_page, script=REFUSE)
    answer(page)
    expect(page.get_by_text("Look at the clock:")).to_be_hidden()
    for _ in range(2):
        page.locator("[data-start]").click()
        expect(page.locator("[data-refused]")).to_have_text(ALARM)
        expect(page.locator("[data-refused]")).to_be_in_viewport()
        expect(page.get_by_text("Look at the clock:")).to_be_visible()
        go_on(page, MINUTE)
        expect(page.locator("[data-stage=on]")).to_be_hidden()
    assert page.evaluate("localStorage.getItem('limber.compress')") is None
    assert page.locator("[data-start-area] .button").count() == 1
    page.evaluate("window.refuses = false")
    page.locator("[data-start]").click()
    expect(page.locator("[data-stage=on]")).to_be_visible()


def test_a_lock_that_is_lost_is_said_loudly_and_the_round_goes_on(open_page: OpenPage) -> None:
    page = opened(open_page, script=WAKE)
    start(page)
    lost = page.get_by_role("alert").filter(has_text=ALARM)
    expect(page.get_by_text("The screen stays on.")).to_be_visible()
    expect(lost).to_be_hidden()
    page.evaluate("window.sentinel.dispatchEvent(new Event('release'))")
    go_on(page, MINUTE)
    expect(lost).to_be_in_viewport()
    expect(page.get_by_text("The screen stays on.")).to_be_hidden()
    assert clock(page) in ("8:59", "8:58", "9:00")
    page.evaluate(SEEN_AGAIN)
    go_on(page, SECOND)
    expect(lost).to_be_hidden()


def test_minutes_go_to_the_longest_and_no_further(open_page: OpenPage) -> None:
    page = opened(open_page)
    answer(page)
    for _ in range(9):
        page.get_by_role("button", name="More of it").click(force=True)
    expect(page.locator("output")).to_have_text("15 min")
    for _ in range(9):
        page.get_by_role("button", name="Less", exact=True).click(force=True)
    expect(page.locator("output")).to_have_text("10 min")


@pytest.mark.parametrize("condition", ["heart", "pregnant", "diabetes", "nerve"])
def test_what_applies_to_the_person_is_said_on_top(open_page: OpenPage, condition: str) -> None:
    page = opened(open_page, script=CONDITIONS % condition)
    expect(page.locator(".compress-mine")).to_be_visible()


def test_what_does_not_matter_here_is_not_said(open_page: OpenPage) -> None:
    page = opened(open_page, script=CONDITIONS % "knees")
    expect(page.locator(".compress-mine")).to_be_hidden()


@pytest.mark.parametrize(("prefix", "theme"), [("en", "light"), ("ar", "dark"), ("en", "sun")])
def test_each_stage_is_for_everyone(open_page: OpenPage, prefix: str, theme: str) -> None:
    """No axe violation, nothing sideways, targets for wet hands: on the smallest phone."""
    page = open_page("about:blank", viewport={"width": 320, "height": 568})
    page.add_init_script(CHOOSE % theme)
    # Not paused, because axe waits with the page's own clock.
    page.clock.install(time=NOON)
    page.goto(f"/{prefix}/compress/heat")
    seen = []

    def see(stage: str) -> None:
        expect(page.locator(stage)).to_be_visible()
        seen.append(stage)
        assert violations(page) == [], seen
        assert not page.evaluate(SIDEWAYS), seen
        for key in page.locator(f"{stage} .compress-keys .button:visible").all():
            box = key.bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= PLAYER_TARGET_PX, seen

    see("[data-stage=ask-cold]")
    page.locator("[data-not-cold]").click()
    see("[data-stage=ask-first]")
    page.locator("[data-none-applies]").click()
    see("[data-stage=ready]")
    page.locator("[data-start]").click()
    see("[data-stage=on]")
    page.clock.fast_forward(5 * MINUTE)
    see("[data-plate=check]")
    page.clock.fast_forward(MINUTE)
    see("[data-stage=off]")
    page.locator("[data-off-usual]").click()
    see("[data-stage=gap]")


@pytest.mark.parametrize("kind", ["cold", "heat"])
def test_without_a_script_all_of_it_can_be_read(open_page: OpenPage, kind: str) -> None:
    page = open_page(f"/en/compress/{kind}", java_script_enabled=False)
    for name in ("ask-cold", "ask-first", "advice", "ready"):
        expect(page.locator(f"[data-stage={name}]")).to_be_visible()
    expect(page.locator("[data-start]")).to_be_hidden()
    expect(page.get_by_text("Look at the clock:")).to_be_visible()
