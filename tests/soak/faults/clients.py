"""Clients that go on asking whatever happens, and note what they saw: authors, readers, a proxy."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from random import Random
from typing import Any

from tests.serving import Server
from tests.share.people import given
from tests.soak.faults.judging import HEALTH, PACK, PAGE, PUBLISH, SHARED, Asked, Window

ADDRESSES = {
    PAGE: "/en/routines/cold-water-10",
    PACK: "/version.json",
    HEALTH: "/healthz",
}
# Seconds of a client between two questions: readers are few, and authors more than threads.
PACE = 0.05
AUTHORS = 8
# Longer than any bar, so that what hangs is measured and not only said.
PATIENCE_SECONDS = 45.0
STEP_SECONDS = 0.05
SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin", "Content-Type": "application/json"}


@dataclass
class Clients:
    """All of them. `told` is the code that was acknowledged for each secret."""

    server: Server
    seed: str
    authors: int = AUTHORS
    pace: float = PACE
    asked: list[Asked] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)
    wanted: set[str] = field(default_factory=set)
    _numbers: Iterator[int] = field(default_factory=count)
    _over: threading.Event = field(default_factory=threading.Event)
    _chance: Random = field(init=False)

    def __post_init__(self) -> None:
        self._chance = Random(self.seed)

    @contextmanager
    def running(self, *kinds: str) -> Iterator[Clients]:
        """The authors, and a reader of each of these kinds."""
        self._over.clear()
        for kind in kinds:  # what is made at its first request is made before
            self.read(kind)
        turns: list[Callable[[], None]] = [self._author() for _ in range(self.authors)]
        turns += [self._reader(kind) for kind in kinds]
        with ThreadPoolExecutor(len(turns)) as pool:
            running = [pool.submit(self._go_on, turn) for turn in turns]
            try:
                yield self
                _raise_early(running)
            finally:
                self._over.set()
            for each in running:
                each.result()

    def watch(self, seconds: float) -> None:
        """Let them go on for so long."""
        self._over.wait(seconds)

    def until_told(self, many: int) -> None:
        """Until so many writes are acknowledged in all."""
        end = time.monotonic() + 10 * PATIENCE_SECONDS
        while len(self.told) < many:
            assert time.monotonic() < end, f"only {len(self.told)} of {many} were acknowledged"
            self._over.wait(STEP_SECONDS)

    def stop(self) -> None:
        """Each ends after what it is asking."""
        self._over.set()

    @contextmanager
    def window(self) -> Iterator[list[Window]]:
        """What it yields holds, after the block, from when until when that was."""
        begin, found = time.monotonic(), list[Window]()
        yield found
        found.append(Window(begin, time.monotonic()))

    def publish(self, secret: str) -> Asked:
        """One routine; its title says whose it is."""
        self.wanted.add(secret)
        body = json.dumps(given(title=f"Of {secret}"))
        asked, answer = self.ask(
            PUBLISH, "POST", "/api/routines", body, Authorization=f"Bearer {secret}"
        )
        if asked.status == 201:
            self.told[secret] = json.loads(answer)["code"]
        return asked

    def ask(
        self, kind: str, method: str, path: str, body: str | None = None, **headers: str
    ) -> tuple[Asked, bytes]:
        """Over a connection of its own, from a network of its own."""
        number, began = next(self._numbers), time.monotonic()
        network = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
        connection = http.client.HTTPConnection(
            "127.0.0.1", self.server.port, timeout=PATIENCE_SECONDS
        )
        status, later, content = 0, "", b""
        try:
            connection.request(
                method, path, body, {**SAME_ORIGIN, "X-Forwarded-For": network, **headers}
            )
            answer = connection.getresponse()
            content = answer.read()
            status, later = answer.status, answer.getheader("Retry-After", "")
        except (OSError, http.client.HTTPException):
            pass
        finally:
            connection.close()
        seconds = time.monotonic() - began
        asked = Asked(kind, began, seconds, status, later, _is_told(status, path, content))
        self.asked.append(asked)
        return asked, content

    def _go_on(self, turn: Callable[[], None]) -> None:
        while not self._over.wait(self.pace):
            turn()

    def _author(self) -> Callable[[], None]:
        """Publishes; what has no answer is sent again with the same secret, as phones do it."""
        left: list[str] = []

        def turn() -> None:
            secret = left.pop() if left else self.new_secret()
            if not self.publish(secret).is_ok:
                left.append(secret)

        return turn

    def _reader(self, kind: str) -> Callable[[], None]:
        return lambda: self.read(kind)

    def read(self, kind: str) -> None:
        if kind == SHARED:
            code = next(iter(self.told.values()))
            self.ask(kind, "GET", f"/en/r/{code}")
        else:
            self.ask(kind, "GET", ADDRESSES[kind])

    def new_secret(self) -> str:
        return f"{self._chance.getrandbits(128):032x}"


def _is_told(status: int, path: str, content: bytes) -> bool:
    """Whether a refusal says what it is in the way in which it was asked, without a traceback."""
    if status < 400:
        return True
    if b"Traceback" in content:
        return False
    if path.startswith("/api/"):
        return bool(_fault(content))
    return path == ADDRESSES[HEALTH] or b"<h1" in content


def _fault(content: bytes) -> Any:
    try:
        return json.loads(content).get("fault")
    except ValueError:
        return None


def _raise_early(running: list[Future[None]]) -> None:
    for each in running:
        if each.done():
            each.result()
