"""The log, the sweat test, the plan, and having drunk too much; all sums are done on the phone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask import Blueprint, Response

from webapp import locales, onward
from webapp.conditions import choices
from webapp.content import library
from webapp.content.library import Library
from webapp.hydration import words
from webapp.pages import page
from webapp.today import sessions

blueprint = Blueprint("hydration", __name__)

PAGES = ("index", "sweat_test", "plan", "too_much")


def addresses(_library: Library) -> Iterator[tuple[str, dict[str, str]]]:
    for name in PAGES:
        yield f"hydration.{name}", {}


@blueprint.get("/hydration/")
def index() -> Response:
    content = library.localized(locales.current())
    return _page(
        "hydration/index.html",
        guide=words.of_log(),
        naming=sessions.naming(content),
        onward=onward.of_page("hydration", content),
        kinds=words.kinds(),
    )


@blueprint.get("/hydration/sweat-test")
def sweat_test() -> Response:
    return _page(
        "hydration/sweat_test.html", guide=words.of_sweat_test(), sessions=words.sessions()
    )


@blueprint.get("/hydration/plan")
def plan() -> Response:
    return _page("hydration/plan.html", guide=words.of_plan(), sessions=words.sessions())


@blueprint.get("/hydration/too-much")
def too_much() -> Response:
    return _page("hydration/too_much.html", guide=words.of_too_much())


def _page(template: str, **values: Any) -> Response:
    drinks = library.localized(locales.current()).hydration["drinks"]
    return page(
        template,
        drinks=drinks,
        doctor_first=[str(choices.NAMES[each]) for each in choices.DRINKS_DOCTOR_FIRST],
        reviewed=drinks.reviewed,
        **values,
    )
