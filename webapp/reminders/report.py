"""`limber reminders stats`: how reminders stand, for whoever runs Limber."""

from __future__ import annotations

from collections.abc import Iterator

from webapp.clock import Clock
from webapp.config import Config
from webapp.database import open_engine
from webapp.reminders import counts


def lines(config: Config) -> Iterator[str]:
    engine = open_engine(config)
    found = counts.stats(engine, Clock().now())
    yield f"devices: {found.devices}, {found.subscribed} of them take pushes"
    yield f"reminders: {found.reminders}, {found.set_aside} of them set aside"
    yield f"due and not taken: {found.backlog}, the oldest for {found.late_seconds:.0f} s"
    yield f"worker: {_heard(found.worker_age)}"
    for name, told in counts.TOTALS.items():
        yield f"{name.replace('_', ' ')}: {found.totals[name]}  ({told.rstrip('.')})"
    for fault, count in counts.faults(engine):
        yield f"set aside {count} times: {fault}"
    engine.dispose()


def _heard(age: float | None) -> str:
    return "none was ever heard of" if age is None else f"heard of {age:.0f} s ago"
