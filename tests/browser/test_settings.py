"""What is chosen in the settings holds on every page, at once and from the first picture on."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

NIGHT, PAPER = "rgb(6, 19, 28)", "rgb(251, 250, 247)"
GROUND = "getComputedStyle(document.documentElement).backgroundColor"
REFUSES = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('') }})"
# Notes the theme at the first moment at which the page has a body, before any module has run.
FIRST = """new MutationObserver((_, observer) => {
  if (document.body) {
    window.first = document.documentElement.dataset.theme;
    observer.disconnect();
  }
}).observe(document, { childList: true, subtree: true })"""


def theme(page: Page) -> str:
    return str(page.evaluate(GROUND))


def test_a_theme_is_shown_at_once_and_on_every_page_from_the_first(open_page: OpenPage) -> None:
    page = open_page("/en/settings/")
    assert theme(page) == PAPER
    page.get_by_role("radio", name="Dark").check()
    assert theme(page) == NIGHT
    expect(page.locator("meta[name=theme-color]").first).to_have_attribute("content", "#06131c")
    page.add_init_script(FIRST)
    page.goto("/en/routines/cold-water-10")
    assert page.evaluate("window.first") == "dark"
    page.goto("/en/settings/")
    expect(page.get_by_role("radio", name="Dark")).to_be_checked()
    page.get_by_role("group", name="Theme").get_by_role("radio", name="As this device").check()
    assert theme(page) == PAPER


def test_without_a_choice_the_theme_follows_the_phone(open_page: OpenPage) -> None:
    page = open_page("/en/", color_scheme="dark")
    assert theme(page) == NIGHT
    page.emulate_media(color_scheme="light")
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    assert theme(page) == PAPER


def test_text_grows_and_nothing_goes_sideways(open_page: OpenPage) -> None:
    page = open_page("/en/settings/", viewport={"width": 320, "height": 640})
    page.get_by_role("group", name="Text size").get_by_role("radio", name="Larger").check()
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "23px"
    for path in ("/en/settings/", "/en/", "/en/routines/cold-water-10"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") == 320, path


def test_the_look_of_the_figures_is_kept(open_page: OpenPage) -> None:
    page = open_page("/en/settings/")
    page.get_by_role("radio", name="Skin and hair 4 of 6").check()
    page.get_by_role("radio", name="Plum").check()
    page.goto("/en/routines/cold-water-10")
    expect(page.locator("html")).to_have_attribute("data-skin", "4")
    expect(page.locator("html")).to_have_attribute("data-clothes", "plum")
    skin = page.locator(".still .f-face").first.evaluate("(face) => getComputedStyle(face).stroke")
    assert skin == "rgb(141, 90, 60)"


def test_region_and_units_are_kept(open_page: OpenPage) -> None:
    page = open_page("/en/settings/")
    page.get_by_label("Country or territory").select_option(label="New Zealand")
    page.get_by_role("radio", name="US: °F").check()
    page.reload()
    expect(page.get_by_label("Country or territory")).to_have_value("NZ")
    expect(page.get_by_role("radio", name="US: °F")).to_be_checked()


def test_a_browser_that_keeps_nothing_says_so(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    page.add_init_script(REFUSES)
    page.goto("/en/settings/")
    expect(page.get_by_text("This browser does not keep settings")).to_be_hidden()
    page.get_by_role("radio", name="Bright sun").check()
    expect(page.locator("html")).to_have_attribute("data-theme", "sun")
    expect(page.get_by_text("This browser does not keep settings")).to_be_visible()


def test_without_script_the_settings_say_why_and_the_language_can_be_changed(
    open_page: OpenPage,
) -> None:
    page = open_page("/en/settings/", java_script_enabled=False)
    expect(page.get_by_text("These settings need JavaScript")).to_be_visible()
    expect(page.get_by_role("radio")).to_have_count(0)
    page.locator("main").get_by_role("link", name="العربية").click()
    expect(page).to_have_url(page.url.replace("/en/", "/ar/"))


def test_whoever_is_new_is_shown_the_way_once(open_page: OpenPage) -> None:
    page = open_page("/en/")
    page.get_by_role("link", name="New here?").click()
    page.get_by_role("link", name="I have read this").click()
    expect(page.get_by_role("heading", name="Today")).to_be_visible()
    expect(page.get_by_role("link", name="New here?")).to_be_hidden()


def test_a_browser_that_keeps_nothing_is_not_asked_each_time(open_page: OpenPage) -> None:
    page = open_page("/en/about/")
    page.add_init_script(REFUSES)
    page.goto("/en/")
    expect(page.locator("[data-drinks]")).to_be_visible()
    expect(page.get_by_role("link", name="New here?")).to_be_hidden()


@pytest.mark.parametrize("cached", [True, False])
def test_back_finds_the_link_again(open_page: OpenPage, cached: bool) -> None:
    page = open_page("/en/routines/cold-water-10")
    if not cached:  # an unload listener keeps a page out of the back-forward cache
        page.add_init_script("addEventListener('unload', () => {})")
        page.reload()
    page.get_by_role("link", name="Bird dog").click()
    page.get_by_role("heading", name="Bird dog").wait_for()
    page.go_back()
    expect(page.get_by_role("link", name="Bird dog")).to_be_focused()
    assert page.evaluate("scrollY") > 200
