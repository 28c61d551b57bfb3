"""Tables out of a PostgreSQL and into one, by the programs that come with it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from psycopg.conninfo import make_conninfo
from sqlalchemy import Connection, create_engine, func, inspect, select, text
from sqlalchemy.schema import CreateSchema, DropSchema

from webapp import database
from webapp.backup.manifest import BackupError
from webapp.config import Config

# Left out: who owns what is the business of where it is restored.
BARE = ("--no-owner", "--no-privileges")
# Connections of Limber, not this one, to the same database.
OTHERS = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
    "AND application_name = 'limber' AND pid <> pg_backend_pid()"
)


def dump(config: Config, into: Path) -> str | None:
    """The tables of one moment; the revision of their schema, None when there is none."""
    with database.connected(database.open_engine(config)) as connection:
        connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
        snapshot = connection.execute(select(func.pg_export_snapshot())).scalar_one()
        revision = database.revision(connection)
        if revision is not None:
            chosen = [f"--table={name}" for name in _tables(connection)]
            made = ("--format=custom", f"--snapshot={snapshot}", f"--file={into}")
            _run(config, "pg_dump", *made, *BARE, *chosen)
        return revision


def tables(config: Config) -> list[str]:
    """What is there, Limber's or not."""
    with database.connected(database.open_engine(config)) as connection:
        return _tables(connection)


def is_in_use(config: Config) -> bool:
    """Whether a Limber is connected, as far as this user may see."""
    with database.connected(database.open_engine(config)) as connection:
        return bool(connection.execute(OTHERS).scalar_one())


def load(config: Config, dump: Path) -> None:
    """All of it or nothing."""
    _run(config, "pg_restore", "--single-transaction", "--exit-on-error", *BARE, str(dump))


def set_aside(config: Config, schema: str) -> None:
    """Move every table into a new schema, with its rows, indexes and counters."""
    with database.connected(database.open_engine(config)) as connection:
        found = _tables(connection)
        connection.execute(CreateSchema(schema))
        _move(connection, found, _quoted(connection, schema))


def drop(config: Config) -> None:
    """Every table: what has been loaded, or as much of it as there is."""
    with database.connected(database.open_engine(config)) as connection:
        for name in _tables(connection):
            connection.execute(text(f"DROP TABLE {name} CASCADE"))


def bring_back(config: Config, schema: str) -> None:
    """What was set aside, to where nothing is now."""
    with database.connected(database.open_engine(config)) as connection:
        home = _quoted(connection, str(inspect(connection).default_schema_name))
        _move(connection, _tables(connection, schema), home)
        connection.execute(DropSchema(schema))


def _move(connection: Connection, names: Iterable[str], schema: str) -> None:
    for name in names:
        connection.execute(text(f"ALTER TABLE {name} SET SCHEMA {schema}"))


def _tables(connection: Connection, schema: str | None = None) -> list[str]:
    """Quoted, with their schema, which also is how pg_dump names exactly one."""
    found = inspect(connection)
    where = schema or str(found.default_schema_name)
    names = sorted(found.get_table_names(where))
    return [f"{_quoted(connection, where)}.{_quoted(connection, name)}" for name in names]


def _quoted(connection: Connection, name: str) -> str:
    return connection.dialect.identifier_preparer.quote_identifier(name)


def _run(config: Config, program: str, *arguments: str) -> None:
    found = shutil.which(program)
    if found is None:
        raise BackupError(
            f"{program}: is not on the path; install the client programs of PostgreSQL, "
            "not older than the server"
        )
    place, password = _connection(config)
    ended = subprocess.run(  # noqa: S603 all of it ours
        [found, "--no-password", f"--dbname={place}", *arguments],
        env={**os.environ, **password},
        capture_output=True,
        text=True,
        check=False,
    )
    if ended.returncode:
        raise BackupError(f"{program}: {_reason(ended.stderr)}; nothing was changed")


def _connection(config: Config) -> tuple[str, dict[str, str]]:
    """The address for PostgreSQL's own programs; the password apart: everybody sees arguments."""
    engine = create_engine(config.database_address)
    _, given = engine.dialect.create_connect_args(engine.url)
    place = make_conninfo(**{name: given[name] for name in set(given) - {"password", "context"}})
    return place, {"PGPASSWORD": given["password"]} if "password" in given else {}


def _reason(said: str) -> str:
    """What went wrong first, in one line."""
    return said.strip().partition("\n")[0].rpartition("error: ")[2] or "it failed"
