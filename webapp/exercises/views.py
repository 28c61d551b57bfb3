"""The list of exercises, the pictures it comes without, and one exercise."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, Response, abort

from webapp import linked, locales, onward, wording
from webapp.content import cautions, library, massage
from webapp.content.library import Library
from webapp.exercises import filters
from webapp.pages import page
from webapp.player.session import tempo

blueprint = Blueprint("exercises", __name__)

# So many exercises of the list come with their picture; the script fetches the others when needed.
PICTURED = 8


def addresses(content: Library) -> Iterator[tuple[str, dict[str, str]]]:
    yield "exercises.index", {}
    yield "exercises.rest", {}
    for slug in content.exercises:
        yield "exercises.show", {"slug": slug}


@blueprint.get("/exercises/")
def index() -> Response:
    found = _entries()
    groups = filters.groups(found)
    return page(
        "exercises/index.html",
        entries=found,
        pictured=PICTURED,
        groups=groups,
        often=filters.often(groups),
        words_of_filters=filters.words(len(found)),
    )


@blueprint.get("/exercises/rest")
def rest() -> Response:
    """The pictures of the list that its page comes without."""
    return page("exercises/_rest.html", entries=_entries()[PICTURED:])


@blueprint.get("/exercises/<slug>")
def show(slug: str) -> Response:
    content = library.localized(locales.current())
    exercise = content.exercises.get(slug) or abort(404)
    return page(
        "exercises/show.html",
        library=content,
        exercise=exercise,
        cautions=cautions.of_exercise(exercise),
        before=massage.before([exercise], content),
        claims=massage.claims(exercise, content),
        tempo={
            "tempo": tempo(exercise),
            "label": wording.figure_label(),
            "other_side": wording.other_side_label(),
            "sides": exercise.dose.sides,
        },
        reviewed=exercise.reviewed,
        onward=onward.of_exercise(exercise, content),
        linked=linked.of_exercise(exercise),
    )


def _entries() -> list[filters.Entry]:
    return filters.entries(library.localized(locales.current()).exercises.values())
