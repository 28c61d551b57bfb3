"""Fixtures for all tests: a real app on a real database, and a client that reads strictly."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from tests import postgresql as clusters
from tests.compiled import Compiled, CompiledRule
from tests.exporting import Exported, exported_once
from tests.postgresql import Cluster
from tests.reading import Page, read_page
from tests.serving import Server, serving
from webapp import create_app, database, rendering
from webapp.config import Config, read
from webapp.content import library
from webapp.content.library import Library
from webapp.locales import Language

ReadPage = Callable[..., Page]
ChangeBirdDog = Callable[..., None]

# All tests of a run are one visitor.
OFTEN = "1000000 per minute"

# Each test has an app and a database of its own; compiling its templates and addresses again, and
# migrating, took most of the test's time.
COMPILED = Compiled()
Flask.url_rule_class = CompiledRule


# What takes longest begins first, so that no core is left with one of them alone at the end.
LONGEST = (
    *("repository/test_wheel", "repository/test_routes", "offline/test_packs"),
    *("reminders/test_serve", "reminders/test_kill", "figures/test_baking", "figures/test_moving"),
    *("figures/test_checks", "export/test_served", "rendering/test_folding", "cli/", "front/"),
    *("browser/test_offline", "browser/test_push", "browser/test_pages", "browser/test_player"),
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The order of files; that of the tests of a file stays."""

    def place(item: pytest.Item) -> int:
        found = (at for at, name in enumerate(LONGEST) if f"/tests/{name}" in str(item.path))
        return next(found, len(LONGEST))

    items.sort(key=place)


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An instance folder that nobody has used, to be copied."""
    config = read({"LIMBER_INSTANCE": str(tmp_path_factory.mktemp("prepared") / "instance")})
    database.prepare(config)
    return config.instance


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, str]:
    """The settings of a Limber of this test's own; a folder's tests may add to them."""
    return {"LIMBER_INSTANCE": str(tmp_path / "instance")}


@pytest.fixture(params=("sqlite", "postgresql"))
def on_each_database(request: pytest.FixtureRequest) -> dict[str, str]:
    """The settings that lead to SQLite, and to a PostgreSQL."""
    if request.param == "sqlite":
        return {}
    cluster: Cluster = request.getfixturevalue("postgresql")
    return {"DATABASE_URL": cluster.migrated_database()}


@pytest.fixture
def config(settings: dict[str, str], prepared: Path) -> Config:
    instance = Path(settings["LIMBER_INSTANCE"])
    if not instance.exists():  # as it does where a server has been started on it
        shutil.copytree(prepared, instance)
    return read(settings)


@pytest.fixture
def engine(config: Config) -> Iterator[Engine]:
    engine = database.open_engine(config)
    yield engine
    engine.dispose()


@pytest.fixture
def app(config: Config) -> Iterator[Flask]:
    app = create_app(config)
    app.jinja_env.bytecode_cache = COMPILED
    yield app
    app.extensions["limber.database"].dispose()
    # An app is held there, with all its templates, for as long as the process lives.
    rendering._environment.cache_clear()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="session")
def reader(prepared: Path) -> Iterator[FlaskClient]:
    """Who reads pages of one app that no test changes: making one took longer than most reading."""
    app = create_app(read({"LIMBER_INSTANCE": str(prepared), "LIMBER_RATE_LIMIT": OFTEN}))
    app.jinja_env.bytecode_cache = COMPILED
    yield app.test_client()
    app.extensions["limber.database"].dispose()


@pytest.fixture
def page(reader: FlaskClient) -> ReadPage:
    """Get an address and refuse whatever no page of ours may be."""
    return _reading(reader)


@pytest.fixture
def own_page(client: FlaskClient) -> ReadPage:
    """The same of the test's own app, which it may change."""
    return _reading(client)


def _reading(client: FlaskClient) -> ReadPage:
    def get(address: str, status: int = 200, **options: Any) -> Page:
        return read_page(client.open(address, **options), address, status)

    return get


@pytest.fixture
def change_bird_dog(monkeypatch: pytest.MonkeyPatch) -> ChangeBirdDog:
    """Let pages have no exercise but a bird dog, with these fields in place of its own."""
    real = library.localized

    def change(**fields: Any) -> None:
        def localized(language: Language) -> Library:
            bird_dog = real(language).exercises["bird-dog"].model_copy(update=fields)
            return replace(real(language), exercises={"bird-dog": bird_dog})

        monkeypatch.setattr(library, "localized", localized)

    return change


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One real server for all tests that only read from it."""
    with serving(tmp_path_factory.mktemp("served") / "instance") as started:
        yield started


@pytest.fixture(scope="session")
def exported() -> Exported:
    """One export for all tests that read it."""
    return exported_once()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Cluster]:
    """One PostgreSQL for all tests; each takes a new database in it."""
    with clusters.running() as cluster:
        yield cluster
