"""The service refuses, and the outcome says why and for how long."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from tests.reminders.sender.sending import message, send
from tests.reminders.standin import Manner, PushService, Subscription, date
from webapp.reminders.endpoints import LOOPBACK
from webapp.reminders.sender import Outcome, Sender
from webapp.reminders.vapid import Vapid


@pytest.mark.parametrize("status", [404, 410])
def test_a_subscription_that_is_over_is_gone(
    service: PushService, phone: Subscription, vapid: Vapid, status: int
) -> None:
    service.behave(Manner(status))
    [outcome] = send(vapid, message(phone))
    assert (outcome.status, outcome.gone, outcome.fault) == (status, True, str(status))


def test_who_unsubscribed_is_gone(service: PushService, phone: Subscription, vapid: Vapid) -> None:
    service.unsubscribe(phone)
    [outcome] = send(vapid, message(phone))
    assert (outcome.status, outcome.gone) == (410, True)


@pytest.mark.parametrize("status", [400, 401, 403, 413, 429, 500, 503])
def test_every_other_refusal_is_a_fault_and_not_the_end(
    service: PushService, phone: Subscription, vapid: Vapid, status: int
) -> None:
    service.behave(Manner(status, body='{"reason":\r\n"Because"}'))
    [outcome] = send(vapid, message(phone))
    assert (outcome.status, outcome.gone) == (status, False)
    assert outcome.fault == f'{status} {{"reason": "Because"}}'


def test_a_service_says_how_long_to_wait(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    now = 1_800_000_000.0
    service.now = lambda: now
    texts = ["120", date(now + 90), date(now - 90), "9" * 12, "9" * 40, "soon", "-5", ""]
    service.behave_in_turn(phone, *(Manner(429, text) for text in texts))
    outcomes = send(vapid, *[message(phone)] * len(texts), now=lambda: now)
    assert [outcome.retry_after for outcome in outcomes] == [
        120.0,
        90.0,
        0.0,
        86400.0,
        None,
        None,
        None,
        None,
    ]


def test_the_address_stands_in_no_fault(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    service.behave(Manner(404, body=f"/push/{phone.id} was not found {'x' * 9999}"))
    [outcome] = send(vapid, message(phone))
    assert phone.id not in outcome.fault
    assert len(outcome.fault) < 250


def test_the_stand_in_refuses_another_sender_and_a_wrong_contact(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    other = Vapid(ec.generate_private_key(ec.SECP256R1()))
    assert send(other, message(phone))[0].status == 403

    async def nobody() -> Outcome:
        sender = Sender(vapid, "mailto:x@localhost", [LOOPBACK])
        try:
            return await sender.send(message(phone))
        finally:
            await sender.close()

    assert "BadJwtToken: sub" in asyncio.run(nobody()).fault
    stale = send(vapid, message(phone), now=lambda: time.time() - 13 * 3600)
    assert "BadJwtToken: exp" in stale[0].fault
    assert service.accepted == []


def test_the_stand_in_refuses_what_the_phone_could_not_read(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    stranger = service.subscribe()
    wrong = replace(message(phone), p256dh=stranger.p256dh)
    assert "cannot be decrypted" in send(vapid, wrong)[0].fault
