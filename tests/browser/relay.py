"""A relay between browser and servers: it changes servers under an origin, harms what passes."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.serving import Server

# Longer than anybody waits.
FROZEN_SECONDS = 60

Harm = Callable[[bytes], bytes]
HOP = {"connection", "transfer-encoding", "content-length", "date", "server"}


@dataclass
class Relay:
    """Where it leads, what it does to what passes, and what was asked for."""

    port: int
    target: Server | None
    """Without a target connections end without an answer."""
    harm: dict[str, Harm] = field(default_factory=dict)
    """By the beginning of a path: what becomes of its body."""
    cut: dict[str, int] = field(default_factory=dict)
    """By the beginning of a path: after so many bytes the connection ends."""
    slow: dict[str, float] = field(default_factory=dict)
    """By the beginning of a path: seconds between each sixteenth of its body."""
    frozen: dict[str, int] = field(default_factory=dict)
    """By the beginning of a path: after so many bytes nothing more comes."""
    plain: bool = False
    """Whether servers are asked for bodies that are not compressed: one byte is one byte."""
    asked: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def count(self, start: str) -> int:
        return sum(path.startswith(start) for path in self.asked)


@contextmanager
def relaying(target: Server) -> Iterator[Relay]:
    class Handler(_Handler):
        pass

    http_server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http_server.daemon_threads = True
    relay = Handler.relay = Relay(http_server.server_address[1], target)
    thread = threading.Thread(target=http_server.serve_forever, daemon=True)
    thread.start()
    try:
        yield relay
    finally:
        http_server.shutdown()
        http_server.server_close()


class _Handler(BaseHTTPRequestHandler):
    relay: Relay
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.relay.asked.append(self.path)
        if self.relay.target is None:
            self._end()
            return
        status, headers, body = self._ask(self.relay.target)
        for start, harm in self.relay.harm.items():
            body = harm(body) if self.path.startswith(start) else body
        self.send_response(status)
        for name, value in headers:
            if name.lower() not in HOP:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        most = [size for start, size in self.relay.cut.items() if self.path.startswith(start)]
        frozen = [size for start, size in self.relay.frozen.items() if self.path.startswith(start)]
        if frozen:
            self.wfile.write(body[: min(frozen)])
            self.wfile.flush()
            time.sleep(FROZEN_SECONDS)
        elif most:
            self.wfile.write(body[: min(most)])
            self._end()
        else:
            self._write(body)

    def _write(self, body: bytes) -> None:
        pauses = [each for start, each in self.relay.slow.items() if self.path.startswith(start)]
        size = len(body) // 16 + 1 if pauses else len(body) or 1
        for at in range(0, len(body), size):
            self.wfile.write(body[at : at + size])
            self.wfile.flush()
            time.sleep(max(pauses, default=0))

    def _ask(self, target: Server) -> tuple[int, list[tuple[str, str]], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", target.port, timeout=30)
        left_out = {*HOP, *(["accept-encoding"] if self.relay.plain else [])}
        kept = {name: value for name, value in self.headers.items() if name.lower() not in left_out}
        connection.request("GET", self.path, headers=kept)
        answer = connection.getresponse()
        found = answer.status, answer.getheaders(), answer.read()
        connection.close()
        return found

    def _end(self) -> None:
        self.wfile.flush()
        self.close_connection = True
        self.connection.close()

    def log_message(self, *_: object) -> None:
        """Nothing: the tests say what went wrong."""
