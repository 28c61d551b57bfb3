"""The time of the machine, handed in wherever it matters, so that a test can set it."""

from __future__ import annotations

import asyncio
import time


class Clock:
    """The time of the machine, which can be wrong and be set; `monotonic` only goes on."""

    def now(self) -> int:
        """Milliseconds since 1970 in UTC."""
        return time.time_ns() // 1_000_000

    def monotonic(self) -> float:
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
