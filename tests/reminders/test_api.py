"""The key, the test, the deletion and the calendar."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from icalendar import Calendar
from sqlalchemy import Engine
from werkzeug.test import TestResponse

from tests.reminders.phones import Clock, phone, put, rows
from tests.reminders.standin import Manner, PushService
from webapp import create_app, database
from webapp.config import Config, read
from webapp.reminders import store, vapid
from webapp.reminders.api import KEY, TESTS

FEED = "f" * 22


@pytest.fixture
def service() -> PushService:
    """A push goes at once and by the real clock."""
    return PushService()


def as_(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}", "Origin": "http://localhost"}


def try_push(client: FlaskClient, device: str, secret: str) -> TestResponse:
    return client.post(f"/api/reminders/{device}/test", headers=as_(secret))


def test_a_phone_gets_the_key_to_subscribe_to(client: FlaskClient, config: Config) -> None:
    answer = client.get("/api/reminders/key")
    key = vapid.load_or_create(config.push_key).public_key
    assert (answer.status_code, answer.json) == (200, {"key": key, "ready": True})
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("contact", ["", "mailto:me@localhost", "https://localhost/"])
def test_without_a_real_contact_there_is_no_push(tmp_path: Path, contact: str) -> None:
    config = read({"LIMBER_INSTANCE": str(tmp_path), "LIMBER_CONTACT": contact})
    database.prepare(config)
    client = create_app(config).test_client()
    assert client.get("/api/reminders/key").json == {"key": None, "ready": False}
    assert not config.push_key.exists()


def test_the_key_is_for_pages_of_this_site(client: FlaskClient) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    assert client.get("/api/reminders/key", headers=headers).status_code == 403


def test_a_test_is_a_real_push(
    client: FlaskClient, engine: Engine, service: PushService, clock: Clock
) -> None:
    with service.running():
        someone = phone(service.subscribe(), language="zh-hans")
        put(engine, someone, clock)
        answer = try_push(client, someone.id, someone.id)
    assert (answer.status_code, answer.json) == (200, {"sent": clock.now()})
    (received,) = service.accepted
    assert received.json["notification"]["tag"] == "test"
    assert received.json["notification"]["lang"] == "zh-Hans"
    navigate = received.json["notification"]["navigate"]
    assert navigate == "https://limber.example/zh-hans/reminders/#test"


def test_a_test_says_why_it_was_not_taken(
    client: FlaskClient, engine: Engine, service: PushService, clock: Clock
) -> None:
    with service.running():
        someone = phone(service.subscribe())
        put(engine, someone, clock)
        service.behave(Manner(403, body="BadJwtToken"))
        answer = try_push(client, someone.id, someone.id)
    assert answer.status_code == 502
    assert answer.json
    assert "403 BadJwtToken" in answer.json["fault"]


def test_a_test_of_what_is_over_says_so_and_forgets_it(
    client: FlaskClient, engine: Engine, service: PushService, clock: Clock
) -> None:
    with service.running():
        made = service.subscribe()
        someone = phone(made)
        put(engine, someone, clock)
        service.unsubscribe(made)
        answer = try_push(client, someone.id, someone.id)
    assert answer.status_code == 410
    found = store.get(engine, someone.id, someone.id)
    assert found
    assert found.subscription is None


def test_tests_leave_threads_for_the_pages(
    client: FlaskClient, engine: Engine, app: Flask, service: PushService, clock: Clock
) -> None:
    with service.running():
        someone = phone(service.subscribe())
        put(engine, someone, clock)
        tests = app.extensions[KEY].tests
        for _ in range(TESTS):
            assert tests.acquire(blocking=False)  # as while a push service takes its time
        answer = try_push(client, someone.id, someone.id)
        assert (answer.status_code, service.requests) == (503, 0)
        assert answer.json
        assert answer.json["fault"].startswith("subscription: ")
        tests.release()
        for _ in range(TESTS):
            assert try_push(client, someone.id, someone.id).status_code == 200


def test_a_test_needs_a_subscription_and_its_secret(
    client: FlaskClient, engine: Engine, clock: Clock
) -> None:
    someone = phone(None)
    put(engine, someone, clock)
    assert try_push(client, someone.id, someone.id).status_code == 409
    assert try_push(client, someone.id, "o" * 22).status_code == 403
    assert try_push(client, "n" * 22, "o" * 22).status_code == 404


def test_a_device_is_deleted_with_all_its_reminders(
    client: FlaskClient, engine: Engine, clock: Clock
) -> None:
    someone = phone(None)
    put(engine, someone, clock)
    path = f"/api/reminders/{someone.id}"
    assert client.delete(path, headers=as_("o" * 22)).status_code == 403
    assert len(rows(engine)) == 1
    for _ in range(2):  # what is gone is gone
        answer = client.delete(path, headers=as_(someone.id))
        assert (answer.status_code, answer.data) == (204, b"")
    assert rows(engine) == []


def test_the_calendar_has_every_reminder_in_the_language_of_the_device(
    client: FlaskClient, engine: Engine, clock: Clock
) -> None:
    someone = phone(None, zone="Europe/Berlin", language="ar")
    put(engine, someone, clock, feed=FEED)
    # A calendar program says nothing of itself; some send what a navigation sends.
    answer = client.get(f"/api/reminders/{FEED}.ics", headers={"Sec-Fetch-Site": "cross-site"})
    assert (answer.status_code, answer.headers["Content-Type"]) == (
        200,
        "text/calendar; charset=utf-8",
    )
    assert answer.headers["Cache-Control"] == "no-store"
    (event,) = Calendar.from_ical(answer.data).walk("VEVENT")
    assert "Limber" in str(event["SUMMARY"])
    assert event["URL"] == "https://limber.example/ar/reminders/#r0"


@pytest.mark.parametrize("secret", ["o" * 22, "short", "%00" * 22, "f" * 300])
def test_a_calendar_that_is_not_there_is_told_so(client: FlaskClient, secret: str) -> None:
    answer = client.get(f"/api/reminders/{secret}.ics")
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/json")


def test_the_operator_s_address_leads_messages(settings: dict[str, str], engine: Engine) -> None:
    config = read({**settings, "LIMBER_ORIGIN": "https://club.example"})
    app = create_app(config)
    client = app.test_client()
    body: dict[str, Any] = {
        "subscription": None,
        "zone": "UTC",
        "language": "en",
        "feed": None,
        "reminders": [],
    }
    client.put(f"/api/reminders/{FEED}", json=body, headers=as_(FEED))
    found = store.get(engine, FEED, FEED)
    assert found
    assert found.origin == "https://club.example"
    app.extensions["limber.database"].dispose()
