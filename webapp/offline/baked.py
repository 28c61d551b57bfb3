"""Packs on the disk: made once for what they are made of, by a process of their own, read by all.

To make them takes many seconds, which no start, no request and no second process should take again.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from importlib import metadata
from itertools import repeat
from pathlib import Path
from tempfile import TemporaryDirectory

import brotli

from webapp import assets, create_app, places
from webapp.config import Config, ConfigError
from webapp.locales import LANGUAGES
from webapp.offline.contents import Contents, version
from webapp.offline.packs import Described

VERSION = "version.json"
# So many versions are kept: of settings that take turns, and of one that is gone back to.
KEPT = 8
# Of what pages are made, beside our own files.
MAKERS = ("babel", "brotli", "flask", "flask-babel", "jinja2", "markupsafe", "werkzeug")
# Whoever serves may be another user than the one who made them.
READABLE = 0o755
# The file of a pack in an encoding; one that is asked for as it is, is taken out of the first.
SUFFIXES = {"br": ".br", "gzip": ".gz"}
SHARED = "shared"


def folder(config: Config) -> Path:
    """Where the packs of this version lie as soon as all of them are made."""
    return config.packs_folder / _version_of(config.origin, config.contact)


def is_made(config: Config) -> bool:
    return folder(config).is_dir()


def make(config: Config) -> Path:
    """The folder, whole or not at all; ConfigError where it cannot be written."""
    try:
        return _make(folder(config), config)
    except OSError as error:
        raise ConfigError(
            f"LIMBER_PACKS: {config.packs_folder} cannot be used ({error.strerror}); "
            "name a folder that this user may write to"
        ) from None


def _make(made: Path, config: Config) -> Path:
    made.parent.mkdir(parents=True, exist_ok=True)
    if not made.is_dir():
        with TemporaryDirectory(prefix=".", dir=made.parent) as fresh:
            _fill(Path(fresh), config)
            _move(Path(fresh), made)
    _tidy(made.parent)
    return made


def read(config: Config, name: str, encoding: str) -> bytes | None:
    """A pack in an encoding; None when this version has none of that name."""
    path = folder(config) / f"{name}{SUFFIXES.get(encoding, '.br')}"
    if not path.is_file():
        return None
    return path.read_bytes() if encoding in SUFFIXES else brotli.decompress(path.read_bytes())


def _fill(fresh: Path, config: Config) -> None:
    """Languages beside each other, because each takes seconds of one core."""
    prefixes = [language.prefix for language in LANGUAGES]
    with ProcessPoolExecutor() as makers:
        kinds = [SHARED, *prefixes]
        shared, *languages = makers.map(_keep, repeat(config), repeat(fresh), kinds)
    described = version(shared, dict(zip(prefixes, languages, strict=True)))
    (fresh / VERSION).write_text(json.dumps(described), "utf-8")
    fresh.chmod(READABLE)


def _keep(config: Config, fresh: Path, kind: str) -> Described:
    contents = _contents(config)
    languages = {language.prefix: language for language in LANGUAGES}
    pack = contents.shared if kind == SHARED else contents.language(languages[kind])
    (fresh / f"{pack.name}.br").write_bytes(pack.compressed)
    (fresh / f"{pack.name}.gz").write_bytes(pack.gzipped)
    return pack.described


@cache
def _contents(config: Config) -> Contents:
    return Contents(create_app(config))


def _move(fresh: Path, made: Path) -> None:
    """Unless another process was quicker, which made the same."""
    try:
        fresh.rename(made)
    except OSError:
        if not made.is_dir():
            raise


def _tidy(packs: Path) -> None:
    """Of versions the newest stay; what a process left that was killed counts as one."""
    newest = sorted(packs.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in newest[KEPT:]:
        shutil.rmtree(path, ignore_errors=True)


@cache
def _version_of(origin: str, contact: str) -> str:
    """Of everything that a page is made of; these are the settings that stand in pages."""
    digest = hashlib.sha256()
    makers = [f"{name} {metadata.version(name)}" for name in MAKERS]
    for fact in (sys.version, *makers, assets.content_hash(), origin, contact):
        digest.update(fact.encode() + b"\0")
    for path in _sources():
        digest.update(str(path.relative_to(places.ROOT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:20]


def _sources() -> Iterator[Path]:
    for folder, kinds in (
        (places.PACKAGE, ("*.py", "*.yaml", "*.svg")),
        (places.TEMPLATES, ("*.html", "*.svg", "*.xml", "*.txt")),
        (places.TRANSLATIONS, ("*.mo",)),
    ):
        for kind in kinds:
            yield from sorted(folder.rglob(kind))
