"""What is written down of requests and faults: a JSON object a line, and nothing of anybody.

No address, path, query or header: a code, a secret or a name may stand in each. Of an error its
kinds and where it came from, without its message, which may hold what was sent.
"""

from __future__ import annotations

import json
import logging
import logging.config
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from flask import Flask, Response, has_request_context, request

# Whose messages are our own, or the server's about itself; a library's may hold what was sent.
SPEAKING = ("limber", "_granian")
# Set on the ASGI scope: the endpoint that answered.
ROUTE = "limber.route"
# What stands there for an answer that was finished before, for an address that nothing has, and for
# a request that had no turn.
KEPT, NONE, REFUSED = "kept", "none", "refused"
# The innermost of an error, which tell the most.
MOST_PLACES = 20

SETTINGS: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "webapp.logs.Line"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "stream": "ext://sys.stderr",
            "formatter": "line",
        }
    },
    "root": {"level": "WARNING", "handlers": ["console"]},
    "loggers": {"limber": {"level": "INFO"}},
}


def start() -> None:
    """From now on this process writes lines to its standard error, and nothing else."""
    logging.config.dictConfig(SETTINGS)
    logging.captureWarnings(True)


def init_app(app: Flask) -> None:
    app.after_request(_note_route)


def answered(route: str, status: int | None, seconds: float) -> None:
    """A line for a request; without a status where nobody waited for the answer.

    Written here, past `logging`, which takes ten times as long as answering a finished page.
    """
    parts = (
        f'{{"time":"{_moment(time.time())}","level":"info","event":"request"',
        f'"route":{json.dumps(route)}',
        f'"status":{"null" if status is None else status}',
        f'"ms":{seconds * 1000:.1f}}}\n',
    )
    with suppress(OSError):  # a full disk or a reader that is gone keeps nobody's answer back
        sys.stderr.write(",".join(parts))


class Line(logging.Formatter):
    """Writes a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(dict(_said(record)), ensure_ascii=False, separators=(",", ":"))


def _said(record: logging.LogRecord) -> Iterator[tuple[str, Any]]:
    yield "time", _moment(record.created)
    yield "level", record.levelname.lower()
    yield "event", _event(record)
    yield from getattr(record, "fields", {}).items()
    if has_request_context():
        yield "route", request.endpoint or NONE
    if record.exc_info and record.exc_info[1]:
        yield "error", " from ".join(_kinds(record.exc_info[1]))
        yield "at", list(_places(record.exc_info[1]))[-MOST_PLACES:]


def _moment(seconds: float) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC).isoformat(timespec='milliseconds')[:-6]}Z"


def _event(record: logging.LogRecord) -> str:
    """The server puts a traceback, with its message, below the first line."""
    if record.name.partition(".")[0] in SPEAKING:
        return record.getMessage().partition("\n")[0]
    return record.name


def _kinds(error: BaseException | None) -> Iterator[str]:
    """Of the error and of what it was raised from."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        kind = type(error)
        yield kind.__qualname__ if kind.__module__ == "builtins" else _full_name(kind)
        error = error.__cause__ or error.__context__


def _full_name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _places(error: BaseException) -> Iterator[str]:
    for frame, line in traceback.walk_tb(error.__traceback__):
        yield f"{frame.f_globals.get('__name__')}:{line} {frame.f_code.co_name}"


def _note_route(response: Response) -> Response:
    scope = request.environ.get("asgi.scope")
    if scope is not None:
        scope[ROUTE] = request.endpoint or NONE
    return response
