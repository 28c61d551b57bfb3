"""`limber serve` with a certificate, or behind a proxy that has one."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import certificates
from tests.cli.limber import limber
from tests.serving import Server
from tests.talking import served

STRICT = "strict-transport-security"
PATHS = ["/en/", "/healthz", "/en/nothing", "/static/nothing", "/sw.js"]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return certificates.make(tmp_path_factory.mktemp("certificate"))


@pytest.fixture(scope="module")
def secure(
    tmp_path_factory: pytest.TempPathFactory, certificate: dict[str, str]
) -> Iterator[Server]:
    with served({"LIMBER_INSTANCE": str(tmp_path_factory.mktemp("secure")), **certificate}) as one:
        yield one


@pytest.fixture(scope="module")
def proxied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = str(tmp_path_factory.mktemp("proxied"))
    with served({"LIMBER_INSTANCE": folder, "TRUSTED_PROXIES": "1"}) as one:
        yield one


def test_the_certificate_is_the_one_given(secure: Server, certificate: dict[str, str]) -> None:
    shown = ssl.get_server_certificate(("127.0.0.1", secure.port))
    assert shown == Path(certificate["LIMBER_TLS_CERTIFICATE"]).read_text()
    assert f"Limber is at https://127.0.0.1:{secure.port}" in secure.said()


@pytest.mark.parametrize("path", PATHS)
def test_who_comes_by_tls_is_told_to_come_so_again(secure: Server, path: str) -> None:
    assert secure.get(path)[1][STRICT] == "max-age=31536000"


@pytest.mark.parametrize("path", PATHS)
def test_what_the_proxy_says_counts_and_what_came_before_it_does_not(
    proxied: Server, path: str
) -> None:
    def told(*schemes: str) -> bool:
        return STRICT in proxied.get(path, {"X-Forwarded-Proto": ", ".join(schemes)})[1]

    assert told("https")
    assert told("http", "https")
    assert not told("https", "http")
    assert not told("http")
    assert STRICT not in proxied.get(path)[1]


@pytest.mark.parametrize("path", PATHS)
def test_without_tls_and_proxy_nobody_is_told(server: Server, path: str) -> None:
    assert STRICT not in server.get(path, {"X-Forwarded-Proto": "https"})[1]


def test_a_certificate_that_cannot_be_used_is_named_before_anything_is_made(
    certificate: dict[str, str], tmp_path: Path
) -> None:
    instance = tmp_path / "instance"
    settings = {**certificate, "LIMBER_TLS_CERTIFICATE": "README.md"}
    told = limber("serve", LIMBER_INSTANCE=str(instance), **settings)
    assert told.returncode == 1
    assert told.stderr.startswith("LIMBER_TLS_CERTIFICATE: README.md cannot be used with ")
    assert told.stderr.count("\n") == 1
    assert not instance.exists()
