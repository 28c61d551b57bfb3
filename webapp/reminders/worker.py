"""The worker: takes what is due, sends it, writes what became of it, and never stops for one."""

from __future__ import annotations

import asyncio
import logging
import os
import random
import secrets
import signal
import socket
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol, TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from webapp import logs
from webapp.clock import Clock
from webapp.config import Config
from webapp.database import open_engine
from webapp.reminders import claims, counts, decisions, messages, shares, store, vapid
from webapp.reminders.alone import Lock
from webapp.reminders.claims import Due
from webapp.reminders.decisions import GRACE, Advance, Again, Aside, Decision, Gone, Jump
from webapp.reminders.encryption import SubscriptionError
from webapp.reminders.endpoints import EndpointError
from webapp.reminders.outages import Outages
from webapp.reminders.sender import Message, Outcome, Sender
from webapp.reminders.shares import Shares
from webapp.reminders.store import DAY, Device, Subscription
from webapp.share import expiry

T = TypeVar("T")

log = logging.getLogger("limber.worker")

# Milliseconds that a taken reminder stays its worker's. Three quarters of them are for sending,
# and the last one for writing what became of it.
LEASE = 60 * 1000
# Messages under way at once, and how many are taken at a time.
SLOTS = 256
BATCH = 128
# Seconds between looks when nothing is due, between signs of life, and for what is under way when
# asked to stop.
POLL = 1.0
BEAT = 5.0
STOP = 4.0
# Seconds in which outcomes gather, so that they are written together.
GATHER = 0.05
HOUR = 3600.0
# Seconds until a database that failed is asked again, at most.
LONGEST_PAUSE = 30.0
# Rows that are planned anew at a time, after the clock was set back.
PLANNED = 500


class Sends(Protocol):
    """What takes messages to their push services."""

    async def send(self, message: Message) -> Outcome: ...

    async def close(self) -> None: ...


class Worker:
    """One worker on one database, for one event loop."""

    def __init__(
        self,
        engine: Engine,
        sender: Sends | None,
        *,
        clock: Clock | None = None,
        lease: int = LEASE,
        chance: Callable[[], float] = random.random,
    ) -> None:
        """Without a sender nothing is taken, and only what is silent is forgotten."""
        self.engine = engine
        self.sender = sender
        self.clock = clock or Clock()
        self.lease = lease
        self.chance = chance
        self.counted: Counter[str] = Counter()
        self._name = f"{socket.gethostname()[:60]}-{os.getpid()}-{secrets.token_hex(4)}"
        self._started = self.clock.now()
        self._last_seen: int | None = None
        self._forgets_at = self._beats_at = self.clock.monotonic()
        self._outages = Outages()
        self._shares = Shares()
        self._under_way: set[asyncio.Task[None]] = set()
        self._done: list[tuple[Due, Decision]] = []
        self._claims = 0
        # One thread for the database, so that messages go on while it writes, and SQLite never
        # waits for itself.
        self._threads = ThreadPoolExecutor(1, thread_name_prefix="database")

    async def run(self, stop: asyncio.Event, *, alone: bool = False) -> None:
        """Work until asked to stop; a database that fails is asked again later.

        When `alone`, whoever had taken something has ended: it is free again at once.
        """
        pause = POLL
        while not stop.is_set():
            try:
                if alone:
                    await self._ask(lambda: claims.release(self.engine, self.clock.now(), latest=0))
                    alone = False
                await self._round()
                pause = POLL
            except SQLAlchemyError as error:
                log.error("the database failed, again in %.0f s: %s", pause, _reason(error))
                await self._sleep(pause, stop)
                pause = min(LONGEST_PAUSE, pause * 2)
        await self._finish()

    async def _round(self) -> None:
        """Take what is due and there is room for, write what is done, or wait a moment."""
        if self.clock.monotonic() >= self._beats_at:
            await self.beat()
        room = self._room()
        taken = await self._claim(min(room, BATCH)) if room >= BATCH // 2 else []
        for due in taken:
            task = asyncio.create_task(self._handle(due))
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)
        if self._under_way:
            # Not `asyncio.wait`, which puts a callback on each of them every time.
            await asyncio.sleep(GATHER)
        if self._done:
            await self.flush()
        elif not self._under_way:
            await self._idle()

    def _room(self) -> int:
        """What is stuck at a slow service takes no room from the others, up to twice as many."""
        stuck = self._shares.stuck(self.clock.monotonic())
        return SLOTS - len(self._under_way) + min(SLOTS, stuck)

    async def once(self) -> int:
        """Take a batch, see to all of it and write it down; how many there were."""
        taken = await self._claim(BATCH)
        await asyncio.gather(*map(self._handle, taken))
        await self.flush()
        return len(taken)

    async def _claim(self, most: int) -> list[Due]:
        if self.sender is None:
            return []
        self._claims += 1
        name = f"{self._name[-8:]}.{self._claims}"
        return await self._ask(
            lambda: claims.claim(self.engine, name, self.clock.now(), self.lease, most)
        )

    async def _idle(self) -> None:
        ready = await self._ask(lambda: claims.next_ready(self.engine)) if self.sender else None
        left = POLL if ready is None else (ready - self.clock.now()) / 1000
        await self.clock.sleep(max(0.01, min(POLL, left)))

    async def _handle(self, due: Due) -> None:
        decision = await self._decide(due)
        # Only now: while it was decided, `flush` has begun another list.
        self._done.append((due, decision))

    async def _decide(self, due: Due) -> Decision:
        now = self.clock.now()
        if late := decisions.before(due, now):
            return late
        host = _service(due.endpoint)
        if until := self._put_off(host, now):
            return decisions.wait(due, until)
        try:
            with self._shares.taken(host, self.clock.monotonic()):
                outcome = await self._send(due, now)
        except (EndpointError, SubscriptionError, ValueError) as error:
            return Aside(f"{type(error).__name__}: {error}")
        now = self.clock.now()
        self._outages.note(host, now, answered=outcome.status is not None)
        decision = decisions.after(due, outcome, now, self.chance())
        _tell(host, outcome, decision)
        return decision

    def _put_off(self, host: str, now: int) -> int | None:
        """Until when to leave this service alone; None when it may be tried."""
        if self._shares.is_used_up(host, self.clock.monotonic()):
            return now + shares.PAUSE
        return self._outages.wait(host, now)

    async def _send(self, due: Due, now: int) -> Outcome:
        if self.sender is None:
            raise RuntimeError("nothing is taken without a sender")  # pragma: no cover
        to = Subscription(due.endpoint, due.p256dh, due.auth)
        phone = Device(due.device_id, to, due.zone, due.language, due.origin)
        seconds = (due.next_at + GRACE - now) // 1000
        message = messages.message(phone, to, due.id, seconds)
        try:
            # What waits longer for a connection would be another worker's by then, and sent twice.
            async with asyncio.timeout(self._seconds_left(due, now)):
                return await self.sender.send(message)
        except (EndpointError, SubscriptionError, ValueError):
            raise
        except TimeoutError:
            return Outcome(None, None, gone=False, fault="it took longer than its worker has it")
        except Exception as error:
            # A fault of ours, and no reason to set anybody's reminder aside for good.
            log.exception("a message could not be sent")
            return Outcome(None, None, gone=False, fault=type(error).__name__)

    def _seconds_left(self, due: Due, now: int) -> float:
        left = min(due.ready_at - now, self.lease)  # the clock may have been set back since
        return (left - self.lease // 4) / 1000

    async def flush(self) -> None:
        """Write what is done. What cannot be written now is kept for the next time."""
        done, self._done = self._done, []
        try:
            await self._ask(lambda: self._write(done))
        except SQLAlchemyError:
            self._done = done + self._done
            raise
        self.counted.update(_word(decision) for _, decision in done)

    def _write(self, done: Iterable[tuple[Due, Decision]]) -> None:
        now = self.clock.now()
        written = [
            decisions.settled(due, decision, now)
            for due, decision in done
            if not isinstance(decision, Gone)
        ]
        for each in written:
            if each.fault:
                log.error("a reminder is set aside: %s", _unquoted(each.fault))
        claims.settle(self.engine, written)
        for due, decision in done:
            if isinstance(decision, Gone):
                store.forget_subscription(self.engine, due.device_id, due.endpoint)

    async def beat(self) -> None:
        """Say that it lives and what it did; look at the clock; forget who has been silent."""
        now, counted = self.clock.now(), self.counted
        if self._last_seen is None:
            self._last_seen = await self._ask(lambda: counts.last_beat(self.engine))
        await self._look_at_clock(now)
        if self.clock.monotonic() >= self._forgets_at:
            counted["silent"] += await self._forget(now)
        await self._ask(lambda: counts.beat(self.engine, self._name, self._started, now, counted))
        self.counted, self._last_seen = Counter(), now
        self._beats_at = self.clock.monotonic() + BEAT

    async def _forget(self, now: int) -> int:
        """Silent devices, which are counted, and routines that have ended, some at a time."""
        most = store.FORGOTTEN
        silent = await self._ask(lambda: store.forget_silent(self.engine, now, most))
        ended = await self._ask(lambda: expiry.forget(self.engine, now, most))
        if max(silent, ended) < most:  # else the others at the next sign of life
            self._forgets_at = self.clock.monotonic() + HOUR
        return silent

    async def _look_at_clock(self, now: int) -> None:
        jump = decisions.jump(self._last_seen, now)
        if jump is Jump.BACK:
            log.warning("the clock was set back: next times are computed anew")
            await self._ask(lambda: replan(self.engine, now, self.lease))
        if jump in (Jump.AHEAD, Jump.UNKNOWN):
            # The clock may be wrong, or all was off for long and no phone could say a word.
            self._forgets_at = self.clock.monotonic() + DAY / 1000

    async def _ask(self, question: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, question)

    async def _sleep(self, seconds: float, stop: asyncio.Event) -> None:
        end = self.clock.monotonic() + seconds
        while not stop.is_set() and self.clock.monotonic() < end:
            await self.clock.sleep(min(POLL, seconds))

    async def _finish(self) -> None:
        """Let what is under way end, and write it; a lease brings back what does not end."""
        if self._under_way:
            _, late = await asyncio.wait(self._under_way, timeout=STOP)
            for task in late:
                task.cancel()
        try:
            await self.flush()
            await self.beat()
        except SQLAlchemyError as error:
            log.error("the last could not be written: %s", _reason(error))
        self.close()

    def close(self) -> None:
        self._threads.shutdown()


def replan(engine: Engine, now: int, lease: int) -> int:
    """After the clock was set back: what was planned by the wrong time is planned anew."""
    claims.release(engine, now, latest=now + lease)
    above, planned = 0, 0
    while rows := claims.planned_after(engine, now + decisions.STEP, above, PLANNED):
        claims.replan(engine, [decisions.replanned(row, now) for row in rows])
        above, planned = rows[-1].number, planned + len(rows)
    return planned


def _service(endpoint: str) -> str:
    """Its host, quickly; what an endpoint must be is checked where it is sent to."""
    return endpoint.partition("://")[2].partition("/")[0]


def _word(decision: Decision) -> str:
    """What the totals call it."""
    if isinstance(decision, Advance):
        return decision.reason
    return {Again: "retried", Gone: "gone", Aside: "set_aside"}[type(decision)]


def _tell(host: str, outcome: Outcome, decision: Decision) -> None:
    """Of failures a line each, the service but not the device, nor what the service says of it."""
    fault = outcome.status or outcome.fault
    if isinstance(decision, Advance) and decision.reason != "sent":
        reason = decision.reason.replace("_", " ")
        log.error("a reminder was %s: %s: %s", reason, host, fault)
    elif isinstance(decision, Again):
        log.warning("a reminder is tried again later: %s: %s", host, fault)


def _unquoted(fault: str) -> str:
    """Its field and kind; what it quotes may be somebody's. `limber reminders stats` tells all."""
    return ": ".join(fault.split(": ")[:2])


def _reason(error: SQLAlchemyError) -> str:
    return str(getattr(error, "orig", None) or error).strip().partition("\n")[0]


def main(config: Config, parent: int | None = None) -> None:
    """Work until SIGTERM or SIGINT, or until the process that started it has gone."""
    logs.start()
    asyncio.run(_main(config, parent))


async def _main(config: Config, parent: int | None) -> None:
    stop = asyncio.Event()
    for signal_ in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(signal_, stop.set)
    watching = asyncio.create_task(_watch(parent, stop))
    lock = None if config.database_url else Lock(config.instance / "worker.lock")
    if await _wait_for(lock, stop):
        await _work(config, stop, alone=lock is not None)
    if lock:
        lock.give_back()
    watching.cancel()


async def _watch(parent: int | None, stop: asyncio.Event) -> None:
    """A process whose parent has gone gets another one; this also sees a kill -9."""
    while parent is not None and os.getppid() == parent:
        await asyncio.sleep(POLL)
    if parent is not None:
        stop.set()


async def _wait_for(lock: Lock | None, stop: asyncio.Event) -> bool:
    """Whether this worker may begin; another may have to end first."""
    said = False
    while lock and not stop.is_set() and not lock.take():
        if not said:
            log.info("another worker has this instance; this one waits for its end")
            said = True
        await asyncio.sleep(POLL)
    return not stop.is_set()


async def _work(config: Config, stop: asyncio.Event, *, alone: bool) -> None:
    engine, sender = open_engine(config), _sender(config)
    try:
        await Worker(engine, sender).run(stop, alone=alone)
    finally:
        if sender:
            await sender.close()
        engine.dispose()


def _sender(config: Config) -> Sender | None:
    subject = messages.subject(config)
    if subject is None:
        log.info("nothing is pushed until LIMBER_CONTACT is an address that can be written to")
        return None
    return Sender(vapid.load_or_create(config.push_key), subject, config.push_services)
