"""Messages per second of one core, beside encryption alone.

In turn, in many short rounds, so that whatever else this machine does weighs on all of them.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Engine

from tests import postgresql
from tests.bench import judging, sink, stock
from tests.bench.contenders import Alone, Limit, Whole
from tests.bench.judging import Cost, Round
from tests.soak.judging import Row
from webapp import database
from webapp.clock import Clock
from webapp.config import read
from webapp.database import open_engine

ROUNDS, MESSAGES = 30, 1024
STORED = 100_000
POSTGRESQL = "whole worker on PostgreSQL"


class Contender(Protocol):
    async def prepare(self, many: int) -> None: ...

    async def run(self, many: int) -> None: ...


def judge() -> list[Row]:
    with ExitStack() as stack:
        service = stack.enter_context(sink.running())
        alone, sqlite = Alone(service), Whole(stack.enter_context(_sqlite()))
        workers = {"whole worker on SQLite": sqlite}
        if postgresql.find_programs():
            workers[POSTGRESQL] = Whole(stack.enter_context(_postgresql()))
        for worker in workers.values():
            stock.fill(worker.engine, STORED, service, Clock().now())
        rounds = asyncio.run(_compare({"our sender": alone, **workers}))
        for worker in workers.values():
            worker.check()
    return judging.judge_rates(rounds, told=[POSTGRESQL])


async def _compare(contenders: Mapping[str, Contender]) -> dict[str, list[Round]]:
    rounds: dict[str, list[Round]] = {name: [] for name in contenders}
    before = await _cost(Limit())
    for _ in range(ROUNDS):
        for name, contender in contenders.items():
            cost, after = await _cost(contender), await _cost(Limit())
            rounds[name].append(Round(before, cost, after))
            before = after
    return rounds


async def _cost(contender: Contender) -> Cost:
    await contender.prepare(MESSAGES)
    wall, processor = time.perf_counter(), time.process_time()
    await contender.run(MESSAGES)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    return Cost(wall / MESSAGES, processor / MESSAGES)


@contextmanager
def _sqlite() -> Iterator[Engine]:
    with tempfile.TemporaryDirectory() as folder:
        yield from _opened({"LIMBER_INSTANCE": str(Path(folder) / "instance")})


@contextmanager
def _postgresql() -> Iterator[Engine]:
    with postgresql.running() as cluster:
        yield from _opened({"DATABASE_URL": cluster.migrated_database()})


def _opened(settings: Mapping[str, str]) -> Iterator[Engine]:
    config = read(settings)
    database.prepare(config)
    engine = open_engine(config)
    try:
        yield engine
    finally:
        engine.dispose()
