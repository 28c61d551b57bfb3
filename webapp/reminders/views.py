"""The page of reminders: the same for everyone, filled in on the device."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, Response

from webapp import locales
from webapp.content import library
from webapp.content.library import Library
from webapp.hydration import words as hydration
from webapp.pages import page
from webapp.reminders import words

blueprint = Blueprint("reminders", __name__)


def addresses(_library: Library) -> Iterator[tuple[str, dict[str, str]]]:
    yield "reminders.show", {}


@blueprint.get("/reminders/")
def show() -> Response:
    content = library.localized(locales.current())
    return page(
        "reminders/show.html",
        kinds=words.kinds(),
        routines=list(content.routines.values()),
        drinks=content.hydration["drinks"],
        drinking=hydration.of_keys(),
        guide=words.guide(content),
    )
