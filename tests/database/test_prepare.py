"""The instance folder is made once, and the schema is brought up to date."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text

from tests.postgresql import Cluster
from webapp import database, places
from webapp.config import read


def test_what_was_created_is_said_once(tmp_path: Path) -> None:
    config = read({"LIMBER_INSTANCE": str(tmp_path / "deep" / "instance")})
    created = [f"{config.instance}/", str(config.database)]
    assert database.prepare(config) == created
    assert database.prepare(config) == []


def test_the_database_is_current_after_preparing(app: Flask) -> None:
    with app.app_context():
        assert database.is_current()


def test_a_database_of_another_version_is_not_current(app: Flask) -> None:
    with app.extensions["limber.database"].begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'other'"))
    with app.app_context():
        assert not database.is_current()


def test_sqlite_runs_with_its_write_ahead_log(app: Flask) -> None:
    with app.extensions["limber.database"].connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1


def test_a_postgresql_that_vanished_is_noticed(postgresql: Cluster) -> None:
    engine = database.open_engine(read({"DATABASE_URL": postgresql.migrated_database()}))
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver
        given = driver.info.get_parameters()
    engine.dispose()
    noticed = int(given["keepalives_idle"]) + 3 * int(given["keepalives_interval"])
    assert noticed <= 60
    assert int(given["tcp_user_timeout"]) <= 60_000


def test_an_instance_that_cannot_be_used_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    config = read({"LIMBER_INSTANCE": str(tmp_path / "file" / "instance")})
    with pytest.raises(database.InstanceError, match="name a folder that this user may write to"):
        database.prepare(config)


def test_a_file_that_is_no_database_says_what_to_do(tmp_path: Path) -> None:
    config = read({"LIMBER_INSTANCE": str(tmp_path)})
    config.database.write_bytes(b"no database" * 100)
    with pytest.raises(database.InstanceError, match="its database cannot be opened"):
        database.prepare(config)
    assert config.database.read_bytes() == b"no database" * 100


def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    config = read({"LIMBER_INSTANCE": str(tmp_path)})
    database.prepare(config)
    with database.open_engine(config).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(database.InstanceError, match="was made by a newer Limber"):
        database.prepare(config)


@pytest.mark.parametrize("name", ["q?x", "50%", "a b", "قاعدة"])
def test_a_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    config = read({"LIMBER_INSTANCE": str(tmp_path / name)})
    database.prepare(config)
    assert (tmp_path / name / "limber.sqlite3").is_file()


def test_a_postgresql_that_cannot_be_reached_says_what_to_do(tmp_path: Path) -> None:
    address = f"postgresql://me:secret@/limber?host={tmp_path}"
    config = read({"LIMBER_INSTANCE": str(tmp_path), "DATABASE_URL": address})
    with pytest.raises(database.InstanceError, match="start that PostgreSQL") as fault:
        database.prepare(config)
    assert str(fault.value).startswith("DATABASE_URL: postgresql+psycopg://me:***@/limber?")
    assert "secret" not in str(fault.value)
    assert len(str(fault.value).splitlines()) == 1


def test_a_postgresql_of_a_newer_version_is_left_alone(tmp_path: Path, postgresql: Cluster) -> None:
    settings = {"DATABASE_URL": postgresql.new_database(), "LIMBER_INSTANCE": str(tmp_path)}
    config = read(settings)
    assert database.prepare(config) == []
    engine = database.open_engine(config)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(database.InstanceError, match=r"^DATABASE_URL: .+ newer Limber"):
        database.prepare(config)


def test_machines_that_start_together_migrate_one_after_the_other(
    tmp_path: Path, postgresql: Cluster
) -> None:
    settings = {"DATABASE_URL": postgresql.new_database(), "LIMBER_INSTANCE": str(tmp_path)}
    with ThreadPoolExecutor(4) as machines:
        assert list(machines.map(database.prepare, [read(settings)] * 4)) == [[]] * 4


STARTED = """
import sys
from webapp import database, front
from webapp.config import read
database.prepare(read())
front.create()
sys.exit("alembic" in sys.modules)
"""


def test_a_start_that_changes_no_schema_does_not_wait_for_alembic(tmp_path: Path) -> None:
    settings = {"LIMBER_INSTANCE": str(tmp_path / "instance")}
    database.prepare(read(settings))
    started = [sys.executable, "-c", STARTED]
    subprocess.run(started, check=True, cwd=places.PACKAGE.parent, env={**os.environ, **settings})
