"""Reminders on both databases, real ones."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.reminders.phones import CONTACT, Clock
from tests.reminders.standin import PushService
from webapp.reminders.api import KEY


@pytest.fixture
def settings(settings: dict[str, str], on_each_database: dict[str, str]) -> dict[str, str]:
    """One that may push."""
    pushing = {"LIMBER_CONTACT": CONTACT, "LIMBER_PUSH_HOSTS": "127.0.0.1"}
    return settings | pushing | on_each_database


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def service(clock: Clock) -> Iterator[PushService]:
    """A push service that goes by the test's clock."""
    with PushService().running() as started:
        started.now = clock.seconds
        yield started


@pytest.fixture
def client(app: Flask, clock: Clock) -> FlaskClient:
    app.extensions[KEY].clock = clock
    return app.test_client()
