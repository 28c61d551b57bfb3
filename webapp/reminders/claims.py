"""What is due is taken by a worker, for a time, and what became of it is written down.

A taken row has the worker's claim and is ready again when the lease ends: a worker that dies
loses nothing, and one that comes late with its outcome changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, bindparam, func, select, update

from webapp.reminders.models import device, reminder


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder that a worker has taken, with what it needs of the device."""

    number: int
    claim: str
    device_id: str
    id: str
    rule: str
    anchor: str
    not_before: int | None
    next_at: int
    ready_at: int
    """When another worker may take it."""
    tries: int
    endpoint: str
    p256dh: str
    auth: str
    zone: str
    language: str
    origin: str


@dataclass(frozen=True, slots=True)
class Settled:
    """What is written of a reminder that was taken."""

    number: int
    claim: str
    next_at: int | None
    ready_at: int | None
    planned_at: int
    tries: int
    fault: str | None


_OF_REMINDER = ("number", "id", "device_id", "rule", "anchor", "not_before", "next_at", "tries")
_OF_DEVICE = ("endpoint", "p256dh", "auth", "zone", "language", "origin")
_COLUMNS = [
    *(reminder.c[name] for name in (*_OF_REMINDER, "claim", "ready_at")),
    *(device.c[name] for name in _OF_DEVICE),
]

_SETTLE = (
    update(reminder)
    .where(reminder.c.number == bindparam("of"), reminder.c.claim == bindparam("held"))
    .values(claim=None)
)


def claim(engine: Engine, name: str, now: int, lease: int, most: int) -> list[Due]:
    """Take at most so many of what is ready, the longest ready first, for `lease` milliseconds.

    On PostgreSQL several workers take side by side; SQLite has one worker (`alone`).
    """
    ready = (
        select(reminder.c.number)
        .where(reminder.c.ready_at <= now)
        .order_by(reminder.c.ready_at)
        .limit(most)
        .with_for_update(skip_locked=True)
        .cte("ready")
    )
    take = update(reminder).where(reminder.c.number.in_(select(ready.c.number)))
    with engine.begin() as connection:
        taken = connection.execute(
            take.values(claim=name, ready_at=now + lease).returning(reminder.c.number)
        )
        numbers = taken.scalars().all()
        if not numbers:
            return []
        asked = select(*_COLUMNS).join(device).where(reminder.c.number.in_(numbers))
        return [Due(**row) for row in connection.execute(asked).mappings()]


def settle(engine: Engine, settled: Iterable[Settled]) -> None:
    """Write what became of each, in one transaction; one that was taken since stays as it is."""
    ordered = sorted(settled, key=lambda each: each.number)  # as `store` locks them
    if ordered:
        with engine.begin() as connection:
            connection.execute(_SETTLE, [_parameters(each) for each in ordered])


def _parameters(settled: Settled) -> dict[str, Any]:
    """Written out: `dataclasses.asdict` takes a tenth of the time of a message."""
    return {
        "of": settled.number,
        "held": settled.claim,
        "next_at": settled.next_at,
        "ready_at": settled.ready_at,
        "planned_at": settled.planned_at,
        "tries": settled.tries,
        "fault": settled.fault,
    }


def next_ready(engine: Engine) -> int | None:
    """When the next one may be taken."""
    with engine.connect() as connection:
        return connection.execute(select(func.min(reminder.c.ready_at))).scalar()


def release(engine: Engine, now: int, latest: int) -> int:
    """Give back what was taken until later than `latest`; how many."""
    taken = (reminder.c.claim.is_not(None), reminder.c.ready_at > latest)
    with engine.begin() as connection:
        given = update(reminder).where(*taken).values(ready_at=now, claim=None)
        return connection.execute(given).rowcount


def planned_after(engine: Engine, moment: int, above: int, most: int) -> Sequence[Any]:
    """Reminders with a next time that was computed later than a moment, by their numbers."""
    asked = (
        select(reminder, device.c.zone)
        .join(device)
        .where(
            reminder.c.planned_at > moment,
            reminder.c.number > above,
            reminder.c.fault.is_(None),
            device.c.endpoint.is_not(None),
        )
        .order_by(reminder.c.number)
        .limit(most)
    )
    with engine.connect() as connection:
        return connection.execute(asked).all()


def replan(engine: Engine, planned: Sequence[dict[str, Any]]) -> None:
    """Write next times that were computed anew: of `number`, with the other columns."""
    if planned:
        with engine.begin() as connection:
            again = update(reminder).where(reminder.c.number == bindparam("of"))
            connection.execute(again.values(claim=None), planned)
