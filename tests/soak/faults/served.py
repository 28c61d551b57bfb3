"""A real `limber serve` on a database that is about to suffer, and whether that is well after."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text

from tests.postgresql import Cluster
from tests.serving import Server, serving
from tests.share.test_kill import kept
from tests.soak.faults import judging
from tests.soak.faults.clients import Clients
from tests.soak.judging import Row
from webapp.config import read
from webapp.database import open_engine

# Of each of the many networks that clients say they are in.
SETTINGS: Any = {"LIMBER_RATE_LIMIT": "100000000 per minute", "TRUSTED_PROXIES": "1"}
INDEXES = "SELECT c.oid FROM pg_class c JOIN pg_am a ON a.oid = c.relam WHERE a.amname = 'btree'"


@dataclass
class Served:
    """The server, its settings and its instance."""

    server: Server
    instance: Path
    settings: dict[str, str]

    @property
    def engine(self) -> Engine:
        return open_engine(read({**self.settings, "LIMBER_INSTANCE": str(self.instance)}))

    def judge_database(self, clients: Clients) -> list[Row]:
        return judge_database(self.engine, clients)


@contextmanager
def on_sqlite(instance: Path | None = None, **settings: str) -> Iterator[Served]:
    with tempfile.TemporaryDirectory() as folder:
        place = instance or Path(folder) / "instance"
        whole = {**SETTINGS, "DATABASE_URL": "", **settings}
        with serving(place, command=None, cwd=None, **whole) as server:
            yield Served(server, place, whole)


@contextmanager
def on_postgresql(cluster: Cluster, **settings: str) -> Iterator[Served]:
    address = cluster.migrated_database()
    with on_sqlite(None, **{**settings, "DATABASE_URL": address}) as served:
        yield served


def judge_database(engine: Engine, clients: Clients) -> list[Row]:
    """Each acknowledged write is there once, and what is there is whole."""
    found = kept(engine)
    rows = [
        judging.judge_kept(clients.told, found, clients.wanted),
        judging.judge_integrity(integrity(engine)),
    ]
    engine.dispose()
    return rows


def integrity(engine: Engine) -> list[str]:
    """`ok`, or what is broken: by SQLite's own check, or by PostgreSQL's of every index."""
    with engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            return [row[0] for row in connection.execute(text("PRAGMA integrity_check"))]
        connection.execute(text("CREATE EXTENSION IF NOT EXISTS amcheck"))
        checked = f"SELECT bt_index_check(index, true) FROM ({INDEXES}) AS of(index)"
        connection.execute(text(checked)).all()
        return ["ok"]
