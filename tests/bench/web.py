"""Pages of one web process beside the least that Flask and granian answer, in one run.

In turn, in short rounds, so that whatever else this machine does weighs on all of them.
"""

from __future__ import annotations

import http.client
import os
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests import install
from tests.bench import judging_web, machine, wrk
from tests.bench.judging_web import BARE, CONTENT, FLASK, SHARED
from tests.machines.fleet import Visitor
from tests.serving import START_SECONDS, STOP_SECONDS, Server, free_port, serving, wait
from tests.soak.judging import Row
from webapp import addresses, create_app
from webapp.config import read

SECONDS, ROUNDS, WARMING = 5, 7, 2
STARTS = 7
PAGE = "/en/routines/cold-water-10"
VERSIONS = ("granian", "a2wsgi", "flask", "sqlalchemy")
SETTINGS = {
    # Nobody is refused here.
    "LIMBER_RATE_LIMIT": "1000000000 per minute",
    "DATABASE_URL": "",
    # Python keeps what it has compiled, as it does unless somebody forbids it.
    "PYTHONDONTWRITEBYTECODE": "",
}


def judge(seconds: int) -> list[Row]:
    install.load_generator()
    print(*_described(), sep="\n", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        instance = Path(folder) / "instance"
        with serving(instance, command=None, cwd=None, **SETTINGS) as limber:
            limber.wait_for_packs()
            rounds = _compare(limber, Path(folder), seconds)
            sizes = _sizes(limber)
            _read_everything(limber)
            everything = _sizes(limber)
        starts = [_start(instance) for _ in range(STARTS)]
    return [
        *judging_web.judge_rates(rounds),
        *judging_web.judge_sizes(sizes, everything),
        judging_web.judge_starts(starts),
    ]


def _described() -> Iterator[str]:
    yield from machine.described(VERSIONS)
    headers = ", ".join(f"{name}: {value}" for name, value in wrk.HEADERS.items())
    yield f"  {wrk.version()}, {wrk.CONNECTIONS} connections that are kept; {headers}"


def _compare(limber: Server, folder: Path, seconds: int) -> list[dict[str, float]]:
    with ExitStack() as stack:
        flask, bare = (stack.enter_context(_hello(kind, folder)) for kind in ("flask", "bare"))
        pages = {
            FLASK: f"{flask.address}/",
            CONTENT: limber.address + PAGE,
            BARE: f"{bare.address}/",
            SHARED: f"{limber.address}/en/r/{_publish(limber)}",
        }
        _rates(pages, WARMING)
        return [_rates(pages, seconds) for _ in range(ROUNDS)]


def _rates(pages: Mapping[str, str], seconds: int) -> dict[str, float]:
    return {name: wrk.rate(address, seconds) for name, address in pages.items()}


@contextmanager
def _hello(kind: str, folder: Path) -> Iterator[Server]:
    port, log = free_port(), folder / f"{kind}.log"
    with log.open("w") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.hello", kind, str(port)],
            env={**os.environ, **SETTINGS, "LIMBER_INSTANCE": str(folder / kind)},
            stdout=said,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
    try:
        server = Server(port, process, log)
        wait(server, "/")
        yield server
    finally:
        process.terminate()
        process.wait(STOP_SECONDS)


def _publish(limber: Server) -> str:
    answer = Visitor(limber.port, "127.0.0.1").publish(secrets.token_urlsafe(16))
    assert answer.status == 201, answer.body
    return str(answer.json["code"])


def _read_everything(limber: Server) -> None:
    """Every content page once: each is kept, and so counts for its size."""
    connection = http.client.HTTPConnection("127.0.0.1", limber.port, timeout=START_SECONDS)
    for path in addresses.content(create_app(read({}))):
        connection.request("GET", path, headers=wrk.HEADERS)
        answer = connection.getresponse()
        assert answer.status == 200, path
        answer.read()
    connection.close()


def _sizes(limber: Server) -> list[int]:
    """Bytes in memory of all its processes, as `ps` says it on Linux and macOS."""
    listed = subprocess.check_output(["ps", "-A", "-o", "pgid=,rss="], text=True)
    rows = [line.split() for line in listed.splitlines()]
    return [int(size) * 1024 for group, size in rows if int(group) == limber.process.pid]


def _start(instance: Path) -> float:
    """Seconds until /healthz says 200, of one that has been started before."""
    began = time.perf_counter()
    with serving(instance, command=None, cwd=None, **SETTINGS):
        return time.perf_counter() - began
