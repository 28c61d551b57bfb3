"""Bodies are read whole before Flask sees them, within a size and a time."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.front import raw
from tests.serving import Server, serving

AT_ONCE_SECONDS = 1.0


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Small limits, which a test reaches quickly."""
    instance = tmp_path_factory.mktemp("strict") / "instance"
    with serving(instance, LIMBER_BODY_SECONDS="0.5", LIMBER_BODY_BYTES="2000") as started:
        yield started


@pytest.mark.timed
def test_sixteen_half_sent_posts_do_not_stop_anyone(server: Server) -> None:
    hanging = [raw.half_post(server.port) for _ in range(16)]
    try:
        for path, status in (("/en/", 200), ("/en/nothing", 404), ("/healthz", 200)):
            began = time.monotonic()
            assert server.get(path)[0] == status
            assert time.monotonic() - began < AT_ONCE_SECONDS
    finally:
        for each in hanging:
            each.close()


def test_a_body_that_never_ends_is_answered_after_its_time(strict: Server) -> None:
    opened = raw.half_post(strict.port)
    shown = raw.answer(opened)
    assert shown.startswith(b"HTTP/1.1 408 ")
    assert b"Sending took too long" in shown


def test_a_body_over_the_limit_gets_the_page_that_says_so(strict: Server) -> None:
    opened = raw.connect(strict.port)
    head = b"POST /ar/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3000\r\n\r\n"
    opened.sendall(head + b"x" * 3000)
    shown = raw.answer(opened)
    assert shown.startswith(b"HTTP/1.1 413 ")
    assert b'lang="ar"' in shown


def test_a_body_without_a_stated_length_is_limited_too(strict: Server) -> None:
    opened = raw.connect(strict.port)
    opened.sendall(b"POST /en/ HTTP/1.1\r\nHost: l\r\nTransfer-Encoding: chunked\r\n\r\n")
    opened.sendall(b"bb8\r\n" + b"x" * 3000 + b"\r\n")
    assert raw.status(opened) == 413


def test_a_whole_body_within_the_limit_reaches_flask(server: Server) -> None:
    opened = raw.connect(server.port)
    opened.sendall(b"POST /en/ HTTP/1.1\r\nHost: l\r\nContent-Length: 4\r\n\r\nbody")
    assert raw.status(opened) == 405


def test_a_body_that_cannot_be_read_gets_the_page_that_says_so(server: Server) -> None:
    opened = raw.connect(server.port)
    opened.sendall(b"POST /en/ HTTP/1.1\r\nHost: l\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")
    shown = raw.answer(opened)
    assert shown.startswith(b"HTTP/1.1 400 ")
    assert b"This request cannot be read" in shown


def test_a_client_that_hangs_up_half_way_harms_nobody(server: Server) -> None:
    for _ in range(16):
        raw.half_post(server.port).close()
    assert server.get("/en/")[0] == 200
