"""Alembic, brought along only where a schema changes: most starts find it up to date."""

from __future__ import annotations

from collections.abc import Callable

from alembic import command
from alembic.config import Config as AlembicConfig
from alembic.util import CommandError
from sqlalchemy import Connection, func, select, text

from webapp import database, places
from webapp.config import Config

# What PostgreSQL knows this lock by; any number that nothing else takes.
MIGRATING = 5_042_027

Step = Callable[[AlembicConfig, str], None]


def migrate(config: Config, step: Step = command.upgrade, revision: str = "head") -> None:
    """Change the schema; InstanceError when a newer Limber made it."""
    with database.connected(database.open_engine(config)) as connection:
        _wait_for_other_machines(connection)
        try:
            step(_alembic(connection), revision)
        except CommandError:
            raise database.InstanceError(_too_new(config)) from None


def _wait_for_other_machines(connection: Connection) -> None:
    """Machines that start together on one PostgreSQL migrate it one after the other."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET LOCAL lock_timeout = 0"))
        connection.execute(select(func.pg_advisory_xact_lock(MIGRATING)))


def _alembic(connection: Connection) -> AlembicConfig:
    config = AlembicConfig()
    config.set_main_option("script_location", str(places.MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _too_new(config: Config) -> str:
    newer = "was made by a newer Limber; install that one again or name another"
    if config.database_url:
        return f"DATABASE_URL: {config.database_address} {newer} database"
    return f"LIMBER_INSTANCE: {config.database} {newer} folder"
