"""The service does what it likes, and holds up nobody."""

from __future__ import annotations

import asyncio
import time

import pytest

from tests.reminders.sender.sending import TAKEN, message, send, using
from tests.reminders.standin import Manner, PushService, Subscription
from webapp.reminders.sender import Outcome, Sender
from webapp.reminders.vapid import Vapid


@pytest.mark.timed
def test_a_service_that_hangs_is_left(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    service.behave(Manner(kind="hang"))
    began = time.monotonic()
    [outcome] = send(vapid, message(phone))
    assert time.monotonic() - began < 2
    assert outcome == Outcome(None, None, gone=False, fault="no answer within 0.3 s")


def test_one_that_hangs_holds_up_no_other(service: PushService, vapid: Vapid) -> None:
    slow, quick = service.subscribe(), service.subscribe()
    service.behave(Manner(kind="hang"), only=slow)

    async def use(sender: Sender) -> list[Outcome]:
        return await asyncio.gather(*(sender.send(message(each)) for each in (slow, quick)))

    assert [outcome.status for outcome in using(vapid, use)] == [None, 201]


@pytest.mark.parametrize("kind", ["endless", "short"])
def test_a_body_that_does_not_end_is_cut_off(
    service: PushService, phone: Subscription, vapid: Vapid, kind: str
) -> None:
    service.behave_in_turn(phone, Manner(kind=kind), Manner())
    assert send(vapid, *[message(phone)] * 2) == [TAKEN] * 2
    assert service.connections == 2, "what still came was not read as an answer"


@pytest.mark.parametrize(
    ("kind", "fault"),
    [("endless head", "headers do not end"), ("garbage", "not HTTP/1.1")],
)
def test_what_is_no_answer_is_a_fault(
    service: PushService, phone: Subscription, vapid: Vapid, kind: str, fault: str
) -> None:
    service.behave(Manner(kind=kind))
    [outcome] = send(vapid, message(phone))
    assert outcome.status is None
    assert fault in outcome.fault


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_not_followed(
    service: PushService, phone: Subscription, vapid: Vapid, status: int
) -> None:
    with PushService().running() as elsewhere:
        service.behave(Manner(status, location=elsewhere.subscribe().endpoint))
        [outcome] = send(vapid, message(phone))
        assert elsewhere.connections == 0
    assert (outcome.status, outcome.gone, outcome.fault) == (status, False, str(status))
    assert service.requests == 1


def test_nobody_listens(vapid: Vapid) -> None:
    with PushService().running() as service:
        phone = service.subscribe()
    [outcome] = send(vapid, message(phone))
    assert outcome.status is None
    assert outcome.fault
