"""What one request asks, of what there is to be asked for, and how most of them are sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from werkzeug.routing import Map

from tests.asking import PAGE
from tests.soak.inputs.chance import odd

JSON = {"Content-Type": "application/json"}

Headers = dict[str, str]


@dataclass(frozen=True)
class Ask:
    """A request; `path` and `query` are escaped as they go over the line."""

    path: str
    method: str = "GET"
    query: str = ""
    headers: Headers = field(default_factory=dict)
    body: bytes = b""

    def __str__(self) -> str:
        parts = (self.method, self.path, self.query, self.headers, self.body)
        return " ".join(repr(each)[:300] for each in parts)


@dataclass(frozen=True)
class Known:
    """What is there to be asked for: codes with the secrets that edit them, the app's addresses."""

    owners: dict[str, str]
    addresses: Map

    @property
    def codes(self) -> list[str]:
        return list(self.owners)


def signed(chance: Random, secret: str) -> Headers:
    """Whose secret it is, most of the time written as it has to be."""
    written = f"Bearer {secret}"
    return {**PAGE, "Authorization": odd(chance, written) if chance.random() < 0.2 else written}
