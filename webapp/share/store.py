"""Shared routines, as authors publish, change and withdraw them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Engine, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from webapp.share import author, codes, history
from webapp.share.author import By, Key, WithdrawnError
from webapp.share.expiry import DAY
from webapp.share.history import Edit
from webapp.share.models import routine, version
from webapp.share.routine import SharedRoutine


class ConflictError(Exception):
    """Another edit came first; `version` is the newest."""

    def __init__(self, version: int) -> None:
        super().__init__(version)
        self.version = version


@dataclass(frozen=True)
class Saved:
    """What became of a publication or a change."""

    code: str
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
            _add(connection, saved, wanted)
            return saved
    return _publish_again(engine, secret, wanted, now)


def _make(connection: Connection, secret: str, now: int) -> str | None:
    """The code of a new row; None when this secret has one."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    new = {"version": 1, "published_at": now, "changed_at": now, "opened_day": now // DAY}
    has_one = select(routine.c.code).where(routine.c.secret == author.digest(secret))
    while True:
        made = dialect.insert(routine).values(code=codes.new(), secret=author.digest(secret), **new)
        asked = made.on_conflict_do_nothing().returning(routine.c.code)
        code: str | None = connection.execute(asked).scalar_one_or_none()
        if code or connection.execute(has_one).scalar_one_or_none():
            return code


def _publish_again(engine: Engine, secret: str, wanted: SharedRoutine, now: int) -> Saved:
    mine = select(routine).where(routine.c.secret == author.digest(secret))
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
        row = author.own(connection, key)
        if history.body_of(connection, key.code, row["version"]) == wanted.as_text:
            return Saved(key.code, row["version"], row["changed_at"])
        saved = Saved(key.code, base + 1, now)
        if not _take_turn(connection, saved, base):
            raise ConflictError(author.own(connection, key)["version"])
        _add(connection, saved, wanted)
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


def _add(connection: Connection, saved: Saved, wanted: SharedRoutine) -> None:
    edit = Edit(saved.version, saved.changed)
    history.add(connection, saved.code, edit, wanted.as_text)


def withdraw(engine: Engine, key: Key) -> None:
    """End it for good: what is in it is deleted. One that was withdrawn already stays so."""
    with engine.begin() as connection:
        try:
            author.own(connection, key)
        except WithdrawnError:
            return
        end(connection, key.code, "author")


def end(connection: Connection, code: str, by: By) -> None:
    """Leaves of it that it was there, so that readers are told."""
    connection.execute(update(routine).where(routine.c.code == code).values(withdrawn_by=by))
    connection.execute(delete(version).where(version.c.code == code))
