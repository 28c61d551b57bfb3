"""A finished answer: bytes made once, kept in each encoding, revalidated by ETag."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import brotli
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

IMMUTABLE = "immutable"
# What is compressed by itself.
SMALL_ALREADY = ("image/png",)
RawHeaders = list[tuple[bytes, bytes]]


@dataclass(frozen=True)
class Finished:
    """Bodies by content encoding, their headers, and one weak ETag for all of them."""

    bodies: Mapping[str, bytes]
    headers: tuple[tuple[bytes, bytes], ...]
    etag: bytes

    @classmethod
    def make(
        cls,
        body: bytes,
        headers: Mapping[str, str],
        quality: int = 11,
        smallest: bytes | None = None,
    ) -> Finished:
        """What is immutable goes without an ETag: nobody asks for it again.

        `quality` of brotli: the best for what is made once, less for what somebody waits for;
        `smallest` is the body by brotli, where that is known.
        """
        etag = b'W/"' + hashlib.sha256(body).hexdigest()[:20].encode() + b'"'
        raw = [(name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()]
        own = (b"content-length", b"date", b"etag", b"vary")
        return cls(
            bodies={"identity": body}
            if headers.get("Content-Type") in SMALL_ALREADY
            else {
                "br": smallest or brotli.compress(body, quality=quality),
                "gzip": gzip.compress(body, min(quality, 9), mtime=0),
                "identity": body,
            },
            headers=(
                *(pair for pair in raw if pair[0] not in own),
                *([] if IMMUTABLE in headers.get("Cache-Control", "") else [(b"etag", etag)]),
                (b"vary", b"accept-encoding"),
            ),
            etag=etag,
        )

    def answer(self, method: str, asked: Mapping[bytes, bytes]) -> tuple[int, RawHeaders, bytes]:
        """Status, headers and body for a GET or HEAD with these request headers."""
        if self._is_fresh(asked.get(b"if-none-match", b"")):
            return 304, list(self.headers), b""
        preferred = preferred_encoding(asked.get(b"accept-encoding", b""))
        encoding = preferred if preferred in self.bodies else "identity"
        body = self.bodies[encoding]
        headers = [*self.headers, (b"content-length", str(len(body)).encode())]
        if encoding != "identity":
            headers.append((b"content-encoding", encoding.encode()))
        return 200, headers, b"" if method == "HEAD" else body

    def _is_fresh(self, if_none_match: bytes) -> bool:
        known = [tag.strip() for tag in if_none_match.split(b",")]
        return b"*" in known or self.etag in known or self.etag.removeprefix(b"W/") in known


@lru_cache(maxsize=256)
def preferred_encoding(accept: bytes) -> str:
    """The smallest encoding we keep that the client takes."""
    accepted = parse_accept_header(accept.decode("latin-1"), Accept)
    return next((name for name in ("br", "gzip") if accepted[name] > 0), "identity")
