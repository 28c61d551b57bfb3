"""A push arrives, on connections that are kept and few."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from dataclasses import replace

from tests.reminders.sender.sending import IMPATIENT, SUBJECT, TAKEN, message, send, using
from tests.reminders.standin import Manner, PushService, Subscription
from webapp.reminders.connections import MOST_RECEIVED, Connection
from webapp.reminders.sender import Outcome, Sender
from webapp.reminders.vapid import Vapid


def test_the_phone_gets_what_was_sent(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    assert send(vapid, message(phone)) == [TAKEN]
    assert service.refused == []
    [received] = service.waiting(phone)
    assert (received.payload, received.topic) == (b"thirsty?", "drink-1")
    assert (received.ttl, received.urgency) == (1800, "normal")
    assert received.claims["aud"] == service.origin
    assert received.claims["sub"] == SUBJECT


def test_a_repeat_replaces_what_was_not_delivered(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    send(vapid, message(phone), message(phone, "routine-1"), message(phone, payload=b"again"))
    assert [each.payload for each in service.waiting(phone)] == [b"thirsty?", b"again"]
    assert [each.topic for each in service.deliver(phone)] == ["routine-1", "drink-1"]
    assert service.waiting(phone) == []


def test_connections_are_kept(service: PushService, phone: Subscription, vapid: Vapid) -> None:
    assert send(vapid, *[message(phone)] * 20) == [TAKEN] * 20
    assert service.connections == 1


def test_the_service_that_was_used_last_keeps_its_connection(vapid: Vapid) -> None:
    """Names that somebody invents drive out each other."""
    limits = replace(IMPATIENT, origins=2)
    with ExitStack() as stack:
        first, *others = (stack.enter_context(PushService().running()) for _ in range(4))

        async def use(sender: Sender) -> None:
            for other in others:
                for each in (first, other):
                    assert await sender.send(message(each.subscribe())) == TAKEN

        using(vapid, use, limits)
    assert first.connections == 1


def test_a_kept_connection_that_goes_on_talking_is_dropped() -> None:
    class Transport(asyncio.Transport):
        aborted = False

        def abort(self) -> None:
            self.aborted = True

    transport, connection = Transport(), Connection()
    connection.connection_made(transport)
    connection.data_received(b"x" * MOST_RECEIVED)
    assert not transport.aborted
    connection.data_received(b"x")
    assert transport.aborted


def test_never_more_connections_than_allowed(service: PushService, vapid: Vapid) -> None:
    phones = [service.subscribe() for _ in range(40)]

    async def use(sender: Sender) -> list[Outcome]:
        return await asyncio.gather(*(sender.send(message(phone)) for phone in phones))

    assert using(vapid, use) == [TAKEN] * 40
    assert service.connections == 4
    assert all(len(service.waiting(phone)) == 1 for phone in phones)


def test_a_status_of_success_is_one(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    for status in (200, 202, 204):
        service.behave(Manner(status))
        assert send(vapid, message(phone)) == [Outcome(status, None, gone=False, fault="")]
