"""What a push service answers: HTTP/1.1 read from bytes, bounded, and trusting nothing."""

from __future__ import annotations

import re
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import NamedTuple

LONGEST = 16 * 1024
LONGEST_WAIT = 24 * 3600.0
_BLANK = b"\r\n\r\n"
_STATUS = re.compile(rb"HTTP/1\.([01]) ([1-5][0-9][0-9])(?: [^\r\n]*)?")
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r\n")
_OK, _BODILESS = 200, (204, 304)


class AnswerError(Exception):
    """What came is no answer in HTTP/1.1, or none that ends."""


# Tuples, because one of each is made for every message, and a frozen class takes longer to make.
class Answer(NamedTuple):
    """A push service's answer; `keeps` when its connection may be asked again."""

    status: int
    headers: dict[str, str]
    body: bytes
    keeps: bool


class _Head(NamedTuple):
    """Status, headers under small names, and whether the connection outlives the answer."""

    status: int
    headers: dict[str, str]
    lasts: bool


def read(data: bytes) -> Answer | None:
    """The answer once it is whole; when too much comes, what its head says."""
    head, rest = _split(data)
    if head is None:
        if len(data) > LONGEST:
            raise AnswerError("the headers do not end")
        return None
    body, end = _body(head, rest)
    if end is None and len(rest) <= LONGEST:
        return None
    keeps = head.lasts and end == len(rest)
    return Answer(head.status, head.headers, body[:LONGEST], keeps)


def last(data: bytes) -> Answer:
    """What is known of an answer when no more of it comes; AnswerError when it is nothing."""
    head, rest = _split(data)
    if head is None:
        raise AnswerError("the answer ended within its headers")
    return Answer(head.status, head.headers, _body(head, rest)[0], keeps=False)


def _split(data: bytes) -> tuple[_Head | None, bytes]:
    """The head, none while it is not whole, and what follows it."""
    text, found, rest = data.partition(_BLANK)
    while found:
        head = _head(text)
        if head.status >= _OK:
            return head, rest
        text, found, rest = rest.partition(_BLANK)  # 1xx: the answer is still to come
    return None, b""


def _head(text: bytes) -> _Head:
    first, *lines = text.split(b"\r\n")
    status = _STATUS.fullmatch(first)
    if not status:
        raise AnswerError("the answer is not HTTP/1.1")
    headers: dict[str, str] = {}
    for line in lines:
        name, _, value = line.decode("latin-1").partition(":")
        name, value = name.lower(), value.strip()
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    lasts = status[1] == b"1" and "close" not in headers.get("connection", "").lower()
    return _Head(int(status[2]), headers, lasts)


def _body(head: _Head, rest: bytes) -> tuple[bytes, int | None]:
    """The body as far as it came, and where it ends; None when that is not known yet."""
    if head.status in _BODILESS:
        return b"", 0
    if "transfer-encoding" in head.headers:
        return _chunks(rest)
    length = head.headers.get("content-length", "")
    if not re.fullmatch("[0-9]{1,9}", length):
        return rest, None  # it ends with the connection
    end = int(length)
    return rest[:end], end if len(rest) >= end else None


def _chunks(rest: bytes) -> tuple[bytes, int | None]:
    body, position = bytearray(), 0
    while size := _CHUNK.match(rest, position):
        start, length = size.end(), int(size[1], 16)
        if not length:
            # Trailers are not expected; with any, the connection is not kept.
            return bytes(body), start + 2 if rest[start : start + 2] == b"\r\n" else None
        body += rest[start : start + length]
        position = start + length + 2
    return bytes(body), None


def wait(answer: Answer, now: float) -> float | None:
    """Seconds to wait by Retry-After, which holds seconds or a date; a day at most."""
    value = answer.headers.get("retry-after", "")
    if not value:
        return None
    if re.fullmatch("[0-9]{1,12}", value):
        return min(float(value), LONGEST_WAIT)
    try:
        date = parsedate_to_datetime(value)
    except ValueError:
        return None
    # A date in "-0000" is UTC too, but comes without a zone.
    seconds = (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp() - now
    return min(max(seconds, 0.0), LONGEST_WAIT)
