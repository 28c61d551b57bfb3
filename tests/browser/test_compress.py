"""Cold and heat on the skin, used: questions first, a round with its checks, and what stops it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NOON, OpenPage, open_at_noon
from tests.browser.test_pages import CHOOSE, PLAYER_TARGET_PX, SIDEWAYS, violations

SECOND, MINUTE = 1000, 60_000
ANSWER = "Yes, as usual: put it back"
LOCK = f"localStorage.setItem('limber.locked', '{NOON * 1000}')"
# A lock that the test may refuse, and take away again.
WAKE = """Object.defineProperty(navigator, "wakeLock", { value: { request: async () => {
  if (window.refuses) throw new DOMException("low battery", "NotAllowedError");
  window.sentinel = Object.assign(new EventTarget(), { release: async () => {} });
  return window.sentinel;
} } })"""
REFUSE = f"window.refuses = true; {WAKE}"
ALARM = "This phone will not wake you: set its own alarm, stay awake."
MUTE = "Tap once, so that the phone can sound again."
SEEN_AGAIN = "document.dispatchEvent(new Event('visibilitychange'))"
# What a screen reader reads out: each text that comes, also when it is the same as before.
LISTEN = """new MutationObserver(([{ target }]) => {
  if (target.textContent) (window.heard ??= []).push(target.textContent);
}).observe(document.querySelector("[data-announce]"), { childList: true })"""
FULL = "void (Storage.prototype.setItem = () => { throw new DOMException('full') })"
UNDELETABLE = "void (IDBObjectStore.prototype.delete = () => { throw new DOMException('no') })"
# As a phone hums it: what is called out, in order.
HUM = "navigator.vibrate = pattern => (window.hummed ??= []).push(pattern.length)"
NOTHING_KEPT = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("denied", "SecurityError"); },
});
Object.defineProperty(window, "indexedDB", { value: undefined })"""
CONDITIONS = "localStorage.setItem('limber.conditions', JSON.stringify(['%s']))"


@pytest.fixture
def opened(open_page: OpenPage) -> Any:
    """A page at noon whose clock goes on only when the test says so."""

    def open_it(path: str = "/en/compress/cold", script: str = "", **options: Any) -> Page:
        page = open_page("about:blank", **options)
        page.add_init_script(HUM)
        if script:
            page.add_init_script(script)
        open_at_noon(page, path)
        page.clock.run_for(SECOND)
        return page

    return open_it


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    page.clock.run_for(300)


def go_on(page: Page, milliseconds: int) -> None:
    """As a phone that was busy with something else: the time has passed, few ticks have."""
    page.clock.fast_forward(milliseconds)
    page.clock.run_for(300)


def answer(page: Page) -> None:
    press(page, "No")
    press(page, "No, none")


def start(page: Page) -> None:
    answer(page)
    page.locator("[data-start]").click()
    expect(page.locator("[data-stage=on]")).to_be_visible()


def clock(page: Page) -> str:
    return page.locator("[data-clock]").inner_text()


def look(page: Page) -> Any:
    return page.locator("[data-plate=check]")


def test_both_questions_come_before_the_start(opened: Any) -> None:
    page = opened()
    expect(page.get_by_role("heading", name="Cold, shivering, or numb")).to_be_visible()
    expect(page.locator("[data-start]")).to_be_hidden()
    press(page, "No")
    expect(page.get_by_role("heading", name="Does any of this apply?")).to_be_focused()
    expect(page.locator("[data-start]")).to_be_hidden()
    press(page, "No, none")
    expect(page.locator("[data-start]")).to_have_text("Start, 10 min")
    page.reload()
    expect(page.locator("[data-start]")).to_be_hidden()


def test_answers_of_a_while_ago_are_asked_for_again(opened: Any) -> None:
    page = opened()
    answer(page)
    go_on(page, 10 * MINUTE + SECOND)
    expect(page.locator("[data-start]")).to_be_hidden()
    expect(page.get_by_role("heading", name="Cold, shivering, or numb")).to_be_visible()


def test_an_old_no_does_not_answer_the_second_question(opened: Any) -> None:
    page = opened()
    answer(page)
    go_on(page, 10 * MINUTE + SECOND)
    press(page, "No")
    expect(page.get_by_role("heading", name="Does any of this apply?")).to_be_visible()
    expect(page.locator("[data-start]")).to_be_hidden()


@pytest.mark.parametrize(
    ("begins", "ends"),
    [
        (
            "localStorage.setItem('limber.rewarming', Date.now())",
            "localStorage.setItem('limber.rewarming', '')",
        ),
        (
            "document.documentElement.dataset.locked = ''",
            "delete document.documentElement.dataset.locked",
        ),
    ],
    ids=["warming", "closed"],
)
def test_who_got_warm_or_had_a_warning_sign_is_asked_from_the_beginning(
    opened: Any, begins: str, ends: str
) -> None:
    page = opened()
    answer(page)
    page.evaluate(begins)
    go_on(page, SECOND)
    expect(page.locator("[data-start]")).to_be_hidden()
    page.evaluate(ends)
    go_on(page, SECOND)
    expect(page.get_by_role("heading", name="Cold, shivering, or numb")).to_be_visible()
    expect(page.locator("[data-start]")).to_be_hidden()


def test_yes_or_not_sure_ends_in_asking_a_doctor(opened: Any) -> None:
    page = opened("/en/compress/heat")
    press(page, "No")
    page.get_by_role("link", name="Yes, or not sure").click()
    expect(page.get_by_text("Ask a doctor or pharmacist whether it suits you.")).to_be_visible()
    expect(page.locator("[data-start]")).to_be_hidden()


@pytest.mark.parametrize("path", ["", "cold", "heat"])
def test_who_is_cold_gets_warm_and_starts_nothing_until_then(opened: Any, path: str) -> None:
    page = opened(f"/en/compress/{path}")
    page.get_by_role("link", name="Yes: get warm first").click()
    expect(page).to_have_url(f"{page.url.split('/en/')[0]}/en/rewarm/")
    expect(page.locator("[data-waiting]")).to_be_visible()
    for kind in ("cold", "heat"):
        page.goto(f"/en/compress/{kind}")
        expect(
            page.get_by_role("heading", name="You said that you are getting warm.")
        ).to_be_visible()
        expect(page.locator("[data-start]")).to_be_hidden()
    page.goto("/en/compress/")
    expect(page.locator("[data-chooser]")).to_be_hidden()
    expect(page.locator("[data-warming]")).to_be_visible()


def test_a_whole_round_is_looked_at_stopped_and_kept(opened: Any) -> None:
    page = opened()
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


def test_a_check_that_nobody_answers_stops_it(opened: Any) -> None:
    page = opened()
    start(page)
    go_on(page, 5 * MINUTE + 58 * SECOND)
    expect(page.get_by_role("button", name=ANSWER)).to_be_visible()
    go_on(page, 3 * SECOND)
    expect(page.get_by_role("heading", name="No answer: take it off")).to_be_visible()
    go_on(page, 3 * MINUTE)
    expect(page.get_by_role("heading", name="3 minutes over: take it off")).to_be_visible()


def test_a_no_at_a_check_stops_it_and_closes_the_day(opened: Any) -> None:
    page = opened("/en/compress/heat")
    start(page)
    go_on(page, 5 * MINUTE + SECOND)
    press(page, "No, or not sure: stop")
    expect(page.get_by_role("heading", name="The skin is not as usual.")).to_be_visible()
    go_on(page, 3 * 60 * MINUTE)
    expect(page.locator("[data-start]")).to_be_hidden()
    press(page, "My skin is as usual again")
    expect(page.get_by_role("heading", name="Next round not before")).to_be_visible()
    expect(page.locator("[data-start]")).to_be_hidden()


def test_end_early_is_always_there(opened: Any) -> None:
    page = opened()
    start(page)
    go_on(page, 2 * MINUTE)
    press(page, "Take it off now: end early")
    expect(page.get_by_role("heading", name="Take it off, look at the skin.")).to_be_visible()
    press(page, "It is off, the skin is not as usual, or not sure")
    expect(page.get_by_role("heading", name="The skin is not as usual.")).to_be_visible()
    expect(page.locator("[data-rounds] li")).to_contain_text(["Ended early. Skin not as usual"])


def test_a_reload_in_the_middle_goes_on_where_the_clock_is(opened: Any) -> None:
    page = opened()
    start(page)
    go_on(page, 2 * MINUTE)
    before = clock(page)
    page.reload()
    page.clock.run_for(SECOND)
    assert clock(page) in (before, "7:59", "7:58")
    expect(page.get_by_text("The screen stays on.")).to_be_visible()
    go_on(page, 20 * MINUTE)
    expect(page.get_by_role("heading", name="minutes over: take it off")).to_be_visible()


def test_after_a_reload_it_asks_for_the_tap_without_which_no_phone_sounds(opened: Any) -> None:
    page = opened()
    start(page)
    expect(page.get_by_text(MUTE)).to_be_hidden()
    page.reload()
    page.clock.run_for(SECOND)
    expect(page.get_by_text(MUTE)).to_be_visible()
    page.locator("[data-clock]").click()
    expect(page.get_by_text(MUTE)).to_be_hidden()
    go_on(page, MINUTE)
    expect(page.get_by_text(MUTE)).to_be_hidden()


def test_who_wants_no_sound_is_asked_for_no_tap(opened: Any) -> None:
    page = opened(script="localStorage.setItem('limber.screen', JSON.stringify({sound: 'off'}))")
    start(page)
    page.reload()
    page.clock.run_for(SECOND)
    expect(page.locator("[data-stage=on]")).to_be_visible()
    expect(page.get_by_text(MUTE)).to_be_hidden()


def test_each_call_of_each_check_is_read_out(opened: Any) -> None:
    page = opened("/en/compress/heat")
    start(page)
    page.evaluate(LISTEN)
    go_on(page, 5 * MINUTE)
    go_on(page, 15 * SECOND)
    assert page.evaluate("window.heard") == ["Look at the skin"] * 2
    press(page, ANSWER)
    expect(page.locator("[data-announce]")).to_have_text("")
    go_on(page, 5 * MINUTE)
    assert page.evaluate("window.heard") == ["Look at the skin"] * 3


def test_a_tab_that_wakes_reads_what_another_has_written_first(opened: Any) -> None:
    page = opened()
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


def test_a_round_that_could_not_be_kept_outlives_an_older_one(opened: Any) -> None:
    page = opened()
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
def test_past_midnight_what_was_today_is_not(opened: Any, path: str) -> None:
    page = opened()
    start(page)
    press(page, "Take it off now: end early")
    press(page, "It is off, the skin is as usual")
    page.goto(f"/en/compress/{path}")
    expect(page.locator("[data-today]")).to_have_text("Rounds today: 1")
    go_on(page, 24 * 60 * MINUTE)
    page.evaluate(SEEN_AGAIN)
    expect(page.locator("[data-today]")).to_have_text("Rounds today: 0")


def test_a_clock_that_is_set_back_ends_it(opened: Any) -> None:
    page = opened()
    start(page)
    go_on(page, 2 * MINUTE)
    page.clock.set_system_time(NOON)
    page.clock.run_for(SECOND)
    expect(page.get_by_role("heading", name="The clock of this phone was changed")).to_be_visible()


def test_the_gap_closes_the_start_of_both_until_it_has_passed(opened: Any) -> None:
    page = opened()
    start(page)
    press(page, "Take it off now: end early")
    press(page, "It is off, the skin is as usual")
    for kind in ("heat", "cold"):
        page.goto(f"/en/compress/{kind}")
        expect(page.get_by_role("heading", name="Next round not before")).to_be_visible()
        expect(page.locator("[data-start]")).to_be_hidden()
    go_on(page, 2 * 60 * MINUTE + MINUTE)
    expect(page.get_by_role("heading", name="Cold, shivering, or numb")).to_be_visible()


def test_a_round_of_the_other_kind_is_gone_back_to(opened: Any) -> None:
    page = opened()
    start(page)
    page.goto("/en/compress/heat")
    page.get_by_role("link", name="Go to it").click()
    expect(page.locator("[data-clock]")).to_be_visible()


def test_an_emergency_sign_stops_what_runs(opened: Any) -> None:
    page = opened()
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
def test_while_locked_figure_steps_and_start_are_gone(opened: Any, path: str) -> None:
    page = opened(f"/en/compress/{path}", LOCK)
    expect(page.locator(".locked .call-bar")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for part in page.locator("main > *:not(h1)").all():
        expect(part).to_be_hidden()


def test_without_a_screen_that_stays_on_nothing_starts_and_the_clock_is_named(opened: Any) -> None:
    page = opened(script=REFUSE)
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


def test_a_lock_that_is_lost_is_said_loudly_and_the_round_goes_on(opened: Any) -> None:
    page = opened(script=WAKE)
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


def test_minutes_go_to_the_longest_and_no_further(opened: Any) -> None:
    page = opened()
    answer(page)
    for _ in range(9):
        page.get_by_role("button", name="More of it").click(force=True)
    expect(page.locator("output")).to_have_text("15 min")
    for _ in range(9):
        page.get_by_role("button", name="Less", exact=True).click(force=True)
    expect(page.locator("output")).to_have_text("10 min")


def test_a_browser_that_keeps_nothing_says_so_and_times_all_the_same(opened: Any) -> None:
    page = opened(script=NOTHING_KEPT)
    start(page)
    expect(page.get_by_text("This browser keeps nothing")).to_be_visible()
    go_on(page, 6 * MINUTE + SECOND)
    expect(page.get_by_role("heading", name="No answer: take it off")).to_be_visible()
    press(page, "It is off, the skin is as usual")
    expect(page.locator("[data-today]")).to_have_text("Rounds today: 1")


def test_a_round_is_deleted_and_brought_back(opened: Any) -> None:
    page = opened()
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


def test_what_could_not_be_deleted_stays_and_is_said(opened: Any) -> None:
    page = opened()
    start(page)
    press(page, "Take it off now: end early")
    press(page, "It is off, the skin is as usual")
    page.evaluate(UNDELETABLE)
    page.locator("[data-delete]").click()
    expect(page.get_by_role("alert").filter(has_text="It could not be deleted.")).to_be_visible()
    expect(page.get_by_role("button", name="Undo")).to_be_hidden()
    expect(page.locator("[data-rounds] li")).to_have_count(1)


def test_a_round_that_only_this_page_has_can_be_deleted(opened: Any) -> None:
    page = opened(script=NOTHING_KEPT)
    start(page)
    press(page, "Take it off now: end early")
    press(page, "It is off, the skin is as usual")
    page.locator("[data-delete]").click()
    expect(page.locator("[data-rounds] li")).to_have_count(0)
    expect(page.get_by_role("button", name="Undo")).to_be_focused()


@pytest.mark.parametrize("condition", ["heart", "pregnant", "diabetes", "nerve"])
def test_what_applies_to_the_person_is_said_on_top(opened: Any, condition: str) -> None:
    page = opened(script=CONDITIONS % condition)
    expect(page.locator(".compress-mine")).to_be_visible()


def test_what_does_not_matter_here_is_not_said(opened: Any) -> None:
    page = opened(script=CONDITIONS % "knees")
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
