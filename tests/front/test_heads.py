"""What stands before a body is bounded too, by HTTP/1 and by HTTP/2."""

from __future__ import annotations

from typing import BinaryIO

import pytest

from tests.front import raw
from tests.serving import Server
from webapp.cli import HEAD_BYTES

REQUEST = b"GET /en/about/privacy HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX: %s\r\n\r\n"
# By HTTP/2: what begins a connection, frames by their type, and the end of a header block.
PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
HEADERS, RESET, SETTINGS, GO_AWAY, CONTINUATION = 1, 3, 4, 7, 9
END_STREAM, END_HEADERS = 1, 4
# `:method: GET`, `:scheme: http` and `:status: 200` in the table that both sides know.
GET, HTTP, OK = b"\x82", b"\x86", b"\x88"
MOST_FRAME = 16_384


@pytest.mark.parametrize(("size", "status"), [(HEAD_BYTES // 2, 200), (HEAD_BYTES + 1, 431)])
def test_a_head_is_bounded(server: Server, size: int, status: int) -> None:
    opened = raw.connect(server.port)
    opened.sendall(REQUEST % (b"a" * size))
    assert raw.status(opened) == status


@pytest.mark.parametrize(
    ("size", "is_answered"), [(HEAD_BYTES // 2, True), (HEAD_BYTES * 2, False)]
)
def test_a_head_by_http_2_is_bounded(server: Server, size: int, is_answered: bool) -> None:
    opened = raw.connect(server.port)
    block = GET + HTTP + literal(b":path", b"/en/about/privacy") + literal(b":authority", b"l")
    block += literal(b"x", b"a" * size)
    parts = [block[i : i + MOST_FRAME] for i in range(0, len(block), MOST_FRAME)]
    kinds = [HEADERS, *[CONTINUATION] * (len(parts) - 1)]
    ends = [0] * (len(parts) - 1) + [END_HEADERS]
    frames = [
        frame(kind, part, (END_STREAM if kind == HEADERS else 0) | end, stream=1)
        for kind, part, end in zip(kinds, parts, ends, strict=True)
    ]
    with opened, opened.makefile("rb") as received:
        opened.sendall(PREFACE + frame(SETTINGS, b"") + b"".join(frames))
        assert (first_answer(received) == OK) is is_answered


def literal(name: bytes, value: bytes) -> bytes:
    """A header that neither side keeps in its table."""
    return b"\x00" + length(len(name)) + name + length(len(value)) + value


def length(number: int) -> bytes:
    """A number in the seven bits that HPACK leaves for one, and in further bytes."""
    if number < 127:
        return bytes([number])
    number -= 127
    more = b""
    while number >= 128:
        more += bytes([number % 128 + 128])
        number //= 128
    return b"\x7f" + more + bytes([number])


def frame(kind: int, payload: bytes, flags: int = 0, stream: int = 0) -> bytes:
    head = len(payload).to_bytes(3, "big") + bytes([kind, flags]) + stream.to_bytes(4, "big")
    return head + payload


def first_answer(received: BinaryIO) -> bytes:
    """The first header of the answer as it came, or nothing where the request was refused."""
    while head := received.read(9):
        payload = received.read(int.from_bytes(head[:3], "big"))
        if head[3] == HEADERS:
            return payload[:1]
        if head[3] in (RESET, GO_AWAY):
            break
    return b""
