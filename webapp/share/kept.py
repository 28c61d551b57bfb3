"""Answers about shared routines that are finished: compressed once for each version and language.

A few hundred, so that a class that opens one link costs one rendering, not thirty. What they hold
must follow from the version and the address alone, never from who asks.
"""

from __future__ import annotations

from collections.abc import Callable

from flask import Response, request

from webapp import locales
from webapp.finished import Finished, Lately
from webapp.share.readers import Found

MOST = 256
# The strongest takes thirty times as long for a twentieth less.
QUALITY = 5


class Kept:
    """The answers that were asked for last."""

    def __init__(self) -> None:
        self._lately = Lately(MOST)

    def answer(self, found: Found, make: Callable[[], Response]) -> Response:
        """What this endpoint answers about this version; made when it is first asked for."""
        version = f"{found.code}.{found.version}"
        key = (str(request.endpoint), version, locales.current().prefix)
        finished = self._lately.find(key)
        if finished is None:
            made = make()
            finished = Finished.make(made.get_data(), dict(made.headers), QUALITY)
            self._lately.keep(key, finished)
        return _response(finished)


def _response(finished: Finished) -> Response:
    asked = {
        name: request.headers.get(name.decode(), "").encode("latin-1")
        for name in (b"if-none-match", b"accept-encoding")
    }
    status, headers, body = finished.answer(request.method, asked)
    response = Response(body, status)
    response.headers.update({name.decode(): value.decode("latin-1") for name, value in headers})
    return response
