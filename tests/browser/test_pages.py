"""Every kind of page, seen: no axe violation, nothing sideways, targets large enough, both ways."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Playwright, Route, expect

from tests.browser.chromium import launch
from tests.browser.conftest import LOOKS, PHONE, OpenPage
from tests.sampling import each_prefix
from tests.serving import Server

PAGES = [
    "/",
    "/routines/",
    "/routines/cold-water-10",
    "/routines/cold-water-10/play",
    "/exercises/",
    "/exercises/bird-dog",
    "/about/",
    "/about/sources",
    "/about/article",
    "/about/privacy",
    "/about/install",
    "/settings/",
    "/welcome/",
    "/offline/",
    "/offline/withdrawn",
    "/cramp/",
    "/cramp/land",
    "/cramp/open-water",
    "/check/",
    "/check/legs",
    "/check/likeness",
    "/check/result/legs",
    "/check/result/curled",
    "/emergency/",
    "/conditions/",
    "/swim/",
    "/swim/under-12",
    "/swim/12-15",
    "/routines/entry-sequence",
    "/rewarm/",
    "/compress/",
    "/compress/cold",
    "/compress/heat",
    "/hydration/",
    "/hydration/sweat-test",
    "/hydration/plan",
    "/hydration/too-much",
    "/journal/",
    "/reminders/",
    "/mine/",
    "/mine/play",
    "/mine/edit",
    "/build/",
    "/r/",
    "/learn/",
    "/learn/medicines",
    "/search/",
]
THEMES = ["light", "dark", "sun"]
CHOOSE = "localStorage.setItem('limber.screen', JSON.stringify({theme: '%s'}))"
TARGET_PX = 48
PLAYER_TARGET_PX = 64

# Whether a word of the heading is longer than its line.
PARTED = """(() => {
  const heading = document.querySelector("h1:not(.hidden-text)");
  heading?.style.setProperty("overflow-wrap", "normal");
  return heading?.scrollWidth > heading?.clientWidth;
})()"""

# Links in running text may be as small as the text; everything else is a target.
SMALL_TARGETS = """least => [
  ...document.querySelectorAll("a[href], button, label:has(input), select, textarea"),
].filter(each => each.checkVisibility() && !each.closest(".skip-link"))
  .filter(each => getComputedStyle(each).display !== "inline")
  .map(each => [each.textContent.trim() || each.ariaLabel, each.getBoundingClientRect()])
  .filter(([, box]) => box.height < least || box.width < least)
  .map(([name, box]) => `${name}: ${box.width} x ${box.height}`)"""

# The foot as well, which a browser lays out only when one comes near it.
LAID_OUT = """document.querySelectorAll(".foot")
  .forEach(each => each.style.setProperty("content-visibility", "visible"))"""

# As a browser draws a button that no style sheet of the page knows, in a light theme.
UNDRESSED = """[...document.querySelectorAll("button")]
  .filter(each => each.checkVisibility())
  .filter(each => getComputedStyle(each).backgroundColor.includes("239, 239, 239"))
  .map(each => each.textContent.trim() || each.ariaLabel)"""

FOCUSED = """(() => {
  const { activeElement: each } = document;
  return {
    name: each.getAttribute("aria-label") ?? each.textContent,
    ring: getComputedStyle(each).outlineStyle,
    page: each === document.body,
  };
})()"""
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {[node['html'] for node in each['nodes']]}" for each in found]


# Each page in one theme, of the ways of writing in turn; all in all of them in `make test-all`.
SHARES = [(("en", "ar")[i % 2], theme, PAGES[i::3]) for i, theme in enumerate(THEMES)]


@pytest.mark.parametrize(
    ("prefix", "theme", "paths"),
    [
        *(pytest.param(*share, id=f"{share[1]}, a third") for share in SHARES),
        *(
            pytest.param(prefix, theme, PAGES, id=f"{prefix}-{theme}", marks=pytest.mark.sweep)
            for prefix in ("en", "ar")
            for theme in THEMES
        ),
    ],
)
def test_axe_finds_nothing(open_page: OpenPage, prefix: str, theme: str, paths: list[str]) -> None:
    page = open_page("about:blank")
    page.add_init_script(CHOOSE % theme)
    page.route("**/nothing", _found)
    for path in [*paths, "/nothing"]:
        page.goto(f"/{prefix}{path}")
        assert violations(page) == [], path


def _found(route: Route) -> None:
    """The error page as it is, but not as an error: the browser would complain of that."""
    route.fulfill(response=route.fetch(), status=200)


@pytest.mark.parametrize(("prefix", "theme"), LOOKS)
def test_axe_finds_nothing_in_any_phase(open_page: OpenPage, prefix: str, theme: str) -> None:
    page = open_page("about:blank")
    page.add_init_script(CHOOSE % theme)
    page.clock.install()
    page.goto(f"/{prefix}/exercises/bird-dog/play")
    for button, sheet in (("adjust", "adjust"), ("show-keys", "keys")):
        page.locator(f"[data-{button}]").click()
        assert violations(page) == [], sheet
        page.keyboard.press("Escape")
    page.locator("[data-begin]").click()
    seen = set()
    for seconds in (1, 15, 3, 58, 66, 400):
        page.clock.run_for(seconds * 1000)
        seen.add(page.locator("[data-run]").get_attribute("data-kind"))
        assert violations(page) == []
    assert seen == {"ready", "move", "stay", "switch", "rest"}
    page.locator("[data-report] input[value='5']").check()
    expect(page.locator("[data-bad]")).not_to_be_empty()
    assert violations(page) == []


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_where_the_person_is_waited_for(open_page: OpenPage, theme: str) -> None:
    page = open_page("about:blank")
    page.add_init_script(CHOOSE % theme)
    page.clock.install()
    page.goto("/ar/exercises/bird-dog/play")
    page.locator("[data-adjust]").click()
    page.locator("input[name=count][value=tap]").check()
    page.keyboard.press("Escape")
    page.locator("[data-begin]").click()
    page.clock.run_for(16_000)
    expect(page.locator("[data-tap]")).to_be_visible()
    assert violations(page) == []
    page.locator("[data-leave]").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert violations(page) == []


@each_prefix("ar", "de")
def test_nothing_goes_sideways_on_the_smallest_phone(open_page: OpenPage, prefix: str) -> None:
    page = open_page("about:blank", viewport={"width": 320, "height": 568})
    for path in PAGES:
        page.goto(f"/{prefix}{path}")
        assert not page.evaluate(SIDEWAYS), path
        assert not page.evaluate(PARTED), path


@each_prefix("ar")
def test_targets_are_large_enough_for_wet_hands(open_page: OpenPage, prefix: str) -> None:
    page = open_page("about:blank")
    for path in PAGES:
        page.goto(f"/{prefix}{path}")
        page.evaluate(LAID_OUT)
        assert page.evaluate(SMALL_TARGETS, TARGET_PX) == [], path
        assert page.evaluate(UNDRESSED) == [], path


def test_targets_of_the_player_are_larger(open_page: OpenPage) -> None:
    page = open_page("/en/exercises/bird-dog/play")
    assert page.evaluate(SMALL_TARGETS, PLAYER_TARGET_PX) == []
    for opened in ("[data-adjust]", "[data-begin]", "[data-leave]", "[data-end-here]"):
        page.locator(opened).click()
        assert page.evaluate(SMALL_TARGETS, PLAYER_TARGET_PX) == [], opened
        if opened == "[data-adjust]":
            page.keyboard.press("Escape")


@each_prefix("de")
def test_text_of_twice_the_size_is_readable_without_going_sideways(
    playwright: Playwright, server: Server, prefix: str
) -> None:
    """German has the longest words."""
    with launch(playwright, "--blink-settings=defaultFontSize=32") as large:
        page = large.new_page(viewport=PHONE, base_url=server.address, service_workers="block")
        page.goto(f"/{prefix}/")
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        for path in PAGES:
            page.goto(f"/{prefix}{path}")
            assert not page.evaluate(SIDEWAYS), path


def test_the_language_switch_keeps_the_page_and_turns_it(open_page: OpenPage) -> None:
    page = open_page("/en/exercises/bird-dog")
    page.get_by_role("link", name="العربية").click()
    assert page.url.endswith("/ar/exercises/bird-dog")
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    back = page.locator(".top .icon-button").bounding_box()
    assert back
    assert back["x"] > 180


def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(open_page: OpenPage) -> None:
    page = open_page("/en/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_in_forced_colours_what_is_chosen_and_where_one_is_still_shows(open_page: OpenPage) -> None:
    page = open_page("/en/settings/", forced_colors="active")
    ground = "(each) => getComputedStyle(each).backgroundColor"
    chosen, other = (
        page.locator(f".segments input{kind} + span").first.evaluate(ground)
        for kind in (":checked", ":not(:checked)")
    )
    assert chosen != other
    page.goto("/en/swim/")
    edge = "(each) => getComputedStyle(each).borderBlockStartColor"
    here, there = (
        page.locator(f".tab{kind}").first.evaluate(edge)
        for kind in ("[aria-current]", ":not([aria-current])")
    )
    assert here != there


def test_the_whole_way_to_a_session_and_back_is_there_for_the_keyboard(
    open_page: OpenPage,
) -> None:
    page = open_page("/en/")
    _press_until(page, "Move")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Routines").wait_for()
    _press_until(page, "Short Qigong")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Short Qigong").wait_for()
    _press_until(page, "Start, ")
    page.keyboard.press("Enter")
    page.locator("[data-begin]").wait_for()
    _press_until(page, "Start, ")
    page.keyboard.press("Enter")
    page.locator("[data-run]").wait_for()
    _press_until(page, "End the session")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Short Qigong").wait_for()


def _press_until(page: Page, name: str) -> None:
    """Tab, and a visible ring at each stop, until the one of this name."""
    for _ in range(60):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        # After the last stop comes the page itself.
        assert found["ring"] != "none" or found["page"], found
        if name in found["name"] and not found["page"]:
            return
    raise AssertionError(f"no stop is called {name}")


# A beach with one bar: 0.4 s there and back, 30 kB a second.
BEACH = {"offline": False, "latency": 400, "downloadThroughput": 30_000, "uploadThroughput": 30_000}


def test_a_page_whose_style_comes_late_complains_of_nothing(open_page: OpenPage) -> None:
    """The browser gives up its transition into such a page; nobody has to hear of it."""
    page = open_page("/en/")
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.setCacheDisabled", {"cacheDisabled": True})
    devtools.send("Network.emulateNetworkConditions", BEACH)
    page.evaluate("location.href = '/en/mine/'")
    page.wait_for_url("**/mine/")
    page.wait_for_load_state()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
