"""Writes an export: languages beside each other, because each takes seconds of one core."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path

from flask import Flask

from webapp import create_app
from webapp.config import Config, ConfigError
from webapp.export import answers, headers, nginx
from webapp.export.files import file_of
from webapp.export.folder import open_to_all, replacing
from webapp.export.headers import Headers
from webapp.finished import Finished
from webapp.locales import LANGUAGES
from webapp.offline import baked

# Beside each file, for servers that look for them; a body as it is has no suffix.
SUFFIXES = {**baked.SUFFIXES, "identity": ""}
SHARED = "shared"

Told = dict[str, Headers]


def export(config: Config, folder: Path) -> Iterator[str]:
    """Write everything and put it in place of the folder; lines tell how far it is.

    ConfigError for a setting, FolderError for a folder that cannot be used.
    """
    if not config.origin:
        raise ConfigError(
            "LIMBER_ORIGIN: is missing; set it to the address that the files will have, "
            "such as https://limber.example, for the sitemap holds whole addresses"
        )
    with replacing(folder) as fresh:
        yield "making what phones keep"
        baked.prepare(config)
        baked.make(config)
        yield from _fill(fresh, config)
        files, size = open_to_all(fresh)
    yield f"wrote {files} files, {size / 1_000_000:.1f} MB, to {folder}"


def _fill(fresh: Path, config: Config) -> Iterator[str]:
    told: Told = {}
    parts = [SHARED, *(language.prefix for language in LANGUAGES)]
    most = min(len(parts), os.cpu_count() or 1)
    # Not forked: it is the same everywhere, and also where threads run.
    with ProcessPoolExecutor(most, get_context("spawn")) as makers:
        made = makers.map(_write_part, repeat(config), repeat(fresh), parts)
        for part, part_told in zip(parts, made, strict=True):
            told |= part_told
            yield f"{part}: {len(part_told)} addresses"
    _write_rules(fresh, config, told)


def _write_part(config: Config, fresh: Path, part: str) -> Told:
    """A language, or what all of them share: the headers of each address."""
    app = _app(config)
    languages = {language.prefix: language for language in LANGUAGES}
    found = (
        answers.shared(app, config)
        if part == SHARED
        else answers.of_language(app, config, languages[part])
    )
    return {address: _write(fresh, address, finished) for address, finished in found}


def _write(fresh: Path, address: str, finished: Finished) -> Headers:
    told = answers.headers_of(finished)
    name = file_of(address, told["content-type"])
    for encoding in finished.encodings:
        path = fresh / f"{name}{SUFFIXES[encoding]}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(finished.body(encoding))
    return told


def _write_rules(fresh: Path, config: Config, told: Told) -> None:
    """For whoever serves; what is not there has no address of its own among them."""
    found = {address: sent for address, sent in told.items() if not nginx.is_lost(address)}
    secure = config.origin.startswith("https:")
    (fresh / "_headers").write_text(headers.text(found, secure=secure), "utf-8")
    (fresh / "nginx.conf").write_text(nginx.text(_app(config), told, config.origin), "utf-8")


@cache
def _app(config: Config) -> Flask:
    return create_app(config)
