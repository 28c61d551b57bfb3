"""What pages are measured beside: a Flask hello behind our front, and a bare ASGI callable.

`python -m tests.bench.hello flask PORT` serves one of them as `limber serve` serves Limber.
"""

from __future__ import annotations

import sys

from a2wsgi import WSGIMiddleware
from flask import Flask

from webapp import cli, create_app
from webapp.config import read
from webapp.front import THREADS, Front, Receive, Scope, Send

HELLO = b"hello"


def flask() -> Front:
    """Ours, with the least that Flask can answer in place of Limber."""
    config = read()
    front, hello = Front(create_app(config), config), Flask("hello")
    hello.add_url_rule("/", "hello", lambda: HELLO)
    front.flask = WSGIMiddleware(hello, workers=THREADS)  # type: ignore[arg-type]
    return front


async def bare(scope: Scope, _receive: Receive, send: Send) -> None:
    """As little as can be answered at all."""
    if scope["type"] == "http":
        headers = [(b"content-length", str(len(HELLO)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": HELLO})


if __name__ == "__main__":
    kind, port = sys.argv[1:]
    cli.server(f"{__spec__.name}:{kind}", "127.0.0.1", int(port), factory=kind == "flask").serve()
