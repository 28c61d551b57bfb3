"""Bytes and requests of a first visit to each kind of page, and bytes of the figures."""

from __future__ import annotations

import re
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import brotli
from playwright.sync_api import Browser, Request, ViewportSize, sync_playwright

from tests.browser.author import Author
from tests.browser.chromium import launch
from tests.figures import solved
from tests.serving import Server, serving
from webapp import places
from webapp.content import library
from webapp.figures import style
from webapp.figures.served import BAKED

# product.md's bars: kilobytes as transferred, headers included, and requests.
TOTAL_BYTES = 40_000
SCRIPT_BYTES = 15_000
STYLE_BYTES = 10_000
REQUESTS = 8
# Where htmx serves a page, its script may be so much larger, and with it the whole. The 30 kB are
# of brotli alone; the headers of the two scripts come to half a kilobyte.
HTMX_BYTES = 15_500
WITH_HTMX = ("builder", "builder, Arabic")
# What comes with the packs, once for a browser and only after the page is there and idle. Of the
# worker 4.9 kB keep pages, 1.9 kB show reminders and tell the server of them in turn, 0.9 kB keep
# shared routines that were opened and take files that are handed over.
WORKER_BYTES = 9_000
PHONE: ViewportSize = {"width": 360, "height": 740}
WIDE: ViewportSize = {"width": 1280, "height": 720}
LATER = ("/sw.js", "/version.json")

# Bars of the figures, in bytes of brotli: a mean, and the most that one may have.
KB = 1024
MOVING_MEAN, STILL, STYLE = 5 * KB, 0.7 * KB, 1.2 * KB
# Of a list's pictures; one with water, a roller or a hand drawn large may be larger.
PAIR_MEAN, PAIR = 0.85 * KB, 1.05 * KB

KINDS = {
    "Today": "/en/",
    "list": "/en/exercises/",
    "routine": "/en/routines/cold-water-10",
    "exercise": "/en/exercises/bird-dog",
    "player": "/en/routines/cold-water-10/play",
    "swim": "/en/swim/",
    "band": "/en/swim/12-15",
    "rewarm": "/en/rewarm/",
    "compress": "/en/compress/heat",
    "drinks": "/en/hydration/",
    "sweat test": "/en/hydration/sweat-test",
    "plan": "/en/hydration/plan",
    "journal": "/en/journal/",
    "reminders": "/en/reminders/",
    "builder": "/en/build/",
    "own routines": "/en/mine/",
    "own player": "/en/mine/play",
    "sources": "/en/about/sources",
    "article": "/en/about/article",
    "Learn": "/en/learn/",
    "lesson": "/en/learn/medicines",
    "search": "/en/search/",
    "error": "/en/nothing",
    "Today, Arabic": "/ar/",
    "routine, Arabic": "/ar/routines/cold-water-10",
    "player, Arabic": "/ar/routines/cold-water-10/play",
    "longest player, Arabic": "/ar/routines/ba-duan-jin/play",
    "band, Arabic": "/ar/swim/12-15",
    "compress, Arabic": "/ar/compress/heat",
    "drinks, Arabic": "/ar/hydration/",
    "journal, Arabic": "/ar/journal/",
    "plan, Arabic": "/ar/hydration/plan",
    "lesson, Arabic": "/ar/learn/medicines",
    "article, Arabic": "/ar/about/article",
    "search, Arabic": "/ar/search/",
    "builder, Arabic": "/ar/build/",
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
        more = HTMX_BYTES if self.name in WITH_HTMX else 0
        limits = [
            ("total bytes", self.total, TOTAL_BYTES + more),
            ("script bytes", self.bytes["script"], SCRIPT_BYTES + more),
            ("style bytes", self.bytes["stylesheet"], STYLE_BYTES),
            ("requests", self.requests, REQUESTS),
        ]
        return [
            f"{self.name}: {each} {found} > {most}" for each, found, most in limits if found > most
        ]


def measure(browser: Browser, server: Server) -> list[Visit]:
    kinds = {**KINDS, **_shared(server)}
    return [_visit(browser, name, server.address + path) for name, path in kinds.items()]


def _shared(server: Server) -> dict[str, str]:
    """A routine of eight steps, each with a note; it has no address before it is shared."""
    exercises = list(library.english().exercises.values())[:8]
    doses = {each.slug: each.dose.model_dump(exclude_none=True) for each in exercises}
    steps = [{"exercise": slug, "dose": dose, "note": "Slowly"} for slug, dose in doses.items()]
    code = Author(server, secret="budget-" + "x" * 22).publish(steps=steps).code
    return {
        "shared": f"/en/r/{code}",
        "shared, Arabic": f"/ar/r/{code}",
        "shared player": f"/en/r/{code}/play",
        "enter a code": "/en/r/",
    }


def _visit(browser: Browser, name: str, address: str) -> Visit:
    visit = Visit(name)
    finished: list[Request] = []
    # On a wide screen the builder's library is beside the draft, and brings its pictures at once.
    context = browser.new_context(viewport=PHONE if name in WITH_HTMX else WIDE)
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


def measure_worker(server: Server) -> int:
    """Bytes of the worker and the version file as transferred, headers roughly included."""
    server.wait_for_packs()
    answers = [server.get(path, {"Accept-Encoding": "br"}) for path in LATER]
    return sum(
        len(body) + sum(len(name) + len(value) + 4 for name, value in headers.items())
        for _, headers, body in answers
    )


@dataclass(frozen=True)
class FigureBytes:
    """Bytes of brotli of every figure, by form and slug; one figure more costs its moving form."""

    moving: dict[str, int]
    still: dict[str, int]
    pair: dict[str, int]
    style: int

    @property
    def mean(self) -> float:
        return sum(self.moving.values()) / len(self.moving)

    @property
    def faults(self) -> list[str]:
        limits = [
            ("moving figures, mean", self.mean, MOVING_MEAN),
            *((f"{slug}, still", size, STILL) for slug, size in self.still.items()),
            ("ghosts and arrows, mean", sum(self.pair.values()) / len(self.pair), PAIR_MEAN),
            *((f"{slug}, ghost and arrow", size, PAIR) for slug, size in self.pair.items()),
            ("style of figures", self.style, STYLE),
        ]
        return [
            f"{each}: {found:.0f} bytes > {most:.0f}"
            for each, found, most in limits
            if found > most
        ]

    def __str__(self) -> str:
        return (
            f"figures: {len(self.moving)} moving, mean {self.mean:.0f} (at most {MOVING_MEAN}); "
            f"stills up to {max(self.still.values())} ({STILL:.0f}); "
            f"with ghost and arrow up to {max(self.pair.values())} ({PAIR:.0f}); "
            f"style {self.style} ({STYLE:.0f})   (bytes of brotli)"
        )


def measure_figures() -> FigureBytes:
    """Of what the build has drawn."""
    return FigureBytes(
        moving={slug: _baked(slug, "moving") for slug in solved.MOVING},
        still={slug: _baked(slug, "still") for slug in solved.ALL},
        pair={slug: _baked(slug, "pair") for slug in solved.ALL},
        style=size(_figure_style()),
    )


def _baked(slug: str, form: str) -> int:
    return size((BAKED / f"{slug}.{form}.svg").read_text("utf-8"))


def _figure_style() -> str:
    """What the figures add to the one style sheet, as the bundler writes it."""
    written = style.style_sheet() + (places.STATIC / "css" / "figures.css").read_text("utf-8")
    bare = re.sub(r"/\*.*?\*/", "", written, flags=re.DOTALL)
    return re.sub(r"\s*([{};:,>])\s*|\n", r"\1", bare)


def size(text: str) -> int:
    return len(brotli.compress(text.encode()))


def main() -> int:
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder) / "instance") as server,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        visits = measure(browser, server)
        worker = measure_worker(server)
        browser.close()
    figures = measure_figures()
    print(table(visits))
    print(
        f"worker and version file, when the page is idle: {worker} bytes (at most {WORKER_BYTES})"
    )
    print(figures)
    faults = [*(fault for visit in visits for fault in visit.faults), *figures.faults]
    if worker > WORKER_BYTES:
        faults.append(f"worker and version file: {worker} > {WORKER_BYTES}")
    print("\n".join(faults) or "within budget")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
