"""Ana, who shares a routine, as a device of hers tells the server."""

from __future__ import annotations

import json
import urllib.request
from dataclasses import dataclass, field
from typing import Any

from tests.serving import Server

SECRET = "ana-has-the-key-000001"

STEPS = [
    {"exercise": "raise-one-hand", "dose": {"repetitions": 1, "sides": "each"}},
    {"exercise": "look-back", "dose": {"repetitions": 1, "sides": "each"}},
]

ROUTINE: dict[str, Any] = {
    "format": "limber-routine",
    "version": 1,
    "title": "Low back, week 2",
    "whatFor": "For the mornings",
    "notes": "Slowly. Morning and evening.",
    "language": "en",
    "times": [{"at": "07:30", "days": [1, 3, 5]}, {"at": "18:00", "days": [1, 2, 3, 4, 5, 6, 7]}],
    "steps": STEPS,
}


@dataclass
class Author:
    """Publishes one routine on a server, and goes on with it."""

    server: Server
    secret: str = SECRET
    code: str = field(default="", init=False)
    version: int = field(default=0, init=False)

    @property
    def path(self) -> str:
        """Of the page in English."""
        return f"/en/r/{self.code}"

    def publish(self, **changed: Any) -> Author:
        answer = self._ask("POST", "", {**ROUTINE, **changed})
        self.code, self.version = answer["code"], answer["version"]
        return self

    def change(self, **changed: Any) -> None:
        last = {"If-Match": f'"{self.version}"'}
        answer = self._ask("PUT", f"/{self.code}", {**ROUTINE, **changed}, **last)
        self.version = answer["version"]

    def withdraw(self) -> None:
        self._ask("DELETE", f"/{self.code}", None)

    def _ask(self, method: str, path: str, body: Any, **headers: str) -> Any:
        request = urllib.request.Request(
            f"{self.server.address}/api/routines{path}",
            data=json.dumps(body).encode() if body else None,
            method=method,
            headers={
                "Authorization": f"Bearer {self.secret}",
                "Content-Type": "application/json",
                "Origin": self.server.address,
                **headers,
            },
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.loads(answer.read() or "null")
