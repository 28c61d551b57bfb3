"""What a backup says of itself: what made it, of which schema, and the digest of each part."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib import metadata
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from webapp.config import Config

NAME = "manifest.json"
FORMAT = "limber-backup"
# A change that older versions must not read over makes it the next number.
VERSION = 1
# The part that is the database, by its kind.
DATABASES = {"sqlite": "limber.sqlite3", "postgresql": "limber.pgdump"}
PUSH_KEY = "vapid.pem"


class BackupError(Exception):
    """A backup cannot be made or restored; the message names what to mend."""


class Part(BaseModel):
    """One file of the backup: its size in bytes and its digest."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    size: int = Field(ge=0)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


class Manifest(BaseModel):
    """The first file of a backup."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    format: Literal["limber-backup"] = "limber-backup"
    version: int = VERSION
    limber: str
    revision: str = Field(alias="schema")
    database: Literal["sqlite", "postgresql"]
    made: datetime
    parts: Mapping[str, Part]

    @property
    def as_text(self) -> str:
        return self.model_dump_json(by_alias=True, indent=2)

    @property
    def database_part(self) -> str:
        return DATABASES[self.database]


def describe(config: Config, revision: str, parts: Mapping[str, Part]) -> Manifest:
    return Manifest(
        limber=metadata.version("limber"),
        revision=revision,
        database=kind(config),
        made=datetime.now(UTC).replace(microsecond=0),
        parts=parts,
    )


def kind(config: Config) -> Literal["sqlite", "postgresql"]:
    return "postgresql" if config.database_url else "sqlite"


def parse(text: bytes) -> Manifest:
    """BackupError, which says what the file is instead."""
    given = _object(text)
    if given.get("format") != FORMAT:
        raise BackupError("is no backup of Limber; name one that `limber backup` made")
    if given.get("version") != VERSION:
        raise BackupError("was made by a newer Limber; install that one and restore with it")
    try:
        found = Manifest.model_validate(given)
    except ValidationError as error:
        where = ".".join(map(str, error.errors()[0]["loc"]))
        raise BackupError(f"{NAME}: {where} cannot be read; take another backup") from None
    if not {found.database_part} <= set(found.parts) <= {found.database_part, PUSH_KEY}:
        raise BackupError(f"{NAME}: parts: must be a database and a key; take another backup")
    return found


def _object(text: bytes) -> dict[str, Any]:
    try:
        given = json.loads(text)
    except (ValueError, RecursionError):
        given = None
    return given if isinstance(given, dict) else {}
