"""The worker that `limber serve` runs beside the pages, started again whenever it fails.

A process and not a thread: granian forks the process that serves, and encrypting would take that
one's time from the pages. Nor a part of granian: it knows web workers only.
"""

from __future__ import annotations

import os
import subprocess
import sys
from threading import Event, Thread

PAUSE = 1.0
LONGEST_PAUSE = 60.0
STOP_SECONDS = 8


class Child:
    """One `limber worker`, which also ends by itself when this process has gone."""

    def __init__(self) -> None:
        self._stopping = Event()
        self._process = self._begin()
        self._watcher = Thread(target=self._watch, daemon=True)

    def watch(self) -> None:
        self._watcher.start()

    def _begin(self) -> subprocess.Popen[bytes]:
        # -P: not a `webapp` that happens to lie where the operator stands.
        command = [sys.executable, "-P", "-m", "webapp", "worker", "--parent", str(os.getpid())]
        return subprocess.Popen(command, stdin=subprocess.DEVNULL)  # noqa: S603 all of it ours

    def _watch(self) -> None:
        """Whoever ends it by a signal it understands means it: it stays away."""
        pause = PAUSE
        while self._process.wait() != 0 and not self._stopping.wait(pause):
            print("the worker failed and is started again", file=sys.stderr)  # noqa: T201
            self._process = self._begin()
            pause = min(LONGEST_PAUSE, pause * 2)

    def stop(self) -> None:
        self._stopping.set()
        self._process.terminate()
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
