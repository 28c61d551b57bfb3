"""Pages for what went wrong: what it is, what to do, and a way on, in the visitor's language."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import NamedTuple
from urllib.parse import urlsplit

from flask import Flask, Response, abort, current_app, make_response, request
from flask.typing import ResponseReturnValue
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from sqlalchemy.exc import DBAPIError
from werkzeug.exceptions import HTTPException, ServiceUnavailable

from webapp import database, locales
from webapp.rendering import render

# Set on the ASGI scope while a refusal is made that `webapp.front` keeps: the status it answers.
REFUSAL = "limber.refusal"
# Seconds after which whoever was refused may come back: when all threads were taken, and when the
# database was away.
BUSY_SECONDS = 2
AWAY_SECONDS = 5

log = logging.getLogger("limber.database")


class Words(NamedTuple):
    """What an error page says."""

    title: LazyString
    remedy: LazyString


WORDS = {
    400: Words(
        _l("This request cannot be read"),
        _l("Something in the address or the form is damaged. Go back and try once more."),
    ),
    404: Words(
        _l("There is no such page"),
        _l("The address may be mistyped, or the page has moved. Choose where to go from here."),
    ),
    405: Words(
        _l("This page cannot be used that way"),
        _l("Open it from one of the links below."),
    ),
    408: Words(
        _l("Sending took too long"),
        _l("The connection may be weak. Go back and send it again; what you typed is still there."),
    ),
    413: Words(
        _l("That is too large to send"),
        _l("Go back, shorten the text or choose a smaller file, and send it again."),
    ),
    429: Words(
        _l("Too many requests from your address"),
        _l("Wait a minute, then load this page again."),
    ),
    500: Words(
        _l("Something broke on our side"),
        _l("It is not your fault. Load the page again in a moment; other pages may still work."),
    ),
}


class Full(ServiceUnavailable):
    """507: what was sent cannot be kept."""

    code = HTTPStatus.INSUFFICIENT_STORAGE
    description = "there is no room to keep it; try again later"


def init_app(app: Flask) -> None:
    app.before_request(_refuse)
    app.after_request(_lead_by_path)
    app.register_error_handler(HTTPException, show)
    app.register_error_handler(DBAPIError, _answer_database)


def show(error: HTTPException) -> Response:
    """The page for this error."""
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    words = WORDS.get(status, WORDS[500 if status >= HTTPStatus.INTERNAL_SERVER_ERROR else 400])
    page = render("errors/show.html", status=status, words_of_error=words)
    response = make_response(page, status)
    response.headers.extend(
        (name, value) for name, value in error.get_headers() if name not in ("Content-Type",)
    )
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Language"] = locales.current().tag
    return response


def _refuse() -> None:
    refusal = request.environ.get("asgi.scope", {}).get(REFUSAL)
    if refusal == HTTPStatus.SERVICE_UNAVAILABLE:
        raise ServiceUnavailable("too many ask at once; try again", retry_after=BUSY_SECONDS)
    if refusal:
        abort(refusal)


def _answer_database(error: DBAPIError) -> ResponseReturnValue:
    """What is no fault of ours is no crash: as a page, or as JSON to who asks for that."""
    if not database.is_refusal(error):
        raise error
    log.warning("the database refused a request: %s", _name(error.orig))
    away = "the database does not answer; try again in a moment"
    kind, said = (Full, Full.description) if database.is_full(error) else (ServiceUnavailable, away)
    refusal = kind(said, retry_after=AWAY_SECONDS)
    return current_app.handle_user_exception(refusal)


def _name(error: BaseException | None) -> str:
    """What the driver calls it, without its message."""
    names = (getattr(error, name, None) for name in ("sqlite_errorname", "sqlstate"))
    return str(next(filter(None, names), type(error).__name__))


def _lead_by_path(response: Response) -> Response:
    """A missing last slash is mended by path alone: the host is whatever the client says."""
    if response.status_code == HTTPStatus.PERMANENT_REDIRECT:
        response.location = urlsplit(response.location or "/").path
        response.headers["Cache-Control"] = "no-cache"
        response.set_data("")
    return response
