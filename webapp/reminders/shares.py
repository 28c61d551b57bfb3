"""A push service that is slow takes no more than its share of what is under way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

# Messages under way at once to a service that is slow: two for each of its connections.
SHARE = 64
# Seconds; whoever has kept one message for so long is slow. A quick one may have all.
SLOW = 3.0
# Milliseconds until what finds no room is looked at again.
PAUSE = 20 * 1000


class Shares:
    """What is under way, by host, the longest first."""

    def __init__(self) -> None:
        self._begun: dict[str, dict[object, float]] = {}

    @contextmanager
    def taken(self, host: str, now: float) -> Iterator[None]:
        """While a message is under way there."""
        begun, key = self._begun.setdefault(host, {}), object()
        begun[key] = now
        try:
            yield
        finally:
            del begun[key]
            if not begun:
                del self._begun[host]

    def is_used_up(self, host: str, now: float) -> bool:
        begun = self._begun.get(host, {})
        return len(begun) >= SHARE and _is_slow(begun, now)

    def stuck(self, now: float) -> int:
        """How many are under way to slow services, for which others should not wait."""
        return sum(len(begun) for begun in self._begun.values() if _is_slow(begun, now))


def _is_slow(begun: dict[object, float], now: float) -> bool:
    return now - next(iter(begun.values())) > SLOW
