"""An instance as an older version left it: rows in every table, of use to who has their secret."""

from __future__ import annotations

import hashlib
import time
from typing import Any

from sqlalchemy import MetaData, insert, select

from tests.share.people import made
from webapp import database, migrating
from webapp.config import Config
from webapp.share.expiry import DAY

DEVICE, SECRET, FEED = "d" * 22, "s" * 22, "f" * 22
CODE, AUTHOR = "0123456789", "a" * 22
ALEMBIC = "alembic_version"

Rows = dict[str, list[dict[str, Any]]]


def digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()


def rows() -> Rows:
    """By table; a column that an older schema has not is left out of it."""
    now = int(time.time() * 1000)
    device = {
        "id": DEVICE,
        "secret": digest(SECRET),
        "feed": digest(FEED),
        "zone": "Europe/Berlin",
        "language": "de",
        "origin": "https://limber.example",
        "seen_at": now,
    }
    reminder = {
        "device_id": DEVICE,
        "id": "drink",
        "rule": "FREQ=DAILY",
        "anchor": "2026-11-26T08:00:00",
        "next_at": now + DAY,
        "planned_at": now,
        "tries": 0,
    }
    routine = {
        "code": CODE,
        "secret": digest(AUTHOR),
        "version": 2,
        "published_at": now,
        "changed_at": now,
        "opened_day": now // DAY,
    }
    version = {"code": CODE, "body": made().as_text, "changed_at": now}
    return {
        "reminder_device": [device],
        "reminder": [reminder, {**reminder, "id": "stretch"}],
        "reminder_worker": [{"name": "club-1", "started_at": now - DAY, "seen_at": now}],
        "reminder_total": [{"name": "sent", "count": 1 << 40}],
        "routine": [routine],
        "routine_version": [{**version, "number": number} for number in (1, 2)],
    }


def make(config: Config, revision: str) -> Rows:
    """An instance of that revision; what is in it."""
    config.instance.mkdir(parents=True, exist_ok=True)
    migrating.migrate(config, revision=revision)
    tables, given = _tables(config), rows()
    engine = database.open_engine(config)
    with engine.begin() as connection:
        for table in tables.sorted_tables:
            assert given.get(table.name), f"{table.name}: give it rows in tests/database/rows.py"
            kept = [{k: v for k, v in row.items() if k in table.c} for row in given[table.name]]
            connection.execute(insert(table), kept)
    engine.dispose()
    return read(config, tables)


def read(config: Config, tables: MetaData) -> Rows:
    """What stands in the columns of these tables."""
    engine = database.open_engine(config)
    with engine.connect() as connection:
        found = {
            table.name: [
                dict(row)
                for row in connection.execute(select(table).order_by(*table.primary_key)).mappings()
            ]
            for table in tables.sorted_tables
        }
    engine.dispose()
    return found


def _tables(config: Config) -> MetaData:
    tables = MetaData()
    engine = database.open_engine(config)
    tables.reflect(engine, only=lambda name, _: name != ALEMBIC)
    engine.dispose()
    return tables


def read_again(config: Config, before: Rows) -> Rows:
    """The same columns of the same tables, whatever came to them."""
    found = read(config, _tables(config))
    return {
        name: [{key: new[key] for key in old} for old, new in zip(rows, found[name], strict=True)]
        for name, rows in before.items()
    }
