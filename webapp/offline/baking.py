"""The process that makes the packs while `limber serve` serves already."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from webapp.config import Config
from webapp.offline import baked

# Pages come first: they are read now, packs when there is no signal.
NICE = 10


@contextmanager
def beside(config: Config) -> Iterator[None]:
    """Makes them until the block ends, unless they are there; what goes wrong stands in the log."""
    process = None if baked.is_made(config) else _begin()
    try:
        yield
    finally:
        if process:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """With the processes of its own, which would wait for it for ever."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    process.wait()


def _begin() -> subprocess.Popen[bytes]:
    # -P: not a `webapp` that happens to lie where the operator stands.
    command = [sys.executable, "-P", "-m", "webapp", "bake"]
    return subprocess.Popen(  # noqa: S603 all of it ours
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        process_group=0,
        preexec_fn=lambda: os.nice(NICE),  # noqa: PLW1509 no thread runs yet
    )
