"""The nginx of `webapp/deploy` as it stands there, with ports and certificate of the tests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import certificates
from tests.machines import proxy
from tests.serving import Server, free_port, get
from tests.talking import served
from webapp import places

LIMBER = "127.0.0.1:8000"
NGINX = places.PACKAGE / "deploy" / "nginx.conf"
CERTIFICATE = "/etc/letsencrypt/live/limber.example/{}.pem"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("deployed")


@pytest.fixture(scope="module")
def limber(folder: Path) -> Iterator[Server]:
    settings = {"LIMBER_ORIGIN": "https://limber.example", "TRUSTED_PROXIES": "1"}
    with served({"LIMBER_INSTANCE": str(folder / "instance"), **settings}) as started:
        yield started


@pytest.fixture(scope="module")
def plain_port() -> int:
    return free_port()


@pytest.fixture(scope="module")
def secure(folder: Path, limber: Server, plain_port: int) -> Iterator[Server]:
    yield from behind(folder / "nginx", limber.port, plain_port)


def behind(folder: Path, limber: int, plain: int) -> Iterator[Server]:
    """The proxy of README, with ports, certificate and log of the test's own."""
    folder.parent.mkdir(exist_ok=True)
    port, keys = free_port(), certificates.make(folder.parent)
    changed = {
        LIMBER: f"127.0.0.1:{limber}",
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "listen 443 ": f"listen 127.0.0.1:{port} ",
        "/var/log/nginx/limber.log": str(folder / "log"),
        CERTIFICATE.format("fullchain"): keys["LIMBER_TLS_CERTIFICATE"],
        CERTIFICATE.format("privkey"): keys["LIMBER_TLS_KEY"],
    }
    servers = re.sub(r"listen \[::\]:.*", "", NGINX.read_text("utf-8"))
    for given, ours in changed.items():
        assert given in servers
        servers = servers.replace(given, ours)
    with proxy.running(servers, folder, port, "https") as started:
        yield started


def test_pages_come_by_tls_and_ask_browsers_to_come_so_again(secure: Server) -> None:
    status, headers, body = secure.get("/en/")
    assert status == 200
    assert headers["strict-transport-security"] == "max-age=31536000"
    assert b"<h1" in body
    assert "nginx/" not in headers["server"]


@pytest.mark.usefixtures("secure")
def test_who_comes_without_is_sent_to_the_same_address_with(plain_port: int) -> None:
    host = {"Host": "limber.example"}
    status, headers, _ = get(f"http://127.0.0.1:{plain_port}/en/r/?x=1", host)
    assert (status, headers["location"]) == (308, "https://limber.example/en/r/?x=1")


def test_a_visitor_is_counted_by_the_address_that_the_proxy_saw(secure: Server) -> None:
    """And not by what somebody writes before it."""
    misses = [
        secure.get(f"/en/r/abcde{number:05d}", {"X-Forwarded-For": f"192.0.2.{number}"})[0]
        for number in range(21)
    ]
    assert misses[-1] == 429


def test_nothing_is_written_down_of_visitors(secure: Server, limber: Server) -> None:
    secure.get("/en/r/0123456789")
    assert "0123456789" not in secure.said() + limber.said()
    assert "127.0.0.1" not in limber.said().partition("Limber is at")[2].partition("\n")[2]


def test_nor_while_limber_is_down(tmp_path: Path) -> None:
    for proxied in behind(tmp_path / "alone" / "nginx", free_port(), free_port()):
        assert proxied.get("/en/r/0123456789")[0] == 502
        assert "0123456789" not in proxied.said()
        assert "client:" not in proxied.said()
