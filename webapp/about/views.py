"""About, sources, the article sentence by sentence, privacy, how to install."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from flask import Blueprint, Response

from webapp import locales
from webapp.about import uses, words
from webapp.content import library
from webapp.content.library import Library
from webapp.directory import named
from webapp.pages import page

blueprint = Blueprint("about", __name__)


def addresses(_library: Library) -> Iterator[tuple[str, dict[str, str]]]:
    yield "about.show", {}
    yield "about.sources", {}
    yield "about.article", {}
    yield "about.privacy", {}
    yield "about.install", {}


@blueprint.get("/about/")
def show() -> Response:
    return page("about/show.html", library=library.localized(locales.current()))


@blueprint.get("/about/sources")
def sources() -> Response:
    content = library.localized(locales.current())
    listed = content.sources.values()
    topics = [(topic, list(group)) for topic, group in groupby(listed, lambda each: each.topic)]
    return page("about/sources.html", topics=topics, uses=uses.by_source(content))


@blueprint.get("/about/article")
def article() -> Response:
    """Only what has something to judge: numbers, headings and scraps are counted, not shown."""
    content = library.localized(locales.current())
    judged = [each for each in content.article if each.verdict != "form"]
    return page(
        "about/article.html",
        sentences=[(each, [named(address, content) for address in each.where]) for each in judged],
        verdicts=words.VERDICTS,
        total=len(content.article),
        formal=len(content.article) - len(judged),
    )


@blueprint.get("/about/privacy")
def privacy() -> Response:
    return page("about/privacy.html")


@blueprint.get("/about/install")
def install() -> Response:
    return page("about/install.html")
