"""`limber backup FILE`: whole or not at all, also while Limber runs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.exc import SQLAlchemyError

from webapp import database
from webapp.backup import archive, manifest, postgresql, sqlite
from webapp.backup.manifest import BackupError, Manifest
from webapp.config import Config


def make(config: Config, file: Path) -> Manifest:
    """Write the backup; a backup of that name is replaced once the new one is on the disk."""
    _check_place(file)
    with (
        _faults(config, file),
        TemporaryDirectory(prefix=".limber-backup-", dir=file.parent) as folder,
    ):
        fresh, whole = Path(folder), Path(folder) / "whole.tar"
        revision = _take_database(config, fresh)
        if revision is None:
            raise BackupError(f"{_place(config)}: holds nothing of Limber yet: nothing to back up")
        _take_key(config, fresh)
        parts = {path.name: path for path in sorted(fresh.iterdir())}
        described = {name: archive.describe(path) for name, path in parts.items()}
        made = manifest.describe(config, revision, described)
        archive.write(whole, made, parts)
        whole.replace(file)
        sync(file.parent)
    return made


def _check_place(file: Path) -> None:
    """Nothing is written over but a backup."""
    if file.exists():
        try:
            archive.read(file)
        except BackupError:
            raise BackupError(
                f"{file}: exists and is no backup of Limber; name another file"
            ) from None


def _take_database(config: Config, fresh: Path) -> str | None:
    """Its revision; a file is there only when there is one."""
    if config.database_url:
        return postgresql.dump(config, fresh / manifest.DATABASES["postgresql"])
    if not config.database.exists():
        return None
    copied = config.model_copy(update={"instance": fresh})
    sqlite.copy(config.database, copied.database)
    with database.open_to_read(copied).connect() as connection:
        return database.revision(connection)


def _take_key(config: Config, fresh: Path) -> None:
    if config.push_key.exists():
        shutil.copyfile(config.push_key, fresh / manifest.PUSH_KEY)


def _place(config: Config) -> str:
    return "DATABASE_URL" if config.database_url else f"LIMBER_INSTANCE: {config.instance}"


@contextmanager
def _faults(config: Config, file: Path) -> Iterator[None]:
    """What the machine or the database refuses is the operator's to mend."""
    try:
        yield
    except OSError as error:
        raise BackupError(
            f"{file}: cannot be written ({error.strerror}); "
            "name a file in a folder with room that this user may write to"
        ) from None
    except SQLAlchemyError as error:
        raise BackupError(database.unopened(config, error)) from None


def sync(folder: Path) -> None:
    """A name that a file was given lasts only once its folder is on the disk."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
