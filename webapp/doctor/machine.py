"""What the machine brings: Python, SQLite, the time."""

from __future__ import annotations

import platform
import sqlite3
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

from webapp import places
from webapp.backup.sqlite import SUFFIXES
from webapp.config import Config
from webapp.doctor.findings import Finding, mend, well

# As pyproject.toml asks for it.
OLDEST_PYTHON = (3, 11)
# Its first with RETURNING (sqlite.org/lang_returning.html), by which workers take reminders.
OLDEST_SQLITE = (3, 35)
# Seconds that a clock may be behind what it has already stamped, as after a step of NTP.
STEP = 3600


def versions(
    python: tuple[int, ...] = sys.version_info[:3],
    sqlite: tuple[int, ...] = sqlite3.sqlite_version_info,
) -> Iterator[Finding]:
    for name, found, oldest, remedy in (
        ("Python", python, OLDEST_PYTHON, "install Limber with a newer one"),
        ("SQLite", sqlite, OLDEST_SQLITE, "install Limber with a Python that has a newer one"),
    ):
        told = f"{name}: {_dotted(found)}"
        if found < oldest:
            yield mend(f"{told} is older than {_dotted(oldest)}; {remedy}")
        else:
            yield well(f"{told} on {platform.system()}")


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))


def clock(config: Config, now: float) -> Iterator[Finding]:
    """A clock cannot be earlier than what it has stamped."""
    last, what = max(_stamped(config), default=(0.0, ""))
    if now < last - STEP:
        yield mend(
            f"clock: says {_day(now)}, but {what} was changed at {_day(last)}; set the time, "
            "and let the machine keep it (NTP)"
        )
    else:
        yield well(f"clock: {_day(now)}, after all that is on the disk")


def _stamped(config: Config) -> Iterator[tuple[float, str]]:
    databases = [f"{config.database}{suffix}" for suffix in SUFFIXES]
    for path in (*places.PACKAGE.rglob("*.py"), *map(type(config.database), databases)):
        if path.exists():
            yield path.stat().st_mtime, str(path)


def _day(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M UTC")
