"""The list of routines and one routine."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, Response, abort

from webapp import linked, locales, onward, wording
from webapp.build import starts
from webapp.content import cautions, lane, library, needs
from webapp.content.library import Library
from webapp.content.water import WaterRoutine
from webapp.pages import page
from webapp.routines.needs import by_need

blueprint = Blueprint("routines", __name__)


def addresses(content: Library) -> Iterator[tuple[str, dict[str, str]]]:
    yield "routines.index", {}
    for slug in content.routines:
        yield "routines.show", {"slug": slug}
    for slug in content.water:
        yield "routines.show", {"slug": slug}


@blueprint.get("/routines/")
def index() -> Response:
    content = library.localized(locales.current())
    return page("routines/index.html", library=content, needs=by_need(content))


@blueprint.get("/routines/<slug>")
def show(slug: str) -> Response:
    content = library.localized(locales.current())
    if slug in content.water:
        return _in_water(content.water[slug], content)
    routine = content.routines.get(slug) or abort(404)
    exercises = [content.exercise_of(each) for each in routine.steps]
    return page(
        "routines/show.html",
        library=content,
        routine=routine,
        marks=lane.of_routine(routine, content),
        cautions=cautions.of_routine(routine, content),
        before=(*needs.of_routine(routine, content), *wording.unreviewed(exercises)),
        easier={each.name: each.easier for each in exercises},
        written=starts.draft(routine, content),
        reviewed=routine.reviewed,
        onward=onward.of_routine(routine, content),
        linked=linked.of_routine(routine, content),
    )


def _in_water(routine: WaterRoutine, content: Library) -> Response:
    """One that is read on land: no player, no clock."""
    return page(
        "routines/water.html",
        routine=routine,
        cautions=cautions.of_water(routine),
        onward=onward.of_page(f"routines/{routine.slug}", content),
        reviewed=routine.reviewed,
    )
