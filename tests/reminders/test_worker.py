"""What is due is sent, once, and nothing that goes wrong keeps others waiting."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, event, update

from tests.reminders.phones import (
    CONTACT,
    EIGHT,
    TOMORROW,
    VAPID,
    Clock,
    ms,
    phone,
    put,
    row,
    rows,
    work,
)
from tests.reminders.standin import PushService
from webapp.reminders import claims, counts
from webapp.reminders.models import device, reminder
from webapp.reminders.sender import Message, Outcome, Sender
from webapp.reminders.worker import BATCH, LEASE, Worker


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


@pytest.mark.parametrize("on_each_database", ["sqlite"], indirect=True)  # PostgreSQL has several
def test_one_that_begins_alone_waits_for_a_locked_database_and_takes_what_a_dead_one_had(
    engine: Engine, clock: Clock, service: PushService
) -> None:
    put(engine, phone(service.subscribe()), clock)
    clock.go(seconds=11)
    assert len(claims.claim(engine, "dead", clock.now(), LEASE, BATCH)) == 1
    event.listen(engine, "checkout", lambda held, *_: held.execute("PRAGMA busy_timeout=50"))

    async def run() -> None:
        sender = Sender(VAPID, CONTACT, ("127.0.0.1",), now=clock.seconds)
        worker, stop = Worker(engine, sender, clock=clock), asyncio.Event()
        with closing(sqlite3.connect(str(engine.url.database), isolation_level=None)) as holder:
            holder.execute("BEGIN EXCLUSIVE")
            running = asyncio.create_task(worker.run(stop, alone=True))
            await asyncio.sleep(0.3)
            assert not running.done()
        while not service.accepted:
            clock.run += 0.05
            await asyncio.sleep(0.05)
        stop.set()
        await running
        await sender.close()

    asyncio.run(asyncio.wait_for(run(), 30))
    assert len(service.accepted) == 1


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
