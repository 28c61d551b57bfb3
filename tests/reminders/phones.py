"""Phones that want reminders, a clock that can be set, and a worker that works once."""

from __future__ import annotations

import asyncio
import secrets
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from sqlalchemy import Engine, select

from tests.reminders import standin
from webapp import clock as clocks
from webapp.reminders import store, worker
from webapp.reminders.models import reminder
from webapp.reminders.schedule import parse
from webapp.reminders.sender import Sender
from webapp.reminders.store import Device, Stored, Subscription, Wanted, Wish
from webapp.reminders.vapid import Vapid
from webapp.reminders.worker import Worker

CONTACT = "mailto:club@limber.example"
EIGHT = datetime(2026, 11, 27, 8, tzinfo=UTC)
DAILY = ("FREQ=DAILY", "2026-11-26T08:00:00")
VAPID = Vapid(ec.generate_private_key(ec.SECP256R1()))


def ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


TOMORROW = ms(EIGHT) + store.DAY


class Clock(clocks.Clock):
    """Stands still until it is set; ten seconds before eight at first."""

    def __init__(self, at: datetime = EIGHT - timedelta(seconds=10)) -> None:
        self.at = at
        self.run = 0.0

    def now(self) -> int:
        return ms(self.at)

    def seconds(self) -> float:
        return self.at.timestamp()

    def monotonic(self) -> float:
        return self.run

    def go(self, **by: float) -> None:
        self.at += timedelta(**by)
        self.run += max(0.0, timedelta(**by).total_seconds())


def subscription(made: standin.Subscription) -> Subscription:
    return Subscription(made.endpoint, made.p256dh, made.auth)


def phone(to: standin.Subscription | None, zone: str = "UTC", language: str = "en") -> Device:
    subscribed = subscription(to) if to else None
    return Device(secrets.token_urlsafe(16), subscribed, zone, language, "https://limber.example")


def put(
    engine: Engine,
    device: Device,
    clock: clocks.Clock,
    *wishes: tuple[str, str],
    feed: str | None = None,
) -> Stored:
    """Put a device whose secret is its id, with reminders r0, r1, … by rule and anchor."""
    asked = [
        Wish(f"r{number}", parse(rule, anchor, device.zone), None)
        for number, (rule, anchor) in enumerate(wishes or [DAILY])
    ]
    return store.put(engine, Wanted(device, device.id, feed, asked), clock.now())


def work(engine: Engine, clock: Clock, *, rounds: int = 1) -> int:
    """A worker starts, says that it lives, works and ends; how many reminders it took."""
    return asyncio.run(_work(engine, clock, rounds))


async def _work(engine: Engine, clock: Clock, rounds: int) -> int:
    sender = Sender(VAPID, CONTACT, ("127.0.0.1",), now=clock.seconds)
    one = Worker(engine, sender, clock=clock, chance=lambda: 0.5)
    try:
        await one.beat()
        taken = [await one.once() for _ in range(rounds)]
        clock.run += worker.BEAT
        await one.beat()
        return sum(taken)
    finally:
        await sender.close()
        one.close()


async def beat(engine: Engine, clock: Clock) -> None:
    """A worker says that it lives, and takes nothing."""
    one = Worker(engine, None, clock=clock)
    await one.beat()
    one.close()


def rows(engine: Engine) -> list[Any]:
    with engine.connect() as connection:
        return list(connection.execute(select(reminder).order_by(reminder.c.number)).all())


def row(engine: Engine) -> Any:
    (only,) = rows(engine)
    return only
