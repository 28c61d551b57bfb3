"""Every fault there is a module for, and how each is called in the table."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from tests.soak import judging
from tests.soak.faults import (
    clock,
    disk_full,
    gone,
    killed,
    locked,
    overload,
    restarted,
    slow,
)
from tests.soak.judging import Row


class Judge(Protocol):
    def __call__(self, seed: str, *, short: bool) -> list[Row]: ...


@dataclass(frozen=True)
class Fault:
    """What is done to a running Limber."""

    title: str
    judge: Judge


FAULTS = {
    "disk-full": Fault("no byte is left for the database", disk_full.judge),
    "locked": Fault("somebody else holds the database", locked.judge),
    "gone": Fault("the database goes away and comes back", gone.judge),
    "restarted": Fault("PostgreSQL is restarted under load", restarted.judge),
    "killed": Fault("kill -9 in the middle of writes, and of the web process", killed.judge),
    "clock": Fault("the clock is set forward and back", clock.judge),
    "slow": Fault("connections of a byte a second", slow.judge),
    "overload": Fault("ten times as much as can be answered", overload.judge),
}


def judge(wanted: list[str], seed: str = "", *, short: bool = False) -> Iterator[Row]:
    """One after the other; a seed chooses the same secrets and kills once more."""
    seed = seed or secrets.token_hex(4)
    yield Row("seed", seed)
    for name in wanted or FAULTS:
        print(f"  {name}: {FAULTS[name].title}{', short' if short else ''}", flush=True)
        load = os.getloadavg()[0]
        yield from FAULTS[name].judge(f"{seed}/{name}", short=short)
        yield judging.tell_load([load, os.getloadavg()[0]], os.cpu_count())
