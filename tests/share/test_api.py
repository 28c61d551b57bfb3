"""What the builder and phones ask: each answer, each fault, and nothing for strangers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, func, select
from werkzeug.test import TestResponse

from tests.asking import PAGE, SENDERS, fault, told_to_wait
from tests.share import files
from tests.share.people import ANA, CLEO, Clock, given, step, whole
from webapp import create_app, database
from webapp.config import Config, read
from webapp.security import Allowance
from webapp.share import author, codes, expiry, store
from webapp.share.models import routine
from webapp.share.state import KEY, MISSES

PATH = "/api/routines"
UNKNOWN = {"fault": "code: there is no such routine; look at the code again"}
NOT_YOURS = {"fault": "Authorization: not the secret of this routine"}
WITHDRAWN = {
    "fault": "code: withdrawn by its author; ask whoever gave it to you",
    "withdrawn": True,
}


def as_(secret: str, **more: str) -> dict[str, str]:
    return {**PAGE, "Authorization": f"Bearer {secret}", **more}


def publish(
    client: FlaskClient, body: Any = None, *, secret: str = ANA, **options: Any
) -> TestResponse:
    headers = {**as_(secret), **options.pop("headers", {})}
    return client.post(PATH, headers=headers, **(options or {"json": body or given()}))


def published(client: FlaskClient, body: Any = None, secret: str = ANA) -> str:
    answer = publish(client, body, secret=secret)
    assert answer.status_code == 201
    assert answer.json
    return str(answer.json["code"])


def change(
    client: FlaskClient, code: str, base: int, body: Any = None, *, secret: str = ANA
) -> TestResponse:
    headers = as_(secret, **{"If-Match": f'"{base}"'})
    return client.put(f"{PATH}/{code}", json=body or given(title="Changed"), headers=headers)


def test_what_is_published_is_read_as_it_was_written(client: FlaskClient, clock: Clock) -> None:
    answer = publish(client, whole())
    assert answer.status_code == 201
    assert answer.json
    code, now = answer.json["code"], clock.now()
    assert answer.json == {"code": code, "version": 1, "changed": now}
    assert answer.headers["Cache-Control"] == "no-store"
    shown = client.get(f"{PATH}/{codes.spoken(code).upper()}", headers=PAGE)
    assert shown.status_code == 200
    assert shown.headers["Cache-Control"] == "no-store"
    assert shown.json
    assert {name: shown.json[name] for name in ("code", "version", "published", "changed")} == {
        "code": code,
        "version": 1,
        "published": now,
        "changed": now,
    }
    read = shown.json["routine"]
    # But for what the patient has, which is the author's business alone.
    wanted = whole(conditions=[])
    assert {name: read[name] for name in wanted if name != "steps"} == {
        name: value for name, value in wanted.items() if name != "steps"
    }
    assert [each["pace"] for each in read["steps"]] == [0.75, 1, 0.5, 1]


def test_no_secret_comes_back(client: FlaskClient) -> None:
    code = published(client)
    addresses = ["", "/versions", "/versions/1"]
    answers = [client.get(f"{PATH}/{code}{each}", headers=as_(ANA)) for each in addresses]
    for answer in [publish(client), *answers]:
        assert answer.status_code < 300
        assert ANA not in answer.text
        assert author.digest(ANA).hex() not in answer.text


def test_a_repeat_gets_the_same_code(client: FlaskClient, engine: Engine) -> None:
    first, again = publish(client), publish(client)
    assert (again.status_code, again.json) == (201, first.json)
    assert rows(engine) == 1
    assert published(client, secret=CLEO) not in {"", first.json and first.json["code"]}


def rows(engine: Engine) -> int:
    with engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(routine)).scalar_one()


def test_an_edit_is_read_at_once(client: FlaskClient, clock: Clock) -> None:
    code = published(client)
    clock.go(minutes=5)
    answer = change(client, code, 1)
    assert (answer.status_code, answer.json) == (
        200,
        {"code": code, "version": 2, "changed": clock.now()},
    )
    shown = client.get(f"{PATH}/{code}").json
    assert shown
    assert (shown["version"], shown["routine"]["title"]) == (2, "Changed")


def test_the_second_of_two_edits_is_told_and_nothing_is_lost(client: FlaskClient) -> None:
    code = published(client)
    assert change(client, code, 1, given(title="First")).status_code == 200
    late = change(client, code, 1, given(title="Late"))
    assert (late.status_code, late.json) == (
        409,
        {
            "fault": "If-Match: another edit came first; look at version 2, then save again",
            "version": 2,
        },
    )
    assert change(client, code, 2, given(title="Late")).status_code == 200
    versions = client.get(f"{PATH}/{code}/versions", headers=as_(ANA)).json
    assert versions
    assert [each["version"] for each in versions["versions"]] == [3, 2, 1]
    first = client.get(f"{PATH}/{code}/versions/2", headers=as_(ANA)).json
    assert first
    assert (first["version"], first["routine"]["title"]) == (2, "First")


def test_a_repeated_edit_is_no_conflict(client: FlaskClient) -> None:
    code = published(client)
    first, again = change(client, code, 1), change(client, code, 1)
    assert (again.status_code, again.json) == (200, first.json)


@pytest.mark.parametrize("base", ["", "1", 'W/"1"', '"0"', '"one"', '"-1"', "*", '"99999999999"'])
def test_an_edit_says_what_it_changes(client: FlaskClient, base: str) -> None:
    code = published(client)
    headers = as_(ANA, **({"If-Match": base} if base else {}))
    answer = client.put(f"{PATH}/{code}", json=given(title="New"), headers=headers)
    assert (answer.status_code, answer.json) == (
        428,
        {"fault": 'If-Match: send the version that was changed, such as "1"'},
    )


@pytest.mark.parametrize("number", ["2", "0", "999999999999999999999"])
def test_a_version_that_is_not_kept_is_told_so(client: FlaskClient, number: str) -> None:
    code = published(client)
    answer = client.get(f"{PATH}/{code}/versions/{number}", headers=as_(ANA))
    assert (answer.status_code, answer.json) == (
        404,
        {"fault": "version: it is not kept; choose one that is listed"},
    )


def test_what_is_withdrawn_says_so_to_everybody(client: FlaskClient) -> None:
    code = published(client)
    for _ in range(2):
        answer = client.delete(f"{PATH}/{code}", headers=as_(ANA))
        assert (answer.status_code, answer.data) == (204, b"")
    for gone in (
        client.get(f"{PATH}/{code}"),
        change(client, code, 1),
        publish(client),
        client.get(f"{PATH}/{code}/versions", headers=as_(ANA)),
        client.get(f"{PATH}/{code}/versions/1", headers=as_(ANA)),
    ):
        assert (gone.status_code, gone.json) == (410, WITHDRAWN)


def test_it_says_who_has_withdrawn_it(client: FlaskClient, engine: Engine) -> None:
    code = published(client)
    with engine.begin() as connection:
        store.end(connection, code, "operator")
    answer = client.get(f"{PATH}/{code}")
    assert (answer.status_code, answer.json) == (
        410,
        {
            "fault": "code: withdrawn by whoever runs this Limber; ask whoever gave it to you",
            "withdrawn": True,
        },
    )


def test_cleo_with_the_link_changes_nothing_and_sees_no_versions(client: FlaskClient) -> None:
    code = published(client)
    for answer in (
        change(client, code, 1, secret=CLEO),
        client.delete(f"{PATH}/{code}", headers=as_(CLEO)),
        client.get(f"{PATH}/{code}/versions", headers=as_(CLEO)),
        client.get(f"{PATH}/{code}/versions/1", headers=as_(CLEO)),
    ):
        assert (answer.status_code, answer.json) == (403, NOT_YOURS)
    shown = client.get(f"{PATH}/{code}").json
    assert shown
    assert (shown["version"], shown["routine"]["title"]) == (1, "For the morning")


@pytest.mark.parametrize("code", ["zzzzzzzzzz", "short", "x" * 300, "é" * 10, "%00" * 10])
def test_a_code_that_is_none_is_told_so(client: FlaskClient, code: str) -> None:
    for answer in (
        client.get(f"{PATH}/{code}"),
        change(client, code, 1),
        client.delete(f"{PATH}/{code}", headers=as_(ANA)),
        client.get(f"{PATH}/{code}/versions", headers=as_(ANA)),
    ):
        assert (answer.status_code, answer.json) == (404, UNKNOWN)


def test_what_has_ended_is_told_as_if_it_had_never_been(client: FlaskClient, clock: Clock) -> None:
    code = published(client)
    clock.go(days=expiry.KEPT + 1)
    answer = client.get(f"{PATH}/{code}")
    assert (answer.status_code, answer.json) == (404, UNKNOWN)


@pytest.mark.parametrize("given_", ["", "Bearer", "Bearer short", f"Basic {ANA}", ANA])
def test_a_secret_is_asked_for(client: FlaskClient, given_: str) -> None:
    code = published(client)
    for method, path in (
        ("POST", PATH),
        ("PUT", f"{PATH}/{code}"),
        ("DELETE", f"{PATH}/{code}"),
        ("GET", f"{PATH}/{code}/versions"),
        ("GET", f"{PATH}/{code}/versions/1"),
    ):
        headers = {**PAGE, "Authorization": given_, "If-Match": '"1"'}
        answer = client.open(path, method=method, json=given(), headers=headers)
        assert fault(answer, 401).startswith("Authorization: send Bearer and the routine's secret")


@pytest.mark.parametrize(("headers", "is_ours"), SENDERS)
def test_only_pages_of_this_site_may_publish(
    client: FlaskClient, headers: dict[str, str], is_ours: bool
) -> None:
    sent = {"Authorization": f"Bearer {ANA}", **headers}
    answer = client.post(PATH, json=given(), headers=sent)
    assert answer.status_code == (201 if is_ours else 403)
    if not is_ours:
        assert answer.json == {"fault": "Origin: only pages of this site may ask"}


def test_the_operator_s_origin_is_ours(settings: dict[str, str]) -> None:
    config = read({**settings, "LIMBER_ORIGIN": "https://club.example"})
    database.prepare(config)
    app = create_app(config)
    headers = {"Authorization": f"Bearer {ANA}", "Origin": "https://club.example"}
    assert app.test_client().post(PATH, json=given(), headers=headers).status_code == 201
    app.extensions["limber.database"].dispose()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """One app for a long table, whose database stays empty."""
    settings = {"LIMBER_INSTANCE": str(tmp_path_factory.mktemp("kept"))}
    config = read({**settings, "LIMBER_RATE_LIMIT": "10000 per minute"})
    database.prepare(config)
    app = create_app(config)
    # More bad ones than one network may send.
    app.extensions[KEY].publications = Allowance("1000 per hour")
    yield app
    app.extensions["limber.database"].dispose()


@pytest.mark.parametrize(("body", "field"), files.BAD + files.BEYOND + files.TOO_MUCH)
def test_what_is_wrong_is_named_and_nothing_stored(kept: Flask, body: Any, field: str) -> None:
    answer = publish(kept.test_client(), data=json.dumps(body), content_type="application/json")
    told = fault(answer, 400)
    assert told.startswith(f"{field}: ")
    assert len(told) <= 300
    assert rows(kept.extensions["limber.database"]) == 0


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 5000, b"\0"])
def test_a_body_that_is_no_routine_is_refused(kept: Flask, body: bytes) -> None:
    answer = publish(kept.test_client(), data=body, content_type="application/json")
    assert (answer.status_code, answer.json) == (
        400,
        {"fault": "routine: this is none; give one that Limber has written"},
    )


def test_only_json_is_taken(client: FlaskClient) -> None:
    answer = publish(client, data=json.dumps(given()), content_type="text/plain")
    assert (answer.status_code, answer.json) == (
        415,
        {"fault": "Content-Type: send application/json"},
    )


def test_the_largest_routine_fits_and_a_larger_body_does_not(
    client: FlaskClient, config: Config
) -> None:
    sign = "𝄞"  # four bytes
    largest = whole(
        title=sign * 80,
        whatFor=sign * 300,
        notes=sign * 2000,
        steps=[step("march-on-the-spot", dose={"seconds": 60}, note=sign * 300)] * 30,
        rounds=1,
    )
    body = json.dumps(largest, ensure_ascii=False).encode()
    assert len(body) < config.body_bytes
    assert publish(client, data=body, content_type="application/json").status_code == 201
    over = body + b" " * config.body_bytes
    answer = publish(client, data=over, content_type="application/json")
    assert fault(answer, 413).startswith("request: ")


@pytest.mark.parametrize(
    "words",
    [
        "腰痛のための",
        "للظهر — صباحًا",
        "<script>alert(1)</script>",
        "'; DROP TABLE routine; --",
        "%(n)s {{x}}",
    ],
)
def test_words_come_back_as_they_were_written(client: FlaskClient, words: str) -> None:
    code = published(client, given(title=words, notes=f"{words}\n\n{words}"))
    shown = client.get(f"{PATH}/{code}").json
    assert shown
    assert (shown["routine"]["title"], shown["routine"]["notes"]) == (words, f"{words}\n\n{words}")


def test_guessing_is_stopped_and_readers_go_on(client: FlaskClient) -> None:
    code, most = published(client), int(MISSES.split()[0])
    for _ in range(most):
        assert client.get(f"{PATH}/{codes.new()}").status_code == 404
    assert told_to_wait(client.get(f"{PATH}/{codes.new()}"))
    # Nor may whoever guesses learn of a hit, by any way.
    assert client.get(f"{PATH}/{code}").status_code == 429
    assert client.get(f"{PATH}/{code}/versions", headers=as_(CLEO)).status_code == 429
    elsewhere = {"REMOTE_ADDR": "192.0.2.7"}
    for _ in range(most * 3):
        assert client.get(f"{PATH}/{code}", environ_overrides=elsewhere).status_code == 200


def test_guessing_with_a_secret_is_guessing(client: FlaskClient) -> None:
    for _ in range(int(MISSES.split()[0])):
        path = f"{PATH}/{codes.new()}/versions"
        assert client.get(path, headers=as_(CLEO)).status_code == 404
    assert client.get(f"{PATH}/{codes.new()}").status_code == 429


def test_nobody_fills_the_database(app: Flask, client: FlaskClient, engine: Engine) -> None:
    app.extensions[KEY].publications = Allowance("3 per hour")
    publish(
        client, data=b"{", content_type="application/json"
    )  # to say what is wrong takes time too
    code = published(client)
    assert change(client, code, 1).status_code == 200
    assert fault(publish(client, secret=CLEO), 429).startswith("request: ")
    assert rows(engine) == 1


def test_of_two_last_guesses_at_once_both_are_answered(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both were let in before either was counted."""
    misses = app.extensions[KEY].misses = Allowance("1 per minute")
    with monkeypatch.context() as patched:
        patched.setattr(misses, "check", lambda: None)
        for _ in range(2):
            path = f"{PATH}/{codes.new()}"
            assert client.get(path).status_code == 404
            assert client.get(f"{path}/versions", headers=as_(CLEO)).status_code == 404
    assert client.get(f"{PATH}/{codes.new()}").status_code == 429
