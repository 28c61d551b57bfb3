"""What the builder and phones ask of the server about shared routines, and the schema of files."""

from __future__ import annotations

import re
from dataclasses import asdict
from http import HTTPStatus

from flask import Blueprint, Response, jsonify, request

from webapp.api import Fault, bearer, guard, json_body
from webapp.content import library
from webapp.share import bounds, codes, history, routine, schema, store
from webapp.share.author import GoneError, Key, NotYoursError, WithdrawnError
from webapp.share.readers import Found
from webapp.share.routine import RoutineError, SharedRoutine
from webapp.share.state import sharing
from webapp.share.store import ConflictError

# Without a language in its addresses, and so a blueprint of its own.
api = Blueprint("share_api", __name__)
# Editors of files fetch the schema from wherever they are.
guard(api, public=["show_schema"])

PATH = "/api/routines"
BASE = re.compile('"([1-9][0-9]{0,8})"')
LAST_NUMBER = 10**9
WITHDRAWN = {
    "author": "code: withdrawn by its author; ask whoever gave it to you",
    "operator": "code: withdrawn by whoever runs this Limber; ask whoever gave it to you",
}


@api.post(PATH)
def publish() -> tuple[Response, HTTPStatus]:
    """The same secret again gets the same code: it is the phone's repeat of a lost answer."""
    sharing().publications.take()
    wanted, secret = _wanted(), _secret()
    saved = store.publish(sharing().engine, secret, wanted, sharing().clock.now())
    return jsonify(asdict(saved)), HTTPStatus.CREATED


@api.get(f"{PATH}/<code>")
def show(code: str) -> Response:
    found = sharing().look_up(code)
    if found is None:
        raise _unknown()
    return jsonify(_shown(found))


def _shown(found: Found) -> dict[str, object]:
    return {**vars(found), "routine": found.routine.as_json}


@api.put(f"{PATH}/<code>")
def change(code: str) -> Response:
    """The next version of the one that If-Match names; 409 when another edit came first."""
    sharing().publications.take()
    wanted, key, base = _wanted(), _key(code), _base()
    saved = store.change(sharing().engine, key, base, wanted, sharing().clock.now())
    return jsonify(asdict(saved))


@api.delete(f"{PATH}/<code>")
def withdraw(code: str) -> tuple[str, HTTPStatus]:
    store.withdraw(sharing().engine, _key(code))
    return "", HTTPStatus.NO_CONTENT


@api.get(f"{PATH}/<code>/versions")
def versions(code: str) -> Response:
    found = history.list_(sharing().engine, _key(code))
    return jsonify(versions=list(map(asdict, found)))


@api.get(f"{PATH}/<code>/versions/<int:number>")
def show_version(code: str, number: int) -> Response:
    number = min(number, LAST_NUMBER)
    found = history.get(sharing().engine, _key(code), number)
    if found is None:
        raise Fault(HTTPStatus.NOT_FOUND, "version: it is not kept; choose one that is listed")
    return jsonify(_shown(found))


@api.get("/schema/routine.json")
def show_schema() -> Response:
    answer = jsonify(schema.schema())
    answer.headers["Content-Type"] = "application/schema+json"
    answer.headers["Cache-Control"] = "no-cache"
    answer.add_etag()
    answer.make_conditional(request)
    return answer


def _wanted() -> SharedRoutine:
    """Without whom it is for: what somebody has is not the server's business."""
    wanted = routine.read(json_body())
    bounds.check(wanted, library.english())
    return wanted.model_copy(update={"conditions": ()})


def _secret() -> str:
    return bearer("routine's")


def _base() -> int:
    found = BASE.fullmatch(request.headers.get("If-Match", ""))
    if not found:
        said = 'If-Match: send the version that was changed, such as "1"'
        raise Fault(HTTPStatus.PRECONDITION_REQUIRED, said)
    return int(found[1])


def _key(typed: str) -> Key:
    """Of a code that could be; whoever has guessed too often is not heard."""
    secret, code = _secret(), codes.normalize(typed)
    if code is None:
        raise _unknown()
    sharing().misses.check()
    return Key(code, secret)


def _unknown() -> Fault:
    return Fault(HTTPStatus.NOT_FOUND, "code: there is no such routine; look at the code again")


@api.errorhandler(GoneError)
def _answer_gone(_: GoneError) -> tuple[Response, HTTPStatus]:
    sharing().misses.count()
    return jsonify(fault=str(_unknown())), HTTPStatus.NOT_FOUND


@api.errorhandler(WithdrawnError)
def _answer_withdrawn(error: WithdrawnError) -> tuple[Response, HTTPStatus]:
    return jsonify(fault=WITHDRAWN[error.by], withdrawn=True), HTTPStatus.GONE


@api.errorhandler(NotYoursError)
def _answer_stranger(_: NotYoursError) -> tuple[Response, HTTPStatus]:
    return jsonify(fault="Authorization: not the secret of this routine"), HTTPStatus.FORBIDDEN


@api.errorhandler(ConflictError)
def _answer_conflict(error: ConflictError) -> tuple[Response, HTTPStatus]:
    said = f"If-Match: another edit came first; look at version {error.version}, then save again"
    return jsonify(fault=said, version=error.version), HTTPStatus.CONFLICT


@api.errorhandler(RoutineError)
def _answer_routine(fault: RoutineError) -> tuple[Response, HTTPStatus]:
    return jsonify(fault=str(fault)), HTTPStatus.BAD_REQUEST
