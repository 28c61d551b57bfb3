"""The page to search on, and what it searches: a file for each language, kept with the pack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask import Blueprint, Response
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from webapp import locales
from webapp.content import library
from webapp.content.library import Library
from webapp.pages import data, page
from webapp.search import index as searched
from webapp.wording import found_forms

blueprint = Blueprint("search", __name__)

# What one may look through alone.
KINDS = {
    "": _l("Everything"),
    "exercise": _l("Exercises"),
    "routine": _l("Routines"),
    "lesson": _l("Learn"),
    "help": _l("Help"),
}


def addresses(_content: Library) -> Iterator[tuple[str, dict[str, str]]]:
    yield "search.show", {}
    yield "search.index", {}


@blueprint.get("/search/")
def show() -> Response:
    return page("search/show.html", kinds=KINDS, words_of_search=_words())


@blueprint.get("/search/index.json")
def index() -> Response:
    language = locales.current()
    ignored = library.english().synonyms[language.tag].ignored
    pages = searched.columns(searched.entries(language))
    return data({"pages": pages, "ignored": ignored})


def _words() -> dict[str, Any]:
    return {
        "locale": locales.current().intl,
        "counts": found_forms(),
        "none": _("Nothing was found for %(words)s. Try fewer words, or look through a list."),
        "loading": _("Loading…"),
    }
