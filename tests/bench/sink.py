"""A push service in a process of its own that reads no more than it must, and notes when."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import cast

from webapp.reminders.endpoints import LOOPBACK

Arrival = tuple[str, float]


@dataclass(frozen=True)
class Sink:
    """The process, as seen from the one that measures."""

    process: subprocess.Popen[str]
    port: int

    def endpoint(self, name: str) -> str:
        return f"http://{LOOPBACK}:{self.port}/push/{name}"

    def arrivals(self) -> list[Arrival]:
        """Every message that it has taken: the end of its endpoint, and when in Unix seconds."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return [(name, at) for name, at in json.loads(self.process.stdout.readline())]


@contextmanager
def running() -> Iterator[Sink]:
    command, pipe = [sys.executable, "-m", "tests.bench.sink"], subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout
        try:
            yield Sink(process, int(process.stdout.readline()))
        finally:
            process.terminate()


class _Connection(asyncio.Protocol):
    """Counts a request's bytes and says 201."""

    def __init__(self, arrivals: list[Arrival]) -> None:
        self.arrivals = arrivals
        self.received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self.received += data
        head, found, body = self.received.partition(b"\r\n\r\n")
        if found and len(body) >= int(head.partition(b"Content-Length: ")[2].split(b"\r")[0]):
            name = head.split(b" ", 2)[1].rpartition(b"/")[2].decode()
            self.arrivals.append((name, time.time()))
            self.received = b""
            self.transport.write(b"HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n")


async def _serve() -> None:
    arrivals: list[Arrival] = []
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: _Connection(arrivals), LOOPBACK, 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    while await asyncio.to_thread(sys.stdin.readline):
        print(json.dumps(arrivals), flush=True)


if __name__ == "__main__":
    asyncio.run(_serve())
