"""On a slow network scripts come long after the page is drawn: nothing that is read then moves."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import Browser, Route

from tests.browser.author import Author
from tests.browser.conftest import PHONE, OpenPage
from tests.serving import Server

# All but the one that stands before everything else.
SCRIPTS = re.compile(r"/js/(?!frame/first)")
LATE_SECONDS = 0.7

OBSERVED = """
window.moved = [];
new PerformanceObserver((list) => {
  for (const { sources } of list.getEntries()) {
    window.moved.push(...sources.map(({ node, previousRect, currentRect }) =>
      `${node?.className || node?.nodeName}: ${previousRect.y} to ${currentRect.y}`));
  }
}).observe({ type: "layout-shift", buffered: true });
"""
# In its own time the observer hears of the last frame.
SETTLED = """() => new Promise((settled) => requestAnimationFrame(() =>
  requestAnimationFrame(() => setTimeout(settled, 100, window.moved))))"""
PUSHES = "document.querySelector('main').style.setProperty('margin-block-start', '99px')"

PAGES = {
    "today": "/en/",
    "today in Arabic": "/ar/",
    "routine": "/en/routines/cold-water-10",
    "player": "/ar/routines/cold-water-10/play",
    "exercise": "/en/exercises/bird-dog",
    "exercise of one part": "/ar/exercises/childs-pose",
    "cramp": "/en/cramp/",
    "drinks": "/ar/hydration/",
    "journal": "/en/journal/",
    "own routines": "/en/mine/",
    "search": "/en/search/",
    "swim day": "/en/swim/",
}


def moved(browser: Browser, address: str, width: int = PHONE["width"]) -> list[str]:
    """What moved in the window of somebody who has never been here."""
    page = browser.new_page(viewport={**PHONE, "width": width}, service_workers="block")

    def come_late(route: Route) -> None:
        time.sleep(LATE_SECONDS)
        route.continue_()

    page.route(SCRIPTS, come_late)
    page.add_init_script(OBSERVED)
    page.goto(address, wait_until="networkidle")
    found: list[str] = page.evaluate(SETTLED)
    page.close()
    return found


@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.sweep)])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_nothing_moves_when_scripts_come(
    browser: Browser, server: Server, path: str, width: int
) -> None:
    assert moved(browser, server.address + path, width) == []


def test_nor_on_a_shared_routine(browser: Browser, server: Server) -> None:
    author = Author(server, secret="late-" + "x" * 24).publish()
    assert moved(browser, server.address + author.path) == []


RAN = "performance.mark('ran')"
TIMES = """() => ["first-contentful-paint", "ran"]
  .map((name) => performance.getEntriesByName(name)[0]?.startTime)"""


@pytest.mark.parametrize("path", ["/en/", "/en/hydration/", "/en/exercises/bird-dog/play"])
def test_a_page_is_drawn_before_its_script_runs(open_page: OpenPage, path: str) -> None:
    page = open_page("about:blank")
    page.route(SCRIPTS, lambda route: route.fulfill(body=RAN, content_type="text/javascript"))
    page.goto(path)
    page.wait_for_function("() => performance.getEntriesByName('ran').length")
    drawn, ran = page.evaluate(TIMES)
    assert drawn < ran


def test_what_does_move_is_noticed(browser: Browser, server: Server) -> None:
    page = browser.new_page(viewport=PHONE, service_workers="block")
    page.add_init_script(OBSERVED)
    page.goto(f"{server.address}/en/about/", wait_until="networkidle")
    page.evaluate(PUSHES)
    assert page.evaluate(SETTLED) != []
    page.close()
