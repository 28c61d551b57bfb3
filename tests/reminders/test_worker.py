"""What is due is sent, once, and nothing that goes wrong keeps others waiting."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, update

from tests.reminders.phones import CONTACT, EIGHT, VAPID, Clock, ms, phone, put, row, rows, work
from tests.reminders.standin import Manner, PushService
from webapp.reminders import claims, counts, store
from webapp.reminders.models import device, reminder
from webapp.reminders.sender import Message, Outcome, Sender
from webapp.reminders.worker import BATCH, Worker

TOMORROW = ms(EIGHT) + store.DAY


def test_nothing_is_sent_before_its_time(
    engine: Engine, clock: Clock, service: PushService
) -> None:
    put(engine, phone(service.subscribe()), clock)
    assert work(engine, clock) == 0
    assert service.requests == 0


def test_what_is_due_is_sent_and_the_next_time_computed(
    engine: Engine, clock: Clock, service: PushService
) -> None:
    someone = phone(service.subscribe(), language="ar")
    put(engine, someone, clock)
    clock.go(seconds=11)
    assert work(engine, clock) == 1
    (received,) = service.accepted
    assert received.json == {
        "web_push": 8030,
        "notification": {
            "title": received.json["notification"]["title"],
            "lang": "ar",
            "dir": "rtl",
            "tag": "r0",
            "navigate": "https://limber.example/ar/reminders/#r0",
            "silent": False,
        },
        "mutable": True,
    }
    assert "Limber" in received.json["notification"]["title"]
    assert (received.urgency, received.ttl) == ("high", 30 * 60 - 1)
    assert (row(engine).next_at, row(engine).ready_at) == (TOMORROW, TOMORROW)
    assert row(engine).claim is None
    assert counts.stats(engine, clock.now()).totals["sent"] == 1
    assert work(engine, clock) == 0


def test_one_without_push_is_never_taken(engine: Engine, clock: Clock) -> None:
    put(engine, phone(None), clock)
    clock.go(seconds=11)
    assert work(engine, clock) == 0
    assert counts.stats(engine, clock.now()).backlog == 0


def test_one_that_is_over_is_not_planned_again(
    engine: Engine, clock: Clock, service: PushService
) -> None:
    put(engine, phone(service.subscribe()), clock, ("FREQ=DAILY;COUNT=1", "2026-11-27T08:00:00"))
    clock.go(seconds=11)
    assert work(engine, clock, rounds=2) == 1
    assert (row(engine).next_at, row(engine).ready_at) == (None, None)


def test_two_workers_send_each_reminder_once(
    engine: Engine, clock: Clock, service: PushService
) -> None:
    """Side by side on PostgreSQL; on SQLite too, should the lock ever fail."""
    devices = [phone(service.subscribe()) for _ in range(BATCH * 3)]
    for each in devices:
        put(engine, each, clock)
    clock.go(seconds=11)

    async def both() -> list[int]:
        return await asyncio.gather(*(until_nothing_is_due() for _ in range(2)))

    async def until_nothing_is_due() -> int:
        sender = Sender(VAPID, CONTACT, ("127.0.0.1",), now=clock.seconds)
        worker, total = Worker(engine, sender, clock=clock), 0
        while taken := await worker.once():
            total += taken
        await sender.close()
        worker.close()
        return total

    taken = asyncio.run(both())
    assert sum(taken) == len(devices)
    assert min(taken) > 0
    told = [received.subscription for received in service.accepted]
    assert len(told) == len(set(told)) == len(devices)


@pytest.mark.parametrize(
    "poison",
    [
        {"rule": "NONSENSE"},
        {"rule": "FREQ=DAILY;BYDAY=XX"},
        {"rule": ""},
        {"anchor": "yesterday"},
    ],
)
def test_a_poisoned_rule_is_set_aside_and_blocks_nobody(
    engine: Engine, clock: Clock, service: PushService, poison: dict[str, str]
) -> None:
    put(engine, phone(service.subscribe()), clock)
    with engine.begin() as connection:
        connection.execute(update(reminder).values(**poison))
    put(engine, phone(service.subscribe()), clock)
    clock.go(seconds=11)
    assert work(engine, clock, rounds=2) == 2
    poisoned, other = rows(engine)
    assert poisoned.fault.startswith("rule: ")
    assert (poisoned.ready_at, other.ready_at, other.fault) == (None, TOMORROW, None)
    assert counts.stats(engine, clock.now()).set_aside == 1
    assert counts.faults(engine) == [(poisoned.fault, 1)]


@pytest.mark.parametrize(
    "poison",
    [
        {"p256dh": "short"},
        {"auth": "?"},
        {"p256dh": "B" + "A" * 86},
        {"endpoint": "https://elsewhere.example/push"},
        {"endpoint": "http://[::1/"},
        {"zone": "Nowhere/Land"},
    ],
)
def test_a_poisoned_device_is_set_aside_and_blocks_nobody(
    engine: Engine, clock: Clock, service: PushService, poison: dict[str, str]
) -> None:
    put(engine, phone(service.subscribe()), clock)
    with engine.begin() as connection:
        connection.execute(update(device).values(**poison))
    put(engine, phone(service.subscribe()), clock)
    clock.go(seconds=11)
    work(engine, clock, rounds=2)
    poisoned, other = rows(engine)
    assert poisoned.fault
    assert (poisoned.ready_at, other.ready_at, other.fault) == (None, TOMORROW, None)
    assert service.accepted[-1].json["notification"]["tag"] == "r0"


def test_one_that_was_set_aside_comes_back_when_its_phone_puts_it_again(
    engine: Engine, clock: Clock, service: PushService
) -> None:
    someone = phone(service.subscribe())
    put(engine, someone, clock)
    with engine.begin() as connection:
        connection.execute(update(reminder).values(fault="rule: broken", ready_at=None))
    put(engine, someone, clock)
    assert (row(engine).fault, row(engine).ready_at) == (None, ms(EIGHT))


def test_after_downtime_what_still_makes_sense_is_sent(
    engine: Engine, clock: Clock, service: PushService
) -> None:
    put(engine, phone(service.subscribe()), clock)
    clock.go(minutes=25)
    work(engine, clock)
    assert len(service.accepted) == 1
    assert service.accepted[0].ttl == 5 * 60 + 10


def test_after_downtime_what_came_too_late_is_dropped_and_goes_on(
    engine: Engine, clock: Clock, service: PushService
) -> None:
    put(engine, phone(service.subscribe()), clock)
    clock.go(days=3, minutes=31)
    work(engine, clock)
    assert service.requests == 0
    assert row(engine).next_at == ms(EIGHT) + 4 * store.DAY
    assert counts.stats(engine, clock.now()).totals["dropped"] == 1


def test_a_clock_that_was_ahead_and_is_set_back_loses_nothing(
    engine: Engine, clock: Clock, service: PushService
) -> None:
    put(engine, phone(service.subscribe()), clock)
    clock.go(days=400)
    work(engine, clock)
    assert row(engine).next_at > ms(EIGHT) + 399 * store.DAY
    clock.go(days=-400)
    work(engine, clock)
    assert (row(engine).next_at, row(engine).ready_at) == (ms(EIGHT), ms(EIGHT))
    clock.go(seconds=11)
    work(engine, clock)
    assert len(service.accepted) == 1


def test_a_clock_set_back_a_little_repeats_nothing(
    engine: Engine, clock: Clock, service: PushService
) -> None:
    put(engine, phone(service.subscribe()), clock)
    clock.go(seconds=11)
    work(engine, clock)
    clock.go(seconds=-20)
    work(engine, clock)
    clock.go(seconds=20)
    work(engine, clock)
    assert len(service.accepted) == 1


def test_a_lease_of_a_clock_that_was_ahead_ends(
    engine: Engine, clock: Clock, service: PushService
) -> None:
    put(engine, phone(service.subscribe()), clock)
    clock.go(hours=5)
    asyncio.run(beat(engine, clock))
    claims.claim(engine, "dead", clock.now(), 60_000, 10)
    clock.go(hours=-5)
    clock.go(seconds=11)
    work(engine, clock, rounds=2)
    assert len(service.accepted) == 1


async def beat(engine: Engine, clock: Clock) -> None:
    worker = Worker(engine, None, clock=clock)
    await worker.beat()
    worker.close()


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


def test_devices_are_forgotten_after_sixty_silent_days(
    engine: Engine, clock: Clock, service: PushService
) -> None:
    silent, calendar = phone(service.subscribe()), phone(None)
    put(engine, silent, clock)
    put(engine, calendar, clock, feed="f" * 22)
    for _ in range(61):
        clock.go(days=1)
        work(engine, clock)
        assert store.feed(engine, "f" * 22, clock.now())
    assert store.get(engine, silent.id, silent.id) is None
    assert store.get(engine, calendar.id, calendar.id)
    assert counts.stats(engine, clock.now()).totals["silent"] == 1


def test_many_silent_devices_are_forgotten_in_turn(
    engine: Engine, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While they are deleted nothing else is written."""
    monkeypatch.setattr(store, "FORGOTTEN", 3)
    for _ in range(7):
        put(engine, phone(None), clock)
    with engine.begin() as connection:
        connection.execute(update(device).values(seen_at=clock.now() - 61 * store.DAY))
    left = []

    async def run() -> None:
        worker = Worker(engine, None, clock=clock)
        for _ in range(4):
            await worker.beat()
            left.append(counts.stats(engine, clock.now()).devices)
        worker.close()

    asyncio.run(beat(engine, clock))
    asyncio.run(run())
    assert left == [4, 1, 0, 0]


def test_a_clock_far_ahead_makes_nobody_forgotten(
    engine: Engine, clock: Clock, service: PushService
) -> None:
    someone = phone(service.subscribe())
    put(engine, someone, clock)
    work(engine, clock)
    clock.go(days=400)
    work(engine, clock)
    assert store.get(engine, someone.id, someone.id)


def test_a_worker_without_a_sender_takes_nothing(engine: Engine, clock: Clock) -> None:
    put(engine, phone(None), clock)
    clock.go(seconds=11)

    async def run() -> int:
        worker = Worker(engine, None, clock=clock)
        await worker.beat()
        taken = await worker.once()
        worker.close()
        return taken

    assert asyncio.run(run()) == 0


def test_while_it_runs_nothing_waits_for_a_lease(
    engine: Engine, clock: Clock, service: PushService
) -> None:
    """Batches overlap: while one is written, others are sent and taken."""
    for _ in range(BATCH * 4):
        put(engine, phone(service.subscribe()), clock)
    clock.go(seconds=11)

    async def run() -> None:
        sender = Sender(VAPID, CONTACT, ("127.0.0.1",), now=clock.seconds)
        worker, stop = Worker(engine, sender, clock=clock), asyncio.Event()
        running = asyncio.create_task(worker.run(stop))
        while len(service.accepted) < BATCH * 4:
            await asyncio.sleep(0.01)
        stop.set()
        await running
        await sender.close()

    asyncio.run(asyncio.wait_for(run(), 30))
    assert len(service.accepted) == BATCH * 4
    assert {(each.ready_at, each.claim) for each in rows(engine)} == {(TOMORROW, None)}


class Slow:
    """A push service whose queue outlasts every lease; says how often a message was begun."""

    def __init__(self) -> None:
        self.begun = 0

    async def send(self, _message: Message) -> Outcome:
        self.begun += 1
        await asyncio.sleep(60)
        raise AssertionError("it should have been put off by then")

    async def close(self) -> None:
        """Nothing is open."""


def test_what_outlasts_its_lease_is_put_off_and_no_other_worker_has_it_meanwhile(
    engine: Engine, service: PushService
) -> None:
    lease, due = 1000, datetime.now(UTC).replace(microsecond=0)
    at_once = ("FREQ=DAILY", due.replace(tzinfo=None).isoformat())
    put(engine, phone(service.subscribe()), Clock(due - timedelta(seconds=1)), at_once)
    slow = Slow()

    async def run() -> None:
        workers = [Worker(engine, slow, lease=lease) for _ in range(2)]
        stop = asyncio.Event()
        running = [asyncio.create_task(each.run(stop)) for each in workers]
        await asyncio.sleep(2.5 * lease / 1000)
        stop.set()
        await asyncio.gather(*running)

    asyncio.run(run())
    assert slow.begun == 1
    assert (row(engine).tries, row(engine).claim) == (1, None)
    assert row(engine).next_at == ms(due)
