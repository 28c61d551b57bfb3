"""Takes the pictures that README shows: `python -m tests.showing`."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.browser.chromium import launch
from tests.screens import SESSION, SIZES, Camera, Look, begin_and_stay, small
from tests.serving import serving
from webapp import places
from webapp.figures.served import BAKED
from webapp.locales import ENGLISH, LANGUAGES, Language

INTO = Path(__file__).parent / "shown"
(ARABIC,) = [language for language in LANGUAGES if language.prefix == "ar"]
FIGURE = "bird-dog"
STYLES = (places.STATIC / "css" / "figures.css", BAKED / "figures.css")
PAPER = "#fbfaf7"


@dataclass(frozen=True)
class Shown:
    """A page in a theme and language, and what is done there before it is taken."""

    language: Language
    theme: str
    path: str
    act: Callable[[Page], None] = lambda _: None


PICTURES = {
    "today-light": Shown(ENGLISH, "light", ""),
    "player-dark": Shown(ENGLISH, "dark", SESSION, begin_and_stay),
    "swim-arabic": Shown(ARABIC, "light", "swim/"),
    "cramp-sunlight": Shown(ENGLISH, "sun", "cramp/"),
}


def take(camera: Camera, shown: Shown) -> bytes:
    page = camera.open(Look(SIZES[0], shown.theme, shown.language), device_scale_factor=2)
    page.clock.install()
    page.goto(f"/{shown.language.prefix}/{shown.path}", wait_until="networkidle")
    shown.act(page)
    picture = Image.open(BytesIO(page.screenshot()))
    page.context.close()
    return small(picture)


def moving() -> str:
    """The figure as a file that moves by itself, in the colours of the light theme."""
    drawing = (BAKED / f"{FIGURE}.moving.svg").read_text("utf-8")
    style = "".join(path.read_text("utf-8") for path in STYLES)
    named = drawing.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    head, rest = named.split(">", 1)
    ground = f"<style>{style}svg{{background:{PAPER}}}</style>"
    return f"{head}>{ground}{rest}"


def main() -> None:
    INTO.mkdir(exist_ok=True)
    (INTO / f"{FIGURE}.svg").write_text(moving(), "utf-8")
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder) / "instance") as server,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        for name, shown in PICTURES.items():
            (INTO / f"{name}.png").write_bytes(take(Camera(browser, server, []), shown))
            print(INTO.name, name)
        browser.close()


if __name__ == "__main__":
    main()
