"""A real PostgreSQL of the tests' own: made, started and thrown away, on a socket in a folder."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import make_url

from webapp import migrating
from webapp.config import read

PACKAGE = "postgresql"
START_SECONDS = 30
# On its socket only; nothing has to survive a power cut.
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "32MB",
    "max_connections": "60",
}
USER = "limber"


@dataclass
class Cluster:
    """A running PostgreSQL, which can be stopped and started again."""

    sockets: Path
    programs: Path
    options: list[str]

    def __post_init__(self) -> None:
        self._numbers = count(1)

    def start(self) -> None:
        log = self.sockets / "log"
        with log.open("a") as said:
            self._process = subprocess.Popen(
                [self.programs / "postgres", "-D", str(self.sockets / "data"), *self.options],
                **_as_user(),
                stdout=said,
                stderr=said,
                cwd=self.sockets,
            )
        _wait(self._process, self, log)

    def stop(self, by: signal.Signals = signal.SIGINT) -> None:
        """SIGINT ends connections in order; SIGQUIT all at once, as a crash does."""
        self._process.send_signal(by)
        self._process.wait(timeout=START_SECONDS)

    def new_database(self, like: str = "template1") -> str:
        """The address of a database that is empty, or like another one of this cluster."""
        name = f"test_{next(self._numbers)}"
        with self._connect() as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {like}")
        return f"postgresql+psycopg://{USER}@/{name}?host={self.sockets}"

    @cached_property
    def _migrated(self) -> str:
        address = self.new_database()
        migrating.migrate(read({"DATABASE_URL": address}))
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
def running(**settings: str) -> Iterator[Cluster]:
    """With these settings beside those of all tests, which keep nothing through a crash."""
    programs = find_programs()
    if programs is None:
        raise AssertionError(
            f"PostgreSQL is missing: install the package {PACKAGE} (on Debian, as root, "
            "`python -m tests.install database` does it), or put initdb and postgres on the path"
        )
    # Not pytest's folder: a socket's path must be short, and another user must get there.
    folder = Path(tempfile.mkdtemp(prefix="limber-postgresql-"))
    try:
        with _started(programs, folder, {**SETTINGS, **settings}) as cluster:
            yield cluster
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _started(programs: Path, folder: Path, settings: Mapping[str, str]) -> Iterator[Cluster]:
    user = _unprivileged()
    if user:
        os.chown(folder, user.pw_uid, user.pw_gid)
    made = ("--auth=trust", f"--username={USER}", "--encoding=UTF8", "--no-locale", "--no-sync")
    where = ("--pgdata", str(folder / "data"))
    with (folder / "log").open("w") as log:
        subprocess.run(
            [programs / "initdb", *where, *made],
            **_as_user(),
            stdout=log,
            stderr=log,
            check=True,
            cwd=folder,
        )
    whole = {**settings, "unix_socket_directories": str(folder)}
    options = [part for name, value in whole.items() for part in ("-c", f"{name}={value}")]
    cluster = Cluster(folder, programs, options)
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.stop(signal.SIGQUIT)  # at once: nothing of it is kept


def _as_user() -> dict[str, Any]:
    user = _unprivileged()
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}


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
