"""Static files under one content hash, kept compressed and cacheable for ever; and the icons."""

from __future__ import annotations

import hashlib
import mimetypes
from functools import cache
from pathlib import Path

from flask import Flask
from markupsafe import Markup

from webapp import places
from webapp.figures import served
from webapp.finished import Finished
from webapp.security import ASSET_HEADERS, HEADERS

FOREVER = "max-age=31536000, immutable"
FOLDERS = {
    "built/bundles": "",
    "built/icons": "icons/",
    "icons": "icons/",
    "screenshots": "screenshots/",
}
# What needs no charset: a module is always UTF-8, a plain script or a style is read as its page.
BARE = ("image/png", "text/css", "text/javascript")
# Of files, only these can be opened as a page of their own.
DOCUMENTS = ("image/svg+xml",)
ICONS = places.STATIC / "vendor" / "lucide" / "icons"
# Served at an address of its own, so that it can answer for every page.
WORKER = "js/offline/worker/main.js"


class MissingAssetError(Exception):
    """What the build makes is not there; the message names the remedy."""


def init_app(app: Flask) -> None:
    check()
    app.jinja_env.globals.update(asset=address, icon=icon)


def check() -> None:
    """Raise MissingAssetError unless the build has made and fetched what every page needs."""
    built = places.STATIC / "built"
    wanted = {
        "static/built/bundles": built / "bundles" / "css" / "main.css",
        "static/built/icons": built / "icons",
        "static/vendor": ICONS,
    }
    missing = [name for name, path in wanted.items() if not path.exists()]
    if missing:
        raise MissingAssetError(
            "\n".join(f"{name}: is missing; run `make build`" for name in missing)
        )


@cache
def files() -> dict[str, Path]:
    """Every static file by the name that templates use, such as `css/main.css`."""
    return served.files() | {
        prefix + path.relative_to(places.STATIC / folder).as_posix(): path
        for folder, prefix in FOLDERS.items()
        for path in sorted((places.STATIC / folder).rglob("*"))
        if path.is_file() and not path.name.startswith(".") and path != worker()
    }


def worker() -> Path:
    """The script that answers for every page once it is on a device."""
    return places.STATIC / "built" / "bundles" / WORKER


@cache
def content_hash() -> str:
    digest = hashlib.sha256()
    for name, path in files().items():
        digest.update(name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def address(name: str) -> str:
    """The address of a static file; KeyError when there is no such file."""
    if name not in files():
        raise KeyError(f"no static file {name}")
    return pattern(name)


def pattern(name: str) -> str:
    """The address of static files whose name has a part that the script fills in."""
    return f"/static/{content_hash()}/{name}"


@cache
def kept() -> dict[str, Finished]:
    """All static files as finished answers by path."""
    return {address(name): _finish(path) for name, path in files().items()}


def _finish(path: Path) -> Finished:
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    headers = {
        **(HEADERS if kind in DOCUMENTS else ASSET_HEADERS),
        "Content-Type": kind if kind in BARE else f"{kind}; charset=utf-8",
        "Cache-Control": FOREVER,
    }
    body = path.read_bytes()
    return Finished.make(body, headers, smallest=smallest(body))


def smallest(body: bytes) -> bytes | None:
    """By brotli, as the build left it; what was changed since then is compressed at the start."""
    path = places.STATIC / "built" / "compressed" / hashlib.sha256(body).hexdigest()
    return path.read_bytes() if path.is_file() else None


# Icons that point the way one reads.
ONWARD = ("arrow-left", "arrow-right", "chevron-right")


@cache
def icon(name: str, large: bool = False) -> Markup:
    """A lucide icon, inline, hidden from screen readers: a word always stands beside it."""
    drawing = (ICONS / f"{name}.svg").read_text("utf-8").split(">", 2)
    inside = drawing[2] if drawing[0].startswith("<!--") else ">".join(drawing[1:])
    kind = "icon" + (" icon-large" if large else "") + (" onward" if name in ONWARD else "")
    shapes = " ".join(inside.split()).removesuffix("</svg>").strip()
    shapes = shapes.replace("> <", "><").replace(" />", "/>")
    return Markup(f'<svg class="{kind}" viewBox="0 0 24 24" aria-hidden="true">{shapes}</svg>')  # noqa: S704
