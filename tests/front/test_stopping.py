"""The server stops when it is asked to, also while something long is made for who has gone."""

from __future__ import annotations

import socket
import time
from pathlib import Path

from tests.serving import serving
from webapp.cli import STOP_SECONDS


def test_it_stops_while_packs_are_made_for_a_phone_that_has_gone(tmp_path: Path) -> None:
    with serving(tmp_path / "instance") as server:
        with socket.create_connection(("127.0.0.1", server.port)) as phone:
            phone.sendall(b"GET /version.json HTTP/1.1\r\nHost: localhost\r\n\r\n")
            time.sleep(0.5)  # the making has begun
        server.process.terminate()
        server.process.wait(timeout=STOP_SECONDS + 10)
