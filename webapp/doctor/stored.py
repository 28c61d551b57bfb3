"""The database: reachable, whole, with the schema of this version; read and never written."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator

from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import SQLAlchemyError

from webapp import database
from webapp.config import Config
from webapp.doctor.findings import Finding, hint, mend, well
from webapp.reminders.models import device

# The oldest that psycopg supports (psycopg.org/psycopg3/docs/basic/install.html).
OLDEST_POSTGRESQL = 10
# How many faults of a file are looked for; the first is told.
FAULTS = 1


def examine(config: Config) -> Iterator[Finding]:
    if not config.database_url and not config.database.exists():
        yield well(f"database: {config.database} is not there yet; `limber serve` makes it")
    elif not config.database_url and not os.access(config.database, os.R_OK):
        return  # told of the folder
    else:
        yield from _examine(config)


def _examine(config: Config) -> Iterator[Finding]:
    try:
        with database.connected(database.open_to_read(config)) as connection:
            if config.database_url:
                yield from _postgresql(connection)
            else:
                yield from _sqlite(config, connection)
            yield from _schema(connection)
    except SQLAlchemyError as error:
        if config.database_url:
            yield mend(database.unopened(config, error))
        else:
            yield mend(_damaged(config, str(getattr(error, "orig", error))))


def _damaged(config: Config, reason: str) -> str:
    return (
        f"database: {config.database} is damaged ({reason}); "
        "stop Limber and put a backup in its place by `limber restore --replace`"
    )


def _sqlite(config: Config, connection: Connection) -> Iterator[Finding]:
    found = connection.execute(text(f"PRAGMA quick_check({FAULTS})")).scalar_one()
    if found == "ok":
        yield well(f"database: {config.database} is whole")
    else:
        yield mend(_damaged(config, found.splitlines()[-1]))


def _postgresql(connection: Connection) -> Iterator[Finding]:
    asked = "SELECT current_setting('server_version'), current_setting('server_encoding'), "
    asked += "has_schema_privilege(current_schema(), 'CREATE')"
    version, encoding, may_create = connection.execute(text(asked)).one()
    major = int(re.match(r"\d+", version)[0])  # type: ignore[index]
    if major < OLDEST_POSTGRESQL:
        oldest = OLDEST_POSTGRESQL
        yield mend(f"DATABASE_URL: PostgreSQL {version} is older than {oldest}; upgrade it")
    elif encoding != "UTF8":
        yield mend(f"DATABASE_URL: the database is in {encoding}; make one in UTF8 and restore")
    elif not may_create:
        yield mend("DATABASE_URL: this user may make no tables; grant it CREATE on the schema")
    else:
        yield well(f"database: PostgreSQL {version} answers")
    yield from _programs(major)


def _programs(server: int) -> Iterator[Finding]:
    """Those that a backup needs."""
    found = shutil.which("pg_dump")
    number = re.search(r"\d+", _output(found, "--version") if found else "")
    if number is None or int(number[0]) < server:
        yield hint(
            f"pg_dump: is not here, or older than the server; `limber backup` needs the client "
            f"programs of PostgreSQL {server} on the path"
        )


def _output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout  # noqa: S603


def _schema(connection: Connection) -> Iterator[Finding]:
    found, newest = database.revision(connection), database.newest()
    if found == newest:
        yield well(f"schema: {found}, the newest")
    elif found is None:
        yield well("schema: none yet; `limber serve` makes it")
    elif found in database.revisions():
        yield mend(
            f"schema: {found} is older than {newest}, which this version needs; make a backup, "
            "then start `limber serve`, which brings it up to date"
        )
    else:
        yield mend(f"schema: {found} is of a newer Limber; install that one again")


def subscribed(config: Config) -> int:
    """Devices that take pushes; none where they cannot be counted."""
    if not config.database_url and not config.database.exists():
        return 0
    asked = select(func.count()).select_from(device).where(device.c.endpoint.is_not(None))
    try:
        with database.connected(database.open_to_read(config)) as connection:
            return connection.execute(asked).scalar_one()
    except SQLAlchemyError:
        return 0
