"""One push service that is slow leaves room for the others, and a quick one may have all."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack
from time import monotonic

import pytest
from sqlalchemy import Engine

from tests.reminders.phones import CONTACT, DAILY, VAPID, Clock, phone, put
from tests.reminders.standin import Manner, PushService
from webapp.reminders import shares
from webapp.reminders.sender import Sender
from webapp.reminders.shares import SHARE, SLOW, Shares
from webapp.reminders.worker import SLOTS, Worker

HOST, OTHER = "push.example", "other.example"
LATER = SLOW + 0.1


def taken(found: Shares, host: str, many: int, now: float = 0.0) -> ExitStack:
    stack = ExitStack()
    for _ in range(many):
        stack.enter_context(found.taken(host, now))
    return stack


def test_a_quick_service_may_have_all() -> None:
    found = Shares()
    taken(found, HOST, SLOTS)
    assert not found.is_used_up(HOST, SLOW)
    assert found.stuck(SLOW) == 0


def test_a_slow_one_has_its_share_and_others_theirs() -> None:
    found = Shares()
    under_way = taken(found, HOST, SHARE - 1)
    assert not found.is_used_up(HOST, LATER)
    with found.taken(HOST, LATER):
        assert found.is_used_up(HOST, LATER)
        assert not found.is_used_up(OTHER, LATER)
        assert found.stuck(LATER) == SHARE
    assert not found.is_used_up(HOST, LATER)
    under_way.close()
    assert found.stuck(LATER) == 0


def test_it_is_quick_again_when_the_late_ones_have_ended() -> None:
    found = Shares()
    late = taken(found, HOST, SHARE)
    taken(found, HOST, SHARE, now=LATER)
    assert found.is_used_up(HOST, LATER)
    late.close()
    assert not found.is_used_up(HOST, LATER)


class Running(Clock):
    """The day stands still, and waiting takes its time."""

    def monotonic(self) -> float:
        return monotonic()


@pytest.fixture
def other() -> Iterator[PushService]:
    with PushService().running() as started:
        yield started


@pytest.mark.timed
def test_who_is_due_elsewhere_does_not_wait_for_a_service_that_hangs(
    engine: Engine, service: PushService, other: PushService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shares, "SLOW", 0.3)
    clock = Running()
    service.behave(Manner(kind="hang"))
    other.now = clock.seconds
    for _ in range(SLOTS + SHARE):
        put(engine, phone(service.subscribe()), clock)
    for _ in range(5):
        put(engine, phone(other.subscribe()), clock, (DAILY[0], "2026-11-26T08:00:01"))
    clock.go(seconds=12)

    async def run() -> None:
        sender = Sender(VAPID, CONTACT, ("127.0.0.1",), now=clock.seconds)
        worker, stop = Worker(engine, sender, clock=clock), asyncio.Event()
        running = asyncio.create_task(worker.run(stop))
        async with asyncio.timeout(5):  # the first that hang are given up after ten
            while len(other.accepted) < 5:
                await asyncio.sleep(0.01)
        stop.set()
        await running
        await sender.close()

    monkeypatch.setattr("webapp.reminders.worker.STOP", 0.1)
    asyncio.run(run())
