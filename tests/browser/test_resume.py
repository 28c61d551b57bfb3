"""A page that goes away in the middle of a session offers to go on; two tabs cannot both run."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

WARM_UP = "/en/routines/cold-water-10/play"


def at_the_arm_swings(open_page: OpenPage) -> Page:
    page = open_page("about:blank")
    page.clock.install()
    page.goto(WARM_UP)
    page.locator("[data-begin]").click()
    page.clock.run_for(1000)
    page.locator("[data-skip]").click()
    page.clock.run_for(12_000)
    expect(page.locator("[data-name]")).to_have_text("Arm swings")
    return page


def test_a_reload_goes_on_at_the_step_where_it_was(open_page: OpenPage) -> None:
    page = at_the_arm_swings(open_page)
    page.reload()
    go_on = page.get_by_role("button", name="Go on at step 2 of 6")
    expect(go_on).to_be_in_viewport(ratio=1)
    go_on.click()
    expect(page.locator("[data-name]")).to_have_text("Arm swings")
    expect(page.locator("[data-phase-name]")).not_to_have_text("Get ready")


def test_beginning_anew_is_offered_beside_it(open_page: OpenPage) -> None:
    page = at_the_arm_swings(open_page)
    page.reload()
    page.get_by_role("button", name="Start, 11 min 9 s").click()
    expect(page.locator("[data-name]")).to_have_text("March on the spot")


def test_a_session_that_is_over_is_not_offered(open_page: OpenPage) -> None:
    page = at_the_arm_swings(open_page)
    for _ in range(5):
        page.locator("[data-skip]").click()
    expect(page.get_by_role("heading", name="The session is over")).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name="Start, 11 min 9 s")).to_be_visible()
    expect(page.locator("[data-resume]")).to_be_hidden()


def test_another_page_offers_its_own_start_only(open_page: OpenPage) -> None:
    page = at_the_arm_swings(open_page)
    page.goto("/en/exercises/bird-dog/play")
    expect(page.locator("[data-begin]")).to_be_visible()
    expect(page.locator("[data-resume]")).to_be_hidden()


def test_a_second_tab_says_that_one_runs_already(open_page: OpenPage) -> None:
    page = at_the_arm_swings(open_page)
    second = page.context.new_page()
    second.goto("/en/exercises/bird-dog/play")
    second.locator("[data-begin]").click()
    expect(second.get_by_role("alert")).to_have_text(
        "A session runs in another tab. End it there first."
    )
    expect(second.locator("[data-run]")).to_be_hidden()
    expect(second.locator("[data-begin]")).to_be_focused()
    assert '"address":"routine/cold-water-10"' in page.evaluate(
        "localStorage.getItem('limber.session')"
    )
    page.close()
    second.locator("[data-begin]").click()
    expect(second.locator("[data-run]")).to_be_visible()
    expect(second.get_by_role("alert")).to_be_hidden()


def test_a_tab_whose_session_is_over_lets_another_run(open_page: OpenPage) -> None:
    page = at_the_arm_swings(open_page)
    for _ in range(5):
        page.locator("[data-skip]").click()
    second = page.context.new_page()
    second.goto("/en/exercises/bird-dog/play")
    second.locator("[data-begin]").click()
    expect(second.locator("[data-run]")).to_be_visible()
