"""Two web processes and two workers as on four machines, behind one proxy, on one PostgreSQL."""

from __future__ import annotations

import http.client
import json
import secrets
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from tests.bench.process import working
from tests.machines import proxy
from tests.redis import Redis
from tests.reminders.phones import CONTACT, ms
from tests.reminders.standin import PushService
from tests.serving import Server, serving
from tests.share.people import given

# So many requests one network may make in a minute; each visitor of the tests has one of its own.
ALLOWED = 100


@dataclass(frozen=True)
class Answer:
    """What came through the proxy, and which web process it came from."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def by(self) -> str:
        """Of several that were tried the last."""
        return self.headers["served-by"].rpartition(" ")[2]


@dataclass
class Visitor:
    """Somebody before the proxy, with an address of their own."""

    port: int
    address: str

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> Answer:
        """Over a new connection; OSError or HTTPException when it ends without an answer."""
        whence = (self.address, 0)
        connection = http.client.HTTPConnection(
            "127.0.0.1", self.port, timeout=30, source_address=whence
        )
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        page = {"Sec-Fetch-Site": "same-origin", "Content-Type": "application/json"}
        try:
            connection.request(method, path, body and json.dumps(body), {**page, **named})
            found = connection.getresponse()
            headers = {name.lower(): value for name, value in found.getheaders()}
            return Answer(found.status, headers, found.read())
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, **headers)

    def publish(self, secret: str, **changed: Any) -> Answer:
        return self.ask("POST", "/api/routines", given(**changed), Authorization=f"Bearer {secret}")

    def change(self, code: str, secret: str, version: int, **changed: Any) -> Answer:
        key = {"Authorization": f"Bearer {secret}", "If_Match": f'"{version}"'}
        return self.ask("PUT", f"/api/routines/{code}", given(**changed), **key)

    def remind(self, service: PushService, at: datetime) -> str:
        """Of something, every day from this moment in UTC on; the subscription's id."""
        to, device = service.subscribe(), secrets.token_urlsafe(16)
        body = {
            "subscription": to.as_json,
            "zone": "UTC",
            "language": "en",
            "feed": None,
            "reminders": [
                {"id": "drink", "rule": "FREQ=DAILY", "anchor": at.strftime("%Y-%m-%dT%H:%M:%S")}
            ],
        }
        answer = self.ask("PUT", f"/api/reminders/{device}", body, Authorization=f"Bearer {device}")
        assert answer.status == 200, answer.body
        assert answer.json["next"] == {"drink": ms(at)}, "it was put too late to be due"
        return to.id


@dataclass
class Fleet:
    """All of it, running."""

    webs: list[Server]
    workers: list[subprocess.Popen[bytes]]
    proxy: Server
    _visitors: Iterator[int] = field(default_factory=lambda: count(2))

    @property
    def names(self) -> set[str]:
        """What `Answer.by` may be."""
        return {f"127.0.0.1:{web.port}" for web in self.webs}

    def visitor(self) -> Visitor:
        """Somebody who has not been here; all of 127.0.0.0/8 is this machine."""
        number = next(self._visitors)
        return Visitor(self.proxy.port, f"127.9.{number // 250}.{number % 250 + 1}")


@contextmanager
def running(folder: Path, database: str, redis: Redis) -> Iterator[Fleet]:
    """Each on an instance folder of its own; the push key is the same for all."""
    settings = {
        "DATABASE_URL": database,
        "LIMBER_CONTACT": CONTACT,
        "LIMBER_PUSH_HOSTS": "127.0.0.1",
        "LIMBER_VAPID_KEY": str(folder / "vapid.pem"),
        "LIMBER_RATE_LIMIT": f"{ALLOWED} per minute",
        "LIMBER_RATE_LIMIT_STORAGE": redis.address,
        "TRUSTED_PROXIES": "1",
    }
    with ExitStack() as stack:
        enter = stack.enter_context
        webs = [
            enter(serving(folder / f"web{number}", command=None, cwd=None, **settings))
            for number in range(2)
        ]
        workers = [
            enter(working({**settings, "LIMBER_INSTANCE": str(folder / f"worker{number}")})).process
            for number in range(2)
        ]
        yield Fleet(webs, workers, enter(proxy.before(webs, folder / "proxy")))
