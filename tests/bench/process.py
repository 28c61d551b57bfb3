"""A worker as it is run: `limber worker` in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.judging import Size

ROOT = Path(__file__).parents[2]
STOP_SECONDS = 20


@dataclass
class Process:
    """A running worker, and how large it was."""

    process: subprocess.Popen[bytes]
    sizes: list[Size] = field(default_factory=list)

    def watch(self, until: float) -> None:
        """Look once a second how large it is, as `ps` says it on Linux and macOS."""
        while (now := time.time()) < until:
            assert self.process.poll() is None, "the worker ended"
            self.sizes.append(Size(now, _resident(self.process.pid)))
            time.sleep(min(1.0, max(0.0, until - time.time())))


def _resident(process: int) -> int:
    command = ["ps", "-o", "rss=", "-p", str(process)]
    return int(subprocess.check_output(command, text=True))


@contextmanager
def working(settings: Mapping[str, str]) -> Iterator[Process]:
    process = subprocess.Popen(
        [sys.executable, "-m", "webapp", "worker"], env={**os.environ, **settings}, cwd=ROOT
    )
    try:
        yield Process(process)
    finally:
        process.terminate()
        process.wait(STOP_SECONDS)
