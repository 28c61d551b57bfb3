"""A content page is made at its first request; one that fails is not kept."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask import Flask

from webapp import assets
from webapp.config import Config
from webapp.front import Front
from webapp.security import HEADERS


def get(front: Front, path: str) -> tuple[int, dict[str, str], bytes]:
    """One GET through the ASGI front, as the server would ask."""
    sent: list[dict[str, Any]] = []
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "GET",
        "path": path,
        "query_string": b"",
        "headers": [(b"host", b"localhost")],
        "client": ("127.0.0.1", 1),
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    async def ask() -> None:
        await front(scope, receive, send)

    # In a thread of its own, because the browser tests leave an event loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: asyncio.run(ask())).result()
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], headers, b"".join(each.get("body", b"") for each in sent[1:])


def test_a_page_is_made_once_and_then_kept(
    app: Flask, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    front = Front(app, config)
    first = get(front, "/en/")
    monkeypatch.setattr(front, "_make", None)
    assert get(front, "/en/") == first
    assert first[0] == 200


def test_a_page_that_fails_gets_the_error_page_and_is_tried_again(
    app: Flask, config: Config
) -> None:
    front = Front(app, config)
    working = app.view_functions["today.show"]

    def crash() -> str:
        raise RuntimeError("secret detail")

    app.view_functions["today.show"] = crash
    status, headers, body = get(front, "/en/")
    assert status == 500
    assert b"Something broke on our side" in body
    assert headers["content-security-policy"] == HEADERS["Content-Security-Policy"]
    app.view_functions["today.show"] = working
    assert get(front, "/en/")[0] == 200


def test_kept_pages_are_never_limited(app: Flask, config: Config) -> None:
    front = Front(app, config)
    assert {get(front, "/ar/about/")[0] for _ in range(400)} == {200}


def test_the_worker_is_sent_as_small_as_the_build_left_it(app: Flask, config: Config) -> None:
    """Pages are compressed less well, because there are two thousand of them."""
    sent = Front(app, config)._make("/sw.js")
    assert sent is not None
    assert sent.smallest == assets.smallest(assets.worker().read_bytes())
