"""Sends one push (RFC 8030) and says what became of it."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus

from webapp.reminders import answers, encryption, endpoints
from webapp.reminders.answers import Answer, AnswerError
from webapp.reminders.connections import Connections
from webapp.reminders.endpoints import Endpoint, EndpointError
from webapp.reminders.vapid import Vapid

URGENCIES = ("very-low", "low", "normal", "high")
_TOPIC = re.compile(r"[A-Za-z0-9_-]{1,32}")
_TAKEN = range(200, 300)
_GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
_QUOTED = 200


@dataclass(frozen=True)
class Message:
    """One push to one subscription; a later one of the same topic replaces it."""

    endpoint: str
    p256dh: str
    auth: str
    payload: bytes
    topic: str
    ttl: int
    urgency: str

    def __post_init__(self) -> None:
        if not _TOPIC.fullmatch(self.topic):
            raise ValueError("topic: must be 1 to 32 url-safe signs")
        if self.ttl < 0:
            raise ValueError("ttl: must be 0 or more seconds")
        if self.urgency not in URGENCIES:
            raise ValueError(f"urgency: must be one of {', '.join(URGENCIES)}")


@dataclass(frozen=True)
class Outcome:
    """What became of a push: no status when no answer came, no fault when it was taken over.

    `gone` means the subscription is over and its device can be forgotten.
    """

    status: int | None
    retry_after: float | None
    gone: bool
    fault: str


class Sender:
    """Sends over kept connections; made for one event loop, and closed at its end."""

    def __init__(
        self,
        vapid: Vapid,
        subject: str,
        allowed: Sequence[str] = endpoints.ALLOWED,
        *,
        connections: Connections | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._vapid = vapid
        self._subject = subject
        self._allowed = allowed
        self._connections = connections or Connections()
        self._now = now

    async def send(self, message: Message) -> Outcome:
        """EndpointError or SubscriptionError for what can never be sent; all else is an outcome."""
        endpoint = endpoints.check(message.endpoint, self._allowed)
        request = self._request(endpoint, message)
        # All that are ready are encrypted before the first is written: in bursts a write costs
        # 15 µs, but up to 100 where each wakes the other side again.
        await asyncio.sleep(0)
        try:
            answer = await self._connections.ask(endpoint, request)
        except (OSError, EndpointError, AnswerError) as error:
            # EndpointError here is a name led astray, which the next look-up may set right.
            return Outcome(None, None, gone=False, fault=str(error) or type(error).__name__)
        return _outcome(answer, endpoint, self._now())

    async def close(self) -> None:
        await self._connections.close()

    def _request(self, endpoint: Endpoint, message: Message) -> bytes:
        body = encryption.encrypt(message.payload, message.p256dh, message.auth)
        head = (
            f"POST {endpoint.target} HTTP/1.1\r\n"
            f"Host: {endpoint.authority}\r\n"
            f"Authorization: {self._vapid.header(endpoint.origin, self._subject, self._now())}\r\n"
            f"TTL: {message.ttl}\r\n"
            f"Urgency: {message.urgency}\r\n"
            f"Topic: {message.topic}\r\n"
            "Content-Encoding: aes128gcm\r\n"
            "Content-Type: application/octet-stream\r\n"
            f"Content-Length: {len(body)}\r\n"
            "\r\n"
        )
        return head.encode("ascii") + body


def _outcome(answer: Answer, endpoint: Endpoint, now: float) -> Outcome:
    return Outcome(
        answer.status,
        answers.wait(answer, now),
        gone=answer.status in _GONE,
        fault="" if answer.status in _TAKEN else _fault(answer, endpoint),
    )


def _fault(answer: Answer, endpoint: Endpoint) -> str:
    """Status and the service's own words, without the address: whoever knows it could push."""
    said = answer.body.decode("utf-8", "replace").replace(endpoint.target, "…")
    words = " ".join("".join(sign if sign.isprintable() else " " for sign in said).split())
    return f"{answer.status} {words[:_QUOTED]}".strip()
