"""A worker that kills itself by -9 at a random point: `python -m tests.reminders.mortal`."""

from __future__ import annotations

import asyncio
import os
import random
import signal
from collections.abc import Callable
from typing import Any

from webapp.clock import Clock
from webapp.config import read
from webapp.database import open_engine
from webapp.reminders import claims, vapid
from webapp.reminders.sender import Message, Outcome, Sender
from webapp.reminders.worker import Worker

LEASE = 1500
HOUR = 3600 * 1000

ODDS = float(os.environ.get("MORTAL_ODDS", "0"))


def perhaps_die() -> None:
    if random.random() < ODDS:
        os.kill(os.getpid(), signal.SIGKILL)


class MortalSender(Sender):
    async def send(self, message: Message) -> Outcome:
        perhaps_die()
        outcome = await super().send(message)
        perhaps_die()
        return outcome


class MortalWorker(Worker):
    async def _ask(self, question: Callable[[], Any]) -> Any:
        perhaps_die()
        answer = await super()._ask(question)
        perhaps_die()
        return answer


async def main() -> None:
    config, stop = read(), asyncio.Event()
    engine = open_engine(config)
    sender = MortalSender(
        vapid.load_or_create(config.push_key), config.contact, config.push_services
    )
    working = asyncio.create_task(MortalWorker(engine, sender, lease=LEASE).run(stop))
    while (ready := claims.next_ready(engine)) and ready < Clock().now() + HOUR:
        await asyncio.sleep(0.05)
    stop.set()
    await working
    await sender.close()
    engine.dispose()


if __name__ == "__main__":
    asyncio.run(main())
