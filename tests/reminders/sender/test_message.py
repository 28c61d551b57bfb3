"""What can never be sent is not."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from tests.reminders.sender.sending import SUBJECT, message, send
from tests.reminders.standin import PushService, Subscription
from webapp.reminders.encryption import SubscriptionError
from webapp.reminders.endpoints import EndpointError
from webapp.reminders.sender import Sender
from webapp.reminders.vapid import Vapid


def test_no_connection_is_made_for_an_address_that_is_not_known(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    async def run() -> None:
        sender = Sender(vapid, SUBJECT)
        try:
            with pytest.raises(EndpointError):
                await sender.send(message(phone))
        finally:
            await sender.close()

    asyncio.run(run())
    assert service.connections == 0


def test_no_connection_is_made_for_keys_that_are_none(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    with pytest.raises(SubscriptionError):
        send(vapid, replace(message(phone), p256dh="x"))
    assert service.connections == 0


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("topic", ""),
        ("topic", "x" * 33),
        ("topic", "x\r\nX-Evil: 1"),
        ("topic", "a b"),
        ("topic", "x\n"),
        ("ttl", -1),
        ("urgency", "normal\r\nX-Evil: 1"),
        ("urgency", "now"),
    ],
)
def test_headers_hold_nothing_else(phone: Subscription, field: str, value: Any) -> None:
    with pytest.raises(ValueError, match=f"^{field}: "):
        replace(message(phone), **{field: value})
