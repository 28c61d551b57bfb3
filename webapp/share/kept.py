"""Answers about shared routines that are finished: compressed once for each version and language.

A few hundred, so that a class that opens one link costs one rendering, not thirty. What they hold
must follow from the version and the address alone, never from who asks.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from flask import Response, request

from webapp import locales
from webapp.finished import Finished
from webapp.share.readers import Found

MOST = 256
# The strongest takes thirty times as long for a twentieth less.
QUALITY = 5

Key = tuple[str, ...]


class Kept:
    """The answers that were asked for last."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._answers: OrderedDict[Key, Finished] = OrderedDict()
        self._lock = Lock()

    def answer(self, found: Found, make: Callable[[], Response]) -> Response:
        """What this endpoint answers about this version; made when it is first asked for."""
        version = f"{found.code}.{found.version}"
        key = (str(request.endpoint), version, locales.current().prefix)
        finished = self._get(key)
        if finished is None:
            made = make()
            finished = Finished.make(made.get_data(), dict(made.headers), QUALITY)
            self._put(key, finished)
        return _response(finished)

    def _get(self, key: Key) -> Finished | None:
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
            return self._answers.get(key)

    def _put(self, key: Key, finished: Finished) -> None:
        with self._lock:
            self._answers[key] = finished
            while len(self._answers) > self._most:
                self._answers.popitem(last=False)


def _response(finished: Finished) -> Response:
    asked = {
        name: request.headers.get(name.decode(), "").encode("latin-1")
        for name in (b"if-none-match", b"accept-encoding")
    }
    status, headers, body = finished.answer(request.method, asked)
    response = Response(body, status)
    response.headers.update({name.decode(): value.decode("latin-1") for name, value in headers})
    return response
