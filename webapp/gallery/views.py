"""The living page of components: what is changed here is changed everywhere."""

from __future__ import annotations

from flask import Blueprint, Response

from webapp import locales
from webapp.content import lane, library
from webapp.pages import page

blueprint = Blueprint("gallery", __name__)

SAMPLE = "cold-water-10"


@blueprint.get("/gallery/")
def show() -> Response:
    content = library.localized(locales.current())
    routine = content.routines[SAMPLE]
    return page(
        "gallery/show.html",
        library=content,
        routine=routine,
        marks=lane.of_routine(routine, content),
    )
