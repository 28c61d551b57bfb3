"""The list of exercises and one exercise."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, Response, abort

from webapp import locales, wording
from webapp.content import cautions, library
from webapp.content.library import Library
from webapp.exercises import look
from webapp.pages import page
from webapp.player.session import tempo

blueprint = Blueprint("exercises", __name__)


def addresses(content: Library) -> Iterator[tuple[str, dict[str, str]]]:
    yield "exercises.index", {}
    for slug in content.exercises:
        yield "exercises.show", {"slug": slug}


@blueprint.get("/exercises/")
def index() -> Response:
    return page(
        "exercises/index.html", library=library.localized(locales.current()), looks=look.choices()
    )


@blueprint.get("/exercises/<slug>")
def show(slug: str) -> Response:
    content = library.localized(locales.current())
    exercise = content.exercises.get(slug) or abort(404)
    return page(
        "exercises/show.html",
        library=content,
        exercise=exercise,
        cautions=cautions.of_exercise(exercise),
        tempo={
            "tempo": tempo(exercise),
            "label": wording.figure_label(),
            "sides": exercise.dose.sides,
        },
        reviewed=exercise.reviewed,
    )
