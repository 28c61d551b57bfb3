"""A fleet for each file: what its tests do to it, the next one of the file sees."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from tests import redis as servers
from tests.machines import fleet as fleets
from tests.machines.fleet import Fleet
from tests.postgresql import Cluster
from tests.redis import Redis
from tests.reminders.standin import PushService
from webapp.config import read
from webapp.database import open_engine


@pytest.fixture(scope="module")
def redis() -> Iterator[Redis]:
    with servers.running() as started:
        yield started


@pytest.fixture(scope="module")
def database(postgresql: Cluster) -> str:
    return postgresql.migrated_database()


@pytest.fixture(scope="module")
def fleet(tmp_path_factory: pytest.TempPathFactory, database: str, redis: Redis) -> Iterator[Fleet]:
    if sys.platform != "linux":
        pytest.skip("visitors need addresses of their own: only Linux has all of 127.0.0.0/8")
    with fleets.running(tmp_path_factory.mktemp("fleet"), database, redis) as started:
        yield started


@pytest.fixture
def engine(database: str) -> Iterator[Engine]:
    engine = open_engine(read({"DATABASE_URL": database}))
    yield engine
    engine.dispose()


@pytest.fixture
def service() -> Iterator[PushService]:
    with PushService().running() as started:
        yield started
