"""Shared routines, as authors publish, change and withdraw them and as readers find them."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from sqlalchemy import Connection, Engine, RowMapping, bindparam, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from webapp.share import codes, expiry
from webapp.share.expiry import DAY
from webapp.share.models import routine, version
from webapp.share.routine import SharedRoutine

By = Literal["author", "operator"]

MOST_VERSIONS = 100


class GoneError(Exception):
    """No routine has this code; it may have had its time."""


class NotYoursError(Exception):
    """The secret is not that of the routine."""


class WithdrawnError(Exception):
    """The routine was withdrawn, by its author or by whoever runs this Limber."""

    def __init__(self, by: By) -> None:
        super().__init__(by)
        self.by = by


class ConflictError(Exception):
    """Another edit came first; `version` is the newest."""

    def __init__(self, version: int) -> None:
        super().__init__(version)
        self.version = version


@dataclass(frozen=True)
class Key:
    """What an author edits by: the code that readers have too, and the secret."""

    code: str
    secret: str


@dataclass(frozen=True)
class Found:
    """A shared routine as its readers get it: one of its versions, as a rule the newest."""

    code: str
    routine: SharedRoutine
    version: int
    published: int
    changed: int


@dataclass(frozen=True)
class Saved:
    """What became of a publication or a change."""

    code: str
    version: int
    changed: int


@dataclass(frozen=True)
class Edit:
    """One version, without what is in it."""

    version: int
    changed: int


def publish(engine: Engine, secret: str, wanted: SharedRoutine, now: int) -> Saved:
    """Make a routine. A secret makes one only: a repeat, whose answer was lost, gets the same.

    When its author has changed it meanwhile, that is the next version.
    """
    with engine.begin() as connection:
        code = _make(connection, secret, now)
        if code:
            saved = Saved(code, 1, now)
            _add(connection, saved, wanted.as_text)
            return saved
    return _publish_again(engine, secret, wanted, now)


def _make(connection: Connection, secret: str, now: int) -> str | None:
    """The code of a new row; None when this secret has one."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    new = {"version": 1, "published_at": now, "changed_at": now, "opened_day": now // DAY}
    has_one = select(routine.c.code).where(routine.c.secret == digest(secret))
    while True:
        made = dialect.insert(routine).values(code=codes.new(), secret=digest(secret), **new)
        asked = made.on_conflict_do_nothing().returning(routine.c.code)
        code: str | None = connection.execute(asked).scalar_one_or_none()
        if code or connection.execute(has_one).scalar_one_or_none():
            return code


def _publish_again(engine: Engine, secret: str, wanted: SharedRoutine, now: int) -> Saved:
    mine = select(routine).where(routine.c.secret == digest(secret))
    with engine.connect() as connection:
        row = connection.execute(mine).mappings().one()
        if row["withdrawn_by"]:
            raise WithdrawnError(row["withdrawn_by"])
        same = (version.c.code == row["code"], version.c.body == wanted.as_text)
        was_there = connection.execute(select(version.c.number).where(*same)).first()
    if was_there:
        return Saved(row["code"], row["version"], row["changed_at"])
    return change(engine, Key(row["code"], secret), row["version"], wanted, now)


def change(engine: Engine, key: Key, base: int, wanted: SharedRoutine, now: int) -> Saved:
    """Make the next version of `base`; ConflictError when that is not the newest any more.

    What is the newest already stays as it is: the answer to it may have been lost.
    """
    with engine.begin() as connection:
        row = _mine(connection, key)
        if _body(connection, key.code, row["version"]) == wanted.as_text:
            return Saved(key.code, row["version"], row["changed_at"])
        saved = Saved(key.code, base + 1, now)
        if not _take_turn(connection, saved, base):
            raise ConflictError(_mine(connection, key)["version"])
        _add(connection, saved, wanted.as_text)
        return saved


def _take_turn(connection: Connection, saved: Saved, base: int) -> bool:
    """Of two that change the same version one waits, and then has no turn."""
    its = (
        routine.c.code == saved.code,
        routine.c.version == base,
        routine.c.withdrawn_by.is_(None),
    )
    new = {
        "version": saved.version,
        "changed_at": saved.changed,
        "opened_day": saved.changed // DAY,
    }
    return connection.execute(update(routine).where(*its).values(new)).rowcount == 1


def _add(connection: Connection, saved: Saved, body: str) -> None:
    new = {"code": saved.code, "number": saved.version, "body": body, "changed_at": saved.changed}
    connection.execute(insert(version).values(new))
    old = (version.c.code == saved.code, version.c.number <= saved.version - MOST_VERSIONS)
    connection.execute(delete(version).where(*old))


def _body(connection: Connection, code: str, number: int) -> str | None:
    asked = select(version.c.body).where(version.c.code == code, version.c.number == number)
    return connection.execute(asked).scalar_one_or_none()


def _mine(connection: Connection, key: Key) -> RowMapping:
    """The routine's row, if this is its secret."""
    asked = select(routine).where(routine.c.code == key.code)
    row = connection.execute(asked).mappings().one_or_none()
    if row is None:
        raise GoneError
    if not hmac.compare_digest(row["secret"], digest(key.secret)):
        raise NotYoursError
    if row["withdrawn_by"]:
        raise WithdrawnError(row["withdrawn_by"])
    return row


# Put together once: that took a quarter of the time in which a reader's page is answered.
_OPENED = (
    select(routine, version.c.body)
    .outerjoin(
        version, (version.c.code == routine.c.code) & (version.c.number == routine.c.version)
    )
    .where(routine.c.code == bindparam("asked"))
)


def find(engine: Engine, code: str, now: int) -> Found | None:
    """The routine of a code, by one query; None when there is none. WithdrawnError if withdrawn.

    The day it is opened is written down, once a day.
    """
    with engine.connect() as connection:
        row = connection.execute(_OPENED, {"asked": code}).mappings().one_or_none()
    today = now // DAY
    if row is None or expiry.is_over(row["opened_day"], today):
        return None
    if row["withdrawn_by"]:
        raise WithdrawnError(row["withdrawn_by"])
    if row["opened_day"] < today:
        expiry.note_opened(engine, code, today)
    return _found(row, row["version"], row["changed_at"])


def _found(row: RowMapping, number: int, changed: int) -> Found:
    return Found(row["code"], _read(row["body"]), number, row["published_at"], changed)


@lru_cache(maxsize=256)
def _read(body: str) -> SharedRoutine:
    """Frozen, so those that are read often are read once."""
    return SharedRoutine.of(body)


def versions(engine: Engine, key: Key) -> Sequence[Edit]:
    """All that are kept, the newest first."""
    its = version.c.code == key.code
    asked = select(version.c.number, version.c.changed_at).where(its)
    with engine.connect() as connection:
        _mine(connection, key)
        rows = connection.execute(asked.order_by(version.c.number.desc())).all()
    return [Edit(row.number, row.changed_at) for row in rows]


def get_version(engine: Engine, key: Key, number: int) -> Found | None:
    """One version, for its author; None when it is not kept."""
    its = (version.c.code == key.code, version.c.number == number)
    asked = select(version.c.body, version.c.changed_at, routine.c.code, routine.c.published_at)
    with engine.connect() as connection:
        _mine(connection, key)
        found = connection.execute(asked.join(routine).where(*its)).mappings().one_or_none()
    return _found(found, number, found["changed_at"]) if found else None


def withdraw(engine: Engine, key: Key) -> None:
    """End it for good: what is in it is deleted. One that was withdrawn already stays so."""
    with engine.begin() as connection:
        try:
            _mine(connection, key)
        except WithdrawnError:
            return
        end(connection, key.code, "author")


def end(connection: Connection, code: str, by: By) -> None:
    """Leaves of it that it was there, so that readers are told."""
    connection.execute(update(routine).where(routine.c.code == code).values(withdrawn_by=by))
    connection.execute(delete(version).where(version.c.code == code))


def digest(secret: str) -> bytes:
    """Secrets are random and long, so one round of hashing is enough."""
    return hashlib.sha256(secret.encode()).digest()
