"""Shared routines on both databases, real ones."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.share.people import Clock
from webapp.share.state import KEY


@pytest.fixture
def settings(settings: dict[str, str], on_each_database: dict[str, str]) -> dict[str, str]:
    return settings | on_each_database


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def client(app: Flask, clock: Clock) -> FlaskClient:
    app.extensions[KEY].clock = clock
    return app.test_client()
