"""A host that is none gets the page that says so, and never a traceback."""

from __future__ import annotations

import pytest

from tests.front import raw
from tests.reading import read_page
from tests.serving import Server
from webapp import create_app
from webapp.config import Config, read
from webapp.security import is_host


@pytest.mark.parametrize(
    "given",
    ["a" * 64, "a..b", "xn--a.example", "[", "a@b", "a:b", "a/b", "a" * 300, "limber.example, b"],
)
def test_a_host_that_is_none_cannot_be_read(server: Server, given: str) -> None:
    assert not is_host([given.encode()])
    opened = raw.connect(server.port)
    opened.sendall(f"GET /en/nothing HTTP/1.1\r\nHost: {given}\r\n\r\n".encode())
    shown = raw.answer(opened)
    assert shown.startswith(b"HTTP/1.1 400 ")
    assert b"This request cannot be read" in shown or b"<html" not in shown


@pytest.mark.parametrize(
    "given",
    [
        "limber.example",
        "limber.example.",
        "127.0.0.1:8000",
        "[::1]:8000",
        "web_1:80",
        "xn--mller-kva.de",
    ],
)
def test_a_host_as_machines_are_called_is_one(given: str) -> None:
    assert is_host([given.encode()])


def test_without_a_host_there_is_an_answer_and_of_two_there_is_none() -> None:
    assert is_host([])
    assert not is_host([b"limber.example", b"limber.example"])


def test_no_proxy_makes_an_address_of_another_scheme(config: Config) -> None:
    trusting = read({"LIMBER_INSTANCE": str(config.instance), "TRUSTED_PROXIES": "1"})
    client = create_app(trusting).test_client()
    answer = client.get("/en", headers={"X-Forwarded-Proto": "javascript"})
    read_page(answer, "/en", 400)
    assert client.get("/en", headers={"X-Forwarded-Proto": "https"}).status_code == 308
