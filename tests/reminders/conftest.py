"""Reminders on both databases, real ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from tests.postgresql import Cluster
from tests.reminders.phones import Clock
from tests.reminders.standin import PushService
from webapp import database
from webapp.config import Config, read
from webapp.database import open_engine
from webapp.reminders.api import KEY

DATABASES = ("sqlite", "postgresql")


@pytest.fixture(params=DATABASES)
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    """The settings of a Limber of this test's own that may push."""
    given = {
        "LIMBER_INSTANCE": str(tmp_path / "instance"),
        "LIMBER_CONTACT": "mailto:club@limber.example",
        "LIMBER_PUSH_HOSTS": "127.0.0.1",
    }
    if request.param == "postgresql":
        cluster: Cluster = request.getfixturevalue("postgresql")
        given["DATABASE_URL"] = cluster.migrated_database()
    return given


@pytest.fixture
def config(settings: dict[str, str]) -> Config:
    config = read(settings)
    database.prepare(config)
    return config


@pytest.fixture
def engine(config: Config) -> Iterator[Engine]:
    engine = open_engine(config)
    yield engine
    engine.dispose()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def service(clock: Clock) -> Iterator[PushService]:
    """A push service that goes by the test's clock."""
    with PushService().running() as started:
        started.now = clock.seconds
        yield started


@pytest.fixture
def client(app: Flask, clock: Clock) -> FlaskClient:
    app.extensions[KEY].clock = clock
    return app.test_client()
