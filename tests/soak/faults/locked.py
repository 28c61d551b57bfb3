"""Somebody else holds the database: a process SQLite's write lock, a session PostgreSQL's table."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import psycopg
from sqlalchemy import make_url

from tests import postgresql
from tests.soak.faults import judging, served
from tests.soak.faults.clients import Clients
from tests.soak.faults.judging import HEALTH, PACK, PAGE, SHARED
from tests.soak.faults.served import Served
from tests.soak.judging import Row

READERS = (PAGE, PACK, SHARED, HEALTH)
SECONDS, SHORT = 30.0, 8.0
BEFORE = 20
Lock = Callable[[Served], AbstractContextManager[None]]


def judge(seed: str, *, short: bool) -> list[Row]:
    seconds = SHORT if short else SECONDS
    with served.on_sqlite() as on:
        rows = hold(on, sqlite_lock, "SQLite's write lock held", seconds, seed)
    with (
        postgresql.running(synchronous_commit="on") as cluster,
        served.on_postgresql(cluster) as on,
    ):
        rows += hold(on, table_lock, "PostgreSQL's table locked", seconds, seed)
    return rows


def hold(on: Served, lock: Lock, title: str, seconds: float, seed: str) -> list[Row]:
    clients = Clients(on.server, seed)
    clients.publish(clients.new_secret())
    with clients.running(*READERS):
        clients.until_told(BEFORE)
        with clients.window() as window, lock(on):
            clients.watch(seconds)
        clients.watch(judging.RECOVERY_SECONDS)
    return [*judging.judge(title, clients.asked, *window), *on.judge_database(clients)]


@contextmanager
def sqlite_lock(on: Served) -> Iterator[None]:
    """Held by a connection of this process, which is another one than the server's."""
    holder = sqlite3.connect(on.instance / "limber.sqlite3", isolation_level=None, timeout=60)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        holder.execute("ROLLBACK")
        holder.close()


@contextmanager
def table_lock(on: Served) -> Iterator[None]:
    """Readers wait for this one too."""
    url = make_url(on.settings["DATABASE_URL"]).set(drivername="postgresql")
    with psycopg.connect(url.render_as_string(hide_password=False)) as holder:
        holder.execute("LOCK TABLE routine IN ACCESS EXCLUSIVE MODE")
        try:
            yield
        finally:
            holder.rollback()
