"""The page of emergency numbers, and the same as a table for the scripts."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, Response, jsonify

from webapp import locales
from webapp.content import library
from webapp.content.library import Library
from webapp.emergency import table, words
from webapp.pages import page

blueprint = Blueprint("emergency", __name__)


def addresses(_library: Library) -> Iterator[tuple[str, dict[str, str]]]:
    yield "emergency.show", {}
    yield "emergency.numbers", {}


@blueprint.get("/emergency/")
def show() -> Response:
    return page(
        "emergency/show.html",
        regions=table.regions(library.english()),
        sources=table.sources(library.english()),
        guide=words.guide(),
    )


@blueprint.get("/emergency/numbers.json")
def numbers() -> Response:
    """Numbers by region and the time zones of each: what a device guesses its region from."""
    response = jsonify(table.numbers(library.english()))
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Content-Language"] = locales.current().tag
    return response
