"""`limber routines list|show|revoke`: what is shared here, for whoever runs Limber."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import Connection, RowMapping, Select, select

from webapp.config import Config
from webapp.database import open_engine
from webapp.share import codes, store
from webapp.share.expiry import DAY
from webapp.share.models import routine, version
from webapp.share.routine import SharedRoutine

# Rows that are in memory at a time.
AT_A_TIME = 500


class NoSuchRoutineError(Exception):
    """No routine has this code; the message says what to do."""


def list_(config: Config) -> Iterator[str]:
    newest = _rows().order_by(routine.c.published_at.desc(), routine.c.code)
    with _connected(config) as connection:
        rows = connection.execution_options(yield_per=AT_A_TIME).execute(newest).mappings()
        yield f"{'code':11}  published   opened      version"
        for row in rows:
            yield (
                f"{codes.spoken(row['code'])}  {_day(row['published_at'])}  "
                f"{_day(row['opened_day'] * DAY)}  {row['version']:7}  {_title(row)}"
            )


def show(config: Config, code: str) -> Iterator[str]:
    with _connected(config) as connection:
        row = _row(connection, code)
    yield f"code: {codes.spoken(row['code'])}"
    if config.origin:
        yield f"address: {config.origin}/r/{row['code']}"
    yield f"published: {_day(row['published_at'])}"
    yield f"changed: {_day(row['changed_at'])}, version {row['version']}"
    yield f"last opened: {_day(row['opened_day'] * DAY)}"
    if row["body"] is None:
        yield _title(row)
    else:
        yield json.dumps(SharedRoutine.of(row["body"]).as_json, ensure_ascii=False, indent=2)


def revoke(config: Config, code: str) -> Iterator[str]:
    with _connected(config) as connection:
        row = _row(connection, code)
        if row["withdrawn_by"] is None:
            store.end(connection, row["code"], "operator")
    yield f"{codes.spoken(row['code'])} is withdrawn"


@contextmanager
def _connected(config: Config) -> Iterator[Connection]:
    engine = open_engine(config)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def _rows() -> Select[tuple[object, ...]]:
    newest = (version.c.code == routine.c.code) & (version.c.number == routine.c.version)
    return select(routine, version.c.body).outerjoin(version, newest)


def _row(connection: Connection, typed: str) -> RowMapping:
    code = codes.normalize(typed)
    asked = _rows().where(routine.c.code == code)
    row = connection.execute(asked).mappings().one_or_none()
    if row is None:
        raise NoSuchRoutineError(
            f"no routine has the code {typed}; `limber routines list` shows all"
        )
    return row


def _title(row: RowMapping) -> str:
    if row["body"] is None:
        return f"(withdrawn by the {row['withdrawn_by']})"
    return SharedRoutine.of(row["body"]).title


def _day(milliseconds: int) -> str:
    return datetime.fromtimestamp(milliseconds / 1000, UTC).strftime("%Y-%m-%d")
