"""PostgreSQL is restarted under load, as for an update and as after a crash."""

from __future__ import annotations

import signal

from tests import postgresql
from tests.soak.faults import judging, served
from tests.soak.faults.clients import Clients
from tests.soak.faults.locked import BEFORE, READERS
from tests.soak.judging import Row

# As for an update, and at once, after which it recovers what it had not written.
ENDS = {"an update": signal.SIGINT, "a crash": signal.SIGQUIT}


def judge(seed: str, *, short: bool) -> list[Row]:
    rows: list[Row] = []
    with (
        postgresql.running(synchronous_commit="on") as cluster,
        served.on_postgresql(cluster) as on,
    ):
        clients = Clients(on.server, seed)
        clients.publish(clients.new_secret())
        for reason, end in ENDS.items():
            first = len(clients.asked)
            with clients.running(*READERS):
                clients.until_told(len(clients.told) + BEFORE)
                with clients.window() as window:
                    cluster.stop(end)
                    cluster.start()
                clients.watch(judging.RECOVERY_SECONDS / (2 if short else 1))
            title = f"PostgreSQL, as by {reason}"
            rows += judging.judge(title, clients.asked[first:], *window)
        return [*rows, *on.judge_database(clients)]
