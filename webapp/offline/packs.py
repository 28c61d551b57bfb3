"""A pack: many finished answers in one file, which a phone takes over whole or not at all.

Its first line is the manifest, JSON; the bodies follow, one after the other, as long as the
manifest says. It also holds the headers and how the SHA-256 of each finished body begins, and the
name of the pack how its own begins, so whoever knows the name can prove every byte. A figure stands
in a body as `{{figure:bird-dog.still}}`, because the drawings are the same in every language.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

import brotli

FORMAT = 2
NAME_SIGNS = 20
# Of the base64 of SHA-256, 132 bits: nobody finds another body for so many, and none can be
# compressed.
PROOF_SIGNS = 22
# The window holds all of a pack, so that what pages share is written once.
WINDOW_BITS = 24
# In every drawing, and in few of the pages.
FIGURE = b'class="figure'
PLACEHOLDER = re.compile(rb"\{\{figure:")

# These belong to an answer over the network.
TRANSPORT = frozenset({"content-length", "date", "etag", "vary"})


# What the version file says of a pack.
Described = dict[str, str | int]


@dataclass(frozen=True)
class Entry:
    """A finished answer: its path, its headers with small names, its body."""

    path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Pack:
    """A pack that is ready to be sent."""

    name: str
    body: bytes
    """The manifest and the bodies, not compressed."""
    stored: int
    """Bytes of all finished bodies, which is what the phone stores."""
    count: int

    @cached_property
    def compressed(self) -> bytes:
        """By brotli, as small as it can be: a second for each pack, once."""
        return bytes(brotli.compress(self.body, quality=11, lgwin=WINDOW_BITS))

    @cached_property
    def gzipped(self) -> bytes:
        """For whoever is not offered brotli, as some proxies arrange it."""
        return gzip.compress(self.body, mtime=0)

    @cached_property
    def described(self) -> Described:
        """Sizes are in bytes."""
        return {
            "name": self.name,
            "stored": self.stored,
            "count": self.count,
            "download": len(self.compressed),
        }


def pack(kind: str, entries: Iterable[Entry], drawings: Mapping[str, str], **facts: object) -> Pack:
    """The pack of a kind; `facts` are what else its manifest says.

    The same entries make the same bytes and the same name on every machine.
    """
    packed = sorted(entries, key=_place)
    headers = _kinds_of_headers(packed)
    bodies = [_without_drawings(entry, drawings) for entry in packed]
    manifest = {
        "format": FORMAT,
        "kind": kind,
        **facts,
        "headers": [dict(each) for each in headers],
        "entries": [
            [entry.path, headers.index(_headers(entry)), len(body), _digest(entry.body)]
            for entry, body in zip(packed, bodies, strict=True)
        ],
    }
    first = json.dumps(manifest, ensure_ascii=False, separators=(",", ":")).encode()
    return Pack(
        name=f"{kind}-{hashlib.sha256(first).hexdigest()[:NAME_SIGNS]}",
        body=b"\n".join([first, b"".join(bodies)]),
        stored=sum(len(entry.body) for entry in packed),
        count=len(packed),
    )


def _place(entry: Entry) -> tuple[str, int, str]:
    """Like beside like, files of a kind by their length: measured, that takes the fewest bytes."""
    suffix = PurePosixPath(entry.path).suffix
    return (suffix, len(entry.body) if suffix else 0, entry.path)


def _headers(entry: Entry) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(pair for pair in entry.headers.items() if pair[0] not in TRANSPORT))


def _kinds_of_headers(entries: list[Entry]) -> list[tuple[tuple[str, str], ...]]:
    return sorted({_headers(entry) for entry in entries})


def _without_drawings(entry: Entry, drawings: Mapping[str, str]) -> bytes:
    """The body with each drawing replaced by its name."""
    if PLACEHOLDER.search(entry.body):
        raise ValueError(f"{entry.path}: holds {{{{figure: already; it could not be filled in")
    body = entry.body
    if FIGURE not in body:
        return body
    for name, drawing in drawings.items():
        body = body.replace(drawing.encode(), b"{{figure:%s}}" % name.encode())
    return body


def _digest(body: bytes) -> str:
    return b64encode(hashlib.sha256(body).digest()).decode()[:PROOF_SIGNS]
