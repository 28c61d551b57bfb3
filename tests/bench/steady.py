"""A worker's process over some minutes: how late its messages come, and whether it grows."""

from __future__ import annotations

import random
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench import judging, process, sink, stock
from tests.soak.judging import Row
from webapp import database
from webapp.config import read
from webapp.database import open_engine
from webapp.reminders.endpoints import LOOPBACK

STORED = 100_000
A_MINUTE = 1000
# Our pages ask for whole minutes, so all of a minute may be due in the same second.
PEAK = 1000
PEAKS, WARMING = 25, 5
APART_SECONDS = 2
# Until the worker has started, and for what is under way at the end.
START_SECONDS, END_SECONDS = 8, 5
LONGEST_MINUTES = (STORED - PEAK * PEAKS) // A_MINUTE


@dataclass(frozen=True)
class Plan:
    """When each reminder is due, by its number and in Unix seconds: even minutes, then peaks."""

    even: dict[int, int]
    peaks: dict[int, int]

    @property
    def warm(self) -> int:
        """When the worker has had the peaks that fill its caches."""
        return min(self.peaks.values()) + WARMING * APART_SECONDS

    @property
    def end(self) -> int:
        return max(self.peaks.values()) + END_SECONDS


def judge(minutes: float) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder, sink.running() as service:
        settings = {
            "LIMBER_INSTANCE": str(Path(folder) / "instance"),
            "LIMBER_CONTACT": "mailto:ana@example.org",
            "LIMBER_PUSH_HOSTS": LOOPBACK,
            "DATABASE_URL": "",
        }
        plan = _prepare(settings, service, minutes)
        with process.working(settings) as worker:
            worker.watch(plan.end)
        arrivals = service.arrivals()
    later = (PEAKS - WARMING) * PEAK
    return [
        *judging.judge_lateness(f"late, {A_MINUTE} a minute", _named(plan.even), arrivals),
        *judging.judge_lateness(f"late, {PEAK} in a second", _named(plan.peaks), arrivals),
        *judging.judge_sizes(worker.sizes, plan.warm, later),
    ]


def _prepare(settings: dict[str, str], service: sink.Sink, minutes: float) -> Plan:
    config = read(settings)
    database.prepare(config)
    engine = open_engine(config)
    stock.fill(engine, STORED, service, int(time.time() * 1000))
    plan = _plan(int(time.time()) + START_SECONDS, minutes)
    moments = {number: at * 1000 for number, at in (plan.even | plan.peaks).items()}
    stock.make_due(engine, moments, int(time.time() * 1000))
    engine.dispose()
    return plan


def _plan(begin: int, minutes: float) -> Plan:
    numbers = iter(random.sample(range(1, STORED + 1), STORED))
    seconds, many = int(minutes * 60), int(minutes * A_MINUTE)
    even = {next(numbers): begin + i * seconds // many for i in range(many)}
    first = begin + seconds + END_SECONDS
    peaks = {
        next(numbers): first + each * APART_SECONDS for each in range(PEAKS) for _ in range(PEAK)
    }
    return Plan(even, peaks)


def _named(due: dict[int, int]) -> dict[str, float]:
    return {str(number): float(at) for number, at in due.items()}
