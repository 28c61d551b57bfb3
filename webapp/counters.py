"""Where requests are counted: in this process's memory, or in a Redis that several share."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import TypeVar

from flask import Flask
from limits import RateLimitItem
from limits.errors import StorageError
from limits.storage import MemoryStorage, RedisStorage
from limits.strategies import FixedWindowRateLimiter

from webapp.config import Config

T = TypeVar("T")

KEY = "limber.counters"
# What is ours in a Redis that others use too.
PREFIX = "limber"
# Seconds for an answer, which takes a Redis nearby about one thousandth of them.
ANSWER_SECONDS = 0.25
# Seconds until one that failed is asked again: else every request would wait for it.
PAUSE_SECONDS = 5.0
# What a clock that is set by the network may go back by; more is set by somebody.
BACK_SECONDS = 60.0

log = logging.getLogger("limber.counters")


class Counters:
    """Counts in fixed windows of time, each by what is counted and for whom.

    While the Redis does not answer, this process counts by itself: what cannot be counted together
    must neither close the service nor open it to whoever guesses codes.
    """

    def __init__(self, address: str = "") -> None:
        self._own = FixedWindowRateLimiter(MemoryStorage())
        self._shared = FixedWindowRateLimiter(_redis(address)) if address else None
        self._is_away = False
        self._asked_again_at = 0.0
        self._wall_ahead = _wall_ahead()

    def hit(self, rate: RateLimitItem, *of: str) -> bool:
        """Count one more; False when it is one too many."""
        return self._ask(lambda counter: counter.hit(rate, *of))

    def test(self, rate: RateLimitItem, *of: str) -> bool:
        """The same without counting it."""
        return self._ask(lambda counter: counter.test(rate, *of))

    def reset_time(self, rate: RateLimitItem, *of: str) -> float:
        """When counting begins anew, in Unix seconds."""
        return self._ask(lambda counter: counter.get_window_stats(rate, *of).reset_time)

    def _ask(self, question: Callable[[FixedWindowRateLimiter], T]) -> T:
        self._look_at_clock()
        if self._shared is None or not self._may_ask(time.monotonic()):
            return question(self._own)
        try:
            answer = question(self._shared)
        except StorageError as error:
            self._leave(error)
            return question(self._own)
        self._come_back()
        return answer

    def _look_at_clock(self) -> None:
        """Windows end by the clock of the wall: set back by a day, they would take a day longer."""
        before, self._wall_ahead = self._wall_ahead, _wall_ahead()
        if self._wall_ahead < before - BACK_SECONDS:
            self._own.storage.reset()
            log.warning("the clock was set back: this process counts anew")

    def _may_ask(self, now: float) -> bool:
        """One that is away is tried by one request at a time; the others need not wait too."""
        if not self._is_away:
            return True
        if now < self._asked_again_at:
            return False
        self._asked_again_at = now + PAUSE_SECONDS
        return True

    def _leave(self, error: StorageError) -> None:
        self._asked_again_at = time.monotonic() + PAUSE_SECONDS
        if not self._is_away:
            self._is_away = True
            said = "LIMBER_RATE_LIMIT_STORAGE: cannot be used (%s); each process counts by itself"
            log.warning(said, error)

    def _come_back(self) -> None:
        if self._is_away:
            self._is_away = False
            log.warning("LIMBER_RATE_LIMIT_STORAGE: answers again and counts for all processes")


def _wall_ahead() -> float:
    """Seconds that the clock of the wall is ahead of the one that only goes on."""
    return time.time() - time.monotonic()


def answers(address: str) -> bool:
    """Whether a Redis is there that can be used."""
    return bool(_redis(address).check())


def _redis(address: str) -> RedisStorage:
    """Connects when it is first asked. Tries once more at once: a restart ends its connections."""
    from redis import ConnectionPool
    from redis.backoff import NoBackoff
    from redis.retry import Retry

    pool = ConnectionPool.from_url(
        address,
        socket_timeout=ANSWER_SECONDS,
        socket_connect_timeout=ANSWER_SECONDS,
        retry=Retry(NoBackoff(), 1),
    )
    return RedisStorage(address, connection_pool=pool, key_prefix=PREFIX, wrap_exceptions=True)


def init_app(app: Flask, config: Config) -> None:
    app.extensions[KEY] = Counters(config.rate_limit_storage)
