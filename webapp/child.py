"""A `limber` command beside the server, started again whenever it fails.

A process and not a thread: granian forks the process that serves, and what a child does would take
that one's time from the pages. Nor a part of granian: it knows web workers only.
"""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from threading import Event, Thread

log = logging.getLogger("limber.child")

PAUSE = 1.0
LONGEST_PAUSE = 60.0
STOP_SECONDS = 8
LOOK_SECONDS = 1.0


class Child:
    """One command, with whatever processes it starts itself."""

    def __init__(self, *arguments: str) -> None:
        self._arguments = arguments
        self._stopping = Event()
        self._process = self._begin()
        self._watcher = Thread(target=self._watch, daemon=True)

    def watch(self) -> None:
        self._watcher.start()

    def _begin(self) -> subprocess.Popen[bytes]:
        # -P: not a `webapp` that happens to lie where the operator stands.
        command = [sys.executable, "-P", "-m", "webapp", *self._arguments]
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, process_group=0)  # noqa: S603 all of it ours

    def _watch(self) -> None:
        """Whoever ends it by a signal it understands means it: it stays away."""
        pause = PAUSE
        while self._process.wait() != 0 and not self._stopping.wait(pause):
            name = self._arguments[0]
            log.error("limber %s failed and is started again", name)
            self._process = self._begin()
            pause = min(LONGEST_PAUSE, pause * 2)

    def stop(self) -> None:
        self._stopping.set()
        self._send(signal.SIGTERM)
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._send(signal.SIGKILL)
            self._process.wait()

    def _send(self, signal_: signal.Signals) -> None:
        # A group of which nobody is left, or only one who has not been waited for.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal_)


def end_with(parent: int) -> None:
    """From now on this process and those that it starts go when the server has gone."""
    Thread(target=_wait_for_end, args=(parent,), daemon=True).start()


def _wait_for_end(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(LOOK_SECONDS)
    os.killpg(0, signal.SIGTERM)
