"""Fixtures for all tests: a real app on a real database, and a client that reads strictly."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests import postgresql as clusters
from tests.compiled import Compiled
from tests.postgresql import Cluster
from tests.reading import Page, read_page
from tests.serving import Server, serving
from webapp import create_app, database
from webapp.config import Config, read

ReadPage = Callable[..., Page]

# Each test has an app of its own; compiling its templates again took most of the test's time.
COMPILED = Compiled()


@pytest.fixture
def config(tmp_path: Path) -> Config:
    config = read({"LIMBER_INSTANCE": str(tmp_path / "instance")})
    database.prepare(config)
    return config


@pytest.fixture
def app(config: Config) -> Iterator[Flask]:
    app = create_app(config)
    app.jinja_env.bytecode_cache = COMPILED
    yield app
    app.extensions["limber.database"].dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def page(client: FlaskClient) -> ReadPage:
    """Get an address and refuse whatever no page of ours may be."""

    def get(address: str, status: int = 200, **options: Any) -> Page:
        return read_page(client.open(address, **options), address, status)

    return get


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One real server for all tests that only read from it."""
    with serving(tmp_path_factory.mktemp("served") / "instance") as started:
        yield started


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Cluster]:
    """One PostgreSQL for all tests; each takes a new database in it."""
    with clusters.running() as cluster:
        yield cluster
