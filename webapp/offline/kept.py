"""Finished pages of a language in one file, made with its packs and read by their paths.

A process that makes pages itself keeps the templates, the words and the habits of each language:
for six of them half as much memory again as it needs to hand out what lies on the disk.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from webapp.finished import Finished, raw_header

SCHEMA = "CREATE TABLE page (path TEXT PRIMARY KEY, etag TEXT, headers TEXT, smallest BLOB)"


def write(file: Path, pages: Iterable[tuple[str, Finished]]) -> None:
    """A new file, on the disk when this returns."""
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(SCHEMA)
        connection.executemany("INSERT INTO page VALUES (?, ?, ?, ?)", map(_row, pages))


def read(file: Path, path: str) -> Finished | None:
    """The page at a path; None where the file has none, or cannot be read."""
    try:
        # Nobody changes it once it has its name, so nothing has to be locked.
        address = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as connection:
            found = connection.execute(
                "SELECT etag, headers, smallest FROM page WHERE path = ?", (path,)
            ).fetchone()
    except sqlite3.Error:
        return None
    return found and _finished(*found)


def _row(page: tuple[str, Finished]) -> tuple[str, str, str, bytes]:
    path, finished = page
    headers = [(name.decode(), value.decode("latin-1")) for name, value in finished.headers]
    return path, finished.etag.decode(), json.dumps(headers), finished.smallest


def _finished(etag: str, headers: str, smallest: bytes) -> Finished:
    raw = tuple(raw_header(name, value) for name, value in json.loads(headers))
    return Finished(smallest, raw, etag.encode(), is_compressed=True)
