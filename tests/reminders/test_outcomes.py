"""What becomes of a reminder by what its push service answers."""

from __future__ import annotations

import asyncio
import logging

import pytest
from sqlalchemy import Engine

from tests.reminders.phones import CONTACT, EIGHT, TOMORROW, VAPID, Clock, ms, phone, put, row, work
from tests.reminders.standin import Manner, PushService
from webapp.reminders import claims, counts, store
from webapp.reminders.sender import Sender
from webapp.reminders.worker import BATCH, Worker


@pytest.mark.parametrize("over", ["unsubscribed", "unknown"])
def test_a_subscription_that_is_over_takes_its_reminders_with_it(
    engine: Engine, clock: Clock, service: PushService, over: str
) -> None:
    to = service.subscribe()
    someone = phone(to)
    put(engine, someone, clock)
    put(engine, phone(service.subscribe()), clock)
    if over == "unsubscribed":
        service.unsubscribe(to)
    else:
        service._subscriptions.pop(to.id)
    clock.go(seconds=11)
    work(engine, clock)
    forgotten = store.get(engine, someone.id, someone.id)
    assert forgotten
    assert forgotten.subscription is None
    found = counts.stats(engine, clock.now())
    assert (found.subscribed, found.reminders, found.totals["gone"]) == (1, 1, 1)


def test_a_subscription_that_is_over_is_asked_once_although_its_phone_goes_on(
    engine: Engine, clock: Clock, service: PushService
) -> None:
    to = service.subscribe()
    someone = phone(to)
    service.unsubscribe(to)
    for seconds in (11, store.DAY / 1000, store.DAY / 1000):
        put(engine, someone, clock)
        clock.go(seconds=seconds)
        work(engine, clock)
    assert service.requests == 1


def test_a_calendar_outlives_the_subscription(
    engine: Engine, clock: Clock, service: PushService
) -> None:
    to = service.subscribe()
    put(engine, phone(to), clock, feed="f" * 22)
    service.unsubscribe(to)
    clock.go(seconds=11)
    work(engine, clock)
    found = store.feed(engine, "f" * 22, clock.now())
    assert found
    assert (found[0].subscription, len(found[1])) == (None, 1)
    assert work(engine, clock) == 0


def test_a_phone_that_subscribed_anew_meanwhile_stays(
    engine: Engine, clock: Clock, service: PushService
) -> None:
    to = service.subscribe()
    someone = phone(to)
    put(engine, someone, clock)
    assert not store.forget_subscription(engine, someone.id, "http://127.0.0.1/old")
    assert store.get(engine, someone.id, someone.id) == someone


@pytest.mark.parametrize(
    "manner",
    [Manner(429), Manner(500), Manner(503), Manner(kind="drop"), Manner(500, kind="garbage")],
)
def test_what_may_pass_is_tried_again_with_the_same_topic(
    engine: Engine, clock: Clock, service: PushService, manner: Manner
) -> None:
    to = service.subscribe()
    put(engine, phone(to), clock)
    service.behave_in_turn(to, manner, manner, Manner())
    clock.go(seconds=11)
    waits = []
    while not service.accepted:
        assert work(engine, clock) == 1
        assert work(engine, clock) == 0
        waits.append(row(engine).ready_at - clock.now())
        clock.at += (EIGHT - EIGHT).__class__(milliseconds=waits[-1])
    assert waits[0] == 15_000
    assert waits[-1] > waits[1] == 30_000
    assert row(engine).ready_at == TOMORROW
    assert counts.stats(engine, clock.now()).totals["retried"] == 2


def test_a_service_that_says_when_is_not_asked_before(
    engine: Engine, clock: Clock, service: PushService
) -> None:
    to = service.subscribe()
    put(engine, phone(to), clock)
    service.behave(Manner(429, retry_after="600"))
    clock.go(seconds=11)
    work(engine, clock)
    assert row(engine).ready_at - clock.now() == 600_000 + 15_000


def test_what_fails_for_long_is_given_up_loudly(
    engine: Engine, clock: Clock, service: PushService, caplog: pytest.LogCaptureFixture
) -> None:
    to = service.subscribe()
    put(engine, phone(to), clock)
    service.behave(Manner(500))
    clock.go(seconds=11)
    for _ in range(20):
        work(engine, clock)
        clock.go(minutes=4)
    assert service.requests == 6
    assert row(engine).next_at == TOMORROW
    assert counts.stats(engine, clock.now()).totals["given_up"] == 1
    (told,) = [each for each in caplog.records if each.levelno == logging.ERROR]
    assert "a reminder was given up: 127.0.0.1" in told.getMessage()
    assert to.id not in caplog.text


@pytest.mark.parametrize("status", [400, 403, 413])
def test_what_is_refused_is_tried_at_its_next_time(
    engine: Engine, clock: Clock, service: PushService, status: int
) -> None:
    put(engine, phone(service.subscribe()), clock)
    service.behave(Manner(status))
    clock.go(seconds=11)
    assert work(engine, clock, rounds=2) == 1
    assert row(engine).next_at == TOMORROW
    assert counts.stats(engine, clock.now()).totals["refused"] == 1


def test_a_redirect_is_not_followed(engine: Engine, clock: Clock, service: PushService) -> None:
    put(engine, phone(service.subscribe()), clock)
    service.behave(Manner(307, location=f"{service.origin}/elsewhere"))
    clock.go(seconds=11)
    work(engine, clock)
    assert service.requests == 1
    assert counts.stats(engine, clock.now()).totals["refused"] == 1


def test_a_service_that_does_not_answer_is_left_alone_for_a_while(
    engine: Engine, clock: Clock, service: PushService
) -> None:
    for _ in range(12):
        put(engine, phone(service.subscribe()), clock)
    service.behave(Manner(kind="drop"))
    clock.go(seconds=11)
    work(engine, clock)
    asked = service.requests
    clock.go(seconds=20)
    service.behave(Manner())
    work(engine, clock)
    assert asked <= 24
    assert len(service.accepted) > 0


def test_a_repeat_after_a_crash_takes_the_place_of_the_first(
    engine: Engine, clock: Clock, service: PushService
) -> None:
    to = service.subscribe()
    put(engine, phone(to), clock)
    clock.go(seconds=11)
    for _ in range(2):  # sent, and ended before anything was written
        asyncio.run(send_and_die(engine, clock))
        clock.go(seconds=61)
    work(engine, clock)
    assert len(service.accepted) == 3
    assert len({received.topic for received in service.accepted}) == 1
    assert len({received.json["notification"]["tag"] for received in service.accepted}) == 1
    assert len(service.waiting(to)) == 1


async def send_and_die(engine: Engine, clock: Clock) -> None:
    sender = Sender(VAPID, CONTACT, ("127.0.0.1",), now=clock.seconds)
    worker = Worker(engine, sender, clock=clock)
    for due in await worker._claim(BATCH):
        await worker._handle(due)
    await sender.close()
    worker.close()


def test_whoever_comes_late_with_an_outcome_changes_nothing(
    engine: Engine, clock: Clock, service: PushService
) -> None:
    someone = phone(service.subscribe())
    put(engine, someone, clock)
    clock.go(seconds=11)
    (due,) = claims.claim(engine, "slow", clock.now(), 60_000, 10)
    put(engine, someone, clock, ("FREQ=DAILY", "2026-11-26T09:00:00"))
    late = claims.Settled(due.number, due.claim, None, None, clock.now(), 0, None)
    claims.settle(engine, [late])
    assert row(engine).ready_at == ms(EIGHT) + 3600 * 1000
