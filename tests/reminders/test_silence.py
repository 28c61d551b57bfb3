"""Devices that say nothing for long are forgotten, and no others."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import Engine, update

from tests.reminders.phones import Clock, beat, phone, put, work
from tests.reminders.standin import PushService
from webapp.reminders import counts, store
from webapp.reminders.models import device
from webapp.reminders.worker import Worker


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
