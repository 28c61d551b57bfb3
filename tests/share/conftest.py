"""Shared routines on both databases, real ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from tests.postgresql import Cluster
from tests.share.people import Clock
from webapp import database
from webapp.config import Config, read
from webapp.database import open_engine
from webapp.share.state import KEY


@pytest.fixture(params=("sqlite", "postgresql"))
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    given = {"LIMBER_INSTANCE": str(tmp_path / "instance")}
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
def client(app: Flask, clock: Clock) -> FlaskClient:
    app.extensions[KEY].clock = clock
    return app.test_client()
