"""What scripts ask of the server: from its own pages only, in JSON, and kept by nobody."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from http import HTTPStatus

from flask import Blueprint, Response, current_app, jsonify, request
from werkzeug.exceptions import HTTPException

from webapp.config import Config

SECRET = re.compile(r"[A-Za-z0-9_-]{22,128}")


class Fault(Exception):  # noqa: N818 it is an answer
    """What is answered instead: `field: what to do`, and what else a script needs to know."""

    def __init__(self, status: HTTPStatus, fault: str, **more: object) -> None:
        super().__init__(fault)
        self.status = status
        self.more = more


def guard(blueprint: Blueprint, *, public: Collection[str] = ()) -> None:
    """All views of a blueprint answer so; anybody may ask the public ones."""
    blueprint.before_request(_same_origin({f"{blueprint.name}.{view}" for view in public}))
    blueprint.register_error_handler(Fault, _answer)
    blueprint.register_error_handler(HTTPException, _answer_http)
    blueprint.after_request(_keep_nothing)


def _same_origin(public: Collection[str]) -> Callable[[], None]:
    def check() -> None:
        if request.endpoint not in public and not _is_ours():
            raise Fault(HTTPStatus.FORBIDDEN, "Origin: only pages of this site may ask")

    return check


def _is_ours() -> bool:
    """What a browser says of itself; a script that is no browser has no one else's secrets."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin" or (site == "none" and request.method == "GET")
    config: Config = current_app.extensions["limber.config"]
    origin = request.headers.get("Origin")
    return origin is None or origin in (config.origin, request.host_url.rstrip("/"))


def json_body() -> bytes:
    if request.mimetype != "application/json":
        said = "Content-Type: send application/json"
        raise Fault(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, said)
    return request.get_data()


def bearer(whose: str) -> str:
    """What the phone made and only it knows; `whose` says so in the fault."""
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    if scheme != "Bearer" or not SECRET.fullmatch(given):
        said = f"Authorization: send Bearer and the {whose} secret of 22 to 128 url-safe signs"
        raise Fault(HTTPStatus.UNAUTHORIZED, said)
    return given


def _answer(fault: Fault) -> tuple[Response, HTTPStatus]:
    return jsonify(fault=str(fault), **fault.more), fault.status


def _answer_http(error: HTTPException) -> Response:
    """Too large, too many, too slow: for a script, so no page."""
    answer = jsonify(fault=f"request: {error.description}")
    answer.status_code = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    kept = [pair for pair in error.get_headers() if pair[0] not in ("Content-Type",)]
    answer.headers.extend(kept)
    return answer


def _keep_nothing(response: Response) -> Response:
    response.headers.setdefault("Cache-Control", "no-store")
    return response
