"""A finished answer: bytes made once, kept compressed, revalidated by ETag."""

from __future__ import annotations

import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

import brotli
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

IMMUTABLE = "immutable"
# Of brotli: measured on pages, a third of the time that the best takes, for 0.3 % more bytes.
QUALITY = 10
# What is compressed by itself.
SMALL_ALREADY = ("image/png",)
# Bodies in other encodings that are kept, those that were asked for last.
BODIES = 128
RawHeaders = list[tuple[bytes, bytes]]


@dataclass(frozen=True)
class Finished:
    """A body as small as it can be kept, its headers, and one weak ETag for all its encodings.

    The other encodings are made of it for those who ask: a web process keeps two thousand pages,
    and together they would take it five times as much memory.
    """

    smallest: bytes
    headers: tuple[tuple[bytes, bytes], ...]
    etag: bytes
    is_compressed: bool

    @classmethod
    def make(
        cls,
        body: bytes,
        headers: Mapping[str, str],
        quality: int = QUALITY,
        smallest: bytes | None = None,
    ) -> Finished:
        """What is immutable goes without an ETag: nobody asks for it again.

        `quality` of brotli: less than usual for what is made for one who waits; `smallest` is the
        body by brotli, where that is known.
        """
        etag = b'W/"' + hashlib.sha256(body).hexdigest()[:20].encode() + b'"'
        told = {name.lower(): value for name, value in headers.items()}
        raw = [raw_header(name, value) for name, value in told.items()]
        own = (b"content-length", b"date", b"etag", b"vary")
        as_it_is = told.get("content-type") in SMALL_ALREADY
        return cls(
            smallest=body if as_it_is else smallest or brotli.compress(body, quality=quality),
            headers=(
                *(pair for pair in raw if pair[0] not in own),
                *([] if IMMUTABLE in told.get("cache-control", "") else [(b"etag", etag)]),
                (b"vary", b"accept-encoding"),
            ),
            etag=etag,
            is_compressed=not as_it_is,
        )

    @property
    def encodings(self) -> tuple[str, ...]:
        return ("br", "gzip", "identity") if self.is_compressed else ("identity",)

    def body(self, encoding: str) -> bytes:
        """In one of `br`, `gzip` and `identity`; what is not compressed has the last only."""
        if not self.is_compressed or encoding == "br":
            return self.smallest
        return _decoded(self.smallest) if encoding == "identity" else _gzipped(self.smallest)

    def answer(self, method: str, asked: Mapping[bytes, bytes]) -> tuple[int, RawHeaders, bytes]:
        """Status, headers and body for a GET or HEAD with these request headers."""
        if self._is_fresh(asked.get(b"if-none-match", b"")):
            return 304, list(self.headers), b""
        preferred = preferred_encoding(asked.get(b"accept-encoding", b""))
        encoding = preferred if self.is_compressed else "identity"
        body = self.body(encoding)
        headers = [*self.headers, (b"content-length", str(len(body)).encode())]
        if encoding != "identity":
            headers.append((b"content-encoding", encoding.encode()))
        return 200, headers, b"" if method == "HEAD" else body

    def _is_fresh(self, if_none_match: bytes) -> bool:
        known = [tag.strip() for tag in if_none_match.split(b",")]
        return b"*" in known or self.etag in known or self.etag.removeprefix(b"W/") in known


class Lately:
    """Finished answers by what they answer: those that were asked for last, at most so many."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Finished] = OrderedDict()
        self._lock = Lock()

    def find(self, key: Hashable) -> Finished | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, key: Hashable, finished: Finished) -> None:
        with self._lock:
            self._kept[key] = finished
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)


@lru_cache(maxsize=256)
def raw_header(name: str, value: str) -> tuple[bytes, bytes]:
    """What most pages have in common stands in memory once."""
    return name.encode(), value.encode("latin-1")


@lru_cache(maxsize=BODIES)
def _gzipped(smallest: bytes) -> bytes:
    return gzip.compress(brotli.decompress(smallest), mtime=0)


@lru_cache(maxsize=BODIES)
def _decoded(smallest: bytes) -> bytes:
    body: bytes = brotli.decompress(smallest)
    return body


@lru_cache(maxsize=256)
def preferred_encoding(accept: bytes) -> str:
    """The smallest encoding we keep that the client takes."""
    accepted = parse_accept_header(accept.decode("latin-1"), Accept)
    return next((name for name in ("br", "gzip") if accepted[name] > 0), "identity")
