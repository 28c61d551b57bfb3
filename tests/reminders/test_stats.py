"""An operator is told how reminders stand: by a command, by /healthz, by /metrics."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask
from sqlalchemy import Engine, event, update

from tests.reminders.phones import Clock, phone, put, work
from tests.reminders.standin import PushService
from webapp import cli, create_app, health
from webapp.config import read
from webapp.reminders import report
from webapp.reminders.models import reminder


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    """Commands and pages go by the test's clock."""
    for place in (report, health):
        monkeypatch.setattr(place, "Clock", lambda: clock)


def late(engine: Engine, clock: Clock, service: PushService) -> None:
    """One sent, one late, one set aside."""
    put(engine, phone(service.subscribe()), clock)
    put(engine, phone(service.subscribe()), clock, ("FREQ=DAILY", "2026-11-26T08:01:00"))
    clock.go(seconds=20)
    work(engine, clock)
    put(engine, phone(service.subscribe()), clock)
    with engine.begin() as connection:
        broken = update(reminder).where(reminder.c.number == 3)
        connection.execute(broken.values(fault="rule: broken", ready_at=None))
    clock.go(seconds=120)


def test_the_command_tells_all(
    settings: dict[str, str], engine: Engine, clock: Clock, service: PushService
) -> None:
    late(engine, clock, service)
    told = CliRunner().invoke(cli.main, ["reminders", "stats"], env=settings)
    assert told.exit_code == 0
    lines = told.output.splitlines()
    assert lines[:4] == [
        "devices: 3, 3 of them take pushes",
        "reminders: 3, 1 of them set aside",
        "due and not taken: 1, the oldest for 70 s",
        "worker: heard of 120 s ago",
    ]
    assert "sent: 1  (Messages that a push service has taken)" in lines
    assert lines[-1] == "set aside 1 times: rule: broken"


def test_health_tells_of_the_worker_and_stays_ready(
    app: Flask, engine: Engine, clock: Clock, service: PushService
) -> None:
    late(engine, clock, service)
    answer = app.test_client().get("/healthz")
    assert answer.status_code == 200
    assert answer.json == {
        "status": "ready",
        "packs": "being made",
        "reminders": {
            "worker": "silent",
            "worker_age": 120.0,
            "backlog": 1,
            "late_seconds": 70.0,
        },
    }


def test_health_counts_only_what_is_due(app: Flask) -> None:
    """Anybody may ask, as often as they like, of however large a table."""
    asked: list[str] = []
    database = app.extensions["limber.database"]
    event.listen(database, "before_cursor_execute", lambda *given: asked.append(given[2]))
    assert app.test_client().get("/healthz").status_code == 200
    counted = [each for each in asked if "count(" in each]
    assert len(counted) == 1
    assert "WHERE reminder.ready_at <=" in counted[0]


def test_metrics_are_there_only_when_switched_on(
    settings: dict[str, str], app: Flask, engine: Engine, clock: Clock, service: PushService
) -> None:
    late(engine, clock, service)
    assert app.test_client().get("/metrics").status_code == 404
    other = create_app(read({**settings, "LIMBER_METRICS": "1"}))
    answer = other.test_client().get("/metrics")
    assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    told = answer.text.splitlines()
    assert told[:3] == [
        "# HELP limber_reminders_devices Devices that want reminders.",
        "# TYPE limber_reminders_devices gauge",
        "limber_reminders_devices 3",
    ]
    for line in ("backlog 1", "late_seconds 70.0", "worker_age_seconds 120.0", "sent_total 1"):
        assert f"limber_reminders_{line}" in told
    other.extensions["limber.database"].dispose()


def test_a_key_that_is_none_stops_the_worker_and_is_named(
    settings: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "key.pem").write_text("no key")
    given = {**settings, "LIMBER_VAPID_KEY": str(tmp_path / "key.pem")}
    told = CliRunner().invoke(cli.main, ["worker"], env=given)
    assert told.exit_code == 1
    assert told.output.startswith(f"LIMBER_VAPID_KEY: {tmp_path}/key.pem: ")
