"""The worker, the version file, the packs, and the pages for what is not on the device."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus

from flask import Blueprint, Response, abort, current_app, make_response, request

from webapp import assets
from webapp.config import Config
from webapp.content.library import Library
from webapp.finished import preferred_encoding
from webapp.offline import baked
from webapp.pages import page

blueprint = Blueprint("offline", __name__)

# So soon a phone may ask again for packs that are being made.
RETRY_SECONDS = 30

# These have no language.
SHARED = ("offline.worker", "offline.version")


def addresses(_library: Library) -> Iterator[tuple[str, dict[str, str]]]:
    yield "offline.show", {}
    yield "offline.withdrawn", {}


@blueprint.get("/<language:language>/offline/")
def show() -> Response:
    """In place of what is neither on the device nor to be had."""
    return page("offline/show.html")


@blueprint.get("/<language:language>/offline/withdrawn")
def withdrawn() -> Response:
    """In place of what must not be followed any longer."""
    return page("offline/withdrawn.html")


@blueprint.get("/sw.js")
def worker() -> Response:
    response = make_response(assets.worker().read_bytes())
    response.headers["Content-Type"] = "text/javascript"
    response.headers["Cache-Control"] = "no-cache"
    return response


@blueprint.get("/version.json")
def version() -> Response:
    """Read over the network only, so no cache may keep it."""
    if baked.is_made(_config()):
        response = make_response((baked.folder(_config()) / baked.VERSION).read_text("utf-8"))
    else:
        response = make_response("{}", HTTPStatus.SERVICE_UNAVAILABLE)
        response.headers["Retry-After"] = RETRY_SECONDS
    response.headers["Content-Type"] = "application/json"
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.get("/pack/<name>")
def pack(name: str) -> Response:
    """For ever the same under its name; an old one is gone with the version that made it."""
    encoding = preferred_encoding(request.headers.get("Accept-Encoding", "").encode())
    body = baked.read(_config(), name, encoding)
    if body is None:
        abort(HTTPStatus.NOT_FOUND)
    response = make_response(body)
    if encoding != "identity":
        response.headers["Content-Encoding"] = encoding
    response.headers["Content-Type"] = "application/octet-stream"
    response.headers["Cache-Control"] = assets.FOREVER
    response.headers["Vary"] = "Accept-Encoding"
    return response


def _config() -> Config:
    config: Config = current_app.extensions["limber.config"]
    return config
