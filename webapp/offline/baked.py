"""Packs and finished pages on the disk: made once for what they are made of, by a process of their
own, read by all.

To make them takes many seconds, which no start, no request and no second process should take again.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import re
import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from functools import cache
from importlib import metadata
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import brotli

from webapp import assets, create_app, locales, places
from webapp.config import Config, ConfigError
from webapp.finished import Finished
from webapp.locales import LANGUAGES
from webapp.offline import kept
from webapp.offline.contents import Contents, pages_of, version
from webapp.offline.packs import NAME_SIGNS, Described, Entry

VERSION = "version.json"
# So many versions are kept: of settings that take turns, and of one that is gone back to.
KEPT = 8
DIGEST_SIGNS = 20
# Folders of ours: those of versions, and those in which one is being made.
OF_VERSION = re.compile(rf"[0-9a-f]{{{DIGEST_SIGNS}}}")
MAKING = "making-"
# So many seconds after its last change, what is being made was left by a process that was killed.
LEFT_SECONDS = 3600
# Pages come first: they are read now, packs when there is no signal.
NICE = 10
# Of what pages are made, beside our own files.
MAKERS = (
    *("babel", "brotli", "flask", "flask-babel", "jinja2", "markupsafe", "pydantic", "pyyaml"),
    "werkzeug",
)
# Whoever serves may be another user than the one who made them.
FOLDER, FILE = 0o755, 0o644
# The file of a pack in an encoding; one that is asked for as it is, is taken out of the first.
SUFFIXES = {"br": ".br", "gzip": ".gz"}
# The file of a language's pages.
PAGES = ".pages"
NAME = re.compile(rf"[a-z-]+-[0-9a-f]{{{NAME_SIGNS}}}")
SHARED = "shared"


class ChangedError(Exception):
    """What pages are made of changed while they were made; another try makes the new ones."""


def folder(config: Config) -> Path:
    """Where the packs of this version lie as soon as all of them are made."""
    return config.packs_folder / _version_of(config.origin, config.contact)


def is_made(config: Config) -> bool:
    return folder(config).is_dir()


def read(config: Config, name: str, encoding: str) -> bytes | None:
    """A pack in an encoding; None when this version has none of that name."""
    path = folder(config) / f"{name}{SUFFIXES.get(encoding, '.br')}"
    if not NAME.fullmatch(name) or not path.is_file():
        return None
    return path.read_bytes() if encoding in SUFFIXES else brotli.decompress(path.read_bytes())


def page(config: Config, path: str) -> Finished | None:
    """A finished page as it was made with the packs; None before, and for what is not in them."""
    language = locales.of_path(path)
    return kept.read(folder(config) / f"{language.prefix}{PAGES}", path) if language else None


def prepare(config: Config) -> None:
    """The folder of all versions; ConfigError where it cannot be used."""
    packs = config.packs_folder
    with _faults(packs):
        packs.mkdir(parents=True, exist_ok=True)
        if is_made(config):
            _touch(folder(config))
        else:
            TemporaryDirectory(prefix=MAKING, dir=packs).cleanup()


def make(config: Config) -> Path:
    """The packs of this version, all or none; ConfigError where they cannot be written."""
    with _faults(config.packs_folder), _alone(config.packs_folder):
        made = folder(config)
        if not made.is_dir():
            with TemporaryDirectory(prefix=MAKING, dir=made.parent) as fresh:
                _fill(Path(fresh), config)
                _move(Path(fresh), config)
        _tidy(made)
    return made


@contextmanager
def _faults(packs: Path) -> Iterator[None]:
    """What the machine refuses is the operator's to mend."""
    try:
        yield
    except OSError as error:
        if error.errno is None:
            raise
        raise ConfigError(
            f"LIMBER_PACKS: {packs} cannot be used ({error.strerror}); "
            "name a folder with room that this user may write to"
        ) from error


@contextmanager
def _alone(packs: Path) -> Iterator[None]:
    """Of several processes the others wait, and find everything made."""
    with (packs / ".lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _fill(fresh: Path, config: Config) -> None:
    """Languages beside each other, because each takes seconds of one core."""
    prefixes = [language.prefix for language in LANGUAGES]
    kinds = [SHARED, *prefixes]
    most = min(len(kinds), os.cpu_count() or 1)
    # Not forked: it is the same everywhere, and also where threads run.
    spawning = get_context("spawn")
    with ProcessPoolExecutor(most, spawning, initializer=os.nice, initargs=(NICE,)) as makers:
        shared, *languages = makers.map(_keep, repeat(config), repeat(fresh), kinds)
    described = version(shared, dict(zip(prefixes, languages, strict=True)))
    _write(fresh / VERSION, json.dumps(described, separators=(",", ":")).encode())
    fresh.chmod(FOLDER)


def _keep(config: Config, fresh: Path, kind: str) -> Described:
    contents = _contents(config)
    languages = {language.prefix: language for language in LANGUAGES}
    pack = contents.shared if kind == SHARED else contents.language(languages[kind])
    _write(fresh / f"{pack.name}.br", pack.compressed)
    _write(fresh / f"{pack.name}.gz", pack.gzipped)
    if kind != SHARED:
        _write_pages(fresh / f"{kind}{PAGES}", pages_of(contents.app, languages[kind]))
    return pack.described


def _write_pages(path: Path, pages: Iterable[Entry]) -> None:
    kept.write(path, ((each.path, Finished.make(each.body, each.headers)) for each in pages))
    path.chmod(FILE)


@cache
def _contents(config: Config) -> Contents:
    return Contents(create_app(config))


def _write(path: Path, body: bytes) -> None:
    """On the disk before the folder gets its name: what is there then is whole."""
    with path.open("wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
    path.chmod(FILE)


def _move(fresh: Path, config: Config) -> None:
    before = folder(config)
    _version_of.cache_clear()
    if folder(config) != before:
        raise ChangedError("files changed while packs were made of them; make them again")
    fresh.rename(before)


def _touch(version: Path) -> None:
    """It is in use; another user's is left as it is."""
    with suppress(PermissionError):
        os.utime(version)


def _tidy(made: Path) -> None:
    """The versions that were made or served last stay, and what is none of ours."""
    versions = [path for path in made.parent.iterdir() if OF_VERSION.fullmatch(path.name)]
    oldest = sorted(versions, key=_changed, reverse=True)[KEPT:]
    left = [path for path in made.parent.glob(f"{MAKING}*") if _is_left(path)]
    for path in {*oldest, *left} - {made}:
        shutil.rmtree(path, ignore_errors=True)


def _is_left(path: Path) -> bool:
    return time.time() - _changed(path) > LEFT_SECONDS


def _changed(path: Path) -> float:
    return path.stat().st_mtime if path.exists() else 0


@cache
def _version_of(origin: str, contact: str) -> str:
    """Of everything that a page is made of; these are the settings that stand in pages."""
    digest = hashlib.sha256()
    makers = [f"{name} {metadata.version(name)}" for name in MAKERS]
    for fact in (sys.version, *makers, assets.content_hash(), origin, contact):
        digest.update(fact.encode() + b"\0")
    for path in _sources():
        digest.update(str(path.relative_to(places.ROOT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:DIGEST_SIGNS]


def _sources() -> Iterator[Path]:
    for folder, kinds in (
        (places.PACKAGE, ("*.py", "*.yaml", "*.svg")),
        (places.TEMPLATES, ("*.html", "*.svg", "*.xml", "*.txt")),
        (places.TRANSLATIONS, ("*.mo",)),
        (assets.ICONS, ("*.svg",)),
    ):
        for kind in kinds:
            yield from sorted(folder.rglob(kind))
