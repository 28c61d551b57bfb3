"""The instance's folder: there, for this user, not for others, and with room."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from webapp.backup.sqlite import SUFFIXES
from webapp.config import Config
from webapp.doctor.findings import Finding, hint, mend, well

# Bytes beside what is there: packs of a few versions (4 MB each), and what SQLite writes ahead.
ROOM = 64 * 1024 * 1024


def examine(config: Config) -> Iterator[Finding]:
    folder = config.instance
    if not folder.exists():
        yield from _to_be_made(folder)
    elif not folder.is_dir():
        yield mend(f"LIMBER_INSTANCE: {folder} is no folder; name one, or move it away")
        return
    else:
        yield from _access(folder)
        yield from _others(config)
    yield from _room(config)


def _to_be_made(folder: Path) -> Iterator[Finding]:
    if os.access(_nearest(folder), os.W_OK | os.X_OK) and _nearest(folder).is_dir():
        yield well(f"LIMBER_INSTANCE: {folder} is not there yet; `limber serve` makes it")
    else:
        yield mend(
            f"LIMBER_INSTANCE: {folder} cannot be made; name a folder that this user may write to"
        )


def _nearest(path: Path) -> Path:
    """The path or what there is of those above it."""
    return next(each for each in (path, *path.absolute().parents) if each.exists())


def _access(folder: Path) -> Iterator[Finding]:
    closed = [path for path in (folder, *_files(folder)) if not _is_ours(path)]
    for path in closed:
        yield mend(
            f"LIMBER_INSTANCE: {path} is not this user's to write; "
            "start Limber as its owner, or give it to this user with chown"
        )
    if not closed:
        yield well(f"LIMBER_INSTANCE: {folder} may be written")


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.is_file()]


def _is_ours(path: Path) -> bool:
    return os.access(path, os.R_OK | os.W_OK | (os.X_OK if path.is_dir() else 0))


def _others(config: Config) -> Iterator[Finding]:
    folder = config.instance
    for path in (folder, *_files(folder)):
        if path.stat().st_mode & stat.S_IWOTH:
            yield mend(f"LIMBER_INSTANCE: everybody may write to {path}; chmod o-w {path}")
    if config.database.exists() and folder.stat().st_mode & stat.S_IXOTH and _is_open(config):
        yield hint(
            f"LIMBER_INSTANCE: every user of this machine may read {config.database}; "
            f"chmod 700 {folder}"
        )


def _is_open(config: Config) -> bool:
    return bool(config.database.stat().st_mode & stat.S_IROTH)


def _room(config: Config) -> Iterator[Finding]:
    """Also for a copy of the database, which a backup or a migration makes."""
    free = shutil.disk_usage(_nearest(config.instance)).free
    databases = [Path(f"{config.database}{suffix}") for suffix in SUFFIXES]
    needed = ROOM + sum(path.stat().st_size for path in databases if path.exists())
    if free < needed:
        yield mend(f"disk: {_mb(free)} free, {_mb(needed)} needed; make room for {config.instance}")
    else:
        yield well(f"disk: {_mb(free)} free")


def _mb(size: int) -> str:
    return f"{size / 1e6:,.0f} MB"
