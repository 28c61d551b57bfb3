"""Bytes and requests of a first visit to each kind of page, measured in a real browser."""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Request, sync_playwright

from tests.browser.chromium import launch
from tests.serving import Server, serving

# product.md's bars: kilobytes as transferred, headers included, and requests.
TOTAL_BYTES = 40_000
SCRIPT_BYTES = 15_000
STYLE_BYTES = 10_000
REQUESTS = 8

KINDS = {
    "Today": "/en/",
    "list": "/en/exercises/",
    "routine": "/en/routines/cold-water-10",
    "exercise": "/en/exercises/bird-dog",
    "player": "/en/routines/cold-water-10/play",
    "sources": "/en/about/sources",
    "error": "/en/nothing",
    "Today, Arabic": "/ar/",
    "routine, Arabic": "/ar/routines/cold-water-10",
    "player, Arabic": "/ar/routines/cold-water-10/play",
}


@dataclass
class Visit:
    """What one first visit transferred, by type of resource."""

    name: str
    bytes: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    requests: int = 0

    @property
    def total(self) -> int:
        return sum(self.bytes.values())

    @property
    def faults(self) -> list[str]:
        limits = [
            ("total bytes", self.total, TOTAL_BYTES),
            ("script bytes", self.bytes["script"], SCRIPT_BYTES),
            ("style bytes", self.bytes["stylesheet"], STYLE_BYTES),
            ("requests", self.requests, REQUESTS),
        ]
        return [
            f"{self.name}: {each} {found} > {most}" for each, found, most in limits if found > most
        ]


def measure(browser: Browser, server: Server) -> list[Visit]:
    return [_visit(browser, name, server.address + path) for name, path in KINDS.items()]


def _visit(browser: Browser, name: str, address: str) -> Visit:
    visit = Visit(name)
    finished: list[Request] = []
    context = browser.new_context()
    page = context.new_page()
    page.on("requestfinished", lambda request: finished.append(request))  # noqa: PLW0108 needs a function
    page.goto(address, wait_until="networkidle")
    for request in finished:
        sizes = request.sizes()
        visit.bytes[request.resource_type] += (
            sizes["responseBodySize"] + sizes["responseHeadersSize"]
        )
        visit.requests += 1
    context.close()
    return visit


def table(visits: list[Visit]) -> str:
    rows = ["page                html    css     js  other   total  requests"]
    for visit in visits:
        known = [visit.bytes[each] for each in ("document", "stylesheet", "script")]
        columns = [*known, visit.total - sum(known), visit.total, visit.requests]
        widths = (6, 7, 7, 7, 8, 10)
        numbers = "".join(f"{each:>{width}}" for each, width in zip(columns, widths, strict=True))
        rows.append(f"{visit.name:<18}{numbers}")
    rows.append(
        f"budget{STYLE_BYTES:>25}{SCRIPT_BYTES:>7}{TOTAL_BYTES:>15}{REQUESTS:>10}"
        "   (bytes transferred, headers included)"
    )
    return "\n".join(rows)


def main() -> int:
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder) / "instance") as server,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        visits = measure(browser, server)
        browser.close()
    print(table(visits))
    faults = [fault for visit in visits for fault in visit.faults]
    print("\n".join(faults) or "within budget")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
