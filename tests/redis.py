"""A real Redis of the tests' own: started on a port of its own, keeps nothing."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from tests.serving import free_port

PACKAGE = "redis-server"
START_SECONDS = 30


@dataclass
class Redis:
    """A running Redis, which can be lost in several ways."""

    port: int
    process: subprocess.Popen[bytes]

    @property
    def address(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def freeze(self) -> None:
        """From now on it accepts connections and never answers."""
        os.kill(self.process.pid, signal.SIGSTOP)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def answers(self) -> bool:
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1) as asking:
            asking.sendall(b"PING\r\n")
            # What asks for a password answers too.
            return asking.recv(1) != b""
        return False


def find_program() -> str | None:
    return shutil.which("redis-server")


@contextmanager
def running(*options: str, port: int | None = None) -> Iterator[Redis]:
    """With these options of its command line; on the port of one that has gone, if it is named."""
    program = find_program()
    if program is None:
        raise AssertionError(
            f"Redis is missing: install the package {PACKAGE} (on Debian, as root, "
            "`python -m tests.install machines` does it), or put redis-server on the path"
        )
    port = port or free_port()
    settings = ("--bind", "127.0.0.1", "--port", str(port), "--save", "", "--appendonly", "no")
    process = subprocess.Popen([program, *settings, *options], stdout=subprocess.DEVNULL)
    started = Redis(port, process)
    try:
        _wait(started)
        yield started
    finally:
        started.kill()


def _wait(started: Redis) -> None:
    end = time.monotonic() + START_SECONDS
    while not started.answers():
        assert started.process.poll() is None, "redis-server stopped"
        assert time.monotonic() < end, f"redis-server does not answer within {START_SECONDS} s"
        time.sleep(0.02)
