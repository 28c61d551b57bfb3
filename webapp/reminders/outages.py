"""Push services that do not answer: nobody else waits for them."""

from __future__ import annotations

from dataclasses import dataclass, field

# So many tries in a row without an answer are no accident.
MANY = 5
PAUSE = 60 * 1000
# For so long one try tells whether a service is back, and the others wait for what it tells.
PROBE = 20 * 1000
# Whoever subscribes may invent names below those of the push services.
MOST_HOSTS = 1000


@dataclass
class Outages:
    """By host: tries in a row without an answer, and until when no more are made."""

    silent: dict[str, int] = field(default_factory=dict)
    until: dict[str, int] = field(default_factory=dict)

    def wait(self, host: str, now: int) -> int | None:
        """Until when to leave this service alone; None when it may be tried."""
        if self.silent.get(host, 0) < MANY:
            return None
        until = self.until[host]
        # A clock that was set back must not make a pause of hours.
        if now < until <= now + PAUSE:
            return until
        self.until[host] = now + PROBE
        return None

    def note(self, host: str, now: int, *, answered: bool) -> None:
        if answered:
            self.silent.pop(host, None)
            self.until.pop(host, None)
            return
        if len(self.silent) >= MOST_HOSTS and host not in self.silent:
            self.silent.clear()
            self.until.clear()
        self.silent[host] = self.silent.get(host, 0) + 1
        self.until[host] = now + PAUSE
