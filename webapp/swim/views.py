"""The gauge, and a page for each band of temperature: complete and printable without a script."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, Response, abort

from webapp import degrees, locales, onward
from webapp.content import library
from webapp.content.library import Library
from webapp.content.water import Band
from webapp.pages import page
from webapp.swim import gauge, words

blueprint = Blueprint("swim", __name__)


def addresses(content: Library) -> Iterator[tuple[str, dict[str, str]]]:
    yield "swim.index", {}
    for slug in content.bands:
        yield "swim.show", {"slug": slug}


@blueprint.get("/swim/")
def index() -> Response:
    content = library.localized(locales.current())
    bands = list(content.bands.values())
    return page(
        "swim/index.html",
        bands=bands,
        day=content.swim["swim-day"],
        degrees=degrees,
        bars=gauge.bars(bands),
        ticks=gauge.ticks(),
        guide=words.of_gauge(bands),
        swimming=words.swimming(),
        onward=onward.of_page("swim", content),
        reviewed=content.swim["swim-day"].reviewed,
    )


@blueprint.get("/swim/<slug>")
def show(slug: str) -> Response:
    content = library.localized(locales.current())
    band = content.bands.get(slug) or abort(404)
    return page(
        "swim/show.html",
        library=content,
        band=band,
        colder=_neighbour(band, content, -1),
        warmer=_neighbour(band, content, 1),
        day=content.swim["swim-day"],
        degrees=degrees,
        warm_ups=[content.routines[each] for each in band.warm_ups],
        guide=words.of_day(band, content),
        swimming=words.swimming(),
        reviewed=band.reviewed,
    )


def _neighbour(band: Band, content: Library, way: int) -> Band | None:
    return next((each for each in content.bands.values() if each.number == band.number + way), None)
