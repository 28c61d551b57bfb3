"""The database, SQLite or PostgreSQL: its engine, its folder and what is wrong with it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask import Flask, current_app
from sqlalchemy import (
    Connection,
    Engine,
    MetaData,
    NullPool,
    column,
    create_engine,
    event,
    inspect,
    select,
    table,
)
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

from webapp import places, use
from webapp.config import Config

# Constraints get names on every database, so that a migration can name them.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


# Where Alembic keeps the revision of the schema.
VERSION = table("alembic_version", column("version_num"))

# How long a request or the worker waits for what somebody else has locked, in milliseconds.
LOCK_MS = 5000
# What SQLite calls it when whoever asks is not at fault: it passes, or the operator mends it.
REFUSALS = {
    *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL),
    *(sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN),
    sqlite3.SQLITE_FULL,
}
# What PostgreSQL calls a full disk.
DISK_FULL = "53100"

POSTGRESQL: dict[str, Any] = {
    # Of one process: a web process answers eight requests at a time.
    "pool_size": 4,
    "max_overflow": 4,
    # A connection that a restart or a firewall has ended is replaced before it is used.
    "pool_pre_ping": True,
    "pool_recycle": 1800,
    "connect_args": {
        # Seconds; whoever asks /healthz waits no longer.
        "connect_timeout": 3,
        "application_name": "limber",
        # A machine that vanished without a word is noticed within a minute: the kernel waits for
        # two hours, and with it the worker and everybody's reminders.
        "keepalives_idle": 30,
        "keepalives_interval": 10,
        "keepalives_count": 3,
        "tcp_user_timeout": 60_000,
    },
}


class InstanceError(Exception):
    """The instance folder or the database in it cannot be used; the message says what to do."""


def init_app(app: Flask, config: Config) -> None:
    app.extensions["limber.database"] = open_engine(config)


def open_engine(config: Config) -> Engine:
    if config.database_url:
        engine = create_engine(config.database_address, **POSTGRESQL)
        event.listen(engine, "connect", _set_up_postgresql)
    else:
        engine = create_engine(config.database_address)
        event.listen(engine, "connect", _set_up_sqlite)
    return engine


@contextmanager
def connected(engine: Engine) -> Iterator[Connection]:
    """One transaction; the engine goes when it ends."""
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def open_to_read(config: Config) -> Engine:
    """For whoever must change nothing: SQLite makes no file beside the database."""
    if config.database_url:
        return create_engine(config.database_address, **POSTGRESQL)
    address = f"{config.database.absolute().as_uri()}?mode=ro"
    if not Path(f"{config.database}-wal").exists():  # nobody has it open
        address += "&immutable=1"
    return create_engine(
        "sqlite://", creator=lambda: sqlite3.connect(address, uri=True), poolclass=NullPool
    )


def prepare(config: Config) -> list[str]:
    """Make the instance folder and bring the database up to date; says what was created."""
    files = [] if config.database_url else [config.database]
    missing = [path for path in (config.instance, *files) if not path.exists()]
    try:
        config.instance.mkdir(parents=True, exist_ok=True)
        with use.shared(config.instance):
            _bring_up_to_date(config)
    except OSError as error:
        raise InstanceError(_unusable_instance(config, error.strerror)) from None
    except SQLAlchemyError as error:
        raise InstanceError(unopened(config, error)) from None
    return [_shown(path) for path in missing]


def _bring_up_to_date(config: Config) -> None:
    with connected(open_engine(config)) as connection:
        found = revision(connection)
    if found != newest():
        # Only now: Alembic and what it needs take a tenth of a start.
        from webapp import migrating

        migrating.migrate(config)


def _unusable_instance(config: Config, reason: str | None) -> str:
    return (
        f"LIMBER_INSTANCE: {config.instance} cannot be used ({reason}); "
        "name a folder that this user may write to"
    )


def unopened(config: Config, error: SQLAlchemyError) -> str:
    """What to do about a database that refuses."""
    if not config.database_url:
        return _unusable_instance(config, "its database cannot be opened")
    # What PostgreSQL answered first; a URL shows no password as text.
    reason = str(getattr(error, "orig", None) or error).strip().partition("\n")[0]
    return (
        f"DATABASE_URL: {config.database_address} cannot be used ({reason}); "
        "start that PostgreSQL, mend the address or the rights, or unset it to use SQLite"
    )


def is_refusal(error: DBAPIError) -> bool:
    """Whether the database is away, locked or full, and not what was asked of it wrong."""
    if isinstance(error.orig, sqlite3.Error):
        return _kind(error.orig) in REFUSALS
    return error.connection_invalidated or isinstance(error, OperationalError)


def is_full(error: DBAPIError) -> bool:
    """Whether there is no room left to write to."""
    if isinstance(error.orig, sqlite3.Error):
        return _kind(error.orig) == sqlite3.SQLITE_FULL
    return getattr(error.orig, "sqlstate", None) == DISK_FULL


def _kind(error: sqlite3.Error) -> int | None:
    """The lowest byte; what is above it tells kinds of one kind apart."""
    code: int | None = getattr(error, "sqlite_errorcode", None)  # the driver's own errors have none
    return code and code & 0xFF


def is_current() -> bool:
    """Whether the running app's database answers and has the schema this version expects."""
    engine: Engine = current_app.extensions["limber.database"]
    try:
        with engine.connect() as connection:
            found = revision(connection)
    except SQLAlchemyError:
        return False
    return found == newest()


def revision(connection: Connection) -> str | None:
    """That of the schema in the database; None when there is none of ours."""
    if not inspect(connection).has_table(VERSION.name):
        return None
    found: str | None = connection.scalar(select(VERSION.c.version_num))
    return found


def newest() -> str:
    """The revision of the schema that this version expects."""
    return revisions()[0]


def revisions() -> list[str]:
    """All that this version can bring up to date, the newest first, as their files are called."""
    files = sorted((places.MIGRATIONS / "versions").glob("[0-9]*.py"), reverse=True)
    return [path.stem.partition("_")[0] for path in files]


def _set_up_sqlite(connection: Any, _record: object) -> None:
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", f"busy_timeout={LOCK_MS}"):
        connection.execute(f"PRAGMA {pragma}")


def _set_up_postgresql(connection: Any, _record: object) -> None:
    """Else a request waits for a lock as long as that is held, and its thread with it."""
    connection.autocommit = True  # what a transaction sets goes when that is rolled back
    connection.execute(f"SET lock_timeout = {LOCK_MS}")
    connection.autocommit = False


def _shown(path: Path) -> str:
    return f"{path}/" if path.is_dir() else str(path)
