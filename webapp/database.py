"""The database: its engine, how SQLite is set up, and bringing the schema up to date."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config as AlembicConfig
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from flask import Flask, current_app
from sqlalchemy import URL, Engine, MetaData, create_engine, event
from sqlalchemy.exc import SQLAlchemyError

from webapp import places
from webapp.config import Config

# Constraints get names on every database, so that a migration can name them.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class InstanceError(Exception):
    """The instance folder or the database in it cannot be used; the message says what to do."""


def init_app(app: Flask, config: Config) -> None:
    app.extensions["limber.database"] = open_engine(config)


def open_engine(config: Config) -> Engine:
    engine = create_engine(URL.create("sqlite", database=str(config.database)))
    event.listen(engine, "connect", _set_up_sqlite)
    return engine


def prepare(config: Config) -> list[str]:
    """Make the instance folder and bring the database up to date; says what was created."""
    missing = [path for path in (config.instance, config.database) if not path.exists()]
    try:
        config.instance.mkdir(parents=True, exist_ok=True)
        migrate(config)
    except CommandError:
        raise InstanceError(
            f"LIMBER_INSTANCE: {config.database} was made by a newer Limber; "
            "install that one again or name another folder"
        ) from None
    except (OSError, SQLAlchemyError) as error:
        reason = error.strerror if isinstance(error, OSError) else "its database cannot be opened"
        raise InstanceError(
            f"LIMBER_INSTANCE: {config.instance} cannot be used ({reason}); "
            "name a folder that this user may write to"
        ) from None
    return [_shown(path) for path in missing]


def migrate(config: Config) -> None:
    engine = open_engine(config)
    with engine.begin() as connection:
        command.upgrade(_alembic(connection), "head")
    engine.dispose()


def is_current() -> bool:
    """Whether the running app's database answers and has the schema this version expects."""
    engine: Engine = current_app.extensions["limber.database"]
    try:
        with engine.connect() as connection:
            found = MigrationContext.configure(connection).get_current_revision()
    except SQLAlchemyError:
        return False
    return found == ScriptDirectory.from_config(_alembic(None)).get_current_head()


def _alembic(connection: object) -> AlembicConfig:
    config = AlembicConfig()
    config.set_main_option("script_location", str(places.MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _set_up_sqlite(connection: Any, _record: object) -> None:
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=5000"):
        connection.execute(f"PRAGMA {pragma}")


def _shown(path: Path) -> str:
    return f"{path}/" if path.is_dir() else str(path)
