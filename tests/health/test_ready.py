"""/healthz says 200 only when the database is ready."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from webapp.config import Config
from webapp.offline import baked


def test_it_is_ready(client: FlaskClient) -> None:
    answer = client.get("/healthz")
    nobody = {"worker": "none", "worker_age": None, "backlog": 0, "late_seconds": 0.0}
    assert answer.status_code == 200
    assert answer.json == {"status": "ready", "packs": "being made", "reminders": nobody}
    assert answer.headers["Cache-Control"] == "no-store"


def test_it_tells_that_packs_are_made(client: FlaskClient, config: Config) -> None:
    baked.folder(config).mkdir(parents=True)
    assert client.get("/healthz").get_json()["packs"] == "ready"


def test_it_is_not_ready_while_the_schema_is_another(app: Flask, client: FlaskClient) -> None:
    with app.extensions["limber.database"].begin() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
    assert client.get("/healthz").status_code == 503
