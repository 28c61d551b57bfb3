"""About, sources, privacy, how to install."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from flask import Blueprint, Response

from webapp import locales
from webapp.content import library
from webapp.content.library import Library
from webapp.pages import page

blueprint = Blueprint("about", __name__)


def addresses(_library: Library) -> Iterator[tuple[str, dict[str, str]]]:
    yield "about.show", {}
    yield "about.sources", {}
    yield "about.privacy", {}
    yield "about.install", {}


@blueprint.get("/about/")
def show() -> Response:
    return page("about/show.html", library=library.localized(locales.current()))


@blueprint.get("/about/sources")
def sources() -> Response:
    listed = library.localized(locales.current()).sources.values()
    topics = [(topic, list(group)) for topic, group in groupby(listed, lambda each: each.topic)]
    return page("about/sources.html", topics=topics)


@blueprint.get("/about/privacy")
def privacy() -> Response:
    return page("about/privacy.html")


@blueprint.get("/about/install")
def install() -> Response:
    return page("about/install.html")
