"""Malformed HTTP to a real server, as bytes: what never comes as far as the front, or nearly."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from tests.front import raw
from tests.serving import Server, serving
from tests.soak.inputs.asked import Ask, Known
from tests.soak.inputs.asks import PARSERS
from tests.soak.inputs.chance import near

# Who has sent half a head is waited for by the server; this side does not.
PATIENCE_SECONDS = 0.5
# However busy the machine: what is slower hangs.
SLOW_SECONDS = 5.0
SETTINGS: Any = {"LIMBER_RATE_LIMIT": "100000000 per hour", "LIMBER_BODY_SECONDS": "0.2"}
FAULT = re.compile(r'Traceback|"level":"(?:error|critical)"|panicked')
HEADS = [
    b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
    b"POST /api/routines HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\na",
    b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n",
    b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff1\r\na\r\n",
    b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, gzip\r\n\r\n1\r\na\r\n0\r\n\r\n",
    b"GET http://evil.example/en HTTP/1.1\r\nHost: a\r\n\r\n",
    b"GET //evil.example/en HTTP/1.1\r\nHost: a\r\n\r\n",
    b"OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
    b"CONNECT evil.example:443 HTTP/1.1\r\nHost: a\r\n\r\n",
    b"GET /en/ HTTP/1.1\r\n\r\n",
    b"GET /en/ HTTP/1.0\r\n\r\n",
    b"GET /en/\r\n",
    b"GET /en/ HTTP/9.9\r\nHost: a\r\n\r\n",
    b"GET /en/ HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    b"GET /en/ HTTP/1.1\r\nHost: a\r\nX: a\r\n folded\r\n\r\n",
    b"GET /en/ HTTP/1.1\r\nHost: a\r\nX\0: a\r\n\r\n",
    b"GET /en/ HTTP/1.1\r\nHost: a\r\n" + b"X: a\r\n" * 300 + b"\r\n",
    b"GET /en/ HTTP/1.1\r\nHost: a\r\nX: " + b"a" * 500_000 + b"\r\n\r\n",
    b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
    b"GET /en/%00%ff%c0%af/..%2f HTTP/1.1\r\nHost: a\r\n\r\n",
    b"GET /en/\xff\xfe HTTP/1.1\r\nHost: \xff\r\n\r\n",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
]


def made(chance: Random, known: Known) -> bytes:
    """A request as it should be written, or one of the heads, most of the time with a slip."""
    asked = PARSERS[chance.choice(sorted(PARSERS))](chance, known)
    whole = chance.choice((written(asked), written(asked), chance.choice(HEADS)))
    if chance.random() < 0.3:
        return whole
    at = chance.randrange(min(len(whole), 400) + 1)
    slip = near(chance, "\r\n: ")[:40].encode("utf-8", "surrogatepass")
    return whole[:at] + chance.choice((b"", slip, bytes([chance.randrange(256)]))) + whole[at + 1 :]


def written(asked: Ask) -> bytes:
    target = asked.path + (f"?{asked.query}" if asked.query else "")
    headers = {"Host": "localhost", "Content-Length": str(len(asked.body)), **asked.headers}
    lines = [f"{asked.method} {target} HTTP/1.1", *(f"{n}: {v}" for n, v in headers.items())]
    return "\r\n".join(lines).encode("utf-8", "surrogatepass") + b"\r\n\r\n" + asked.body


def heard(server: Server, sent: bytes) -> tuple[str, float]:
    """The status of the answer, or that there was none; and seconds until then."""
    began = time.monotonic()
    opened = raw.connect(server.port)
    opened.settimeout(PATIENCE_SECONDS)
    try:
        opened.sendall(sent)
        status = str(raw.status(opened))
    except TimeoutError:
        status = "waits"
    except (OSError, IndexError, ValueError):
        status = "closed"
    finally:
        opened.close()
    return status, time.monotonic() - began


def ask(count: int, seed: str, known: Known, instance: Path) -> tuple[Counter[str], list[str]]:
    """So many, one connection each; how often which status came, and what was wrong."""
    with serving(instance, **SETTINGS) as server:
        statuses: Counter[str] = Counter()
        faults = []
        for number in range(count):
            chance = Random(f"{seed}/lines/{number}")
            sent = made(chance, known)
            status, seconds = heard(server, sent)
            statuses[status] += 1
            faults += [
                f"lines {number}: {each}: {sent[:300]!r}" for each in _wrong(status, seconds)
            ]
        faults += [
            f"logged {line[:1000]}" for line in server.said().splitlines() if FAULT.search(line)
        ]
        if server.get("/healthz")[0] != 200:
            faults.append("afterwards it answers no longer")
    return statuses, faults


def _wrong(status: str, seconds: float) -> Iterator[str]:
    if status.isdigit() and int(status) >= 500 and status != "503":
        yield f"status {status}"
    if seconds > SLOW_SECONDS:
        yield f"took {seconds:.1f} s"
