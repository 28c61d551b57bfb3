"""Content as JSON, made from its YAML at build: to read YAML took a tenth of a start."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from yaml import YAMLError

PARSED = Path(__file__).parent / "parsed.json"

# JSON by the digest of the bytes that said so in YAML: what was changed since is not found.
Parsed = Mapping[str, str]
NOTHING: Parsed = {}


def key(yaml: bytes) -> str:
    return hashlib.sha256(yaml).hexdigest()


def kept(path: Path = PARSED) -> Parsed:
    """What the build left; nothing where it left nothing."""
    try:
        parsed: dict[str, str] = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return NOTHING
    return parsed


def keep(files: Iterable[Path], as_json: Callable[[bytes], str], path: Path = PARSED) -> None:
    """What of the files can be read; a start says what is wrong with the others."""
    found = {}
    for written in map(Path.read_bytes, files):
        with suppress(YAMLError, TypeError, ValueError, RecursionError):
            found[key(written)] = as_json(written)
    path.write_text(json.dumps(found), "utf-8")
