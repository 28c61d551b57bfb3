"""Pictures of every kind of page, as people see it, and the two that the manifest shows.

`python -m tests.screens WORD…` takes only those whose name holds every word.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.browser.chromium import launch
from tests.serving import Server, serving
from webapp import addresses, create_app, manifest, places
from webapp.config import read
from webapp.locales import ENGLISH, LANGUAGES, Language

INTO = Path(__file__).parents[1] / ".build" / "screens"
PUBLISHED = places.STATIC / "screenshots"
PUBLISHED_BYTES = 60_000

SIZES: list[ViewportSize] = [{"width": 360, "height": 740}, {"width": 1280, "height": 800}]
THEMES = ("light", "dark", "sun")

# Of addresses with a slug one is enough; these show most.
EXAMPLES = ("cold-water-10", "bird-dog", "12-15")
# What has no address of its own, or none in every installation.
OTHERS = {"error": "nothing", "gallery": "gallery/"}
# Where a session has got to after so many seconds, one after the other, until all was seen.
SESSION = "exercises/bird-dog/play"
SECONDS = (1, 15, 3, 58, 66, 400)


def begin_and_stay(page: Page) -> None:
    page.locator("[data-begin]").click()
    page.clock.run_for(sum(SECONDS[:3]) * 1000)


def show_stay(page: Page) -> None:
    page.locator("[data-tempo-part] button").nth(1).click()


# What the manifest shows: the page, what is done there, its size and how many pixels make one.
MANIFEST: dict[str, tuple[str, Callable[[Page], None], ViewportSize, int]] = {
    "narrow": (SESSION, begin_and_stay, SIZES[0], 3),
    "wide": ("exercises/bird-dog", show_stay, SIZES[1], 1),
}

# Whether two different letters of the heading come out as the same box: no font has them.
NO_FONT = """heading => {
  const draw = letter => {
    const canvas = new OffscreenCanvas(64, 64).getContext("2d");
    canvas.font = `32px ${getComputedStyle(heading).fontFamily}`;
    canvas.fillText(letter, 8, 48);
    return canvas.getImageData(0, 0, 64, 64).data.join();
  };
  const letters = new Set(heading.textContent.match(/\\p{L}/gu));
  return new Set([...letters].map(draw)).size < letters.size / 2;
}"""


@dataclass(frozen=True)
class Look:
    """How pages are looked at: size, theme and language."""

    size: ViewportSize
    theme: str
    language: Language

    def name(self, kind: str) -> str:
        end = "" if self.language is ENGLISH else f"-{self.language.prefix}"
        return f"{kind}-{self.size['width']}-{self.theme}{end}"

    def options(self, **more: Any) -> dict[str, Any]:
        scheme = "dark" if self.theme == "dark" else "light"
        size = {"viewport": self.size, "locale": self.language.tag}
        return {**size, "color_scheme": scheme, "reduced_motion": "reduce", **more}


@cache
def kinds() -> dict[str, str]:
    """One address of every kind of page, without its language, by the name of the kind.

    What is no page, a fragment or the manifest, has no style of its own.
    """
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(read({"LIMBER_INSTANCE": folder}))
    find, client = app.url_map.bind("localhost"), app.test_client()
    found: dict[str, str] = {}
    for path in addresses.content(app):
        endpoint, values = find.match(path)
        is_example = values.get("slug") in EXAMPLES
        if values["language"] is ENGLISH and (endpoint not in found or is_example):
            found[endpoint] = path.removeprefix(f"/{ENGLISH.prefix}/")
    pages = {
        endpoint: path
        for endpoint, path in found.items()
        if b'rel="stylesheet"' in client.get(f"/{ENGLISH.prefix}/{path}").data
    }
    return {_kind(endpoint, pages): path for endpoint, path in pages.items()} | OTHERS


def _kind(endpoint: str, endpoints: dict[str, str]) -> str:
    """`routines.index` is routines, `routines.show` routine, `about.show` about."""
    feature, action = endpoint.split(".")
    if action == "show":
        return feature.removesuffix("s") if f"{feature}.index" in endpoints else feature
    return feature if action == "index" else f"{feature}-{action}"


def looks() -> Iterator[Look]:
    for language in LANGUAGES:
        for theme in THEMES:
            for size in SIZES:
                yield Look(size, theme, language)


@dataclass(frozen=True)
class Camera:
    """A browser at a server, and the words that wanted pictures have in their names."""

    browser: Browser
    server: Server
    words: list[str]

    def is_wanted(self, name: str) -> bool:
        return all(word in name for word in self.words)

    def open(self, look: Look, **more: Any) -> Page:
        options = look.options(base_url=self.server.address, **more)
        page = self.browser.new_context(**options).new_page()
        page.add_init_script('localStorage.setItem("limber.welcomed", "1")')
        if look.theme == "sun":
            page.add_init_script('localStorage.setItem("limber.screen", \'{"theme":"sun"}\')')
        return page

    def take_all(self) -> Iterator[str]:
        """The names of the pictures, as they are taken."""
        for look in looks():
            yield from self._pages(look)
            yield from self._session(look)
        for language in LANGUAGES:
            yield from self._manifest(language)

    def _pages(self, look: Look) -> Iterator[str]:
        wanted = {
            name: path for kind, path in kinds().items() if self.is_wanted(name := look.name(kind))
        }
        if not wanted:
            return
        page = self.open(look, device_scale_factor=2)
        for name, path in wanted.items():
            page.goto(f"/{look.language.prefix}/{path}", wait_until="networkidle")
            page.screenshot(path=INTO / f"{name}.png")
            yield name
        page.context.close()

    def _session(self, look: Look) -> Iterator[str]:
        """The player in every phase."""
        if not self.is_wanted(look.name("player-ready-move-stay-switch-rest")):
            return
        page = self.open(look, device_scale_factor=2)
        page.clock.install()
        page.goto(f"/{look.language.prefix}/{SESSION}")
        page.locator("[data-begin]").click()
        seen = set()
        for seconds in SECONDS:
            page.clock.run_for(seconds * 1000)
            phase = page.locator("[data-run]").get_attribute("data-kind")
            name = look.name(f"player-{phase}")
            if phase not in seen:
                seen.add(phase)
                page.screenshot(path=INTO / f"{name}.png")
                yield name
        page.context.close()

    def _manifest(self, language: Language) -> Iterator[str]:
        for form, (path, act, size, scale) in MANIFEST.items():
            name = f"{form}-{language.prefix}"
            if not self.is_wanted(f"manifest-{name}"):
                continue
            page = self.open(Look(size, "light", language), device_scale_factor=scale)
            page.clock.install()
            page.goto(f"/{language.prefix}/{path}", wait_until="networkidle")
            act(page)
            if page.locator("h1").evaluate(NO_FONT):
                raise SystemExit(f"\n{language.tag}: no font here has its letters; install one")
            picture = Image.open(BytesIO(page.screenshot()))
            page.context.close()
            assert picture.size == manifest.SCREENSHOTS[form], f"{name}: {picture.size}"
            (PUBLISHED / f"{name}.png").write_bytes(small(picture))
            yield f"manifest-{name}"


def small(picture: Image.Image) -> bytes:
    """As PNG with as many colours as the bytes allow; pages need few."""
    for colours in (256, 128, 64, 48, 32, 24, 16):
        into = BytesIO()
        few = picture.convert("RGB").quantize(colours, dither=Image.Dither.NONE)
        few.save(into, "PNG", optimize=True)
        if into.tell() <= PUBLISHED_BYTES:
            return into.getvalue()
    raise AssertionError(f"more than {PUBLISHED_BYTES} bytes in 16 colours: show less")


def main(words: list[str]) -> None:
    INTO.mkdir(parents=True, exist_ok=True)
    PUBLISHED.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder) / "instance", LIMBER_DEVELOPMENT="1") as server,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        count = 0
        for name in Camera(browser, server, words).take_all():
            count += 1
            print(f"\r{count:4} {name:<48}", end="", flush=True)
        browser.close()
    print(f"\n{count} pictures in {INTO.relative_to(Path.cwd())}")


if __name__ == "__main__":
    main(sys.argv[1:])
