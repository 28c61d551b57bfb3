"""A session is adjusted before it starts and in a pause; its time follows at once."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, open_at_noon

BACK = "/en/routines/back-mobility/play"
COLD = "/en/routines/cold-water-10/play"
BIRD_DOG = "/en/exercises/bird-dog/play"
HOUR_MS = 3_600_000


def opened(open_page: OpenPage, path: str) -> Page:
    page = open_page("about:blank")
    open_at_noon(page, path)
    page.get_by_role("button", name="Adjust pace, time and steps").click()
    heard(page)
    return page


def heard(page: Page) -> None:
    """Wait until the sheet's own script has come; until then nothing in it can be pressed."""
    expect(page.locator("[data-adjust-form]:not([inert])")).to_be_visible()


def press(page: Page, stepper: str, button: str) -> None:
    page.get_by_role("group", name=stepper, exact=True).get_by_role("button", name=button).click()


def close(page: Page) -> None:
    page.get_by_role("dialog").get_by_role("button", name="Close").click()


def choose(page: Page, group: str, choice: str) -> None:
    page.get_by_role("group", name=group).get_by_role("radio", name=choice).check()


def whole_time(page: Page) -> str:
    return page.locator("output[name=time]").inner_text().replace("\u00a0", " ")


def test_less_time_takes_a_shorter_form_and_more_gives_it_back(open_page: OpenPage) -> None:
    page = opened(open_page, BACK)
    written = whole_time(page)
    assert written == "9 min 53 s"
    press(page, "Whole time", "Less")
    shorter = whole_time(page)
    assert re.fullmatch(r"(8 min.*|9 min)", shorter)
    close(page)
    expect(page.locator("[data-begin]")).to_have_text(f"Start, {shorter}")
    expect(page.get_by_text("Adjusted by you.")).to_be_visible()
    page.get_by_role("button", name="Adjust pace, time and steps").click()
    press(page, "Whole time", "More of it")
    assert whole_time(page) == written


def test_time_cannot_go_below_what_can_be_done(open_page: OpenPage) -> None:
    page = opened(open_page, BIRD_DOG)
    for _ in range(9):
        press(page, "Whole time", "Less")
    expect(page.get_by_text("It does not get shorter than this.")).to_be_visible()


def test_before_cold_water_there_is_no_shorter_form(open_page: OpenPage) -> None:
    page = opened(open_page, COLD)
    press(page, "Whole time", "Less")
    expect(page.get_by_text("Not enough time: before water below 26")).to_be_visible()
    assert whole_time(page) == "11 min 9 s"


def test_before_cold_water_what_is_left_out_goes_to_the_march(open_page: OpenPage) -> None:
    page = opened(open_page, COLD)
    march = page.locator("[data-adjust-step]").first
    page.get_by_role("switch", name=re.compile("Arm swings")).uncheck()
    expect(march).to_contain_text(re.compile(r"5\smin"))


def test_before_cold_water_each_stage_keeps_a_step(open_page: OpenPage) -> None:
    page = opened(open_page, COLD)
    page.get_by_role("switch", name=re.compile("Bird dog")).click()
    expect(page.get_by_role("switch", name=re.compile("Bird dog"))).to_be_checked()
    expect(
        page.get_by_text("Before cold water one step of each stage has to stay.")
    ).to_be_visible()


def test_what_the_march_can_no_longer_take_is_not_left_out(open_page: OpenPage) -> None:
    page = opened(open_page, COLD)
    close(page)
    page.locator("[data-begin]").click()
    page.clock.run_for(1000)
    page.locator("[data-skip]").click()
    page.clock.run_for(15_000)
    page.get_by_role("button", name="Adjust the session").click()
    page.get_by_role("switch", name=re.compile("Leg swings")).click()
    expect(page.get_by_role("switch", name=re.compile("Leg swings"))).to_be_checked()
    expect(page.get_by_text("Not enough time: before water below 26")).to_be_visible()


def test_trying_adjustments_in_a_pause_leads_back_to_the_same_place(open_page: OpenPage) -> None:
    page = opened(open_page, BACK)
    close(page)
    page.locator("[data-begin]").click()
    page.clock.run_for(26_000)
    page.get_by_role("button", name="Adjust the session").click()
    before = [page.locator(f"[data-{part}]").inner_text() for part in ("name", "count", "clock")]
    first = page.get_by_role("switch").first
    first.uncheck()
    expect(page.locator("[data-position]")).to_have_text("Step 1 of 5")
    first.check()
    choose(page, "Repetitions", "I tap when done")
    choose(page, "Repetitions", "Counted for me")
    after = [page.locator(f"[data-{part}]").inner_text() for part in ("name", "count", "clock")]
    assert after == before


def test_a_step_left_out_does_not_come(open_page: OpenPage) -> None:
    page = opened(open_page, BACK)
    name = page.locator("[data-adjust-step] .strong").first
    expect(name).not_to_be_empty()
    first = name.inner_text()
    page.get_by_role("switch").first.uncheck()
    close(page)
    expect(page.locator("[data-step]").filter(has_text=first)).to_be_hidden()
    page.locator("[data-begin]").click()
    expect(page.locator("[data-name]")).not_to_have_text(first)
    expect(page.locator("[data-position]")).to_have_text("Step 1 of 5")


def test_one_step_has_to_stay(open_page: OpenPage) -> None:
    page = opened(open_page, BACK)
    for switch in page.get_by_role("switch").all():
        switch.click()
    expect(page.get_by_role("switch").last).to_be_checked()
    expect(page.get_by_text("One step has to stay.")).to_be_visible()


def test_rounds_end_where_a_session_gets_too_long(open_page: OpenPage) -> None:
    page = opened(open_page, BACK)
    for _ in range(9):
        press(page, "Rounds", "More of it")
    expect(page.get_by_text("That would take more than 90")).to_be_visible()
    expect(page.locator("output[name=rounds]")).to_have_text("8")


def test_a_chosen_form_is_said_with_the_step(open_page: OpenPage) -> None:
    page = opened(open_page, BIRD_DOG)
    page.get_by_label("Form of Bird dog").select_option("easier")
    expect(page.locator("[data-form-text]")).to_have_text("Easier: Reach with the leg only.")
    close(page)
    page.locator("[data-begin]").click()
    expect(page.locator("[data-note]")).to_have_text("Easier: Reach with the leg only.")


def test_what_was_adjusted_is_there_the_next_time_until_it_is_as_written(
    open_page: OpenPage,
) -> None:
    page = opened(open_page, BIRD_DOG)
    choose(page, "Pace of the movements", "Half speed")
    slow = whole_time(page)
    assert slow != "4 min 47 s"
    page.goto("/ar/exercises/bird-dog/play")
    page.goto(BIRD_DOG)
    expect(page.locator("[data-begin]")).to_have_text(f"Start, {slow}")
    page.get_by_role("button", name="Adjust pace, time and steps").click()
    page.get_by_role("button", name="All as written").click()
    page.reload()
    expect(page.locator("[data-begin]")).to_have_text("Start, 4 min 47 s")


def test_in_a_pause_one_goes_on_at_the_same_place(open_page: OpenPage) -> None:
    page = opened(open_page, BIRD_DOG)
    close(page)
    page.locator("[data-begin]").click()
    page.clock.run_for(26_600)
    expect(page.locator("[data-phase-name]")).to_have_text("Reach")
    page.get_by_role("button", name="Adjust the session").click()
    choose(page, "Pace of the movements", "Half speed")
    close(page)
    expect(page.get_by_role("button", name="Go on")).to_be_visible()
    expect(page.locator("[data-phase-name]")).to_have_text("Reach")
    expect(page.locator("[data-count]")).to_contain_text("Repetition 2 of 6")
    expect(page.locator("[data-clock]")).to_have_text("3")
    page.get_by_role("button", name="Go on").click()
    page.clock.run_for(3100)
    expect(page.locator("[data-phase-name]")).to_have_text("Stay")
    expect(page.locator("[data-clock]")).to_have_text("4")


def test_who_taps_when_done_is_waited_for(open_page: OpenPage) -> None:
    page = opened(open_page, BIRD_DOG)
    choose(page, "Repetitions", "I tap when done")
    close(page)
    page.locator("[data-begin]").click()
    page.clock.run_for(16_000)
    expect(page.locator("[data-phase-name]")).to_have_text("In your own time")
    expect(page.locator("[data-count]")).to_contain_text("6 times each side · Side 1 of 2")
    expect(page.locator("[data-clock]")).to_be_hidden()
    page.clock.fast_forward(HOUR_MS)
    expect(page.locator("[data-phase-name]")).to_have_text("In your own time")
    page.reload()
    page.locator("[data-resume]").click()
    expect(page.locator("[data-phase-name]")).to_have_text("In your own time")
    page.get_by_role("button", name="Done").click()
    expect(page.locator("[data-pause]")).to_be_focused()
    expect(page.locator("[data-phase-name]")).to_have_text("Switch sides")
    expect(page.locator("[data-clock]")).to_have_text("6")
    expect(page.get_by_role("button", name="Done")).to_be_hidden()


def test_the_sheet_is_worked_by_keys_alone_and_escape_closes_it(open_page: OpenPage) -> None:
    page = open_page(BIRD_DOG)
    page.get_by_role("button", name="Adjust pace, time and steps").focus()
    page.keyboard.press("Enter")
    heard(page)
    page.get_by_role("radio", name="As written").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Slower")).to_be_checked()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("button", name="Adjust pace, time and steps")).to_be_focused()


def test_until_its_script_comes_the_sheet_says_what_is_written(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    page.route("**/adjusting*", lambda _: None)
    page.goto(COLD)
    page.get_by_role("button", name="Adjust pace, time and steps").click()
    form = page.locator("[data-adjust-form][inert]")
    expect(form).to_be_visible()
    expect(form.locator("[name^=do-]:checked")).to_have_count(6)


def test_the_question_mark_lists_the_keys(open_page: OpenPage) -> None:
    page = open_page(BIRD_DOG)
    expect(page.locator("[data-begin]")).to_be_visible()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys on a keyboard")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("[data-begin]").click()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys on a keyboard")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Go on")).to_be_visible()
