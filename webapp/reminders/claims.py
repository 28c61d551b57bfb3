"""What is due is taken by a worker, for a time, and what became of it is written down.

A taken row has the worker's claim and is ready again when the lease ends: a worker that dies
loses nothing, and one that comes late with its outcome changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, bindparam, func, null, select, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.postgresql import psycopg

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


# In the order of `Due`.
_OF_REMINDER, _OF_DEVICE = Due.__slots__[:10], Due.__slots__[10:]

_READY = (
    select(reminder.c.number)
    .where(reminder.c.ready_at <= bindparam("now"))
    .order_by(reminder.c.ready_at)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
    .cte("ready")
)
_TAKE = (
    update(reminder)
    .where(reminder.c.number.in_(select(_READY.c.number)))
    .values(claim=bindparam("name"), ready_at=bindparam("until"))
)
# By the time too, which has an index. Their numbers would be a statement of its own each time.
_TAKEN = (
    select(*(reminder.c[name] for name in _OF_REMINDER), *(device.c[name] for name in _OF_DEVICE))
    .join(device)
    .where(reminder.c.ready_at == bindparam("until"), reminder.c.claim == bindparam("name"))
)
_SETTLE = (
    update(reminder)
    .where(reminder.c.number == bindparam("of"), reminder.c.claim == bindparam("held"))
    .values(
        claim=null(),
        **{name: bindparam(name) for name in Settled.__slots__ if name not in ("number", "claim")},
    )
)
# As the drivers take it: SQLAlchemy copies each row, which takes longer than writing it.
_SETTLE_TEXT = {
    "sqlite": str(_SETTLE.compile(dialect=sqlite.dialect(paramstyle="named"))),
    "postgresql": str(
        _SETTLE.compile(dialect=psycopg.dialect())  # type: ignore[no-untyped-call]
    ),
}


def claim(engine: Engine, name: str, now: int, lease: int, most: int) -> list[Due]:
    """Take at most so many of what is ready, the longest ready first, for `lease` milliseconds.

    On PostgreSQL several workers take side by side; SQLite has one worker (`alone`).
    """
    held = {"name": name, "until": now + lease}
    with engine.begin() as connection:
        if not connection.execute(_TAKE, {"now": now, "most": most, **held}).rowcount:
            return []
        # All at once: one at a time each waits for the thread that sends.
        rows = connection.execute(_TAKEN, held).all()
    return [Due(*row) for row in rows]


def settle(engine: Engine, settled: Iterable[Settled]) -> None:
    """Write what became of each, in one transaction; one that was taken since stays as it is."""
    ordered = sorted(settled, key=lambda each: each.number)  # as `store` locks them
    if ordered:
        with engine.begin() as connection:
            text = _SETTLE_TEXT[connection.dialect.name]
            connection.exec_driver_sql(text, [_parameters(each) for each in ordered])


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
