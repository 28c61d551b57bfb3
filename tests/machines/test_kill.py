"""Machines that are killed by -9 under load: nothing that was acknowledged or is due is lost."""

from __future__ import annotations

import http.client
import secrets
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from tests.machines.fleet import Fleet
from tests.redis import Redis
from tests.reminders.phones import ms, rows
from tests.reminders.standin import PushService
from tests.reminders.test_serve import eventually

AUTHORS, READERS = 3, 2
PAGE = "/en/routines/cold-water-10"
PHONES = 10


@dataclass
class Load:
    """What authors were told, and how readers fared."""

    fleet: Fleet
    codes: dict[str, str] = field(default_factory=dict)
    """By secret."""
    read: Counter[int] = field(default_factory=Counter)
    repeated: int = 0
    _over: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def running(self) -> Iterator[Load]:
        with ThreadPoolExecutor(AUTHORS + READERS) as pool:
            workers: list[Future[None]] = []
            workers += [pool.submit(self._go_on, self._publish) for _ in range(AUTHORS)]
            workers += [pool.submit(self._go_on, self._read) for _ in range(READERS)]
            try:
                yield self
            finally:
                self._over.set()
            for each in workers:
                each.result()

    def _go_on(self, turn: Callable[[], None]) -> None:
        while not self._over.is_set():
            turn()

    def _publish(self) -> None:
        """As phones do it: what has no answer is sent again with the same secret."""
        secret, ana = secrets.token_urlsafe(16), self.fleet.visitor()
        while True:
            try:
                answer = ana.publish(secret, title=f"Of {secret}")
            except (OSError, http.client.HTTPException):
                self.repeated += 1
                continue
            if answer.status == 201:
                self.codes[secret] = answer.json["code"]
                return
            assert answer.status == 502, answer.body
            self.repeated += 1

    def _read(self) -> None:
        ben = self.fleet.visitor()
        self.read[ben.get(PAGE).status] += 1
        for code in list(self.codes.values())[-1:]:
            self.read[ben.get(f"/en/r/{code}").status] += 1

    def more(self, published: int) -> None:
        """Until so many more are published, and as many pages read."""
        least, read = len(self.codes) + published, self.read.total() + published
        eventually(lambda: len(self.codes) >= least and self.read.total() >= read)

    def check(self) -> None:
        """Everyone who was told a code has it, and no reader has seen a fault."""
        assert set(self.read) == {200}
        for secret, code in self.codes.items():
            found = self.fleet.visitor().get(f"/api/routines/{code}")
            assert (found.status, found.json["version"]) == (200, 1)
            assert found.json["routine"]["title"] == f"Of {secret}"


@pytest.mark.sweep
def test_of_each_kind_one_is_killed_and_all_goes_on(
    fleet: Fleet, redis: Redis, engine: Engine, service: PushService
) -> None:
    with Load(fleet).running() as load:
        load.more(12)
        fleet.workers[0].kill()
        fleet.webs[0].kill()
        due = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=8)
        wanted = [fleet.visitor().remind(service, due) for _ in range(PHONES)]
        load.more(12)
        redis.kill()
        load.more(12)
        tomorrow = ms(due + timedelta(days=1))
        eventually(lambda: {each.next_at for each in rows(engine)} == {tomorrow})
    load.check()
    assert Counter(each.subscription for each in service.accepted) == dict.fromkeys(wanted, 1)
    survivor = f"127.0.0.1:{fleet.webs[1].port}"
    assert {fleet.visitor().get(PAGE).by for _ in range(4)} == {survivor}
