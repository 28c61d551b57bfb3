"""The self-check: its beginning, each question, what the pain is like, and each result."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, Response, abort

from webapp import locales, onward
from webapp.check import path
from webapp.content import library
from webapp.content.library import Library
from webapp.pages import page

blueprint = Blueprint("check", __name__)


def addresses(content: Library) -> Iterator[tuple[str, dict[str, str]]]:
    yield "check.index", {}
    yield "check.likeness", {}
    for slug in content.questions:
        yield "check.question", {"slug": slug}
    for slug in content.results:
        yield "check.result", {"slug": slug}


@blueprint.get("/check/")
def index() -> Response:
    content = library.localized(locales.current())
    return page("check/index.html", groups=path.groups(content), reviewed=content.reviewed)


@blueprint.get("/check/<slug>")
def question(slug: str) -> Response:
    content = library.localized(locales.current())
    found = content.questions.get(slug) or abort(404)
    return page(
        "check/question.html",
        question=found,
        result=content.result_of(found),
        place=path.place(found, content),
        following=path.following(found, content),
        reviewed=content.result_of(found).reviewed,
    )


@blueprint.get("/check/likeness")
def likeness() -> Response:
    """After all questions: what the pain is like."""
    content = library.localized(locales.current())
    return page(
        "check/likeness.html",
        results=path.likenesses(content),
        onward=onward.of_page("check/likeness", content),
    )


@blueprint.get("/check/result/<slug>")
def result(slug: str) -> Response:
    content = library.localized(locales.current())
    found = content.results.get(slug) or abort(404)
    is_emergency = found.urgency == "emergency"
    return page(
        "check/emergency.html" if is_emergency else "check/result.html",
        result=found,
        before=path.before(found, content),
        onward=path.onward(found, content),
        reviewed=found.reviewed,
    )
