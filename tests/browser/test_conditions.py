"""What applies to me: said once, then it stands first, and the player asks."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, open_at_noon


def begin(page: Page) -> None:
    """A session whose clock goes on only when the test says so."""
    open_at_noon(page, "/en/exercises/cat-cow/play")
    page.locator("[data-begin]").click()


def test_what_is_ticked_stands_first_on_exercises_and_routines(open_page: OpenPage) -> None:
    page = open_page("/en/exercises/cat-cow")
    expect(page.locator(".mine .note:visible")).to_have_count(0)
    page.goto("/en/conditions/")
    page.get_by_label("Sore knees").check()
    page.reload()
    expect(page.get_by_label("Sore knees")).to_be_checked()
    page.goto("/en/exercises/cat-cow")
    expect(page.locator(".mine .note:visible")).to_have_text(
        "Sore knees Fold the towel double under your knees."
    )
    expect(page.locator(".mine-easier")).to_be_visible()
    page.goto("/en/routines/back-mobility")
    expect(page.locator(".mine [data-condition=knees]")).to_be_visible()


def test_with_some_a_doctor_comes_first(open_page: OpenPage) -> None:
    page = open_page("/en/conditions/")
    expect(page.get_by_text("See a doctor before you use exercises.")).to_be_hidden()
    page.get_by_label("Recently operated on").check()
    expect(page.get_by_text("See a doctor before you use exercises.")).to_be_visible()
    page.goto("/en/exercises/bridge")
    expect(page.locator(".mine [data-condition=doctor]")).to_be_visible()
    page.goto("/en/conditions/")
    page.get_by_label("Recently operated on").uncheck()
    page.goto("/en/exercises/bridge")
    expect(page.locator(".mine [data-condition=doctor]")).to_be_hidden()


def test_the_player_asks_before_such_a_step_and_waits(open_page: OpenPage) -> None:
    page = open_page("/en/conditions/")
    page.get_by_label("Sore wrists").check()
    begin(page)
    page.clock.run_for(40_000)
    expect(page.locator("[data-phase-name]")).to_have_text("Take care")
    expect(page.locator("[data-cue]")).to_contain_text("Rest on your fists or your forearms.")
    expect(page.locator("[data-cue]")).to_contain_text("Easier: ")
    page.get_by_role("button", name="Go on").click()
    page.clock.run_for(500)
    expect(page.locator("[data-phase-name]")).to_have_text("Round")


def test_a_doctor_is_named_before_the_first_step_and_the_easier_form_can_be_taken(
    open_page: OpenPage,
) -> None:
    page = open_page("/en/conditions/")
    page.get_by_label("Pregnant").check()
    page.get_by_label("Sore wrists").check()
    begin(page)
    page.clock.run_for(500)
    expect(page.locator("[data-cue]")).to_contain_text("See a doctor before you use exercises.")
    page.get_by_role("button", name="Do the easier form").click()
    page.clock.run_for(500)
    expect(page.locator("[data-phase-name]")).to_have_text("Round")
    expect(page.locator("[data-note]")).to_contain_text("Easier: Sit on a chair")
    page.locator("[data-pause]").click()
    page.locator("[data-adjust]").click()
    expect(page.locator("#form-0")).to_have_value("easier")


def test_who_said_nothing_is_not_asked(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    begin(page)
    page.clock.run_for(17_000)
    expect(page.locator("[data-phase-name]")).to_have_text("Round")


def test_without_a_script_the_page_says_so(open_page: OpenPage) -> None:
    page = open_page("/en/conditions/", java_script_enabled=False)
    expect(page.locator("[data-without-script]")).to_be_visible()
    expect(page.locator("form")).to_be_hidden()
