"""How slow the machine is just now, so that a bar in milliseconds means the same on each.

The bars were set on an idle machine of two cores. What no change of ours can make slower or faster
took so long in its browser: a loop of plain arithmetic LOOP_MS, and a page of plain words, from its
first byte to its load event, PAGE_MS; listing a cache of ENTRIES tiny answers, LIST_MS or more.
"""

from __future__ import annotations

from playwright.sync_api import Browser, Page, Route

LOOP_MS = 20
PAGE_MS = 33
LIST_MS = 9
ENTRIES = 600
ADDRESS = "http://yardstick.test/"
_WORDS = "<!doctype html><title>Yardstick</title>" + 400 * "<p>word word word word</p>"
_LOOP = """() => {
  const began = performance.now();
  let x = 0;
  for (let i = 0; i < 3_000_000; i += 1) {
    x = (x * 31 + i) % 1_000_003;
  }
  return performance.now() - began + 0 * x;
}"""
_LOAD = """() => {
  const [{ loadEventEnd, responseStart }] = performance.getEntriesByType("navigation");
  return loadEventEnd - responseStart;
}"""

# A script and the listing, one after the other: what slows the one slows the other.
_LIST = """async (count) => {
  const cache = await caches.open("yardstick");
  for (let i = 0; i < count; i += 1) {
    await cache.put(`/yardstick/${i}`, new Response("x"));
  }
  const timed = async (act) => {
    const began = performance.now();
    await act();
    return performance.now() - began;
  };
  const times = [];
  for (let i = 0; i < 20; i += 1) {
    times.push([await timed(ACT), await timed(() => cache.keys())]);
  }
  await caches.delete("yardstick");
  return times;
}"""


def slowness(page: Page) -> float:
    """How many times as long a script takes as there; 1 on a machine as quick, or quicker."""
    took: list[float] = [page.evaluate(_LOOP) for _ in range(3)]
    return max(1.0, min(took) / LOOP_MS)


def beside_caches(page: Page, script: str) -> tuple[float, float]:
    """Milliseconds that a script takes undisturbed, and how many times as long listing takes."""
    both: list[tuple[float, float]] = page.evaluate(_LIST.replace("ACT", script), ENTRIES)
    took, listing = (min(times) for times in zip(*both, strict=True))
    return took, max(1.0, listing / LIST_MS)


class PageYardstick:
    """The same for opening a page, in a tab of its own."""

    def __init__(self, browser: Browser) -> None:
        self._page = browser.new_context().new_page()
        self._page.route(f"{ADDRESS}**", _answer)

    def slowness(self) -> float:
        self._page.goto(ADDRESS)
        took: float = self._page.evaluate(_LOAD)
        return max(1.0, took / PAGE_MS)


def _answer(route: Route) -> None:
    route.fulfill(body=_WORDS, content_type="text/html")
