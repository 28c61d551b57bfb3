"""The pages of a shared routine, and where a code is entered."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from flask import Blueprint, Response, redirect, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response as BaseResponse

from webapp import locales, wording
from webapp.content import library
from webapp.content.library import Library
from webapp.pages import page
from webapp.share import codes, opening, patient, qr, shown
from webapp.share.author import WithdrawnError
from webapp.share.opening import UnknownCodeError
from webapp.share.readers import Found
from webapp.share.shown import Shown
from webapp.share.state import sharing

blueprint = Blueprint("share", __name__)

# A code, or the whole address of a shared routine.
LONGEST_TYPED = 300


def addresses(_library: Library) -> Iterator[tuple[str, dict[str, str]]]:
    """Where a code is entered; what is shared is no content."""
    yield "share.index", {}


@blueprint.get("/r/")
def index() -> Response:
    """The same for everyone, so that it opens with no signal; only `find` looks codes up."""
    return page("share/index.html", typed="", fault=False)


@blueprint.get("/r/open")
def find() -> BaseResponse:
    """The form leads here with what was typed, and from here a code that is known to its page."""
    typed = request.args.get("code", "")[:LONGEST_TYPED]
    if not typed.strip():
        return redirect(url_for("share.index"))
    if sharing().look_up(typed) is None:
        raise UnknownCodeError(typed)
    answer = redirect(url_for("share.show", code=codes.normalize(typed)))
    answer.headers["Cache-Control"] = "no-store"
    return answer


@blueprint.get("/r/<code>")
def show(code: str) -> Response:
    found = opening.open_routine(code)
    return sharing().kept.answer(found, lambda: _show(found))


def _show(found: Found) -> Response:
    guide = patient.guide(library.localized(locales.current()))
    return _page("share/show.html", found, guide=guide)


@blueprint.get("/r/<code>/print")
def sheet(code: str) -> Response:
    """With the whole address as whoever asks knows it, and so kept nowhere."""
    found = opening.open_routine(code)
    address = opening.address(found.code)
    drawn = qr.inline(address, gettext("QR code"))
    return _page("share/sheet.html", found, address=address, qr=drawn)


def _page(template: str, found: Found, **values: Any) -> Response:
    content = library.localized(locales.current())
    routine = shown.of(found, content)
    return page(
        template,
        shown=routine,
        routine=found.routine,
        may_start=shown.may_start(found.routine, content),
        summary=_summary(routine),
        report=opening.report(found.code),
        **values,
    )


def _summary(routine: Shown) -> str:
    length = wording.duration(routine.seconds)
    words = gettext("A guided routine of %(length)s. It opens without an account.", length=length)
    return str(words)


@blueprint.app_errorhandler(UnknownCodeError)
def _answer_unknown(error: UnknownCodeError) -> Response:
    """The form once more, with what was typed and what to check."""
    answer = page("share/index.html", typed=error.typed, fault=True)
    answer.status_code = HTTPStatus.NOT_FOUND
    return _unkept(answer)


@blueprint.app_errorhandler(WithdrawnError)
def _answer_withdrawn(error: WithdrawnError) -> Response:
    answer = page("share/withdrawn.html", by=error.by)
    answer.status_code = HTTPStatus.GONE
    return _unkept(answer)


def _unkept(answer: Response) -> Response:
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Robots-Tag"] = opening.ROBOTS
    return answer


blueprint.after_request(opening.hide)
