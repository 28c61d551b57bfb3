"""Connections to push services: to a checked address only, encrypted, kept open, bounded."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast
from weakref import WeakValueDictionary

from webapp.reminders import answers, endpoints
from webapp.reminders.answers import Answer, AnswerError
from webapp.reminders.endpoints import LOOPBACK, Address, Endpoint

Resolve = Callable[[str, int], Address]

# Twice what is read of an answer; more comes only of a service that says more than it is asked.
MOST_RECEIVED = 4 * answers.LONGEST


@dataclass(frozen=True)
class Limits:
    """How long a push service may take, and how many connections it is given."""

    connect_seconds: float = 5.0
    answer_seconds: float = 10.0
    kept_seconds: float = 60.0
    per_origin: int = 32
    origins: int = 16


class Connection(asyncio.Protocol):
    """One HTTP/1.1 connection that is asked one thing at a time.

    No StreamReader, because that cannot say whether something came while nothing was asked,
    such as the 408 of a service that is tired of waiting.
    """

    def __init__(self) -> None:
        self._received = bytearray()
        self._lost = False
        self._late = False
        self._answered = 0.0
        self._waiting: asyncio.Future[None] | None = None
        self._transport: asyncio.Transport

    def is_usable(self, kept_seconds: float) -> bool:
        """Whether it may be asked again; after a long silence a router may have dropped it."""
        silence = asyncio.get_running_loop().time() - self._answered
        return not self._lost and not self._received and silence < kept_seconds

    async def ask(self, request: bytes, seconds: float) -> Answer:
        """Send a request and read its answer; ConnectionError if the other side just closed."""
        loop = asyncio.get_running_loop()
        self._transport.write(request)
        # Not `asyncio.timeout`, which takes more than twice as long.
        alarm = loop.call_later(seconds, self._ring)
        try:
            answer = await self._answer(seconds)
        finally:
            alarm.cancel()
        self._received.clear()
        self._answered = loop.time()
        return answer

    def drop(self) -> None:
        self._transport.abort()

    async def _answer(self, seconds: float) -> Answer:
        while (answer := answers.read(bytes(self._received))) is None:
            if self._lost:
                return self._ended()
            if self._late:
                return self._unfinished(seconds)
            self._waiting = asyncio.get_running_loop().create_future()
            await self._waiting
        return answer

    def _unfinished(self, seconds: float) -> Answer:
        """Who has said the status and dawdles over the body has answered."""
        try:
            return answers.last(bytes(self._received))
        except AnswerError:
            raise TimeoutError(f"no answer within {seconds:g} s") from None

    def _ended(self) -> Answer:
        if not self._received:
            raise ConnectionResetError("closed without an answer")
        return answers.last(bytes(self._received))

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self._received += data
        if len(self._received) > MOST_RECEIVED:
            self.drop()
        self._wake()

    def eof_received(self) -> None:
        self._lost = True
        self._wake()

    def connection_lost(self, _error: Exception | None) -> None:
        self._lost = True
        self._wake()

    def _ring(self) -> None:
        self._late = True
        self._wake()

    def _wake(self) -> None:
        if self._waiting and not self._waiting.done():
            self._waiting.set_result(None)


class Connections:
    """The connections of one sender, for one event loop."""

    def __init__(
        self,
        limits: Limits = Limits(),
        resolve: Resolve = endpoints.resolve,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._limits = limits
        self._resolve = resolve
        self._tls = tls or ssl.create_default_context()
        self._kept: dict[str, list[Connection]] = {}
        # Forgotten when nobody waits there: whoever subscribes may invent names.
        self._gates: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()
        self._closed = False

    async def ask(self, endpoint: Endpoint, request: bytes) -> Answer:
        """Over a kept connection, or a new one; a new one too where the kept one was closed."""
        async with self._gate(endpoint.origin):
            kept = self._take(endpoint.origin)
            if kept:
                try:
                    return await self._ask(kept, endpoint, request)
                except ConnectionError:
                    pass  # Closed while it was kept: the service has most likely not read it.
            return await self._ask(await self._open(endpoint), endpoint, request)

    def _gate(self, origin: str) -> asyncio.Semaphore:
        gate = self._gates.get(origin)
        if gate is None:
            gate = self._gates[origin] = asyncio.Semaphore(self._limits.per_origin)
        return gate

    async def close(self) -> None:
        self._closed = True
        for connections in self._kept.values():
            _drop(connections)
        self._kept.clear()
        await asyncio.sleep(0)  # in which the sockets are closed

    async def _ask(self, connection: Connection, endpoint: Endpoint, request: bytes) -> Answer:
        keeps = False
        try:
            answer = await connection.ask(request, self._limits.answer_seconds)
            keeps = answer.keeps and not self._closed
            return answer
        finally:
            if keeps:
                self._keep(endpoint.origin, connection)
            else:
                connection.drop()

    async def _open(self, endpoint: Endpoint) -> Connection:
        seconds = self._limits.connect_seconds
        try:
            async with asyncio.timeout(seconds):
                address = await self._address(endpoint)
                return await self._connect(endpoint, address)
        except TimeoutError:
            raise TimeoutError(f"no connection within {seconds:g} s") from None

    async def _address(self, endpoint: Endpoint) -> Address:
        if endpoint.host == LOOPBACK:
            return Address(LOOPBACK, endpoint.port)
        return await asyncio.to_thread(self._resolve, endpoint.host, endpoint.port)

    async def _connect(self, endpoint: Endpoint, address: Address) -> Connection:
        """To the IP address that was checked, while the certificate must be the name's."""
        _, connection = await asyncio.get_running_loop().create_connection(
            Connection,
            address.ip,
            address.port,
            ssl=self._tls if endpoint.is_encrypted else None,
            server_hostname=endpoint.host if endpoint.is_encrypted else None,
        )
        return connection

    def _take(self, origin: str) -> Connection | None:
        kept = self._kept.get(origin, [])
        while kept:
            connection = kept.pop()
            if connection.is_usable(self._limits.kept_seconds):
                return connection
            connection.drop()
        return None

    def _keep(self, origin: str, connection: Connection) -> None:
        kept = self._kept.pop(origin, [])
        kept.append(connection)
        self._kept[origin] = kept  # the last used last: invented names drive out each other
        if len(self._kept) > self._limits.origins:
            _drop(self._kept.pop(next(iter(self._kept))))


def _drop(connections: list[Connection]) -> None:
    for connection in connections:
        connection.drop()
