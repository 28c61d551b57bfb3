"""On SQLite one worker claims at a time: several would only wait for each other's writes."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import TextIO


class Lock:
    """A file in the instance that one process holds; it is free again however that one ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: TextIO | None = None

    def take(self) -> bool:
        """Whether this process has it now."""
        if self._file is None:
            file = self._path.open("a")
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                file.close()
                return False
            file.truncate(0)
            file.write(f"{os.getpid()}\n")  # for whoever wants to know which one it is
            file.flush()
            self._file = file
        return True

    def give_back(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
