"""The player of a routine and of a single exercise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask import Blueprint, Response, abort, jsonify, url_for

from webapp import locales, wording
from webapp.content import cautions, library, massage, needs
from webapp.content.durations import exercise_seconds, routine_seconds
from webapp.content.library import Library
from webapp.content.schema import Exercise, Routine
from webapp.pages import page
from webapp.player import session, spoken
from webapp.share import opening, shown
from webapp.share.readers import Found
from webapp.share.state import sharing

blueprint = Blueprint("player", __name__)


def addresses(content: Library) -> Iterator[tuple[str, dict[str, str]]]:
    for slug in content.routines:
        yield "player.routine", {"slug": slug}
    for slug in content.led:
        yield "player.exercise", {"slug": slug}
    yield "player.voice", {}


@blueprint.get("/routines/<slug>/play")
def routine(slug: str) -> Response:
    content = library.localized(locales.current())
    found = content.routines.get(slug) or abort(404)
    exercises = [content.exercise_of(each) for each in found.steps]
    return _show(
        found,
        title=found.title,
        back=url_for("routines.show", slug=slug),
        seconds=routine_seconds(found, content),
        cautions=cautions.of_routine(found, content),
        session=session.of_routine(found, content),
        asks_cold=massage.asks_cold(exercises),
        before=(*needs.of_routine(found, content), *wording.unreviewed(exercises)),
        after=found.after,
    )


@blueprint.get("/exercises/<slug>/play")
def exercise(slug: str) -> Response:
    content = library.localized(locales.current())
    found = content.led.get(slug) or abort(404)
    return _show(
        found,
        title=found.name,
        back=url_for("exercises.show", slug=slug),
        seconds=exercise_seconds(found),
        cautions=cautions.of_exercise(found),
        session=session.of_exercise(found),
        asks_cold=massage.asks_cold([found]),
        before=(*massage.before([found], content), *wording.unreviewed([found])),
    )


@blueprint.get("/r/<code>/play")
def shared(code: str) -> Response:
    """What no longer keeps the bounds is read on its page, and not led through."""
    found = opening.open_routine(code)
    if not shown.may_start(found.routine, library.english()):
        abort(opening.lead_to(url_for("share.show", code=found.code)))
    return opening.hide(sharing().kept.answer(found, lambda: _shared(found)))


def _shared(found: Found) -> Response:
    content = library.localized(locales.current())
    routine = shown.of(found, content)
    return page(
        "player/show.html",
        shown=routine,
        title=found.routine.title,
        back=url_for("share.show", code=found.code),
        seconds=routine.seconds,
        cautions=routine.cautions,
        session=routine.session(content),
        asks_cold=massage.asks_cold(step.exercise for step in routine.steps),
        before=routine.before,
        after=routine.after,
        stop=routine.stop,
        # Whose words title and notes are: a person's who wrote in this language.
        words_in=found.routine.language,
    )


@blueprint.get("/player/voice.json")
def voice() -> Response:
    """What a voice says; asked for only once a session has begun."""
    response = jsonify(spoken.spoken())
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Content-Language"] = locales.current().tag
    return response


def _show(what: Exercise | Routine, **values: Any) -> Response:
    return page("player/show.html", stop=what.stop, reviewed=what.reviewed, **values)
