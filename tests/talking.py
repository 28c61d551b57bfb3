"""What phones and builders ask of a real server, over HTTP, each from an address of its own."""

from __future__ import annotations

import itertools
import json
import secrets
import threading
import urllib.error
import urllib.request
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.serving import Server, serving
from tests.share.people import given
from webapp.config import read
from webapp.offline import baked

# One server is asked by many people; what a proxy says tells them apart.
APART = {"TRUSTED_PROXIES": "1", "LIMBER_RATE_LIMIT": "1000000 per minute"}
PATIENCE = 30

_numbers = itertools.count(1)


def served(settings: dict[str, str]) -> AbstractContextManager[Server]:
    """`serving` with these settings; nobody here asks for packs, so none are made meanwhile."""
    rest = {"LIMBER_PACKS": f"{settings['LIMBER_INSTANCE']}-packs", **APART, **settings}
    baked.folder(read(rest)).mkdir(parents=True, exist_ok=True)
    return serving(Path(rest.pop("LIMBER_INSTANCE")), command=None, cwd=None, **rest)


def ask(
    server: Server, method: str, path: str, body: Any = None, *, secret: str = "", **headers: str
) -> tuple[int, Any]:
    """Status, and the answer's JSON, or its text where it is none."""
    number = next(_numbers)
    request = urllib.request.Request(
        server.address + path,
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={
            "Content-Type": "application/json",
            "X-Forwarded-For": f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}",
            **({"Authorization": f"Bearer {secret}"} if secret else {}),
            **headers,
        },
    )
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return answer.status, _answered(answer.read())
    except urllib.error.HTTPError as answer:
        return answer.code, _answered(answer.read())


def _answered(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return body.decode()


def publish(server: Server, secret: str) -> str:
    """The code of a new routine; the secret stands in its title."""
    status, said = ask(server, "POST", "/api/routines", given(title=f"Of {secret}"), secret=secret)
    assert status == 201, said
    code: str = said["code"]
    return code


class Publishing:
    """Somebody who publishes one routine after the other, until the block ends."""

    def __init__(self, server: Server) -> None:
        self.told: dict[str, str] = {}
        self._server = server
        self._more = threading.Condition()
        self._stopping = False
        self._fault: BaseException | None = None
        self._thread = threading.Thread(target=self._publish)

    def _publish(self) -> None:
        try:
            while not self._stopping:
                secret = secrets.token_urlsafe(16)
                code = publish(self._server, secret)
                with self._more:
                    self.told[secret] = code
                    self._more.notify_all()
        except BaseException as fault:  # told where the block ends
            self._fault = fault

    def wait_for(self, more: int) -> dict[str, str]:
        """Until so many more were published; the code of each secret."""
        with self._more:
            wanted = len(self.told) + more
            assert self._more.wait_for(lambda: len(self.told) >= wanted, PATIENCE), self._fault
            return dict(self.told)

    def __enter__(self) -> Publishing:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stopping = True
        self._thread.join()
        assert self._fault is None
