"""Pages for what went wrong: what it is, what to do, and a way on, in the visitor's language."""

from __future__ import annotations

from http import HTTPStatus
from typing import NamedTuple
from urllib.parse import urlsplit

from flask import Flask, Response, abort, make_response, request
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from werkzeug.exceptions import HTTPException

from webapp import locales
from webapp.rendering import render

# Set on the ASGI scope by `webapp.front` when it did not take a body: the status to answer with.
REFUSAL = "limber.refusal"


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


def init_app(app: Flask) -> None:
    app.before_request(_refuse)
    app.after_request(_lead_by_path)
    app.register_error_handler(HTTPException, show)


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
    if refusal:
        abort(refusal)


def _lead_by_path(response: Response) -> Response:
    """A missing last slash is mended by path alone: the host is whatever the client says."""
    if response.status_code == HTTPStatus.PERMANENT_REDIRECT:
        response.location = urlsplit(response.location or "/").path
        response.headers["Cache-Control"] = "no-cache"
        response.set_data("")
    return response
