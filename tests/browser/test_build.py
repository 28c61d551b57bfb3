"""The builder in a real browser: composing, ordering, undoing, keeping; by thumb and by keys."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.builder import DRAFT, Hands, compose, draft, names, rows, said
from tests.browser.conftest import LOOKS, PHONE, OpenPage
from tests.browser.device import Device, kept
from tests.browser.test_pages import CHOOSE, SIDEWAYS, SMALL_TARGETS, TARGET_PX, violations
from tests.serving import Server

MOST_TAPS_AND_KEYS = 45
COUNT_SENTENCES = """() => {
  globalThis.sentences = new Set();
  const place = document.querySelector("[data-undo-words]");
  const note = () => place.textContent && sentences.add(place.textContent);
  new MutationObserver(note).observe(place, { childList: true });
}"""
THREE = ("arm-swings", "march-on-the-spot", "hip-hinge")


def test_eight_steps_are_published_with_few_taps_and_keys(open_page: OpenPage) -> None:
    page = open_page("/en/build/")
    hands = Hands(page)
    hands.tap("[data-adding]")
    hands.add("march-on-the-spot", "arm-swings", "hip-hinge", "leg-swings", "bird-dog", "cat-cow")
    hands.tap("#q")
    hands.type("knee")
    expect(page.locator("#results [data-add]").first).to_be_visible()
    expect(page.locator("[data-add=march-on-the-spot]")).to_have_count(0)
    for button in page.locator("#results [data-add]").all()[:2]:
        before = rows(page).count()
        hands.tap(button)
        expect(rows(page)).to_have_count(before + 1)
    hands.tap("[data-added]")
    hands.tap("#title")
    hands.type("Back, week 2")
    hands.tap("[data-publish]")
    expect(page.locator("[data-code]")).not_to_be_empty()
    assert rows(page).count() == 8
    print(f"eight steps published with {hands.count} taps and keys")
    assert hands.count <= MOST_TAPS_AND_KEYS


def test_back_ends_adding_and_leaves_the_builder_only_then(open_page: OpenPage) -> None:
    page = open_page("/en/about/")
    page.goto("/en/build/")
    page.locator("[data-adding]").click()
    Hands(page).add("cat-cow")
    page.go_back()
    expect(page.locator("[data-adding]")).to_be_focused()
    assert names(page) == ["Cat-cow"]
    page.locator("[data-adding]").click()
    page.locator("[data-added]").click()
    expect(page.locator("#title")).to_be_visible()
    page.go_back()
    expect(page).to_have_url(re.compile("/en/about/$"))


def test_who_shows_more_goes_on_at_what_came(open_page: OpenPage) -> None:
    page = open_page("/en/build/")
    page.locator("[data-adding]").click()
    pages = page.locator("#results > ul")
    expect(pages).to_have_count(1)
    more = page.locator("#more-found")
    while more.count():
        before = pages.count()
        more.focus()
        page.keyboard.press("Enter")
        expect(pages).to_have_count(before + 1)
        expect(pages.last.locator("[data-add]").first).to_be_focused()
    assert pages.count() > 1


def test_adding_is_one_request(open_page: OpenPage) -> None:
    page = open_page("/en/build/")
    hands = Hands(page)
    hands.tap("[data-adding]")
    expect(page.locator("[data-add]").first).to_be_visible()
    with page.expect_response("**/build/later/publish.*"):
        hands.add("arm-swings")  # with the first change comes what is needed later
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    hands.add("cat-cow")
    page.wait_for_timeout(300)
    assert [url.split("/en/")[1] for url in asked] == ["build/step/cat-cow"]
    expect(said(page)).to_have_text("Added: Cat-cow, step 2.")


def test_a_draft_survives_a_reload_and_a_crash(browser: Browser, server: Server) -> None:
    with kept(browser, server.address, viewport=PHONE, service_workers="block") as device:
        page = device.open("/en/build/")
        compose(page, *THREE)
        page.locator("[data-open]").first.click()
        page.locator("#steps [name=note]").first.fill("Slowly")
        page.reload()
        assert len(names(page)) == 3
        page.locator("#steps [data-picture] svg").nth(2).wait_for()
        page.close(run_before_unload=False)
        again = device.open("/en/build/")
        expect(again.locator("#title")).to_have_value("Low back")
        expect(again.locator("#steps [data-noted]").first).to_have_text("Slowly")
        assert [step["exercise"] for step in draft(again)["routine"]["steps"]] == list(THREE)


def test_what_was_done_is_undone_and_done_again(open_page: OpenPage) -> None:
    page = open_page("/en/build/")
    compose(page, *THREE)
    page.locator("[data-open]").first.click()
    page.locator("[data-take-out]").first.click()
    assert len(names(page)) == 2
    page.locator("[data-strip] [data-undo]").click()
    assert len(names(page)) == 3
    page.locator("[data-history-redo]").click()
    assert len(names(page)) == 2
    page.locator("[data-history-undo]").focus()
    page.keyboard.press("Control+z")
    assert len(names(page)) == 3
    page.keyboard.press("Control+Shift+z")
    assert len(names(page)) == 2
    page.locator("#title").focus()
    page.keyboard.press("Control+z")
    assert len(names(page)) == 2  # the browser's own, for what was typed


def test_steps_are_put_in_order_by_keys_and_the_focus_goes_along(open_page: OpenPage) -> None:
    page = open_page("/en/build/")
    compose(page, *THREE)
    page.locator("[data-open]").first.focus()
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Alt+ArrowDown")
    assert names(page)[2] == "Arm swings"
    expect(page.locator("[data-open]").nth(2)).to_be_focused()
    expect(said(page)).to_have_text("Arm swings is now step 3 of 3.")
    page.keyboard.press("Enter")
    page.locator("[data-up]").nth(2).focus()
    page.keyboard.press("Enter")
    assert names(page)[1] == "Arm swings"
    expect(page.locator("[data-up]").nth(1)).to_be_focused()


@pytest.mark.parametrize("prefix", ["en", "ar"])
def test_a_step_is_dragged_by_its_grip(open_page: OpenPage, prefix: str) -> None:
    page = open_page(f"/{prefix}/build/")
    compose(page, *THREE)
    first, last = names(page)[0], names(page)[2]
    page.evaluate(COUNT_SENTENCES)
    page.locator("[data-grip]").first.scroll_into_view_if_needed()
    begin, end = (page.locator("[data-grip]").nth(at).bounding_box() for at in (0, 2))
    assert begin
    assert end
    page.mouse.move(begin["x"] + 20, begin["y"] + 20)
    page.mouse.down()
    page.mouse.move(end["x"] + 20, end["y"] + end["height"] - 5, steps=8)
    page.mouse.up()
    assert names(page)[2] == first
    assert names(page)[1] == last
    assert draft(page)["routine"]["steps"][2]["exercise"] == THREE[0]
    expect(said(page)).to_contain_text(first)
    assert page.evaluate("sentences.size") == 1
    page.locator("[data-history-undo]").click()
    assert names(page)[0] == first
    assert [step["exercise"] for step in draft(page)["routine"]["steps"]] == list(THREE)


def test_a_dose_is_counted_typed_and_counted_in_something_else(open_page: OpenPage) -> None:
    page = open_page("/en/build/")
    compose(page, "march-on-the-spot")
    page.locator("[data-open]").click()
    row = rows(page).first
    row.locator("[data-amount=amount] [data-more]").click()
    assert draft(page)["routine"]["steps"][0]["dose"]["seconds"] % 5 == 0
    row.locator("[name=counted]").select_option("repetitions")
    assert "repetitions" in draft(page)["routine"]["steps"][0]["dose"]
    row.locator("[name=amount]").fill("12")
    row.locator("[data-amount=sets] [data-more]").click()
    row.locator("[name=pace]").select_option("0.5")
    step = draft(page)["routine"]["steps"][0]
    assert (step["dose"]["repetitions"], step["dose"]["sets"], step["pace"]) == (12, 2, 0.5)
    assert step["dose"]["rest"] > 0
    expect(row.locator("[data-dose]")).to_have_text("2 × 12 times")


def test_a_number_that_cannot_be_holds_nothing_up(open_page: OpenPage) -> None:
    page = open_page("/en/build/#from.back-mobility")
    expect(page.locator("[data-lane] svg")).to_have_count(1)
    page.locator("[name=rounds]").fill("9999")
    expect(page.locator("[data-lane] svg")).to_have_count(0)
    page.reload()
    expect(page.locator("[name=rounds]")).to_have_value("9999")
    page.locator("[name=rounds]").fill("2")
    expect(page.locator("[data-lane] svg")).to_have_count(1)


def test_a_tab_that_was_pasted_is_a_space(open_page: OpenPage) -> None:
    page = open_page("/en/build/")
    page.locator("#title").fill("Low\tback")
    assert draft(page)["routine"]["title"] == "Low back"
    expect(page.locator("#title")).to_have_value("Low\tback")  # where the cursor is, too


def test_pictures_that_cannot_be_had_are_asked_for_once(browser: Browser, server: Server) -> None:
    with kept(browser, server.address, viewport=PHONE, service_workers="block") as device:
        page = device.open("/en/about/")
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.route("**/build/stills*", lambda route: route.abort())
        page.goto(f"{device.address}/en/build/#from.back-mobility")
        expect(rows(page).first).to_be_visible()
        page.locator("#title").focus()
        page.keyboard.type("ten keys")
        assert len([url for url in asked if "/build/stills" in url]) == 1
        page.unroute("**/build/stills*")
        page.evaluate("dispatchEvent(new Event('online'))")
        rows(page).first.locator("[data-picture] svg").wait_for()


def test_what_is_worth_a_second_look_is_said(open_page: OpenPage) -> None:
    page = open_page("/en/build/")
    compose(page, "cat-cow", title="For Mrs Miller")
    warnings = page.locator("[data-warnings]")
    expect(warnings).to_contain_text("Name: this looks like a name.")
    page.locator(".build-details summary").first.click()
    page.locator("[name=need]").select_option("before-cold")
    expect(warnings).to_contain_text("warm up first")
    page.locator("[name=conditions][value=wrists]").check()
    expect(warnings).to_contain_text("Step 1, Cat-cow")


def test_what_cannot_be_read_is_not_written_over(open_page: OpenPage) -> None:
    page = open_page("/en/about/")
    page.evaluate("localStorage.setItem('limber.draft', '{broken')")
    page.goto("/en/build/")
    expect(page.locator("[data-unread]")).to_be_visible()
    page.locator("#title").fill("Other")
    assert page.evaluate(DRAFT) == "{broken"
    page.locator("[data-anew-draft]").click()
    assert json.loads(page.evaluate(DRAFT))["routine"]["title"] == "Other"


def test_without_a_network_the_draft_is_read_and_put_in_order(device: Device) -> None:
    page = device.ready("/en/build/")
    compose(page, *THREE)
    device.context.set_offline(True)
    again = device.open("/en/build/")
    expect(again.locator(".build-library .needs-network")).to_have_count(1)
    assert len(names(again)) == 3
    again.locator("#steps [data-picture] svg").nth(2).wait_for()
    again.locator("[data-open]").first.focus()
    again.keyboard.press("Alt+ArrowDown")
    assert draft(again)["routine"]["steps"][1]["exercise"] == THREE[0]
    again.locator("[data-publish]").click()
    expect(again.locator("[data-progress]")).to_contain_text("Not published: no signal")
    again.keyboard.press("Escape")
    again.locator("[data-adding]").click()
    expect(again.locator(".build-library .needs-network")).to_be_visible()


@pytest.mark.parametrize(("prefix", "theme"), LOOKS)
def test_axe_finds_nothing_while_one_composes(open_page: OpenPage, prefix: str, theme: str) -> None:
    page = open_page("about:blank")
    page.add_init_script(CHOOSE % theme)
    page.goto(f"/{prefix}/build/")
    page.locator("[data-adding]").click()
    page.locator("[data-add]").first.wait_for()
    _is_fine(page)
    page.locator("[data-added]").click()
    page.goto(f"/{prefix}/build/#from.back-mobility")
    expect(rows(page).first).to_be_visible()
    page.locator("[data-open]").first.click()
    page.locator(".build-details summary").first.click()
    page.locator("[data-add-time]").click()
    _is_fine(page)
    page.locator("[data-start]").click()
    _is_fine(page)
    page.set_viewport_size({"width": 320, "height": 640})
    page.keyboard.press("Escape")
    assert not page.evaluate(SIDEWAYS)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.locator("[data-add]").first.wait_for()
    _is_fine(page)


def _is_fine(page: Page) -> None:
    assert violations(page) == []
    assert page.evaluate(SMALL_TARGETS, TARGET_PX) == []
    assert not page.evaluate(SIDEWAYS)


def test_a_routine_that_does_not_come_is_said_and_can_be_asked_for_again(
    open_page: OpenPage,
) -> None:
    page = open_page("/en/build/")
    page.route("**/en/routines/*", lambda route: route.fulfill(body=""))
    page.locator("[data-start]").click()
    page.locator("select#routine").select_option("back-mobility")
    page.locator("[data-start-routine]").click()
    expect(page.locator("#routine-fault")).to_contain_text("try again later")
    expect(page.locator("select#routine")).to_be_focused()
    page.unroute("**/en/routines/*")
    page.locator("[data-start-routine]").click()
    expect(rows(page).first).to_be_visible()
    expect(page.locator("#start")).to_be_hidden()


def test_a_routine_that_is_gone_is_not_taken_for_a_missing_signal(
    browser: Browser, server: Server
) -> None:
    with kept(browser, server.address, viewport=PHONE, service_workers="block") as device:
        page = device.open("/en/build/#from.no-such-routine")
        expect(page.get_by_text("The library has no such routine, or no longer.")).to_be_visible()
        assert page.url.endswith("/build/")
