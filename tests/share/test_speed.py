"""Publishing is answered before anybody wonders whether it worked."""

from __future__ import annotations

import http.client
import json
import secrets
import statistics
import time
from pathlib import Path

import pytest

from tests.serving import Server, serving
from tests.share.people import given, step

BAR_MS = 150
TIMES = 60


@pytest.mark.timed
def test_publishing_eight_steps_takes_less_than_150_ms(
    settings: dict[str, str], tmp_path: Path
) -> None:
    """By a real server with its database, over loopback: the median, and the slowest of twenty."""
    with serving(tmp_path / "served", DATABASE_URL=settings.get("DATABASE_URL", "")) as server:
        took = sorted(publish_ms(server) for _ in range(TIMES))
    median, slow = statistics.median(took), took[int(TIMES * 0.95)]
    database = "PostgreSQL" if "DATABASE_URL" in settings else "SQLite"
    print(f"publish on {database}: median {median:.1f} ms, 95 % below {slow:.1f} ms")
    assert median < BAR_MS
    assert slow < BAR_MS


def publish_ms(server: Server) -> float:
    """As a phone does it, the connection included."""
    body = json.dumps(given(steps=[step(note="As far as is easy")] * 8))
    headers = {
        "Authorization": f"Bearer {secrets.token_urlsafe(16)}",
        "Content-Type": "application/json",
        "Sec-Fetch-Site": "same-origin",
    }
    began = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    connection.request("POST", "/api/routines", body, headers)
    answer = connection.getresponse()
    assert answer.status == 201, answer.read()
    answer.read()
    connection.close()
    return (time.perf_counter() - began) * 1000
