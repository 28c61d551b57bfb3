"""Who finds all turns taken waits for a moment or is told to come back, and few wait."""

from __future__ import annotations

import asyncio
import json
from http import HTTPStatus
from pathlib import Path

import pytest

from webapp import create_app, turns
from webapp.config import read
from webapp.finished import Finished
from webapp.front import CHANGING, THREADS, WAITING, Front, Message, Receive, Scope, Send
from webapp.turns import BusyError, Turns


async def taken(of: Turns, until: asyncio.Event, **how: bool) -> None:
    async with of.one(**how):
        await until.wait()


async def held(of: Turns, many: int, end: asyncio.Event) -> list[asyncio.Task[None]]:
    tasks = [asyncio.create_task(taken(of, end)) for _ in range(many)]
    await asyncio.sleep(0)
    return tasks


def test_the_one_too_many_is_refused_at_once_and_others_have_their_turn() -> None:
    async def run() -> None:
        one, end = Turns(2, waiting=3), asyncio.Event()
        tasks = await held(one, 5, end)
        with pytest.raises(BusyError):
            await taken(one, end)
        patient = asyncio.create_task(taken(one, end, always_waits=True))
        end.set()
        await asyncio.gather(*tasks, patient)
        await taken(one, end)

    asyncio.run(run())


def test_who_waits_for_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "LONGEST_SECONDS", 0.05)

    async def run() -> None:
        one, end = Turns(1, waiting=3), asyncio.Event()
        tasks = await held(one, 1, end)
        with pytest.raises(BusyError):
            await taken(one, end)
        end.set()
        await asyncio.gather(*tasks)
        await taken(one, end)

    asyncio.run(run())


async def answer(
    front: Front, method: str, path: str, **headers: str
) -> tuple[int, dict[str, str], bytes]:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    named = {"host": "localhost", **headers}
    given = [(key.replace("_", "-").encode(), each.encode()) for key, each in named.items()]
    known: Scope = {"type": "http", "http_version": "1.1", "scheme": "http", "root_path": ""}
    scope = {**known, "method": method, "path": path, "query_string": b"", "headers": given}
    await front(scope, receive, send)
    answered = {key.decode(): value.decode() for key, value in sent[0]["headers"]}
    return sent[0]["status"], answered, sent[1]["body"]


@pytest.fixture
def front(tmp_path: Path) -> Front:
    config = read({"LIMBER_INSTANCE": str(tmp_path), "LIMBER_LOG_REQUESTS": "0"})
    return Front(create_app(config), config)


def test_when_flask_is_busy_there_is_a_page_or_a_fault_that_says_when(front: Front) -> None:
    end = asyncio.Event()

    async def busy(_scope: Scope, _receive: Receive, send: Send) -> None:
        await end.wait()
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def run() -> None:
        front.flask = busy
        asked = [
            asyncio.create_task(answer(front, "GET", "/en/r/0123456789"))
            for _ in range(THREADS + WAITING)
        ]
        await asyncio.sleep(0)
        status, headers, body = await answer(front, "GET", "/en/r/x", accept_language="ar")
        assert (status, headers["retry-after"], headers["content-language"]) == (503, "2", "en")
        assert b"<h1" in body
        _, headers, _ = await answer(front, "GET", "/r/x", accept_language="ar")
        assert headers["content-language"] == "ar"
        status, headers, body = await answer(front, "POST", "/api/routines")
        assert (status, headers["retry-after"]) == (503, "2")
        assert json.loads(body)["fault"].startswith("request: ")
        end.set()
        assert {status for status, _, _ in await asyncio.gather(*asked)} == {204}

    asyncio.run(run())


def test_a_refusal_that_could_not_be_made_is_made_anew(
    front: Front, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, failures = front._make_refusal, [OSError("no room")]

    def failing_once(path: str, status: HTTPStatus) -> Finished:
        if failures:
            raise failures.pop()
        return real(path, status)

    async def run() -> None:
        with pytest.raises(OSError, match="no room"):
            await answer(front, "GET", "/en/nothing", host="no host")
        assert (await answer(front, "GET", "/en/nothing", host="no host"))[0] == 400

    monkeypatch.setattr(front, "_make_refusal", failing_once)
    asyncio.run(run())


def test_who_changes_something_leaves_threads_to_who_reads(front: Front) -> None:
    end, under_way = asyncio.Event(), list[str]()

    async def busy(scope: Scope, _receive: Receive, send: Send) -> None:
        under_way.append(scope["method"])
        await end.wait()
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def run() -> None:
        front.flask = busy
        methods = ["POST"] * THREADS + ["GET"] * THREADS
        asked = [asyncio.create_task(answer(front, each, "/en/r/x")) for each in methods]
        for _ in range(20):
            await asyncio.sleep(0)
        assert under_way.count("POST") == CHANGING
        assert under_way.count("GET") == THREADS - CHANGING
        end.set()
        await asyncio.gather(*asked)

    asyncio.run(run())
