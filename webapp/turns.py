"""Whose turn it is: a few wait for one and for a moment, the others are told at once to come back.

Without it all who come wait, each behind the others, and are answered when they have long gone.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

# How long one may wait, in seconds.
LONGEST_SECONDS = 2.0


class BusyError(Exception):
    """There is no turn to be had soon."""


class Turns:
    """So many at a time, and so many that wait."""

    def __init__(self, many: int, waiting: int) -> None:
        self._free = asyncio.Semaphore(many)
        self._most = waiting
        self._waiting = 0

    @asynccontextmanager
    async def one(self, *, always_waits: bool = False) -> AsyncIterator[None]:
        """Have a turn while the block runs; BusyError where that takes too long."""
        if self._free.locked() and self._waiting >= self._most and not always_waits:
            raise BusyError
        self._waiting += 1
        try:
            async with asyncio.timeout(LONGEST_SECONDS):
                await self._free.acquire()
        except TimeoutError:
            raise BusyError from None
        finally:
            self._waiting -= 1
        try:
            yield
        finally:
            self._free.release()
