"""Where the cramp is, and what to do there: each a page that works without a script."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, Response, abort

from webapp import locales
from webapp.content import library
from webapp.content.library import Library
from webapp.cramp import words
from webapp.pages import page

blueprint = Blueprint("cramp", __name__)

# The most dangerous place first.
PLACES = ("open-water", "pool", "land")


def addresses(content: Library) -> Iterator[tuple[str, dict[str, str]]]:
    yield "cramp.index", {}
    for slug in content.cramps:
        yield "cramp.show", {"slug": slug}


@blueprint.get("/cramp/")
def index() -> Response:
    cramps = library.localized(locales.current()).cramps
    return page("cramp/index.html", places=[cramps[slug] for slug in PLACES])


@blueprint.get("/cramp/<slug>")
def show(slug: str) -> Response:
    cramp = library.localized(locales.current()).cramps.get(slug) or abort(404)
    return page(
        "cramp/show.html",
        cramp=cramp,
        signs=words.signs(),
        short_signs=words.short_signs(),
        guide=words.guide(cramp),
        reviewed=cramp.reviewed,
    )
