"""htmx on the server: what it asks for and how it is answered; no other file knows its headers.

htmx 4 says in `HX-Source` which element asks, such as `form#search`; htmx-flask knows the headers
of htmx 2, and of those only `HX-Request` is used here.
"""

from __future__ import annotations

from flask import Flask, Response, make_response, redirect
from htmx_flask import Htmx, request  # type: ignore[import-untyped]

FRAGMENT_CACHE = "no-store"


def init_app(app: Flask) -> None:
    Htmx(app)


def is_fragment() -> bool:
    """Whether htmx asks, which puts what it gets into a page."""
    return bool(request.htmx)


def source() -> str:
    """The element that asks, by its tag and id; nothing where htmx does not ask."""
    return str(request.headers.get("HX-Source", ""))


def respond(html: str, *, language: str, page: str) -> Response:
    """A fragment; who opens its address by hand is led to the page that it is a part of."""
    response = make_response(html if is_fragment() else redirect(page))
    response.headers["Cache-Control"] = FRAGMENT_CACHE
    response.headers["Content-Language"] = language
    response.vary.add("HX-Request")
    return response
