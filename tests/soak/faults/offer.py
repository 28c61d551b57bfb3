"""Offers requests at a rate, whatever becomes of them, from a process of its own.

`python -m tests.soak.faults.offer PORT CODE RATE SECONDS SEED` asks for the sheet of a shared
routine, which is rendered each time, and publishes one of four times. A rate of 0 asks for the
next over each of its connections as soon as it has the last: so many can be answered. It writes
JSON: a list of requests, each the second in which it was due, seconds from then, and the status;
status 0 is one that had no answer, -1 one for which there was no connection.
"""

from __future__ import annotations

import asyncio
import json
import sys
from dataclasses import dataclass, field
from itertools import count
from random import Random
from typing import cast

from tests.share.people import given

CLOSED = 16
# Of one process, that the system lends; who finds none free is not sent, and says so.
MOST = 900
TICK = 0.005
# Until which the last may be answered.
PATIENCE_SECONDS = 20.0
PUBLISHED = 4
BODY = json.dumps(given()).encode()

Found = tuple[float, float, int]


@dataclass
class Offers:
    """What is asked, and what came of it."""

    port: int
    code: str
    seed: str
    found: list[Found] = field(default_factory=list)
    idle: list[Connection] = field(default_factory=list)
    opened: int = 0
    _numbers: count[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        self._chance = Random(self.seed)

    def request(self) -> bytes:
        number = next(self._numbers)
        network = f"11.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
        usual = f"Host: localhost\r\nX-Forwarded-For: {network}\r\nSec-Fetch-Site: same-origin\r\n"
        if number % PUBLISHED:
            return f"GET /en/r/{self.code}/print HTTP/1.1\r\n{usual}\r\n".encode()
        secret = f"{self._chance.getrandbits(128):032x}"
        head = (
            f"POST /api/routines HTTP/1.1\r\n{usual}Authorization: Bearer {secret}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(BODY)}\r\n\r\n"
        )
        return head.encode() + BODY

    async def connection(self) -> Connection | None:
        if self.idle:
            return self.idle.pop()
        if self.opened >= MOST:
            return None
        self.opened += 1
        loop = asyncio.get_running_loop()
        try:
            _, made = await loop.create_connection(lambda: Connection(self), "127.0.0.1", self.port)
        except OSError:
            self.opened -= 1
            return None
        return made


class Connection(asyncio.Protocol):
    """One request at a time."""

    def __init__(self, offers: Offers) -> None:
        self.offers = offers
        self.received = bytearray()
        self.due = 0.0
        self.done: asyncio.Future[int] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)

    def send(self, due: float) -> asyncio.Future[int]:
        self.due = due
        self.done = asyncio.get_running_loop().create_future()
        self.transport.write(self.offers.request())
        return self.done

    def data_received(self, data: bytes) -> None:
        self.received += data
        head, found, body = self.received.partition(b"\r\n\r\n")
        if found and is_whole(bytes(head).lower(), bytes(body)):
            status = int(head[9:12])
            self.received.clear()
            self._end(status)
            self.offers.idle.append(self)

    def connection_lost(self, _: Exception | None) -> None:
        self.offers.opened -= 1
        if self in self.offers.idle:
            self.offers.idle.remove(self)
        self._end(0)

    def _end(self, status: int) -> None:
        if self.done and not self.done.done():
            self.offers.found.append(
                (self.due, asyncio.get_running_loop().time() - self.due, status)
            )
            self.done.set_result(status)


def is_whole(head: bytes, body: bytes) -> bool:
    _, found, length = head.partition(b"content-length: ")
    if found:
        return len(body) >= int(length.split(b"\r\n")[0])
    return body.endswith(b"0\r\n\r\n")


async def closed(offers: Offers, seconds: float) -> None:
    """Each asks for the next as soon as it has the last."""
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds

    async def work() -> None:
        while loop.time() < end and (one := await offers.connection()):
            await one.send(loop.time())

    await asyncio.gather(*(work() for _ in range(CLOSED)))


async def open_(offers: Offers, rate: float, seconds: float) -> None:
    """At its moment each, whether or not those before have been answered."""
    loop = asyncio.get_running_loop()
    began, number, running = loop.time(), 0, set[asyncio.Task[None]]()
    while (now := loop.time()) < began + seconds:
        while number < (now - began) * rate:
            task = asyncio.create_task(_one(offers, began + number / rate))
            running.add(task)
            task.add_done_callback(running.discard)
            number += 1
        await asyncio.sleep(TICK)
    if running:
        await asyncio.wait(set(running), timeout=PATIENCE_SECONDS)
    offers.found += [(0.0, PATIENCE_SECONDS, 0) for _ in running]


async def _one(offers: Offers, due: float) -> None:
    one = await offers.connection()
    if one is None:
        offers.found.append((due, 0.0, -1))
        return
    await one.send(due)


async def main(port: int, code: str, rate: float, seconds: float, seed: str) -> None:
    offers = Offers(port, code, seed)
    await (open_(offers, rate, seconds) if rate else closed(offers, seconds))
    print(json.dumps(offers.found))


if __name__ == "__main__":
    given_port, given_code, given_rate, given_seconds, given_seed = sys.argv[1:]
    asyncio.run(
        main(int(given_port), given_code, float(given_rate), float(given_seconds), given_seed)
    )
