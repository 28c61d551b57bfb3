"""Each migration goes up and down on both databases, and ends where the code's tables are."""

from __future__ import annotations

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, insert, inspect, select

from webapp import database, migrating, places
from webapp.config import Config
from webapp.reminders import models
from webapp.share import models as shared


@pytest.fixture
def settings(settings: dict[str, str], on_each_database: dict[str, str]) -> dict[str, str]:
    return settings | on_each_database


def put_rows(engine: Engine) -> None:
    device = {
        "id": "d" * 22,
        "secret": b"s" * 32,
        "zone": "UTC",
        "language": "en",
        "origin": "https://limber.example",
        "seen_at": 1 << 41,
    }
    reminder = {
        "device_id": "d" * 22,
        "id": "drink",
        "rule": "FREQ=DAILY",
        "anchor": "2026-11-27T08:00:00",
        "planned_at": 1 << 41,
        "tries": 0,
    }
    with engine.begin() as connection:
        connection.execute(insert(models.device).values(device))
        connection.execute(insert(models.reminder).values(reminder))
        _put_routine(connection)


def _put_routine(connection: Connection) -> None:
    routine = {
        "code": "0123456789",
        "secret": b"s" * 32,
        "version": 2,
        "published_at": 1 << 41,
        "changed_at": 1 << 41,
        "opened_day": 20_784,
    }
    connection.execute(insert(shared.routine).values(routine))
    for number in (1, 2):
        new = {"code": "0123456789", "number": number, "body": "{}", "changed_at": 1 << 41}
        connection.execute(insert(shared.version).values(new))


def test_the_tables_are_those_of_the_code(engine: Engine) -> None:
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), database.metadata) == []


def test_down_and_up_again_with_rows(config: Config, engine: Engine) -> None:
    put_rows(engine)
    migrating.migrate(config, command.downgrade, "0001")
    assert inspect(engine).get_table_names() == ["alembic_version"]
    migrating.migrate(config)
    put_rows(engine)


def test_a_step_back_takes_only_what_is_newer(config: Config, engine: Engine) -> None:
    put_rows(engine)
    migrating.migrate(config, command.downgrade, "0002")
    assert "routine" not in inspect(engine).get_table_names()
    migrating.migrate(config)
    with engine.begin() as connection:
        assert connection.execute(select(models.reminder.c.id)).scalars().all() == ["drink"]
        assert connection.execute(select(shared.routine)).all() == []
        _put_routine(connection)


def test_what_is_there_stays_when_a_newer_limber_starts(config: Config, engine: Engine) -> None:
    put_rows(engine)
    assert database.prepare(config) == []
    with engine.connect() as connection:
        assert connection.execute(select(models.reminder.c.id)).scalars().all() == ["drink"]
        assert connection.execute(select(shared.version.c.number)).scalars().all() == [1, 2]


def test_a_routine_takes_its_versions_with_it(engine: Engine) -> None:
    put_rows(engine)
    with engine.begin() as connection:
        connection.execute(shared.routine.delete())
        assert connection.execute(select(shared.version)).all() == []


def test_a_device_takes_its_reminders_with_it(engine: Engine) -> None:
    put_rows(engine)
    with engine.begin() as connection:
        connection.execute(models.device.delete())
        assert connection.execute(select(models.reminder)).all() == []


def test_revisions_are_called_as_their_files() -> None:
    known = [script.revision for script in ScriptDirectory(str(places.MIGRATIONS)).walk_revisions()]
    assert database.revisions() == known
