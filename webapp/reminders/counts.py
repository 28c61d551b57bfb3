"""What workers say of themselves, and what an operator asks: how many, how late, what failed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, Engine, Table, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite

from webapp.reminders.decisions import STEP
from webapp.reminders.models import device, reminder, total, worker
from webapp.reminders.store import DAY

# What a worker counts, with what it says of it in /metrics.
TOTALS = {
    "sent": "Messages that a push service has taken.",
    "retried": "Tries that failed and were put off.",
    "given_up": "Reminders given up after several tries.",
    "refused": "Messages that a push service has refused.",
    "dropped": "Reminders that came too late to be sent.",
    "gone": "Subscriptions that their push service no longer knows.",
    "set_aside": "Reminders that cannot be sent as they stand.",
    "silent": "Devices deleted after 60 days without a word.",
}


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Whether reminders are late at a moment."""

    backlog: int
    """Reminders that are due and not taken."""
    late_seconds: float
    """Of the one that has been due the longest."""
    worker_age: float | None
    """Seconds since a worker was last heard of; None when there never was one."""


@dataclass(frozen=True, kw_only=True)
class Stats(Standing):
    """The same, with what is there and what was done."""

    devices: int
    subscribed: int
    reminders: int
    set_aside: int
    totals: Mapping[str, int]


def standing(engine: Engine, now: int) -> Standing:
    """Cheap however much is stored, because anybody may ask for it."""
    with engine.connect() as connection:
        return _standing(connection, now)


def _standing(connection: Connection, now: int) -> Standing:
    due = reminder.c.ready_at <= now
    oldest = connection.execute(select(func.min(reminder.c.next_at)).where(due)).scalar()
    seen = connection.execute(select(func.max(worker.c.seen_at))).scalar()
    return Standing(
        backlog=_count(connection, reminder, due),
        late_seconds=0.0 if oldest is None else max(0, now - oldest) / 1000,
        worker_age=None if seen is None else max(0, now - seen) / 1000,
    )


def stats(engine: Engine, now: int) -> Stats:
    with engine.connect() as connection:
        found = connection.execute(select(total.c.name, total.c["count"].label("many"))).all()
        return Stats(
            **asdict(_standing(connection, now)),
            devices=_count(connection, device),
            subscribed=_count(connection, device, device.c.endpoint.is_not(None)),
            reminders=_count(connection, reminder),
            set_aside=_count(connection, reminder, reminder.c.fault.is_not(None)),
            totals=dict.fromkeys(TOTALS, 0) | {row.name: row.many for row in found},
        )


def _count(connection: Connection, table: Table, *conditions: object) -> int:
    asked = select(func.count()).select_from(table).where(*conditions)  # type: ignore[arg-type]
    return connection.execute(asked).scalar_one()


def faults(engine: Engine) -> list[tuple[str, int]]:
    """Why reminders were set aside, the most frequent first."""
    many = func.count()
    asked = select(reminder.c.fault, many).where(reminder.c.fault.is_not(None))
    with engine.connect() as connection:
        grouped = asked.group_by(reminder.c.fault).order_by(many.desc()).limit(10)
        return [(fault, count) for fault, count in connection.execute(grouped)]


def beat(engine: Engine, name: str, started: int, now: int, counted: Mapping[str, int]) -> None:
    """A worker says that it lives and what it has done since it last said so."""
    with engine.begin() as connection:
        insert = (postgresql if connection.dialect.name == "postgresql" else sqlite).insert
        alive = insert(worker).values(name=name, started_at=started, seen_at=now)
        connection.execute(
            alive.on_conflict_do_update(index_elements=["name"], set_={"seen_at": now})
        )
        # Whoever has been silent for a day has gone; or the clock was set back since.
        gone = (worker.c.seen_at < now - DAY) | (worker.c.seen_at > now + STEP)
        connection.execute(delete(worker).where(gone))
        for word, count in sorted(counted.items()):  # the same order in every worker
            more = insert(total).values(name=word, count=count)
            sum_ = {"count": total.c.count + more.excluded.count}
            connection.execute(more.on_conflict_do_update(index_elements=["name"], set_=sum_))


def last_beat(engine: Engine) -> int | None:
    with engine.connect() as connection:
        return connection.execute(select(func.max(worker.c.seen_at))).scalar()
