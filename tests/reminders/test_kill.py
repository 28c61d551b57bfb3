"""A worker that is killed at any point loses nothing, and a repeat replaces the first."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.reminders import mortal
from tests.reminders.phones import Clock, ms, phone, put, rows
from tests.reminders.standin import PushService

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Carnage:
    """How often the worker is killed, and the odds of it at a point; a message has two points.

    Before the last kill there is enough left for one.
    """

    devices: int
    kills: int
    odds: float


FEW, MANY = Carnage(60, 2, 1 / 15), Carnage(300, 5, 1 / 40)


@pytest.fixture
def service() -> Iterator[PushService]:
    with PushService().running() as started:
        yield started


def run(settings: dict[str, str], odds: float) -> int:
    return subprocess.run(
        [sys.executable, "-m", "tests.reminders.mortal"],
        env={**os.environ, **settings, "MORTAL_ODDS": str(odds)},
        cwd=ROOT,
        timeout=60,
        check=False,
    ).returncode


@pytest.mark.parametrize("carnage", [FEW, pytest.param(MANY, marks=pytest.mark.sweep)])
def test_killed_at_random_points_none_is_lost_and_repeats_replace(
    settings: dict[str, str], engine: Engine, service: PushService, carnage: Carnage
) -> None:
    due = datetime.now(UTC).replace(microsecond=0)
    before = Clock(due - timedelta(seconds=1))
    subscriptions = [service.subscribe() for _ in range(carnage.devices)]
    for each in subscriptions:
        put(engine, phone(each), before, ("FREQ=DAILY", due.replace(tzinfo=None).isoformat()))

    ends = [run(settings, carnage.odds) for _ in range(carnage.kills)]
    time.sleep(mortal.LEASE / 1000)
    assert run(settings, 0) == 0
    assert ends == [-9] * carnage.kills

    topics = defaultdict(list)
    for received in service.accepted:
        topics[received.subscription].append(received.topic)
    assert set(topics) == {each.id for each in subscriptions}
    assert all(len(set(seen)) == 1 for seen in topics.values())
    assert all(len(service.waiting(each)) == 1 for each in subscriptions)
    assert {each.next_at for each in rows(engine)} == {ms(due + timedelta(days=1))}
    assert {each.fault for each in rows(engine)} == {None}
