"""The builder and the fragments that htmx puts into it: what was found, and one more step."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from flask import Blueprint, Response, abort, request, url_for

from webapp import htmx, locales
from webapp.build import exercises, languages, search, words
from webapp.content import library
from webapp.content.library import Library
from webapp.exercises import filters
from webapp.locales import Language
from webapp.pages import page
from webapp.player.catalog import columns
from webapp.rendering import render
from webapp.security import HTMX_POLICY

blueprint = Blueprint("build", __name__)


def addresses(_library: Library) -> Iterator[tuple[str, dict[str, str]]]:
    yield "build.show", {}
    yield "build.stills", {}


@blueprint.get("/build/")
def show() -> Response:
    content = library.localized(locales.current())
    response = page(
        "build/show.html",
        catalog=columns(exercises.needed(content)),
        groups=_groups(_entries(locales.current())),
        guide=words.guide(content),
        start_choices=[(slug, each.title) for slug, each in content.routines.items()],
        tongues=languages.tongues(),
        total=len(content.led),
    )
    response.headers["Content-Security-Policy"] = HTMX_POLICY
    return response


@blueprint.get("/build/stills")
def stills() -> Response:
    """Every picture that a step may need when a draft is read again."""
    return page("build/_stills.html", exercises=library.english().led)


@blueprint.get("/build/search")
def find() -> Response:
    known = ("q", *search.GROUPS)
    asked = {name: value[: search.LONGEST] for name, value in request.args.items() if name in known}
    after = max(0, request.args.get("after", 0, type=int))
    found = search.find(_entries(locales.current()), asked, after)
    following = {**asked, "after": found.following}
    return _fragment("build/_results.html", found=found, following=following, after=after)


@blueprint.get("/build/step/<slug>")
def step(slug: str) -> Response:
    content = library.localized(locales.current())
    exercise = content.led.get(slug) or abort(404)
    return _fragment("build/_step.html", exercise=exercise)


def _fragment(template: str, **values: object) -> Response:
    html = render(template, **values)
    return htmx.respond(html, language=locales.current().tag, page=url_for("build.show"))


@cache
def _entries(language: Language) -> list[filters.Entry]:
    return filters.entries(library.localized(language).led.values())


def _groups(entries: list[filters.Entry]) -> list[filters.Group]:
    return [group for group in filters.groups(entries) if group.name in search.GROUPS]
