"""`limber restore FILE`: all is proven before anything is touched, and taken back when it fails.

What was there is kept beside it, under the time at which it was set aside.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.exc import SQLAlchemyError

from webapp import database, migrating, use
from webapp.backup import archive, manifest, postgresql, sqlite
from webapp.backup.making import sync
from webapp.backup.manifest import BackupError, Manifest
from webapp.config import Config

ASIDE = "before-%Y%m%d-%H%M%S-%f"


def restore(config: Config, file: Path, *, replace: bool) -> list[str]:
    """Lines that say what was done. InUseError while somebody uses the instance."""
    _check(config, file, archive.read(file))
    with _faults(config):
        config.instance.mkdir(parents=True, exist_ok=True)
        with use.alone(config.instance), ExitStack() as undo, _fresh_folder(config) as fresh:
            _refuse_use(config)
            found = archive.unpack(file, fresh)
            if not replace:
                _refuse_existing(config, fresh)
            kept = _Exchange(config, fresh, undo).make()
            undo.pop_all()
    return [
        f"restored what Limber {found.limber} backed up at {found.made:%Y-%m-%d %H:%M} UTC",
        *_updated(found),
        *(f"what was there before is in {each}" for each in kept),
    ]


def _updated(found: Manifest) -> list[str]:
    if found.revision == database.newest():
        return []
    return [f"brought its schema from {found.revision} to {database.newest()}"]


def _check(config: Config, file: Path, found: Manifest) -> None:
    """What can be told before any of it is taken out."""
    if found.database != manifest.kind(config):
        remedy = "unset DATABASE_URL" if config.database_url else "set DATABASE_URL to one"
        raise BackupError(f"{file}: is of a {found.database} database; {remedy}")
    if found.revision not in database.revisions():
        raise BackupError(
            f"{file}: was made by a newer Limber ({found.limber}); install that one and restore "
            "with it"
        )


@contextmanager
def _fresh_folder(config: Config) -> Iterator[Path]:
    """On the same disk, so that what is in it can be put into its place by its name alone."""
    with TemporaryDirectory(prefix=".restoring-", dir=config.instance) as folder:
        yield Path(folder)


def _refuse_use(config: Config) -> None:
    if config.database_url and postgresql.is_in_use(config):
        raise use.InUseError(
            "DATABASE_URL: a Limber is connected to it; stop `limber serve` and `limber worker` "
            "on every machine first"
        )


def _refuse_existing(config: Config, fresh: Path) -> None:
    key = fresh / manifest.PUSH_KEY
    if config.database_url and postgresql.tables(config):
        there = "DATABASE_URL: the database has tables"
    elif not config.database_url and config.database.exists():
        there = f"LIMBER_INSTANCE: {config.database} is there"
    elif key.exists() and config.push_key.exists() and not _is_same(key, config.push_key):
        there = f"LIMBER_VAPID_KEY: {config.push_key} is another key"
    else:
        return
    raise BackupError(f"{there} already; --replace sets it aside")


def _is_same(one: Path, other: Path) -> bool:
    return one.read_bytes() == other.read_bytes()


@dataclass
class _Exchange:
    """Puts what is fresh into its place; `undo` puts back what was there."""

    config: Config
    fresh: Path
    undo: ExitStack
    name: str = field(default_factory=lambda: datetime.now(UTC).strftime(ASIDE))

    def make(self) -> list[str]:
        """Where to find what was there before."""
        kept = [] if self.config.database_url else self._put_file()
        kept += self._put_key()
        sync(self.config.instance)
        if self.config.database_url:
            kept += self._put_tables()
        return sorted(set(kept))

    @property
    def _aside(self) -> Path:
        return self.config.instance / self.name

    def _put_file(self) -> list[str]:
        """Brought up to date before it is put into its place."""
        restored = self.config.model_copy(update={"instance": self.fresh})
        sqlite.check(restored.database, of=self.config.database)
        database.prepare(restored)
        _give(restored.database, self.config.instance)
        places = [Path(f"{self.config.database}{suffix}") for suffix in sqlite.SUFFIXES]
        kept = [self._set_aside(place) for place in places if place.exists()]
        restored.database.rename(self.config.database)
        self.undo.callback(self.config.database.unlink)
        return kept

    def _put_key(self) -> list[str]:
        """A backup without a key leaves the one that is there."""
        key, place = self.fresh / manifest.PUSH_KEY, self.config.push_key
        if not key.exists() or (place.exists() and _is_same(key, place)):
            return []
        kept = [self._set_aside(place)] if place.exists() else []
        place.parent.mkdir(parents=True, exist_ok=True)
        # It may lie on another disk, and there too it must be whole or not there.
        beside = Path(shutil.copy2(key, place.with_name(f".{place.name}.new")))
        _give(beside, self.config.instance)
        beside.replace(place)
        self.undo.callback(place.unlink)
        return kept

    def _set_aside(self, place: Path) -> str:
        if not self._aside.exists():
            self._aside.mkdir(mode=0o700)
            self.undo.callback(self._aside.rmdir)
        kept = shutil.move(place, self._aside / place.name)
        self.undo.callback(shutil.move, kept, place)
        return str(self._aside)

    def _put_tables(self) -> list[str]:
        kept = []
        if postgresql.tables(self.config):
            postgresql.set_aside(self.config, self.name)
            self.undo.callback(postgresql.bring_back, self.config, self.name)
            kept = [f"the schema {self.name} of the database"]
        self.undo.callback(postgresql.drop, self.config)
        postgresql.load(self.config, self.fresh / manifest.DATABASES["postgresql"])
        migrating.migrate(self.config)
        return kept


def _give(path: Path, instance: Path) -> None:
    """Whoever restores as root leaves it to whom the folder belongs."""
    if os.geteuid() == 0:
        owner = instance.stat()
        os.chown(path, owner.st_uid, owner.st_gid)


@contextmanager
def _faults(config: Config) -> Iterator[None]:
    """What the machine or the database refuses is the operator's to mend."""
    try:
        yield
    except OSError as error:
        raise BackupError(
            f"LIMBER_INSTANCE: {error.filename or config.instance} cannot be used "
            f"({error.strerror}); name a folder with room that this user may write to"
        ) from None
    except SQLAlchemyError as error:
        raise BackupError(database.unopened(config, error)) from None
