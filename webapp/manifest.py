"""Manifest: what a phone or computer needs to know to install Limber, in each language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from flask import Blueprint, Response, make_response, url_for
from flask_babel import gettext as _

from webapp import assets, locales
from webapp.content.library import Library
from webapp.locales import ENGLISH

blueprint = Blueprint("manifest", __name__)

# The same in every language, so that a language is not another app.
APP = "/?app"

# The paper of the light theme, as in tokens.css: manifests know no dark one.
PAPER = "#fbfaf7"

# How the file of a routine ends, and that of all a device keeps.
FILES = (".limber.json", ".limber-data.json")

# What `make screens` takes the two pictures of the app at: their sizes in pixels.
SCREENSHOTS = {"narrow": (1080, 2220), "wide": (1280, 800)}


def addresses(_library: Library) -> Iterator[tuple[str, dict[str, str]]]:
    yield "manifest.show", {}


@blueprint.get("/manifest.webmanifest")
def show() -> Response:
    answer = make_response(json.dumps(_manifest(), ensure_ascii=False))
    answer.headers["Content-Type"] = "application/manifest+json; charset=utf-8"
    answer.headers["Cache-Control"] = "no-cache"
    answer.headers["Content-Language"] = locales.current().tag
    return answer


def _manifest() -> dict[str, Any]:
    language = locales.current()
    return {
        "id": APP,
        "start_url": APP,
        "scope": "/",
        "display": "standalone",
        "lang": language.tag,
        "dir": language.direction,
        "name": "Limber",
        "short_name": "Limber",
        "description": _("Guided movement for a back that cramps, in cold water and out of it."),
        "theme_color": PAPER,
        "background_color": PAPER,
        "categories": ["health", "fitness", "sports"],
        "icons": [
            _picture("icons/limber-192.png", (192, 192), purpose="any"),
            _picture("icons/limber-512.png", (512, 512), purpose="any"),
            _picture("icons/limber-maskable-512.png", (512, 512), purpose="maskable"),
            _picture("icons/limber-monochrome-512.png", (512, 512), purpose="monochrome"),
        ],
        "shortcuts": [
            _shortcut("routines", _("Routines")),
            _shortcut("exercises", _("Exercises")),
        ],
        "share_target": _share_target(),
        "file_handlers": [
            {"action": url_for("mine.index"), "accept": {"application/json": [*FILES]}}
        ],
        "screenshots": [
            _screenshot("narrow", _("A session on a phone: the pose and the seconds left")),
            _screenshot("wide", _("An exercise on a computer: the figure and how it is done")),
        ],
    }


def _share_target() -> dict[str, Any]:
    """A file of a routine, or a copy of a device: taken by the worker, never by a server."""
    accept = ["application/json", *FILES]
    return {
        "action": url_for("mine.index"),
        "method": "POST",
        "enctype": "multipart/form-data",
        "params": {"files": [{"name": "routine", "accept": accept}]},
    }


def _shortcut(feature: str, name: str) -> dict[str, Any]:
    icon = _picture(f"icons/{feature}-96.png", (96, 96), purpose="any")
    return {"name": name, "url": url_for(f"{feature}.index"), "icons": [icon]}


def _screenshot(form: str, label: str) -> dict[str, str]:
    """In the language of the manifest; until it has been taken, in English."""
    names = [f"screenshots/{form}-{each.prefix}.png" for each in (locales.current(), ENGLISH)]
    taken = next(name for name in names if name in assets.files())
    return _picture(taken, SCREENSHOTS[form], form_factor=form, label=label)


def _picture(name: str, size: tuple[int, int], **more: str) -> dict[str, str]:
    width, height = size
    return {
        "src": assets.address(name),
        "sizes": f"{width}x{height}",
        "type": "image/png",
        **more,
    }
