"""Which of the two, and each as a page that works without a script, which asks, times and stops."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, Response, abort, url_for

from webapp import locales, onward
from webapp.compress import words
from webapp.content import library
from webapp.content.library import Library
from webapp.pages import page

blueprint = Blueprint("compress", __name__)

# What has the better evidence first.
KINDS = ("heat", "cold")


def addresses(content: Library) -> Iterator[tuple[str, dict[str, str]]]:
    yield "compress.index", {}
    for slug in content.compresses:
        yield "compress.show", {"slug": slug}


@blueprint.get("/compress/")
def index() -> Response:
    content = library.localized(locales.current())
    return page(
        "compress/index.html",
        compresses=[content.compresses[slug] for slug in KINDS],
        pages={slug: url_for("compress.show", slug=slug) for slug in KINDS},
        history=words.history(),
        onward=onward.of_page("compress", content),
    )


@blueprint.get("/compress/<slug>")
def show(slug: str) -> Response:
    content = library.localized(locales.current())
    compress = content.compresses.get(slug) or abort(404)
    other = next(each for each in content.compresses if each != slug)
    return page(
        "compress/show.html",
        compress=compress,
        picture=content.pictures[compress.picture],
        limits=words.limits(compress),
        other=other,
        guide=words.guide(compress),
        history=words.history(),
        onward=onward.of_page(f"compress/{slug}", content),
        reviewed=compress.reviewed,
    )
