"""What search engines read first: which pages there are, in which languages, and what to leave."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, Response, current_app, make_response, request, url_for
from markupsafe import escape

from webapp import (
    about,
    build,
    check,
    compress,
    cramp,
    emergency,
    exercises,
    hydration,
    learn,
    rewarm,
    routines,
    swim,
    today,
)
from webapp.config import Config
from webapp.content import library
from webapp.locales import ENGLISH, LANGUAGES, Language

blueprint = Blueprint("crawlers", __name__)

# What can be read without a device of one's own: no players, no settings, nothing of one's own.
LISTED = (
    *(today, cramp, check, emergency, swim, rewarm, compress, hydration, routines, exercises),
    *(learn, build, about),
)
# Parts of pages, and what is shown by one's answer only.
PARTS = ("build.stills", "check.result", "emergency.numbers", "exercises.rest")
NAMESPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
)


@blueprint.get("/sitemap.xml")
def sitemap() -> Response:
    lines = "".join(_lines(_origin()))
    answer = make_response(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {NAMESPACES}>{lines}\n</urlset>\n'
    )
    answer.headers["Content-Type"] = "application/xml; charset=utf-8"
    answer.headers["Cache-Control"] = "no-cache"
    return answer


@blueprint.get("/robots.txt")
def robots() -> Response:
    """Nothing is closed: a page that asks not to be listed has to be read for that."""
    answer = make_response(
        f"User-agent: *\nAllow: /\nSitemap: {_origin()}{url_for('crawlers.sitemap')}\n"
    )
    answer.headers["Content-Type"] = "text/plain; charset=utf-8"
    answer.headers["Cache-Control"] = "no-cache"
    return answer


def pages() -> Iterator[dict[Language, str]]:
    """Each listed page as its path in every language."""
    for feature in LISTED:
        for endpoint, values in feature.addresses(library.english()):
            if endpoint not in PARTS:
                yield {each: url_for(endpoint, language=each, **values) for each in LANGUAGES}


def _lines(origin: str) -> Iterator[str]:
    for paths in pages():
        others = "".join(
            f'<xhtml:link rel="alternate" hreflang="{tag}" href="{escape(origin + path)}"/>'
            for tag, path in [
                *((each.tag, path) for each, path in paths.items()),
                ("x-default", paths[ENGLISH]),
            ]
        )
        yield from (
            f"\n<url><loc>{escape(origin + path)}</loc>{others}</url>" for path in paths.values()
        )


def _origin() -> str:
    """As the operator names it; else as this request came, for a sitemap holds whole addresses."""
    config: Config = current_app.extensions["limber.config"]
    return config.origin or request.root_url.rstrip("/")
