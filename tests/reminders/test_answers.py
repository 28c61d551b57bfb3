"""Whatever bytes come, they are an answer, or not yet one, or none; and never another's."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.reminders.answers import LONGEST, Answer, AnswerError, last, read, wait

CREATED = b"HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n"


def known(data: bytes) -> Answer:
    found = read(data)
    assert found
    return found


WHOLE = {
    "no body": (CREATED, 201, b""),
    "a length": (b"HTTP/1.1 400 Bad\r\ncontent-length:  3 \r\n\r\nbad", 400, b"bad"),
    "no phrase": (b"HTTP/1.1 410\r\nContent-Length: 0\r\n\r\n", 410, b""),
    "204": (b"HTTP/1.1 204 No Content\r\n\r\n", 204, b""),
    "chunks": (
        b"HTTP/1.1 403 No\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"3\r\nbad\r\n2;x=y\r\nJw\r\n0\r\n\r\n",
        403,
        b"badJw",
    ),
    "an early hint": (b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + CREATED, 201, b""),
}


@pytest.mark.parametrize(("data", "status", "body"), WHOLE.values(), ids=WHOLE)
def test_an_answer_is_read_when_its_last_byte_is_there(
    data: bytes, status: int, body: bytes
) -> None:
    found = known(data)
    assert (found.status, found.body, found.keeps) == (status, body, True)
    assert all(read(data[:end]) is None for end in range(len(data)))


@pytest.mark.parametrize(("data", "status", "body"), WHOLE.values(), ids=WHOLE)
def test_a_connection_with_more_than_the_answer_is_not_kept(
    data: bytes, status: int, body: bytes
) -> None:
    found = known(data + b"HTTP/1.1 408")
    assert (found.status, found.body, found.keeps) == (status, body, False)


@pytest.mark.parametrize(
    "data",
    [
        b"HTTP/1.1 201 Created\r\nConnection: Close\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.0 201 Created\r\nContent-Length: 0\r\n\r\n",
    ],
)
def test_a_connection_that_is_said_to_end_is_not_kept(data: bytes) -> None:
    assert not known(data).keeps


@pytest.mark.parametrize("length", ["", "x", "-1", "+1", "1, 2", "1_0", "9" * 99])
def test_with_no_clear_length_an_answer_lasts_until_the_connection_ends(length: str) -> None:
    data = f"HTTP/1.1 500 Oh\r\nContent-Length: {length}\r\n\r\nsorry".encode()
    assert read(data) is None
    assert last(data) == Answer(500, {"content-length": length}, b"sorry", keeps=False)


def test_two_lengths_are_no_clear_length() -> None:
    data = b"HTTP/1.1 201 Created\r\nContent-Length: 0\r\nContent-Length: 5\r\n\r\n"
    assert read(data) is None
    assert not last(data).keeps


def test_too_long_a_body_is_cut_and_too_long_a_head_refused() -> None:
    endless = known(b"HTTP/1.1 201 Created\r\n\r\n" + b"x" * (LONGEST + 1))
    assert (endless.status, len(endless.body), endless.keeps) == (201, LONGEST, False)
    with pytest.raises(AnswerError):
        read(b"HTTP/1.1 201 Created\r\n" + b"X: x\r\n" * LONGEST)
    with pytest.raises(AnswerError):
        read(b"HTTP/1.1 100 Continue\r\n\r\n" * LONGEST)


@pytest.mark.parametrize(
    "data",
    [
        b"\r\n\r\n",
        b"HTTP/2 201\r\n\r\n",
        b"HTTP/1.1 2012 x\r\n\r\n",
        b"HTTP/1.1 +20 x\r\n\r\n",
        b"SSH-2.0-OpenSSH_9.6\r\n\r\n",
    ],
)
def test_what_is_no_http_is_refused(data: bytes) -> None:
    with pytest.raises(AnswerError):
        read(data)


@pytest.mark.parametrize("data", [b"", b"HTTP/1.1 201 Created\r\nConte"])
def test_an_answer_that_ends_within_its_head_is_none(data: bytes) -> None:
    with pytest.raises(AnswerError):
        last(data)


PIECES = st.sampled_from(
    [
        b"HTTP/1.1 ",
        b"201 ",
        b"100",
        b"\r\n",
        b"\r\n\r\n",
        b"Content-Length: ",
        b"Transfer-Encoding: chunked",
        b":",
        b"5",
        b"0",
        b"ff",
        b"\xff",
    ]
)


@given(st.lists(PIECES | st.binary(max_size=5), max_size=20).map(b"".join))
def test_no_bytes_lead_to_anything_else(data: bytes) -> None:
    for ask in (read, last):
        with contextlib.suppress(AnswerError):
            ask(data)


DATES = st.from_regex(
    r"(Mon, )?[0-9]{1,2} (Jan|Xyz) [0-9]{1,6} [0-9]{1,2}:[0-9]{2}(:[0-9]{2})? [-+]?[A-Z0-9]{1,5}",
    fullmatch=True,
)


@given(DATES | st.text(max_size=40))
def test_a_wait_is_none_or_at_most_a_day(text: str) -> None:
    seconds = wait(Answer(429, {"retry-after": text}, b"", keeps=True), 1_800_000_000.0)
    assert seconds is None or 0 <= seconds <= 24 * 3600
