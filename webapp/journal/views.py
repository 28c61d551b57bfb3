"""The page of the journal: the same for everyone, filled in on the device."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, Response

from webapp import locales
from webapp.content import library
from webapp.content.library import Library
from webapp.journal import device, words
from webapp.pages import page

blueprint = Blueprint("journal", __name__)


def addresses(_library: Library) -> Iterator[tuple[str, dict[str, str]]]:
    yield "journal.show", {}


@blueprint.get("/journal/")
def show() -> Response:
    return page(
        "journal/show.html",
        device=device.guide(),
        guide=words.guide(library.localized(locales.current())),
        kinds=words.kinds(),
        periods=words.periods(),
        ranges=words.ranges(),
        spans=words.spans(),
    )
