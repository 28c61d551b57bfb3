"""A worker that comes late, or whose clock was wrong, loses and repeats nothing."""

from __future__ import annotations

import asyncio

from sqlalchemy import Engine

from tests.reminders.phones import EIGHT, Clock, beat, ms, phone, put, row, work
from tests.reminders.standin import PushService
from webapp.reminders import claims, counts, store


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
