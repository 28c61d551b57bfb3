"""A session in one of its displays, touched by fingers."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page

from tests.browser.conftest import NOON, OpenPage

BIRD_DOG = "/{}/exercises/bird-dog/play"
WARM_UP = "/{}/routines/cold-water-10/play"
CHOOSE = "localStorage.setItem('limber.screen', JSON.stringify(%s))"
BEACH, CLASS = {"display": "beach"}, {"display": "class"}
TOUCH = {"has_touch": True, "is_mobile": True}
FRAME_MS = 20
Point = tuple[int, int]
MIDDLE: Point = (180, 300)
# What is seen of these and does not lie between the edges of the screen.
CUT = """names => names
  .map(name => [name, document.querySelector(name)])
  .filter(([, each]) => each && each.checkVisibility() && each.textContent)
  .map(([name, each]) => [name, each.getBoundingClientRect()])
  .filter(([, box]) => box.width > 1)
  .filter(([, box]) => box.top < 0 || box.left < 0 ||
    box.bottom > innerHeight + 0.5 || box.right > innerWidth + 0.5)
  .map(([name, box]) => `${name}: ${JSON.stringify(box)}`)"""
SEEN = [
    "[data-phase-name]",
    "[data-clock]",
    "[data-cue]",
    "[data-lane]",
    "[data-hints]",
    "[data-keys]",
]
SCROLLS = """() => {
  const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
  return scrollHeight > clientHeight || scrollWidth > clientWidth;
}"""


class Fingers:
    """Touches as a screen makes them, for as long as the test's own clock says."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.devtools = page.context.new_cdp_session(page)

    def send(self, kind: str, *points: Point) -> None:
        touches = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(points)]
        self.devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    def press(self, milliseconds: int, at: Point = MIDDLE) -> None:
        self.send("touchStart", at)
        self.page.clock.run_for(milliseconds)
        self.send("touchEnd")
        self.page.clock.run_for(FRAME_MS)


def opened(
    open_page: OpenPage, path: str, chosen: dict[str, str], still: bool = True, **options: Any
) -> Page:
    """Where the clock does not stand still it goes on by itself too, as axe needs it."""
    page = open_page("about:blank", **{**TOUCH, **options})
    page.add_init_script(CHOOSE % json.dumps(chosen))
    page.clock.install(time=NOON)
    page.goto(path)
    page.locator("[data-display-before]").wait_for(state="attached")
    if still:
        page.clock.pause_at(NOON + 60)
    return page


def pause_button(page: Page) -> Locator:
    return page.get_by_role("button", name="Pause", exact=True)


def name(page: Page) -> str | None:
    return page.locator("[data-name]").text_content()
