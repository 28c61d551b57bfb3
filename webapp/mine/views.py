"""One's own routines, their player and the way to the builder: shells that the device fills."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, Response, url_for
from flask_babel import gettext as _

from webapp import locales
from webapp.content import library
from webapp.content.library import Library
from webapp.mine import words
from webapp.pages import data, page
from webapp.player import catalog as played
from webapp.player import session
from webapp.player.catalog import columns, measured

blueprint = Blueprint("mine", __name__)

# What a routine before cold water has to keep to.
BEFORE_COLD = ("leastMoving", "longestStayBeforeCold")


def addresses(_library: Library) -> Iterator[tuple[str, dict[str, str]]]:
    yield "mine.index", {}
    yield "mine.play", {}
    yield "mine.catalog", {}
    yield "mine.edit", {}


@blueprint.get("/mine/")
def index() -> Response:
    content = library.localized(locales.current())
    return page(
        "mine/index.html",
        catalog=columns(measured(content, of_all=BEFORE_COLD)),
        guide=words.guide(content),
    )


@blueprint.get("/mine/play")
def play() -> Response:
    """The player without a session: the device makes it of the routine after the #."""
    return page(
        "mine/play.html",
        title=_("My routines"),
        back=url_for("mine.index"),
        seconds=0,
        session=_blank(),
        cautions={},
        stop=[""],
        before=(),
        after=(),
    )


@blueprint.get("/mine/catalog.json")
def catalog() -> Response:
    """What such a session is made of; a file of its own, since without a routine nothing is."""
    return data(columns(played.catalog(library.localized(locales.current()))))


@blueprint.get("/mine/edit")
def edit() -> Response:
    return page("mine/edit.html")


def _blank() -> dict[str, object]:
    """Two steps as the page writes them, from which the script makes as many as there are."""
    # Not empty, or the row would have no place for it.
    step = {"name": "", "doseText": "\u00a0", "figure": None}
    return {**session.frame(), "rounds": 1, "steps": [step, step]}
