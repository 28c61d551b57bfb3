"""Who uses an instance: servers, workers and commands share it, a restore has it alone."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOCK = "in-use.lock"


class InUseError(Exception):
    """The instance is another process's for now; the message says what to do."""


@contextmanager
def shared(instance: Path) -> Iterator[None]:
    """While the block runs, in this process and those that it forks, nobody restores.

    Into a folder that cannot be written nobody restores anyway.
    """
    if os.access(instance, os.W_OK):
        with _locked(instance, fcntl.LOCK_SH, "is being restored; wait for its end"):
            yield
    else:
        yield


@contextmanager
def alone(instance: Path) -> Iterator[None]:
    """InUseError while somebody shares it."""
    taken = "is in use; stop `limber serve` and `limber worker` first"
    with _locked(instance, fcntl.LOCK_EX, taken):
        yield


@contextmanager
def _locked(instance: Path, kind: int, taken: str) -> Iterator[None]:
    # To read is enough for a lock: the file may be another user's.
    file = os.open(instance / LOCK, os.O_RDONLY | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(file, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            raise InUseError(f"LIMBER_INSTANCE: {instance} {taken}") from None
        yield
    finally:
        os.close(file)
