"""Search on a phone: by words, slips and kinds, with keys alone, and with no signal."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import LOOKS, OpenPage
from tests.browser.device import Device
from tests.browser.relay import Relay
from tests.browser.test_pages import CHOOSE, SIDEWAYS, SMALL_TARGETS, TARGET_PX, violations
from tests.sampling import each_prefix
from webapp.content import library

SEARCH = "/en/search/"
INDEX = "**/search/index.json"
# What each language has for "cramp", and for what nothing is.
WORDS = {
    "en": "cramp",
    "ar": "تشنج",
    "zh-hans": "抽筋",
    "de": "Krampf",
    "es": "calambre",
    "fr": "crampe",
}
NOTHING = "zzzzzz"


def field(page: Page) -> Locator:
    return page.get_by_role("searchbox")


def results(page: Page) -> Locator:
    return page.locator("[data-results] a")


def after_hash(page: Page, wanted: str) -> None:
    page.wait_for_function("wanted => location.hash === wanted", arg=wanted and f"#{wanted}")


def search(page: Page, typed: str) -> None:
    field(page).fill(typed)
    expect(results(page).first).to_be_visible()


def test_words_find_pages_also_with_a_slip_and_lead_there(open_page: OpenPage) -> None:
    page = open_page(SEARCH)
    search(page, "clodu hands")
    expect(results(page).first).to_contain_text("Wave hands like clouds")
    expect(page.get_by_role("status")).to_contain_text("found")
    results(page).first.click()
    expect(page).to_have_url(page.url.partition("/en/")[0] + "/en/exercises/cloud-hands")


def test_back_brings_the_words_and_what_they_found(open_page: OpenPage) -> None:
    page = open_page(SEARCH)
    search(page, "heat")
    first = results(page).first.get_attribute("href") or ""
    results(page).first.click()
    expect(page.locator("h1")).to_be_visible()
    page.go_back()
    expect(field(page)).to_have_value("heat")
    expect(results(page).first).to_have_attribute("href", first)


def test_an_address_with_words_shows_what_they_find(open_page: OpenPage) -> None:
    page = open_page(f"{SEARCH}#q=bridge&kind=exercise")
    expect(results(page).first).to_contain_text("Bridge")
    expect(page.get_by_label("Exercises")).to_be_checked()


def test_only_one_kind_is_shown_where_it_is_asked_for(open_page: OpenPage) -> None:
    page = open_page(SEARCH)
    search(page, "massage")
    everything = results(page).count()
    page.get_by_label("Learn", exact=True).check()
    after_hash(page, "q=massage&kind=lesson")
    expect(results(page).first).to_contain_text("Massage")
    lessons = [f"/en/learn/{slug}" for slug in library.english().lessons]
    found = [each.get_attribute("href") for each in results(page).all()]
    assert 0 < len(found) < everything
    assert set(found) <= set(lessons)


def test_keys_alone_are_enough(open_page: OpenPage) -> None:
    page = open_page(SEARCH)
    search(page, "cat")
    field(page).focus()
    page.keyboard.press("ArrowDown")
    expect(results(page).first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(results(page).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Cat-cow")


def test_what_was_searched_lately_is_offered_again_until_it_is_forgotten(
    open_page: OpenPage,
) -> None:
    page = open_page(SEARCH)
    expect(page.locator("[data-recent]")).to_be_hidden()
    for typed in ("bridge", "heat"):
        page.goto(SEARCH)
        search(page, typed)
        results(page).first.click()
        expect(page.locator("h1")).to_be_visible()
    page.goto(SEARCH)
    lately = page.locator("[data-recent-list] a")
    expect(lately).to_have_text(["heat", "bridge"])
    lately.nth(1).click()
    expect(field(page)).to_have_value("bridge")
    expect(results(page).first).to_contain_text("Bridge")
    page.goto(SEARCH)
    page.get_by_role("button", name="Forget these").click()
    expect(page.locator("[data-recent]")).to_be_hidden()
    page.reload()
    expect(page.locator("[data-recent]")).to_be_hidden()


def test_where_nothing_is_found_it_says_so_and_leads_on(open_page: OpenPage) -> None:
    page = open_page(SEARCH)
    field(page).fill(NOTHING)
    expect(page.get_by_role("status")).to_contain_text(NOTHING)
    expect(page.get_by_role("link", name="All exercises")).to_be_visible()


def test_without_a_network_it_says_so_keeps_the_words_and_tries_again(
    open_page: OpenPage,
) -> None:
    page = open_page("about:blank")
    down = True

    def answer(route: Route) -> None:
        if down:
            route.fulfill(status=200, body="not it", content_type="text/plain")
        else:
            route.continue_()

    page.route(INDEX, answer)
    page.goto(SEARCH)
    expect(page.get_by_role("alert")).to_be_visible()
    field(page).fill("bridge")
    expect(results(page)).to_have_count(0)
    down = False
    page.get_by_role("button", name="Try again").click()
    expect(results(page).first).to_contain_text("Bridge")
    expect(page.locator("[data-failed]")).to_be_hidden()


def test_with_the_server_gone_everything_is_found(device: Device, relay: Relay) -> None:
    device.ready("/en/").close()
    relay.target = None
    page = device.open(SEARCH)
    search(page, "yunshou")
    expect(results(page).first).to_contain_text("Wave hands like clouds")
    results(page).first.click()
    expect(page.locator("h1")).to_have_text("Wave hands like clouds")


def test_without_a_script_the_lists_lead_on(open_page: OpenPage) -> None:
    page = open_page(SEARCH, java_script_enabled=False)
    expect(field(page)).to_be_hidden()
    expect(page.get_by_role("link", name="All exercises")).to_be_visible()


@pytest.mark.parametrize("path", ["/en/", "/en/routines/", "/en/nothing"])
def test_it_is_one_tap_away(open_page: OpenPage, path: str) -> None:
    page = open_page("about:blank")
    page.route("**/nothing", lambda route: route.fulfill(response=route.fetch(), status=200))
    page.goto(path)
    page.get_by_role("link", name="Search", exact=True).first.click()
    expect(field(page)).to_be_visible()


@pytest.mark.parametrize(("prefix", "theme"), LOOKS)
def test_axe_finds_nothing_and_nothing_stands_aside(
    open_page: OpenPage, prefix: str, theme: str
) -> None:
    page = open_page("about:blank")
    page.add_init_script(CHOOSE % theme)
    page.goto(f"/{prefix}/search/")
    for typed in (WORDS[prefix], NOTHING):
        field(page).fill(typed)
        expect(page.get_by_role("status")).not_to_be_empty()
        assert violations(page) == [], typed
        assert not page.evaluate(SIDEWAYS), typed
        assert page.evaluate(SMALL_TARGETS, TARGET_PX) == [], typed


@each_prefix("en", "ar", "zh-hans")
def test_each_language_finds_help_by_its_own_word(open_page: OpenPage, prefix: str) -> None:
    page = open_page(f"/{prefix}/search/")
    search(page, WORDS[prefix])
    assert "/cramp/" in (results(page).first.get_attribute("href") or "")
