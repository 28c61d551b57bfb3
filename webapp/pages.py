"""A content page as a response: the same for everyone, revalidated by ETag."""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import Context
from http import HTTPStatus
from typing import Any, cast

from flask import Flask, Response, current_app, jsonify, make_response, request, url_for
from flask.json.provider import DefaultJSONProvider

from webapp import assets, locales
from webapp.config import Config
from webapp.content import library
from webapp.errors import REFUSAL
from webapp.locales import LANGUAGES, Language
from webapp.rendering import render
from webapp.security import FINISHING


def init_app(app: Flask) -> None:
    provider = cast(DefaultJSONProvider, app.json)
    # As it stands in the page: escapes would cost an Arabic one two kilobytes.
    provider.ensure_ascii = False
    # In the order in which it was given, as what stands in a page.
    provider.sort_keys = False
    # No space after a comma or a colon, and names as they were given.
    app.jinja_env.policies["json.dumps_kwargs"] = {"separators": (",", ":")}
    app.context_processor(_frame)


def page(template: str, **values: Any) -> Response:
    response = make_response(render(template, **values))
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Content-Language"] = locales.current().tag
    return response


def data(found: Mapping[str, Any]) -> Response:
    """What a page's script fetches, kept and asked for again as pages are."""
    response = jsonify(found)
    response.headers["Cache-Control"] = "no-cache"
    return response


def finish(app: Flask, path: str, refusal: HTTPStatus | None = None) -> Response:
    """The answer at a path as it is made to be kept: for nobody's request, so nobody's limit.

    With a refusal what says so there. In a context of its own, because it may be made while another
    request is answered.
    """
    return Context().run(_dispatch, app, path, refusal)


def _dispatch(app: Flask, path: str, refusal: HTTPStatus | None) -> Response:
    environ = {FINISHING: True, "asgi.scope": {REFUSAL: refusal}}
    with app.test_request_context(path, environ_overrides=environ):
        return app.full_dispatch_request()


def _frame() -> dict[str, Any]:
    """What the layout of every page, error pages too, needs."""
    config: Config = current_app.extensions["limber.config"]
    return {
        "language": locales.current(),
        "alternates": [(language, _same_page(language)) for language in LANGUAGES],
        "origin": config.origin,
        "reviewed": library.english().reviewed,
        "contact": config.contact,
        # So many corrections this page contains; a later one may cover it on a device.
        "corrected": len(library.english().corrections),
        # After the ? of a part of a page it tells a worker which version the page is of.
        "version": assets.content_hash(),
    }


def _same_page(language: Language) -> str:
    """This page in another language; from a page that is no content page, Today."""
    endpoint = request.endpoint
    if endpoint and current_app.url_map.is_endpoint_expecting(endpoint, "language"):
        return url_for(endpoint, language=language, **(request.view_args or {}))
    return url_for("today.show", language=language)
