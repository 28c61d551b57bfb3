"""Phones that put, take away and are pushed to all at once neither fail nor wait for each other."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from sqlalchemy import Engine

from tests.reminders.phones import DAILY, Clock, phone, put, subscription
from tests.reminders.standin import PushService
from webapp.reminders import claims, store
from webapp.reminders.claims import Due, Settled
from webapp.reminders.store import Device

PHONES, TURNS = 6, 40
LATER = 10 * store.DAY


def settled(due: Due) -> Settled:
    return Settled(due.number, due.claim, due.next_at, due.next_at, 0, 0, None)


def test_all_at_once(engine: Engine, clock: Clock) -> None:
    service = PushService()
    subscriptions = [subscription(service.subscribe()) for _ in range(2)]
    devices = [phone(None) for _ in range(4)]

    def take_turns(number: int) -> None:
        chance = random.Random(number)
        for turn in range(TURNS):
            to = chance.choice(subscriptions)
            someone: Device = replace(chance.choice(devices), subscription=to)
            put(engine, someone, clock, *[DAILY] * 3)
            match turn % 4:
                case 0:
                    store.forget_subscription(engine, someone.id, to.endpoint)
                case 1:
                    taken = claims.claim(engine, f"{number}.{turn}", clock.now() + LATER, 1, 10)
                    claims.settle(engine, map(settled, taken))
                case 2:
                    store.forget(engine, someone.id, someone.id)

    with ThreadPoolExecutor(PHONES) as pool:
        list(pool.map(take_turns, range(PHONES)))
