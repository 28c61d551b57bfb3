"""The folder of an export: made beside the one that is there, and then put in its place whole."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# In every export, so that it may be replaced by the next one.
MARKER = ".limber-export"
# Whoever serves may be another user than the one who exported.
FOLDER, FILE = 0o755, 0o644


class FolderError(Exception):
    """A folder that cannot be written to, or must not be: which, and what to do."""


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """A new folder that takes the place of this one when the block ends well.

    FolderError where the machine refuses, or where something lies that is no export of ours.
    """
    folder = folder.resolve()
    with _faults(folder):
        _check(folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _alone(folder.parent):
            fresh = _beside(folder, "new")
            try:
                fresh.mkdir()
                (fresh / MARKER).touch()
                yield fresh
                _move(fresh, folder)
            finally:
                shutil.rmtree(fresh, ignore_errors=True)


def open_to_all(folder: Path) -> tuple[int, int]:
    """Let every user read it, whatever this one's mask is: how many files, and their bytes."""
    files, size = 0, 0
    for path in (folder, *folder.rglob("*")):
        path.chmod(FOLDER if path.is_dir() else FILE)
        if path.is_file():
            files, size = files + 1, size + path.stat().st_size
    return files, size


@contextmanager
def _faults(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno is None:
            raise
        raise FolderError(
            f"{folder}: cannot be used ({error.strerror}); "
            "name a folder in one with room that this user may write to"
        ) from error


def _check(folder: Path) -> None:
    if folder.exists() and not (folder / MARKER).is_file() and any(folder.iterdir()):
        raise FolderError(
            f"{folder}: holds something that is no export; name another folder, or empty it"
        )


@contextmanager
def _alone(parent: Path) -> Iterator[None]:
    """Of several exports the others wait."""
    opened = os.open(parent, os.O_RDONLY)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX)
        yield
    finally:
        os.close(opened)


def _beside(folder: Path, kind: str) -> Path:
    """A name on the same disk; what an export that was killed left there goes."""
    beside = folder.with_name(f".{folder.name}.{kind}")
    shutil.rmtree(beside, ignore_errors=True)
    return beside


def _move(fresh: Path, folder: Path) -> None:
    """Two renames, because a folder that is not empty cannot be replaced by one."""
    _check(folder)
    before = _beside(folder, "old")
    if folder.exists():
        folder.rename(before)
    try:
        fresh.rename(folder)
    except OSError:
        if before.exists():
            before.rename(folder)
        raise
    shutil.rmtree(before, ignore_errors=True)
