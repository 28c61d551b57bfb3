"""Messages, and a sender that may talk to loopback."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from tests.reminders.standin import Subscription
from webapp.reminders.connections import Connections, Limits
from webapp.reminders.endpoints import LOOPBACK
from webapp.reminders.sender import Message, Outcome, Sender
from webapp.reminders.vapid import Vapid

SUBJECT = "mailto:ana@example.org"
IMPATIENT = Limits(connect_seconds=0.5, answer_seconds=0.3, per_origin=4)
TAKEN = Outcome(201, None, gone=False, fault="")


def message(phone: Subscription, topic: str = "drink-1", payload: bytes = b"thirsty?") -> Message:
    return Message(phone.endpoint, phone.p256dh, phone.auth, payload, topic, 1800, "normal")


Use = Callable[[Sender], Awaitable[Any]]


def using(vapid: Vapid, use: Use, limits: Limits = IMPATIENT, **options: Any) -> Any:
    """What `use` returns, given a sender that may talk to loopback and is closed afterwards."""

    async def run() -> Any:
        sender = Sender(vapid, SUBJECT, [LOOPBACK], connections=Connections(limits), **options)
        try:
            return await use(sender)
        finally:
            await sender.close()

    return asyncio.run(run())


def send(vapid: Vapid, *messages: Message, **options: Any) -> list[Outcome]:
    """Send one after the other."""

    async def use(sender: Sender) -> list[Outcome]:
        return [await sender.send(each) for each in messages]

    outcomes: list[Outcome] = using(vapid, use, **options)
    return outcomes
