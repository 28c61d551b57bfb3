"""`limber serve` sends reminders too: its worker lives and dies with it, and is started again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.reminders.phones import Clock, phone, put
from tests.reminders.standin import PushService
from tests.serving import Server, serving

pytestmark = pytest.mark.parametrize("on_each_database", ["sqlite"], indirect=True)

PATIENCE = 20


@pytest.fixture
def service() -> Iterator[PushService]:
    with PushService().running() as started:
        yield started


@pytest.fixture
def server(settings: dict[str, str]) -> Iterator[Server]:
    given = {**settings, "LIMBER_WORKER": "1"}
    with serving(Path(given.pop("LIMBER_INSTANCE")), command=None, cwd=None, **given) as started:
        yield started


def remind(engine: Engine, service: PushService) -> None:
    """Somebody's reminder is due now."""
    due = datetime.now(UTC).replace(microsecond=0)
    anchor = due.replace(tzinfo=None).isoformat()
    before = Clock(due - timedelta(seconds=1))
    put(engine, phone(service.subscribe()), before, ("FREQ=DAILY", anchor))


def eventually(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.05)


def worker_of(settings: dict[str, str]) -> int:
    """The process that has the instance's lock, once it says so."""
    lock = Path(settings["LIMBER_INSTANCE"]) / "worker.lock"
    eventually(lambda: lock.exists() and lock.read_text().endswith("\n"))
    return int(lock.read_text())


def lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_it_sends_and_a_worker_that_was_killed_is_started_again(
    server: Server, settings: dict[str, str], engine: Engine, service: PushService
) -> None:
    remind(engine, service)
    eventually(lambda: len(service.accepted) == 1)
    killed = worker_of(settings)
    os.kill(killed, signal.SIGKILL)
    remind(engine, service)
    # The first may be repeated: the worker may have been killed before it wrote.
    eventually(lambda: len({each.subscription for each in service.accepted}) == 2)
    assert worker_of(settings) != killed
    assert b'"worker":"working"' in server.get("/healthz")[2]


def test_it_ends_with_the_server(server: Server, settings: dict[str, str]) -> None:
    worker = worker_of(settings)
    server.process.terminate()
    server.process.wait(PATIENCE)
    assert not lives(worker)


def test_it_ends_with_a_server_that_was_killed(server: Server, settings: dict[str, str]) -> None:
    worker = worker_of(settings)
    server.process.kill()
    server.process.wait(PATIENCE)
    eventually(lambda: not lives(worker))
    server.kill()  # what granian left behind


@contextmanager
def working(settings: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [str(Path(sys.executable).with_name("limber")), "worker"],
        env={**os.environ, **settings},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=PATIENCE)


def test_on_sqlite_a_second_worker_waits_for_the_end_of_the_first(
    settings: dict[str, str], engine: Engine, service: PushService
) -> None:
    with working(settings) as first:
        assert worker_of(settings) == first.pid
        with working(settings) as second:
            assert second.stderr
            assert "this one waits for its end" in second.stderr.readline()
            first.kill()
            remind(engine, service)
            eventually(lambda: len(service.accepted) == 1)
            assert worker_of(settings) == second.pid
            second.terminate()
            assert second.wait(PATIENCE) == 0
