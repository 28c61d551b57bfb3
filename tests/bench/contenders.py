"""What is measured beside the limit: our sender alone, and the whole worker on a database."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from sqlalchemy import Engine

from tests.bench import limit, stock
from tests.bench.sink import Sink
from webapp.clock import Clock
from webapp.reminders import counts
from webapp.reminders.endpoints import LOOPBACK
from webapp.reminders.sender import Message, Outcome, Sender
from webapp.reminders.vapid import Vapid
from webapp.reminders.worker import Worker

AT_ONCE = 32
CONTACT = "mailto:ana@example.org"
# What is due has been so for up to this long, which gives each its own anchor.
SPREAD_SECONDS = 600


class Counting(Sender):
    """Our sender, which says when it has had so many answers."""

    def __init__(self) -> None:
        super().__init__(Vapid(limit.key()), CONTACT, [LOOPBACK])
        self.answers = 0

    async def send(self, message: Message) -> Outcome:
        outcome = await super().send(message)
        assert outcome.status == 201, outcome
        self.answers += 1
        return outcome

    async def had(self, answers: int) -> None:
        while self.answers < answers:
            await asyncio.sleep(0.01)


class Limit:
    """Encryption with nothing around it."""

    async def prepare(self, many: int) -> None:
        pass

    async def run(self, many: int) -> None:
        limit.encrypt_all(many)


@dataclass
class Alone:
    """The sender, with messages that are ready."""

    service: Sink
    sender: Counting = field(default_factory=Counting)
    messages: list[Message] = field(default_factory=list)

    async def prepare(self, many: int) -> None:
        self.messages = [_message(self.service, number) for number in range(many)]

    async def run(self, many: int) -> None:
        messages = iter(self.messages[:many])

        async def work() -> None:
            for message in messages:
                await self.sender.send(message)

        await asyncio.gather(*(work() for _ in range(AT_ONCE)))


@dataclass
class Whole:
    """A worker that claims, encrypts, sends and writes what became of it."""

    engine: Engine
    sender: Counting = field(default_factory=Counting)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    async def prepare(self, many: int) -> None:
        now = Clock().now()
        last = now // 1000 - 1
        moments = {next(self.numbers): (last - i % SPREAD_SECONDS) * 1000 for i in range(many)}
        stock.make_due(self.engine, moments, now)

    async def run(self, many: int) -> None:
        stop = asyncio.Event()
        working = asyncio.create_task(Worker(self.engine, self.sender).run(stop))
        await self.sender.had(self.sender.answers + many)
        stop.set()
        await working

    def check(self) -> None:
        """Each was written down, once."""
        totals = counts.stats(self.engine, Clock().now()).totals
        assert totals["sent"] == sum(totals.values()) == self.sender.answers, totals


_POINTS = [limit.point(limit.key()) for _ in range(50)]


def _message(service: Sink, number: int) -> Message:
    auth, point = number.to_bytes(16, "big"), _POINTS[number % len(_POINTS)]
    return Message(
        service.endpoint(str(number)),
        base64.urlsafe_b64encode(point).decode(),
        base64.urlsafe_b64encode(auth).decode(),
        limit.PAYLOAD,
        f"topic-{number}",
        ttl=1800,
        urgency="high",
    )
