"""The page on which a person ticks what applies to them: the same for everyone."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, Response

from webapp.conditions import choices
from webapp.content.library import Library
from webapp.pages import page

blueprint = Blueprint("conditions", __name__)


def addresses(_library: Library) -> Iterator[tuple[str, dict[str, str]]]:
    yield "conditions.show", {}


@blueprint.get("/conditions/")
def show() -> Response:
    return page(
        "conditions/show.html",
        movement=choices.MOVEMENT,
        health=choices.HEALTH,
        doctor_first=choices.DOCTOR_FIRST,
        drinks_doctor_first=choices.DRINKS_DOCTOR_FIRST,
    )
