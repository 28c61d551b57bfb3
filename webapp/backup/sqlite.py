"""A copy of a SQLite database, whole at one moment, also while others write."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from webapp.backup.manifest import BackupError

# Seconds to wait for whoever is opening or closing the database.
PATIENCE = 30
# A database is these files; what was written last may still be in the second.
SUFFIXES = ("", "-wal", "-shm")


def copy(database: Path, into: Path) -> None:
    """In one step: in small ones it would begin again whenever somebody else has written."""
    address = f"{database.absolute().as_uri()}?mode=rw"
    try:
        with (
            closing(sqlite3.connect(address, uri=True, timeout=PATIENCE)) as source,
            closing(sqlite3.connect(into)) as target,
        ):
            source.backup(target)
    except sqlite3.Error as error:
        raise BackupError(
            f"{database}: cannot be copied ({error}); "
            "make room where the backup goes, and see what `limber doctor` says of the database"
        ) from None
    check(into, of=database)


def check(database: Path, of: Path) -> None:
    """BackupError when the database is damaged; `of` is where it comes from."""
    try:
        with closing(sqlite3.connect(database)) as connection:
            (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.Error as error:
        found = str(error)
    if found != "ok":
        where = found.splitlines()[-1]
        raise BackupError(f"{of}: the database is damaged ({where}); restore an older backup")
