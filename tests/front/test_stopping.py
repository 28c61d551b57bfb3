"""The server stops when it is asked to, also while something long is made for who has gone."""

from __future__ import annotations

import socket
import time
from pathlib import Path

import pytest

from tests.serving import START_SECONDS, serving
from webapp.cli import STOP_SECONDS

PROCESSES = Path("/proc")
# limber serve, granian's worker, limber bake, and at least one of its own.
MAKING = 4


@pytest.mark.skipif(not PROCESSES.exists(), reason="no list of processes to look into")
def test_it_stops_while_packs_are_made_for_a_phone_that_has_gone(tmp_path: Path) -> None:
    packs = tmp_path / "packs"
    with serving(tmp_path / "instance", LIMBER_PACKS=str(packs)) as server:
        with socket.create_connection(("127.0.0.1", server.port)) as phone:
            phone.sendall(b"GET /version.json HTTP/1.1\r\nHost: localhost\r\n\r\n")
            end = time.monotonic() + START_SECONDS
            while len(_running(packs)) < MAKING:
                assert time.monotonic() < end
                time.sleep(0.05)
        server.process.terminate()
        server.process.wait(timeout=STOP_SECONDS + 10)
    assert not _running(packs), "nor does anything of it go on"


def _running(packs: Path) -> list[str]:
    """Processes that were started with these packs."""
    environments = {path: _read(path) for path in PROCESSES.glob("[0-9]*/environ")}
    return [str(path) for path, found in environments.items() if str(packs).encode() in found]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # gone meanwhile, or another user's
        return b""
