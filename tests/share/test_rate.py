"""A shared routine is rendered once and then answered nearly as fast as Flask answers anything."""

from __future__ import annotations

import asyncio
import statistics
import time

import pytest
from a2wsgi import WSGIMiddleware
from flask import Flask

from tests.share.routines import publish
from webapp.config import Config
from webapp.front import Front, Message

BAR = 0.4
ROUNDS, REQUESTS, AT_ONCE = 7, 240, 8


@pytest.fixture
def settings(settings: dict[str, str]) -> dict[str, str]:
    return {**settings, "LIMBER_RATE_LIMIT": "1000000 per minute"}


@pytest.mark.timed
def test_at_least_at_two_fifths_of_the_rate_of_a_hello_world(app: Flask, config: Config) -> None:
    """Both behind the front and a2wsgi, in turns, each request with its query."""
    path = f"/en/r/{publish(app).code}"
    hello = Flask("hello")
    hello.add_url_rule("/", "hello", lambda: "hello")
    plain, ours = Front(app, config), Front(app, config)
    plain.flask = WSGIMiddleware(hello, workers=AT_ONCE)  # type: ignore[arg-type]
    ratios = []
    for _ in range(ROUNDS):
        most = asyncio.run(rate(plain, "/"))
        ratios.append(asyncio.run(rate(ours, path)) / most)
    print(f"a shared routine at {statistics.median(ratios):.2f} x the rate of a hello-world")
    # PostgreSQL is asked over a socket, with a ping before and a rollback after: said, not held.
    assert config.database_url or statistics.median(ratios) >= BAR


async def rate(front: Front, path: str) -> float:
    """Requests in a second of this process, so many at once; what runs beside does not count."""

    async def some() -> None:
        for _ in range(REQUESTS // AT_ONCE):
            await ask(front, path)

    began = time.process_time()
    await asyncio.gather(*(some() for _ in range(AT_ONCE)))
    return REQUESTS / (time.process_time() - began)


async def ask(front: Front, path: str) -> None:
    said: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        said.append(message)

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": [(b"host", b"localhost"), (b"accept-encoding", b"br")],
        "server": ("localhost", 80),
        "client": ("127.0.0.1", 1),
    }
    await front(scope, receive, send)
    assert said[0]["status"] == 200
