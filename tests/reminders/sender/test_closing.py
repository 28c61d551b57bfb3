"""The service closes a connection, and is asked anew once."""

from __future__ import annotations

import asyncio

import pytest

from tests.reminders.sender.sending import TAKEN, message, send, using
from tests.reminders.standin import Manner, PushService, Subscription
from webapp.reminders.connections import Limits
from webapp.reminders.sender import Outcome, Sender
from webapp.reminders.vapid import Vapid


def test_a_kept_connection_that_was_closed_is_opened_anew(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    async def use(sender: Sender) -> list[Outcome]:
        first = await sender.send(message(phone))
        await asyncio.to_thread(service.close_connections)
        return [first, await sender.send(message(phone))]

    assert using(vapid, use) == [TAKEN, TAKEN]
    assert service.connections == 2


def test_a_kept_connection_that_closes_at_the_next_message_is_opened_anew_once(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    service.behave_in_turn(phone, Manner(), Manner(kind="drop"), Manner())
    assert send(vapid, message(phone), message(phone)) == [TAKEN, TAKEN]
    assert (service.connections, service.requests) == (2, 3)


def test_once_and_no_more(service: PushService, phone: Subscription, vapid: Vapid) -> None:
    service.behave_in_turn(phone, Manner(), Manner(kind="drop"))
    _, outcome = send(vapid, message(phone), message(phone))
    assert outcome.status is None
    assert "closed without an answer" in outcome.fault
    assert service.requests == 3


def test_a_new_connection_that_closes_is_a_fault(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    service.behave(Manner(kind="drop"))
    [outcome] = send(vapid, message(phone))
    assert (outcome.status, outcome.gone) == (None, False)
    assert service.requests == 1


@pytest.mark.parametrize("kind", ["close", "no length"])
def test_a_service_that_closes_after_each_answer_is_asked_anew(
    service: PushService, phone: Subscription, vapid: Vapid, kind: str
) -> None:
    service.behave(Manner(kind=kind))
    assert send(vapid, *[message(phone)] * 3) == [TAKEN] * 3
    assert len(service.accepted) == 3


def test_what_a_service_says_unasked_is_not_the_next_answer(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    service.behave_in_turn(phone, Manner(kind="tired"), Manner())

    async def use(sender: Sender) -> list[Outcome]:
        first = await sender.send(message(phone))
        await asyncio.sleep(0.2)
        return [first, await sender.send(message(phone))]

    assert using(vapid, use) == [TAKEN, TAKEN]
    assert service.connections == 2


def test_after_a_long_silence_a_connection_is_not_trusted(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    assert send(vapid, *[message(phone)] * 2, limits=Limits(kept_seconds=0)) == [TAKEN] * 2
    assert service.connections == 2
