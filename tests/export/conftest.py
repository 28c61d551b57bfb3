"""Servers of the one export: a plain one, nginx; and the server that they must be like."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.export.plain import serving_files
from tests.exporting import SETTINGS, Exported
from tests.serving import START_SECONDS, STOP_SECONDS, Answer, Server, free_port, get, serving

NGINX = """
daemon off;
master_process off;
pid {here}/pid;
error_log stderr error;
events {{ }}
http {{
    access_log off;
    client_body_temp_path {here}/body;
    proxy_temp_path {here}/proxy;
    fastcgi_temp_path {here}/fastcgi;
    uwsgi_temp_path {here}/uwsgi;
    scgi_temp_path {here}/scgi;
    upstream limber {{ server 127.0.0.1:{upstream}; }}
    server {{
        listen 127.0.0.1:{port};
        root {folder};
        include {folder}/nginx.conf;
    }}
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
    with serving(instance, command=None, cwd=None, **SETTINGS) as started:
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


def behind_nginx(exported: Exported, upstream: int, here: Path) -> Iterator[Files]:
    command = shutil.which("nginx")
    if command is None:
        pytest.skip("no nginx on PATH: install it, on Debian by apt-get install nginx-light")
    port = free_port()
    config = here / "nginx.conf"
    config.write_text(
        NGINX.format(here=here, upstream=upstream, port=port, folder=exported.folder), "utf-8"
    )
    process = subprocess.Popen([command, "-c", str(config)], stderr=subprocess.PIPE, text=True)
    try:
        files = Files(f"http://127.0.0.1:{port}")
        _wait(files, process)
        yield files
    finally:
        process.terminate()
        process.communicate(timeout=STOP_SECONDS)


def _wait(files: Files, process: subprocess.Popen[str]) -> None:
    end = time.monotonic() + START_SECONDS
    while True:
        if process.poll() is not None:
            assert process.stderr
            raise AssertionError(f"nginx stopped: {process.stderr.read()}")
        try:
            files.get("/robots.txt")
            return
        except OSError:
            assert time.monotonic() < end
            time.sleep(0.05)
