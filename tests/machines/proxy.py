"""A real nginx before several Limbers, as README has it: in turn, and past one that has gone."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.serving import Server, free_port

PACKAGE = "nginx-light"
START_SECONDS = 30

# What it needs to run as anybody and beside others, around the servers that it is to be.
RUN = """
{user}
daemon off;
worker_processes 1;
pid {folder}/pid;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxied;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {servers}
}}
"""

# `Served-By` is for the tests: which one has answered.
IN_TURN = """
    upstream limber {{
        {limbers}
        keepalive 16;
    }}
    server {{
        listen 127.0.0.1:{port};
        location / {{
            proxy_pass http://limber;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header Host $http_host;
            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
            proxy_set_header X-Forwarded-Proto $scheme;
            add_header Served-By $upstream_addr always;
        }}
    }}
"""


def find_program() -> str | None:
    """Debian keeps it where only root looks."""
    return shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")


@contextmanager
def before(servers: Sequence[Server], folder: Path) -> Iterator[Server]:
    """It answers for all of these, which need not run."""
    port = free_port()
    lines = [f"server 127.0.0.1:{each.port} fail_timeout=1s;" for each in servers]
    with running(IN_TURN.format(port=port, limbers="\n".join(lines)), folder, port) as started:
        yield started


@contextmanager
def running(servers: str, folder: Path, port: int, scheme: str = "http") -> Iterator[Server]:
    """An nginx with these servers in its own words, one of which answers at the port."""
    program = find_program()
    if program is None:
        raise AssertionError(
            f"nginx is missing: install the package {PACKAGE} (on Debian, as root, "
            "`python -m tests.install machines` does it), or put nginx on the path"
        )
    folder.mkdir()
    log = folder / "log"
    # As root it would take another user, who may not enter a test's folder.
    user = f"user {pwd.getpwuid(0).pw_name};" if os.geteuid() == 0 else ""
    file = folder / "nginx.conf"
    file.write_text(RUN.format(folder=folder, servers=servers, user=user))
    command = [program, "-e", str(log), "-p", str(folder), "-c", str(file)]
    started = Server(port, subprocess.Popen(command, text=True), log, scheme)
    try:
        _wait(started, log)
        yield started
    finally:
        started.process.terminate()
        started.process.wait(START_SECONDS)


def _wait(started: Server, log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and started.process.poll() is None:
        try:
            started.get("/healthz")
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise AssertionError(f"nginx did not start:\n{log.read_text()}")
