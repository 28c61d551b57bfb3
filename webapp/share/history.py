"""The versions of a shared routine: each edit makes one, and its author may look at them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, delete, insert, select

from webapp.share import author, readers
from webapp.share.author import Key
from webapp.share.models import routine, version
from webapp.share.readers import Found

MOST = 100


@dataclass(frozen=True)
class Edit:
    """One version, without what is in it."""

    version: int
    changed: int


def list_(engine: Engine, key: Key) -> Sequence[Edit]:
    """All that are kept, the newest first."""
    its = version.c.code == key.code
    asked = select(version.c.number, version.c.changed_at).where(its)
    with engine.connect() as connection:
        author.own(connection, key)
        rows = connection.execute(asked.order_by(version.c.number.desc())).all()
    return [Edit(row.number, row.changed_at) for row in rows]


def get(engine: Engine, key: Key, number: int) -> Found | None:
    """One version, for its author; None when it is not kept."""
    its = (version.c.code == key.code, version.c.number == number)
    asked = select(version.c.body, version.c.changed_at, routine.c.code, routine.c.published_at)
    with engine.connect() as connection:
        author.own(connection, key)
        row = connection.execute(asked.join(routine).where(*its)).mappings().one_or_none()
    return readers.of_row(row, number, row["changed_at"]) if row else None


def add(connection: Connection, code: str, edit: Edit, body: str) -> None:
    """The newest; the oldest goes when there are too many."""
    new = {"code": code, "number": edit.version, "body": body, "changed_at": edit.changed}
    connection.execute(insert(version).values(new))
    old = (version.c.code == code, version.c.number <= edit.version - MOST)
    connection.execute(delete(version).where(*old))


def body_of(connection: Connection, code: str, number: int) -> str | None:
    asked = select(version.c.body).where(version.c.code == code, version.c.number == number)
    return connection.execute(asked).scalar_one_or_none()
