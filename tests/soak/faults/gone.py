"""The database goes away for a while and comes back, and nobody starts Limber again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tests import postgresql
from tests.postgresql import Cluster
from tests.soak.faults import served
from tests.soak.faults.locked import hold
from tests.soak.faults.served import Served
from tests.soak.judging import Row

SECONDS, SHORT = 20.0, 6.0


def judge(seed: str, *, short: bool) -> list[Row]:
    seconds = SHORT if short else SECONDS
    with served.on_sqlite() as on:
        rows = hold(on, renamed, "SQLite's folder renamed", seconds, seed)
    with (
        postgresql.running(synchronous_commit="on") as cluster,
        served.on_postgresql(cluster) as on,
    ):
        rows += hold(on, lambda _: stopped(cluster), "PostgreSQL stopped", seconds, seed)
    return rows


@contextmanager
def renamed(on: Served) -> Iterator[None]:
    """Also for root, who may enter any folder. What is open stays so, what is opened fails."""
    away = on.instance.with_name("away")
    on.instance.rename(away)
    try:
        yield
    finally:
        away.rename(on.instance)


@contextmanager
def stopped(cluster: Cluster) -> Iterator[None]:
    cluster.stop()
    try:
        yield
    finally:
        cluster.start()
