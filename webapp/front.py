"""The ASGI front: finished bytes at once; every other body read whole, bounded, before Flask.

A WSGI server lends a thread to a request whose body never ends. Here bodies are awaited without a
thread, up to a size and a time, so half-sent requests cannot stop the others.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, MutableMapping
from contextlib import asynccontextmanager, nullcontext
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from a2wsgi import WSGIMiddleware
from flask import Flask
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from webapp import addresses, assets, create_app, locales, logs, pages, tls
from webapp.config import Config, read
from webapp.finished import Finished, Lately
from webapp.offline import baked
from webapp.security import is_host
from webapp.turns import BusyError, Turns

VERSION = "/version.json"
# A worker waits ten seconds for an answer.
PACKS_SECONDS = 8
PAUSE_SECONDS = 0.1
# Requests that Flask answers at a time; of them those that may change something, which a locked
# database holds up: the others are for who reads.
THREADS = 8
CHANGING = 4
# Requests that may wait for a thread: about as many as are answered in a moment.
WAITING = 64
# Finished pages that a process keeps: of two thousand those that are asked for again and again.
LATELY = 256
# Whoever asks it for a proxy must not be told that a busy Limber is a broken one.
HEALTH = "/healthz"
# An address of each kind whose refusal is kept: a script gets JSON, and a person a page.
API, OF_API = "/api/", "/api/reminders/key"

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


def create() -> Front:
    """What the server runs, with the settings of the environment."""
    logs.start()
    config = read()
    return Front(create_app(config), config)


class Disconnect(Exception):  # noqa: N818 it is no error
    """The body ended before it was whole."""


class Front:
    """Answers finished pages and files itself and hands everything else to Flask."""

    def __init__(self, app: Flask, config: Config) -> None:
        self.app = app
        self.config = config
        self.flask: Any = WSGIMiddleware(app, workers=THREADS)  # type: ignore[arg-type]
        self.files = assets.kept()
        self.lately = Lately(LATELY)
        self.content = frozenset([*addresses.content(app), *addresses.shared(app)])
        self.making: dict[str, asyncio.Task[Finished | None]] = {}
        self.refusals: dict[tuple[str, HTTPStatus], asyncio.Task[Finished]] = {}
        self.turns = Turns(THREADS, WAITING)
        self.changing = Turns(CHANGING, WAITING)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope = {**scope}  # what is noted in it is not the server's
        if scope["type"] == "http" and tls.is_secure(scope, self.config.trusted_proxies):
            send = tls.strictly(send)
        if scope["type"] != "http":
            await self.flask(scope, receive, send)
        elif self.config.log_requests:
            await self._answer_and_log(scope, receive, send)
        else:
            await self._answer(scope, receive, send)

    async def _answer_and_log(self, scope: Scope, receive: Receive, send: Send) -> None:
        began, status = time.perf_counter(), None

        async def noting(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self._answer(scope, receive, noting)
        finally:
            seconds = time.perf_counter() - began
            logs.answered(scope.get(logs.ROUTE, logs.KEPT), status, seconds)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        if finished := await self._finished(scope):
            await _send(send, *finished.answer(scope["method"], dict(scope["headers"])))
        else:
            await self._hand_over(scope, receive, send)

    async def _finished(self, scope: Scope) -> Finished | None:
        """The kept answer; a content page is read, or made, when it is asked for."""
        path = scope["path"]
        if scope["method"] not in ("GET", "HEAD"):
            return None
        if path not in self.content:
            return self.files.get(path)
        if page := self.lately.find(path):
            return page
        if path == VERSION:
            await self._packs()
        return await self._once(path)

    async def _once(self, path: str) -> Finished | None:
        """However many wait for a page that takes long to make, one thread makes it."""
        making = self.making.get(path)
        if making is None:
            making = self.making[path] = asyncio.create_task(asyncio.to_thread(self._make, path))
            making.add_done_callback(lambda _: self.making.pop(path))
        page = await asyncio.shield(making)
        if page is not None:
            self.lately.keep(path, page)
        return page

    def _make(self, path: str) -> Finished | None:
        return baked.page(self.config, path) or self._render(path)

    def _render(self, path: str) -> Finished | None:
        try:
            response = pages.finish(self.app, path)
        except Exception:
            # Whatever it is, the request goes to Flask, which meets it again, logs it and
            # answers with its page.
            return None
        if response.status_code != HTTPStatus.OK:
            return None
        body = response.get_data()
        return Finished.make(body, dict(response.headers), smallest=assets.smallest(body))

    async def _hand_over(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not is_host([value for name, value in scope["headers"] if name == b"host"]):
            await self._refuse(scope, send, HTTPStatus.BAD_REQUEST)
            return
        try:
            body = await self._body(receive)
        except Disconnect:
            # Gone, or a body that cannot be read; if gone, nobody hears the answer.
            await self._refuse(scope, send, HTTPStatus.BAD_REQUEST)
        except OverflowError:
            await self._refuse(scope, send, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        except TimeoutError:
            await self._refuse(scope, send, HTTPStatus.REQUEST_TIMEOUT)
        else:
            await self._ask_flask(scope, _replay(body), send)

    async def _ask_flask(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope["query_string"] = _ascii(scope["query_string"])
        try:
            async with self._turn(scope):
                await self.flask(scope, receive, send)
        except BusyError:
            await self._refuse(scope, send, HTTPStatus.SERVICE_UNAVAILABLE)

    @asynccontextmanager
    async def _turn(self, scope: Scope) -> AsyncIterator[None]:
        changes = scope["method"] not in ("GET", "HEAD")
        first = self.changing.one() if changes else nullcontext()
        async with first, self.turns.one(always_waits=scope["path"] == HEALTH):
            yield

    async def _refuse(self, scope: Scope, send: Send, status: HTTPStatus) -> None:
        scope[logs.ROUTE] = logs.REFUSED
        headers = dict(scope["headers"])
        refusal = await self._refusal(_path_of_refusal(scope["path"], headers), status)
        asked = {b"accept-encoding": headers.get(b"accept-encoding", b"")}
        _, answered, body = refusal.answer(scope["method"], asked)
        if status != HTTPStatus.SERVICE_UNAVAILABLE:
            # The rest of the body is not read, so the connection ends.
            answered.append((b"connection", b"close"))
        await _send(send, status, answered, body)

    async def _refusal(self, path: str, status: HTTPStatus) -> Finished:
        """Made when somebody is first refused so: refusing must cost less than answering."""
        key = (path, status)
        if key not in self.refusals:
            making = asyncio.to_thread(self._make_refusal, path, status)
            self.refusals[key] = asyncio.create_task(making)
        try:
            return await asyncio.shield(self.refusals[key])
        except Exception:
            self.refusals.pop(key, None)  # whoever is refused next has it made anew
            raise

    def _make_refusal(self, path: str, status: HTTPStatus) -> Finished:
        response = pages.finish(self.app, path, status)
        return Finished.make(response.get_data(), dict(response.headers))

    async def _packs(self) -> None:
        """A phone may come before they are made: it waits here, where it keeps no thread."""
        end = time.monotonic() + PACKS_SECONDS
        while not baked.is_made(self.config) and time.monotonic() < end:
            await asyncio.sleep(PAUSE_SECONDS)

    async def _body(self, receive: Receive) -> bytes:
        """The whole body; OverflowError over the size, TimeoutError over the time."""
        body, more = bytearray(), True
        async with asyncio.timeout(self.config.body_seconds):
            while more:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise Disconnect
                body += message.get("body", b"")
                more = message.get("more_body", False)
                if len(body) > self.config.body_bytes:
                    raise OverflowError
        return bytes(body)


async def _send(send: Send, status: int, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _path_of_refusal(path: str, headers: Mapping[bytes, bytes]) -> str:
    """Where the same refusal is made for all who ask for something like it."""
    if path.startswith(API):
        return OF_API
    wishes = headers.get(b"accept-language", b"").decode("latin-1")
    language = locales.of_path(path) or locales.liked(parse_accept_header(wishes, LanguageAccept))
    return f"/{language.prefix}/"


def _replay(body: bytes) -> Receive:
    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


def _ascii(query: bytes) -> bytes:
    return quote(query, safe="%=&+;:@/?!$'()*,-._~[]").encode()
