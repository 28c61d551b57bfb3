"""What comes after a session: how it was is kept at once; bad answers end in advice."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from tests.browser import journal
from tests.browser.conftest import OpenPage

BIRD_DOG = "/en/exercises/bird-dog/play"
COLD = "/en/routines/cold-water-10/play"
OVER = "The session is over"


def ended(open_page: OpenPage, path: str = BIRD_DOG, script: str = "", before: str = "") -> Page:
    """A session that was skipped to its end."""
    page = open_page("about:blank")
    page.add_init_script(script)
    page.clock.install()
    page.goto(path)
    if before:
        page.get_by_role("radio", name=before, exact=True).check()
    page.locator("[data-begin]").click()
    page.clock.run_for(30_000)
    while page.locator("[data-run]").is_visible():
        page.locator("[data-skip]").click()
        page.clock.run_for(100)
    return page


def kept(page: Page) -> list[dict[str, Any]]:
    """What the browser holds, once the page has said that it is kept."""
    expect(page.locator("[data-kept]")).to_have_text("Kept on this device only.")
    page.clock.run_for(1000)
    page.wait_for_timeout(100)
    return journal.kept(page)


def answer(page: Page, pain: int) -> None:
    page.locator("[data-report]").get_by_role("radio", name=str(pain), exact=True).check()


def test_a_session_is_kept_at_once_and_with_every_answer(open_page: OpenPage) -> None:
    page = ended(open_page, before="2")
    (first,) = kept(page)
    assert (first["kind"], first["slug"], first["before"]) == ("exercise", "bird-dog", 2)
    assert (first["seconds"], first["early"], first["after"]) == (30, True, None)
    answer(page, 3)
    page.get_by_label("Note for yourself").fill("left side stiff")
    page.clock.run_for(1000)
    (second,) = kept(page)
    assert (second["id"], second["after"], second["note"]) == (first["id"], 3, "left side stiff")
    expect(page.get_by_role("button", name="Do it again")).to_be_visible()


def test_a_session_led_to_its_end_is_not_early(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    page.clock.install()
    page.goto(BIRD_DOG)
    page.locator("[data-begin]").click()
    # Not a second further: keeping takes real time, and the page's patience goes by this clock.
    for _ in range(300):
        if page.locator("[data-done]").is_visible():
            break
        page.clock.run_for(1000)
    (entry,) = kept(page)
    assert (entry["early"], entry["seconds"], entry["steps"], entry["of"]) == (False, 287, 1, 1)


def test_pain_of_four_ends_in_advice_without_another_round(open_page: OpenPage) -> None:
    page = ended(open_page)
    answer(page, 4)
    expect(page.get_by_role("alert").filter(has_text="Stop for today")).to_be_visible()
    expect(page.get_by_role("button", name="Do it again")).to_be_hidden()
    expect(page.locator("[data-after]")).to_be_hidden()
    expect(page.get_by_role("button", name="Undo")).to_be_hidden()
    answer(page, 3)
    expect(page.locator("[data-bad]")).to_be_hidden()
    expect(page.get_by_role("button", name="Do it again")).to_be_visible()


def test_pain_that_grew_by_two_and_signs_end_in_the_same_advice(open_page: OpenPage) -> None:
    page = ended(open_page, before="1")
    answer(page, 3)
    expect(page.locator("[data-bad]")).to_contain_text("Stop for today")
    expect(page.locator("[data-bad] a")).to_have_attribute("href", "/en/check/")
    answer(page, 2)
    expect(page.locator("[data-bad]")).to_be_hidden()
    page.get_by_role("checkbox", name="Pain that spreads").check()
    expect(page.locator("[data-bad]")).to_contain_text("Stop for today")
    assert kept(page)[0]["signs"] is True


def test_much_pain_before_is_answered_before_the_start(open_page: OpenPage) -> None:
    page = open_page(BIRD_DOG)
    before = page.locator("[data-before]")
    before.get_by_role("radio", name="3", exact=True).check()
    expect(page.get_by_text("These movements are meant for pain of 3 or less.")).to_be_hidden()
    before.get_by_role("radio", name="4", exact=True).check()
    expect(page.get_by_text("These movements are meant for pain of 3 or less.")).to_be_visible()


def test_a_skipped_warm_up_does_not_lead_into_cold_water(open_page: OpenPage) -> None:
    page = ended(open_page, COLD)
    expect(
        page.get_by_text("Limber led you through less than ten minutes of movement.")
    ).to_be_visible()
    expect(page.get_by_text("Wade in slowly. Never jump.")).to_be_hidden()


def test_ending_early_is_asked_about_and_kept(open_page: OpenPage) -> None:
    page = open_page(BIRD_DOG)
    page.locator("[data-begin]").click()
    page.get_by_role("link", name="End the session").click()
    sheet = page.get_by_role("dialog", name="End the session?")
    expect(sheet).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Go on")).to_be_visible()
    page.get_by_role("link", name="End the session").click()
    sheet.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    page.get_by_role("link", name="End the session").click()
    sheet.get_by_role("button", name="End here and keep it").click()
    expect(page.get_by_role("heading", name=OVER)).to_be_focused()
    expect(page.get_by_text("Ended early.")).to_be_visible()
    expect(page.locator("[data-kept]")).to_have_text("Kept on this device only.")
    assert journal.kept(page)[0]["early"] is True


def test_leaving_without_keeping_leaves_nothing(open_page: OpenPage) -> None:
    page = open_page(BIRD_DOG)
    page.locator("[data-begin]").click()
    page.get_by_role("link", name="End the session").click()
    page.get_by_role("link", name="Leave without keeping it").click()
    expect(page).to_have_url("/en/exercises/bird-dog")
    page.goto(BIRD_DOG)
    expect(page.locator("[data-resume]")).to_be_hidden()
    assert journal.kept(page) == []


def test_a_skip_can_be_taken_back_also_when_it_ended_the_session(open_page: OpenPage) -> None:
    page = ended(open_page)
    assert len(kept(page)) == 1
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("[data-phase-name]")).to_have_text("Stay")
    expect(page.get_by_role("button", name="Undo")).to_be_hidden()
    page.clock.run_for(1000)
    page.wait_for_timeout(200)
    assert journal.kept(page) == []


def test_the_undoing_is_offered_until_the_next_step_moves(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    page.clock.install()
    page.goto(COLD)
    page.locator("[data-begin]").click()
    page.clock.run_for(20_000)
    page.locator("[data-skip]").click()
    strip = page.locator("[data-skipped]")
    expect(strip).to_contain_text("Skipped: March on the spot")
    before = page.locator("[data-left]").inner_text()
    strip.get_by_role("button", name="Undo").click()
    expect(page.locator("[data-name]")).to_have_text("March on the spot")
    assert page.locator("[data-left]").inner_text() != before
    page.locator("[data-skip]").click()
    page.clock.run_for(15_000)
    expect(page.locator("[data-name]")).to_have_text("Arm swings")
    expect(strip).to_be_hidden()


def test_what_could_not_be_kept_is_said_and_tried_again(open_page: OpenPage) -> None:
    refuse = """
    const put = IDBObjectStore.prototype.put;
    window.full = true;
    IDBObjectStore.prototype.put = function (...values) {
      if (window.full) throw new DOMException("full", "QuotaExceededError");
      return put.apply(this, values);
    };
    """
    page = ended(open_page, script=refuse)
    expect(page.locator("[data-kept]")).to_contain_text("This browser did not keep it.")
    page.evaluate("window.full = false")
    page.get_by_role("button", name="Try to keep it again").click()
    expect(page.get_by_role("button", name="Try to keep it again")).to_be_hidden()
    assert len(kept(page)) == 1


def test_pain_before_is_still_known_after_a_reload(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    page.clock.install()
    page.goto(BIRD_DOG)
    page.locator("[data-before]").get_by_role("radio", name="1", exact=True).check()
    page.locator("[data-begin]").click()
    page.clock.run_for(20_000)
    page.reload()
    page.locator("[data-resume]").click()
    page.clock.run_for(1000)
    page.locator("[data-skip]").click()
    answer(page, 3)
    expect(page.locator("[data-bad]")).to_contain_text("Stop for today")


def test_what_passed_while_the_phone_slept_is_no_warm_up(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    page.clock.install()
    page.goto(COLD)
    page.locator("[data-begin]").click()
    page.clock.run_for(20_000)
    page.clock.fast_forward(3_600_000)
    expect(page.get_by_text("Limber led you through less than ten minutes")).to_be_visible()
    expect(page.get_by_text("Wade in slowly. Never jump.")).to_be_hidden()
