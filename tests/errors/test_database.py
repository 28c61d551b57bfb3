"""A database that is locked, full or away is an answer with a time to come back, and no crash."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, event, make_url, text
from sqlalchemy.exc import DBAPIError

from tests import postgresql
from tests.asking import PAGE
from tests.reading import read_page
from tests.share.people import ANA, given
from webapp import create_app, database
from webapp.config import read

KEY = {**PAGE, "Authorization": f"Bearer {ANA}"}
CODE = "0123456789"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five seconds are long for a test; engines that are opened now wait no longer."""
    monkeypatch.setattr(database, "LOCK_MS", 200)


@contextmanager
def write_lock(path: Path) -> Iterator[None]:
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    yield
    holder.execute("ROLLBACK")
    holder.close()


def publish(client: FlaskClient) -> tuple[int, str | None]:
    answer = client.post("/api/routines", json=given(), headers=KEY)
    if answer.status_code != 201:
        assert answer.json
        assert answer.json["fault"].startswith("request: ")
    return answer.status_code, answer.headers.get("Retry-After")


@pytest.mark.usefixtures("impatient")
def test_who_publishes_into_a_locked_sqlite_is_told_when_to_come_back(
    settings: dict[str, str], client: FlaskClient
) -> None:
    with write_lock(Path(settings["LIMBER_INSTANCE"]) / "limber.sqlite3"):
        assert publish(client) == (503, "5")
    assert publish(client) == (201, None)


def test_who_publishes_onto_a_full_disk_is_told_so(app: Flask, client: FlaskClient) -> None:
    """As SQLite says it of a disk: a database that may have no more pages than it has."""
    engine: Engine = app.extensions["limber.database"]
    engine.dispose()

    def fill(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")

    event.listen(engine, "connect", fill)
    body = given(notes="Slowly. " * 60, steps=given()["steps"] * 30)
    answers = [
        client.post("/api/routines", json=body, headers={**KEY, "Authorization": f"Bearer {n:022}"})
        for n in range(20)
    ]
    refused = [each for each in answers if each.status_code != 201]
    assert {(each.status_code, each.headers["Retry-After"]) for each in refused} == {(507, "5")}
    assert client.get("/en/").status_code == 200


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("on_each_database", ["postgresql"], indirect=True)
def test_a_table_that_is_locked_holds_nobody_for_long(
    on_each_database: dict[str, str], tmp_path: Path
) -> None:
    app = create_app(read({"LIMBER_INSTANCE": str(tmp_path), **on_each_database}))
    url = make_url(on_each_database["DATABASE_URL"]).set(drivername="postgresql")
    with psycopg.connect(url.render_as_string(hide_password=False)) as holder:
        holder.execute("LOCK TABLE routine IN ACCESS EXCLUSIVE MODE")
        assert publish(app.test_client()) == (503, "5")
        shown = read_page(app.test_client().get(f"/en/r/{CODE}"), f"/en/r/{CODE}", 503)
        assert shown.h1 == "Something broke on our side"
        assert shown.response.headers["Retry-After"] == "5"
    assert publish(app.test_client()) == (201, None)
    app.extensions["limber.database"].dispose()


def test_a_postgresql_that_stops_and_starts_is_found_again(tmp_path: Path) -> None:
    with postgresql.running(synchronous_commit="on") as cluster:
        address = cluster.migrated_database()
        app = create_app(read({"LIMBER_INSTANCE": str(tmp_path), "DATABASE_URL": address}))
        assert publish(app.test_client()) == (201, None)
        cluster.stop()
        assert publish(app.test_client()) == (503, "5")
        cluster.start()
        assert publish(app.test_client()) == (201, None)
        app.extensions["limber.database"].dispose()


def test_a_fault_of_ours_is_still_a_crash(app: Flask) -> None:
    engine: Engine = app.extensions["limber.database"]

    def ask() -> str:
        with engine.connect() as connection:
            return str(connection.execute(text("SELECT nothing FROM nowhere")).scalar())

    app.add_url_rule("/en/fails", "fails", ask)
    assert app.test_client().get("/en/fails").status_code == 500
    with pytest.raises(DBAPIError) as raised, engine.connect() as connection:
        connection.execute(text("SELECT nothing FROM nowhere"))
    assert not database.is_refusal(raised.value)
