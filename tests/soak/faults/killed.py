"""`limber serve` is killed by -9 in the middle of 10,000 writes, twenty times; and its web process.

A worker that is killed while it sends: `tests/machines/test_kill_sending.py` and
`tests/reminders/test_kill.py`.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from random import Random

from tests import postgresql
from tests.serving import Server, serving
from tests.share.test_kill import kept
from tests.soak.faults import judging, served
from tests.soak.faults.clients import Clients
from tests.soak.faults.locked import BEFORE, READERS
from tests.soak.judging import Row
from webapp.config import read
from webapp.database import open_engine

WRITES, KILLS = 10_000, 20
SHORT_WRITES, SHORT_KILLS = 240, 2
START_SECONDS = 30.0


def judge(seed: str, *, short: bool) -> list[Row]:
    writes, kills = (SHORT_WRITES, SHORT_KILLS) if short else (WRITES, KILLS)
    rows = kill({"DATABASE_URL": ""}, "SQLite", writes, kills, seed)
    with postgresql.running(synchronous_commit="on") as cluster:
        url = cluster.migrated_database()
        rows += kill({"DATABASE_URL": url}, "PostgreSQL", writes, kills, seed)
    return rows + kill_web_process(seed)


def kill_web_process(seed: str) -> list[Row]:
    """As the kernel does it for want of memory: `limber serve` goes on and starts another."""
    with served.on_sqlite() as on:
        clients = Clients(on.server, seed)
        clients.publish(clients.new_secret())
        with clients.running(*READERS):
            clients.until_told(BEFORE)
            with clients.window() as window:
                os.kill(web_process(on.server), signal.SIGKILL)
            clients.watch(2 * judging.RECOVERY_SECONDS)
        rows = judging.judge_end("the web process, kill -9", clients.asked, *window)
        return [*rows, *on.judge_database(clients)]


def web_process(server: Server) -> int:
    """The one child of `limber serve` that is granian's; it has no worker here."""
    command = ["ps", "-o", "pid=", "--ppid", str(server.process.pid)]
    (found,) = subprocess.check_output(command, text=True).split()
    return int(found)


def kill(settings: Mapping[str, str], name: str, writes: int, kills: int, seed: str) -> list[Row]:
    """After each kill the database is looked at, and the next server goes on with it."""
    chance, clients, starts = Random(seed), None, list[float]()
    with tempfile.TemporaryDirectory() as folder:
        instance = Path(folder) / "instance"
        whole = {**served.SETTINGS, **settings}
        engine = open_engine(read({**settings, "LIMBER_INSTANCE": str(instance)}))
        checks = list[str]()
        for number in range(kills):
            began = time.monotonic()
            with serving(instance, command=None, cwd=None, **whole) as server:
                starts.append(time.monotonic() - began)
                clients = clients or Clients(server, seed, pace=0)
                clients.server = server
                last = number == kills - 1
                many = _next(chance, len(clients.told), writes, kills - number)
                with clients.running():
                    clients.until_told(many)
                    # The last of them too is killed while authors go on.
                    server.kill()
                    server.process.wait()
                    clients.stop()
                checks += served.integrity(engine)
                assert not last or len(clients.told) >= writes
        assert clients
        rows = [
            Row(
                f"{name}, kill -9 among writes",
                f"{kills} times in {len(clients.told)} writes",
            ),
            judging.judge_kept(clients.told, kept(engine), clients.wanted),
            judging.judge_integrity(sorted(set(checks))),
            _starts(starts),
        ]
        engine.dispose()
    return rows


def _next(chance: Random, told: int, writes: int, left: int) -> int:
    """How many are acknowledged when the next kill comes: at random, all of them at the last."""
    return (
        writes
        if left == 1
        else told + max(1, int((writes - told) / left * chance.uniform(0.2, 1.8)))
    )


def _starts(starts: list[float]) -> Row:
    late = max(starts)
    over = (f"a start after a kill took {late:.1f} s",) if late > START_SECONDS else ()
    return Row("  started again", f"{late:.1f} s at most", f"{START_SECONDS:g} s", over)
