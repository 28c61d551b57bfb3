"""Servers of the one export: a plain one, nginx; and the server that they must be like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import certificates
from tests.export.plain import serving_files
from tests.exporting import SETTINGS, Exported
from tests.machines import proxy
from tests.serving import Answer, Server, free_port, get, serving

NGINX = """
    upstream limber {{ server 127.0.0.1:{upstream}; }}
    server {{
        listen 127.0.0.1:{listen};
        root {folder};
        include {folder}/nginx.conf;
    }}
"""


@dataclass(frozen=True)
class Files:
    """A server of files."""

    address: str

    def get(self, path: str, headers: dict[str, str] | None = None) -> Answer:
        return get(self.address + path, headers)


@pytest.fixture(scope="session")
def twin(tmp_path_factory: pytest.TempPathFactory, exported: Exported) -> Iterator[Server]:
    """The server that would be asked otherwise; its packs are there, since the export has them."""
    assert exported
    instance = tmp_path_factory.mktemp("twin") / "instance"
    behind = {**SETTINGS, "TRUSTED_PROXIES": "1"}
    with serving(instance, command=None, cwd=None, **behind) as started:
        yield started


@pytest.fixture(scope="session")
def plain(exported: Exported) -> Iterator[Files]:
    with serving_files(exported.folder) as server:
        yield Files(f"http://127.0.0.1:{server.server_address[1]}")


@pytest.fixture(scope="session")
def nginx(
    exported: Exported, twin: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Files]:
    """The folder behind nginx, which passes on what only the server can answer."""
    yield from behind_nginx(exported, twin.port, tmp_path_factory.mktemp("nginx"))


@pytest.fixture
def lonely_nginx(exported: Exported, tmp_path: Path) -> Iterator[Files]:
    """The same with nobody to pass it on to."""
    yield from behind_nginx(exported, free_port(), tmp_path)


@pytest.fixture(scope="session")
def secure_nginx(
    exported: Exported, twin: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Files]:
    """The folder behind an nginx that ends TLS."""
    here = tmp_path_factory.mktemp("secure")
    keys = certificates.make(here)
    also = (
        f" ssl; ssl_certificate {keys['LIMBER_TLS_CERTIFICATE']};"
        f" ssl_certificate_key {keys['LIMBER_TLS_KEY']}"
    )
    yield from behind_nginx(exported, twin.port, here, also)


def behind_nginx(exported: Exported, upstream: int, here: Path, also: str = "") -> Iterator[Files]:
    port = free_port()
    servers = NGINX.format(upstream=upstream, listen=f"{port}{also}", folder=exported.folder)
    scheme = "https" if also else "http"
    with proxy.running(servers, here / "nginx", port, scheme) as started:
        yield Files(started.address)
