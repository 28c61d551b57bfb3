"""Today and the entrance."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, Response, redirect, url_for
from werkzeug.wrappers import Response as BaseResponse

from webapp import locales
from webapp.content import lane, library
from webapp.content.library import Library
from webapp.hydration import words as hydration
from webapp.offline import panel
from webapp.pages import page
from webapp.reminders import words as reminders
from webapp.routines.needs import by_need
from webapp.swim import words as swim
from webapp.today import sessions

blueprint = Blueprint("today", __name__)
entrance = Blueprint("entrance", __name__)


def addresses(_library: Library) -> Iterator[tuple[str, dict[str, str]]]:
    yield "today.show", {}


@entrance.get("/")
def show_entrance() -> BaseResponse:
    """Only a redirect, because one address gives one representation; it is not kept anywhere."""
    answer = redirect(url_for("today.show", language=locales.negotiate()))
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Vary"] = "Accept-Language"
    return answer


@blueprint.get("/")
def show() -> Response:
    content = library.localized(locales.current())
    needs = by_need(content)
    first = needs[0][1][0]
    return page(
        "today/show.html",
        library=content,
        first=first,
        marks=lane.of_routine(first, content),
        others=[(need, [each for each in found if each is not first]) for need, found in needs],
        swimming=swim.swimming(),
        drinking=hydration.of_keys(),
        reminding=reminders.of_today(),
        naming={**sessions.naming(content), "next": sessions.coming()},
        words_of_panel=panel.words(),
    )
