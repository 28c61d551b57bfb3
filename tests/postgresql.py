"""A real PostgreSQL of the tests' own: made, started and thrown away, on a socket in a folder."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from pathlib import Path

import psycopg
from sqlalchemy import make_url

from webapp import database
from webapp.config import read

PACKAGE = "postgresql"
START_SECONDS = 30
USER = "limber"


@dataclass
class Cluster:
    """A running PostgreSQL."""

    sockets: Path

    def __post_init__(self) -> None:
        self._numbers = count(1)

    def new_database(self, like: str = "template1") -> str:
        """The address of a database that is empty, or like another one of this cluster."""
        name = f"test_{next(self._numbers)}"
        with self._connect() as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {like}")
        return f"postgresql+psycopg://{USER}@/{name}?host={self.sockets}"

    @cached_property
    def _migrated(self) -> str:
        address = self.new_database()
        database.migrate(read({"DATABASE_URL": address}))
        return str(make_url(address).database)

    def migrated_database(self) -> str:
        """The address of one with the newest schema: copied, because migrating takes longer."""
        return self.new_database(self._migrated)

    def answers(self) -> bool:
        try:
            self._connect().close()
        except psycopg.OperationalError:
            return False
        return True

    def _connect(self) -> psycopg.Connection:
        place = f"host={self.sockets} user={USER} dbname=postgres"
        return psycopg.connect(place, autocommit=True)


def find_programs() -> Path | None:
    """The folder with `initdb` and `postgres`: where Debian puts them, else on the path."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    on_path = [Path(found).parent for found in [shutil.which("initdb")] if found]
    folders = (*debian, *on_path, Path("/usr/local/bin"))
    return next((each for each in folders if _is_whole(each)), None)


def _is_whole(folder: Path) -> bool:
    return (folder / "initdb").exists() and (folder / "postgres").exists()


@contextmanager
def running() -> Iterator[Cluster]:
    programs = find_programs()
    if programs is None:
        raise AssertionError(
            f"PostgreSQL is missing: install the package {PACKAGE} (on Debian, as root, "
            "`python -m tests.install database` does it), or put initdb and postgres on the path"
        )
    # Not pytest's folder: a socket's path must be short, and another user must get there.
    folder = Path(tempfile.mkdtemp(prefix="limber-postgresql-"))
    try:
        with _started(programs, folder) as cluster:
            yield cluster
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _started(programs: Path, folder: Path) -> Iterator[Cluster]:
    user = _unprivileged()
    if user:
        os.chown(folder, user.pw_uid, user.pw_gid)
    as_user = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
    options = ("--auth=trust", f"--username={USER}", "--encoding=UTF8", "--no-locale", "--no-sync")
    where = ("--pgdata", str(folder / "data"))
    with (folder / "log").open("w") as log:
        subprocess.run(
            [programs / "initdb", *where, *options],
            **as_user,  # type: ignore[call-overload]
            stdout=log,
            stderr=log,
            check=True,
            cwd=folder,
        )
        server = subprocess.Popen(
            [programs / "postgres", "-D", str(folder / "data"), *_settings(folder)],
            **as_user,  # type: ignore[call-overload]
            stdout=log,
            stderr=log,
            cwd=folder,
        )
    try:
        cluster = Cluster(folder)
        _wait(server, cluster, folder / "log")
        yield cluster
    finally:
        server.send_signal(signal.SIGQUIT)  # at once: nothing of it is kept
        server.wait(timeout=START_SECONDS)


def _settings(folder: Path) -> list[str]:
    """On its socket only; nothing has to survive a power cut."""
    settings = {
        "listen_addresses": "",
        "unix_socket_directories": str(folder),
        "fsync": "off",
        "synchronous_commit": "off",
        "full_page_writes": "off",
        "shared_buffers": "32MB",
        "max_connections": "60",
    }
    return [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]


def _unprivileged() -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    names = {each.pw_name: each for each in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def _wait(server: subprocess.Popen[bytes], cluster: Cluster, log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and server.poll() is None:
        if cluster.answers():
            return
        time.sleep(0.05)
    raise AssertionError(f"PostgreSQL did not start:\n{log.read_text()}")
