"""A phone puts itself with all its reminders: whole, or not at all and told which field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, select
from werkzeug.test import TestResponse

from tests.asking import PAGE, SENDERS, fault, told_to_wait
from tests.reminders.phones import CONTACT, EIGHT, Clock, ms, row, rows
from tests.reminders.standin import PushService
from webapp import create_app, database
from webapp.config import read
from webapp.reminders import store
from webapp.reminders.api import KEY, RATE
from webapp.reminders.forms import LONGEST_FAULT
from webapp.reminders.models import device
from webapp.security import Allowance

ANA, BEN = "a" * 22, "b" * 22
SECRET, OTHER = "s" * 22, "o" * 43


@pytest.fixture
def service() -> PushService:
    """Only its address is needed."""
    return PushService()


def wish(**changed: Any) -> dict[str, Any]:
    return {"id": "drink", "rule": "FREQ=DAILY", "anchor": "2026-11-26T08:00:00", **changed}


def asked(**changed: Any) -> dict[str, Any]:
    return {
        "subscription": None,
        "zone": "UTC",
        "language": "en",
        "feed": None,
        "reminders": [wish()],
        **changed,
    }


def put(
    client: FlaskClient, body: Any = None, *, who: str = ANA, secret: str = SECRET, **more: Any
) -> TestResponse:
    headers = {**PAGE, "Authorization": f"Bearer {secret}", **more.pop("headers", {})}
    given = more or {"json": body or asked()}
    return client.put(f"/api/reminders/{who}", headers=headers, **given)


def test_what_was_put_is_told_with_its_next_time(
    client: FlaskClient, engine: Engine, service: PushService, clock: Clock
) -> None:
    made = service.subscribe()
    answer = put(client, asked(subscription={**made.as_json, "expirationTime": None}))
    key = client.get("/api/reminders/key").json
    assert key
    assert (answer.status_code, answer.json) == (
        200,
        {"next": {"drink": ms(EIGHT)}, "seen": clock.now(), "ended": False, "key": key["key"]},
    )
    assert answer.headers["Cache-Control"] == "no-store"
    found = store.get(engine, ANA, SECRET)
    assert found
    assert (found.origin, found.zone, found.language) == ("http://localhost", "UTC", "en")
    assert found.subscription == store.Subscription(made.endpoint, made.p256dh, made.auth)


def test_no_secret_is_kept(client: FlaskClient, engine: Engine) -> None:
    put(client, asked(feed=OTHER))
    with engine.connect() as connection:
        kept = repr(connection.execute(select(device)).one())
    assert SECRET not in kept
    assert OTHER not in kept


def test_what_is_put_again_takes_the_place_of_all(client: FlaskClient, engine: Engine) -> None:
    put(client, asked(reminders=[wish(), wish(id="stretch")]))
    answer = put(client, asked(reminders=[wish(id="stretch", notBefore=ms(EIGHT) + 1)]))
    assert answer.json
    assert answer.json["next"] == {"stretch": ms(EIGHT) + store.DAY}
    assert [each.id for each in rows(engine)] == ["stretch"]


def test_one_that_did_not_change_stays_due(
    client: FlaskClient, engine: Engine, service: PushService, clock: Clock
) -> None:
    """A phone that is opened the moment a reminder is due does not lose it."""
    subscribed = service.subscribe().as_json
    put(client, asked(subscription=subscribed))
    clock.go(seconds=11)
    put(client, asked(subscription=subscribed, reminders=[wish(), wish(id="new")]))
    assert [each.ready_at for each in rows(engine)] == [ms(EIGHT), ms(EIGHT) + store.DAY]


def test_another_zone_means_other_times(
    client: FlaskClient, engine: Engine, service: PushService
) -> None:
    subscribed = service.subscribe().as_json
    put(client, asked(subscription=subscribed))
    put(client, asked(subscription=subscribed, zone="America/New_York"))
    assert row(engine).next_at == ms(EIGHT) + 5 * 3600 * 1000


def test_push_that_is_switched_off_leaves_nothing_to_send(
    client: FlaskClient, engine: Engine, service: PushService
) -> None:
    put(client, asked(subscription=service.subscribe().as_json))
    put(client)
    assert row(engine).ready_at is None
    found = store.get(engine, ANA, SECRET)
    assert found
    assert found.subscription is None


def test_a_subscription_that_is_over_is_not_taken_again_and_the_phone_told(
    client: FlaskClient, engine: Engine, service: PushService
) -> None:
    """The phone does not know, and puts it every hour."""
    over, anew = service.subscribe(), service.subscribe()
    put(client, asked(subscription=over.as_json, feed=OTHER))
    store.forget_subscription(engine, ANA, over.endpoint)
    for _ in range(2):
        answer = put(client, asked(subscription=over.as_json))
        assert answer.json
        assert (answer.json["ended"], answer.json["next"]) == (True, {"drink": ms(EIGHT)})
        assert row(engine).ready_at is None
        assert subscription_of(engine, ANA) is None
    answer = put(client, asked(subscription=anew.as_json))
    assert answer.json
    assert answer.json["ended"] is False
    assert row(engine).ready_at == ms(EIGHT)
    assert subscription_of(engine, ANA) == anew.endpoint


def test_push_that_is_off_is_not_over(
    client: FlaskClient, engine: Engine, service: PushService
) -> None:
    over = service.subscribe()
    put(client, asked(subscription=over.as_json))
    store.forget_subscription(engine, ANA, over.endpoint)
    answer = put(client, asked(subscription=None))
    assert answer.json
    assert answer.json["ended"] is False


def test_what_is_over_is_remembered_by_a_hash(
    client: FlaskClient, engine: Engine, service: PushService
) -> None:
    over = service.subscribe()
    put(client, asked(subscription=over.as_json))
    store.forget_subscription(engine, ANA, over.endpoint)
    with engine.connect() as connection:
        kept = repr(connection.execute(select(device)).one())
    assert over.endpoint not in kept
    assert over.id not in kept


def subscription_of(engine: Engine, who: str, secret: str = SECRET) -> str | None:
    found = store.get(engine, who, secret)
    assert found
    return found.subscription.endpoint if found.subscription else None


def test_a_browser_that_comes_with_a_new_name_is_pushed_to_once(
    client: FlaskClient, engine: Engine, service: PushService
) -> None:
    """It has lost its store and kept its subscription."""
    same = service.subscribe().as_json
    put(client, asked(subscription=same, feed=OTHER))
    put(client, asked(subscription=same), who=BEN, secret=OTHER)
    assert subscription_of(engine, ANA) is None
    assert subscription_of(engine, BEN, OTHER) == same["endpoint"]
    assert [(each.device_id, each.ready_at) for each in rows(engine)] == [
        (ANA, None),
        (BEN, ms(EIGHT)),
    ]
    assert client.get(f"/api/reminders/{OTHER}.ics").status_code == 200
    put(client, asked(subscription=same))  # the newest is whoever came last
    assert [each.ready_at for each in rows(engine) if each.device_id == BEN] == [None]


@pytest.mark.parametrize("known", ["nothing", "address"])
def test_nobody_is_silenced_by_who_does_not_have_the_whole_subscription(
    client: FlaskClient, engine: Engine, service: PushService, known: str
) -> None:
    mine, other = service.subscribe().as_json, service.subscribe().as_json
    put(client, asked(subscription=mine))
    if known == "address":
        other["endpoint"] = mine["endpoint"]
    put(client, asked(subscription=other), who=BEN, secret=OTHER)
    put(client, asked(subscription=None), who=BEN, secret=OTHER)
    assert subscription_of(engine, ANA) == mine["endpoint"]
    assert row_of(engine, ANA).ready_at == ms(EIGHT)


def row_of(engine: Engine, who: str) -> Any:
    (only,) = [each for each in rows(engine) if each.device_id == who]
    return only


def test_a_stranger_changes_nothing(client: FlaskClient, engine: Engine) -> None:
    put(client)
    answer = put(client, asked(reminders=[]), secret=OTHER)
    assert (answer.status_code, answer.json) == (
        403,
        {"fault": "Authorization: not the secret of this device"},
    )
    assert [each.id for each in rows(engine)] == ["drink"]


def test_two_devices_cannot_have_one_calendar(client: FlaskClient, engine: Engine) -> None:
    put(client, asked(feed=OTHER))
    answer = put(client, asked(feed=OTHER), who=BEN, secret=OTHER)
    assert answer.status_code == 409
    assert store.get(engine, BEN, OTHER) is None


_MADE = PushService().subscribe()
KEYS = {"p256dh": _MADE.p256dh, "auth": _MADE.auth}
HERE = "http://127.0.0.1:9/push/x"


def to(endpoint: Any = HERE, **keys: Any) -> dict[str, Any]:
    return {"subscription": {"endpoint": endpoint, "keys": {**KEYS, **keys}}}


def ill(**changed: Any) -> dict[str, Any]:
    return {"reminders": [wish(id="well"), wish(**changed)]}


MALFORMED: list[tuple[dict[str, Any], str]] = [
    ({"zone": "Mars/Olympus"}, "zone: "),
    ({"zone": "../../etc/passwd"}, "zone: "),
    ({"zone": ""}, "zone: "),
    ({"zone": None}, "zone: "),
    ({"zone": "Z" * 65}, "zone: "),
    ({"language": "xx"}, "language: "),
    ({"language": 1}, "language: "),
    ({"feed": "short"}, "feed: "),
    ({"feed": "f" * 129}, "feed: "),
    ({"feed": "f" * 22 + "\n"}, "feed: "),
    ({"feed": "f" * 21 + "/"}, "feed: "),
    ({"more": 1}, "more: "),
    ({"reminders": None}, "reminders: "),
    ({"reminders": {}}, "reminders: "),
    ({"reminders": [None]}, "reminders.0: "),
    ({"reminders": [wish(id=f"r{number}") for number in range(51)]}, "reminders: "),
    ({"reminders": [wish(), wish()]}, "reminders: drink is there 2 times"),
    (ill(id=""), "reminders.1.id: "),
    (ill(id="Drink"), "reminders.1.id: "),
    (ill(id="a\n"), "reminders.1.id: "),
    (ill(id="x" * 41), "reminders.1.id: "),
    (ill(id=7), "reminders.1.id: "),
    (ill(kind="drink"), "reminders.1.kind: "),
    (ill(rule=""), "reminders.1.rule: "),
    (ill(rule="FREQ=SECONDLY"), "reminders.1.rule: "),
    (ill(rule="FREQ=MINUTELY"), "reminders.1.rule: "),
    (ill(rule="FREQ=MINUTELY;INTERVAL=4"), "reminders.1.rule: "),
    (ill(rule="FREQ=DAILY;INTERVAL=0"), "reminders.1.rule: "),
    (ill(rule="FREQ=DAILY;COUNT=1000000"), "reminders.1.rule: "),
    (ill(rule="FREQ=DAILY;BYMINUTE=0,1,2,3,4"), "reminders.1.rule: "),
    (ill(rule="FREQ=YEARLY;BYEASTER=1"), "reminders.1.rule: "),
    (ill(rule="DTSTART:20261127T080000\nRRULE:FREQ=DAILY"), "reminders.1.rule: "),
    (ill(rule="FREQ=DAILY\0"), "reminders.1.rule: "),
    (ill(rule="x" * 301), "reminders.1.rule: "),
    (ill(rule=None), "reminders.1.rule: "),
    (ill(anchor="tomorrow"), "reminders.1.anchor: "),
    (ill(anchor="2026-02-30T08:00:00"), "reminders.1.anchor: "),
    (ill(anchor="2026-11-27T08:00:00Z"), "reminders.1.anchor: "),
    (ill(anchor=0), "reminders.1.anchor: "),
    (ill(notBefore=-1), "reminders.1.notBefore: "),
    (ill(notBefore=1e300), "reminders.1.notBefore: "),
    (ill(notBefore=10**30), "reminders.1.notBefore: "),
    (ill(notBefore="soon"), "reminders.1.notBefore: "),
    (ill(notBefore=True), "reminders.1.notBefore: "),
    ({"subscription": {}}, "subscription.endpoint: "),
    ({"subscription": "x"}, "subscription: "),
    ({"subscription": {"endpoint": HERE}}, "subscription.keys: "),
    (to("http://127.0.0.2:9/x"), "subscription.endpoint: "),
    (to("https://169.254.169.254/latest/meta-data"), "subscription.endpoint: "),
    (to("https://localhost/x"), "subscription.endpoint: "),
    (to("https://127.0.0.1.evil.example/x"), "subscription.endpoint: "),
    (to("https://me:secret@fcm.googleapis.com/x"), "subscription.endpoint: "),
    (to("file:///etc/passwd"), "subscription.endpoint: "),
    (to(f"{HERE}\r\nX: y"), "subscription.endpoint: "),
    (to(HERE + "x" * 1000), "subscription.endpoint: "),
    (to(None), "subscription.endpoint: "),
    (to(p256dh=""), "subscription.keys.p256dh: "),
    (to(p256dh="A" * 87), "subscription.keys.p256dh: "),
    (to(p256dh="B" + "A" * 86), "subscription.keys.p256dh: "),
    (to(p256dh="B" * 121), "subscription.keys.p256dh: "),
    (to(auth="AAAA"), "subscription.keys.auth: "),
    (to(auth="ключ"), "subscription.keys.auth: "),
    (to(auth=None), "subscription.keys.auth: "),
    (to(more="x"), "subscription.keys.more: "),
]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """One app for a long table, whose database stays empty."""
    instance = str(tmp_path_factory.mktemp("kept"))
    settings = {"LIMBER_INSTANCE": instance, "LIMBER_CONTACT": CONTACT}
    config = read({**settings, "LIMBER_PUSH_HOSTS": "127.0.0.1,fcm.googleapis.com"})
    database.prepare(config)
    app = create_app(config)
    app.extensions[KEY].allowance = Allowance("1000 per minute")
    yield app
    app.extensions["limber.database"].dispose()


@pytest.mark.parametrize(("changed", "named"), MALFORMED)
def test_what_is_malformed_is_named_and_nothing_stored(
    kept: Flask, changed: dict[str, Any], named: str
) -> None:
    engine = kept.extensions["limber.database"]
    answer = put(kept.test_client(), asked(**changed))
    told = fault(answer, 400)
    assert told.startswith(named)
    assert len(named) < len(told) < 300
    assert rows(engine) == []
    with engine.connect() as connection:
        assert connection.execute(select(device)).all() == []


@pytest.mark.parametrize("missing", ["subscription", "zone", "language", "feed", "reminders"])
def test_what_is_missing_is_named(kept: Flask, missing: str) -> None:
    body = asked()
    del body[missing]
    answer = put(kept.test_client(), body)
    assert (answer.status_code, answer.json) == (400, {"fault": f"{missing}: field required"})


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b'"x"', b"\xff\xfe", b"[" * 5000, b'{"zone": NaN}']
)
def test_a_body_that_is_no_json_object_is_refused(kept: Flask, body: bytes) -> None:
    answer = put(kept.test_client(), data=body, content_type="application/json")
    assert ": " in fault(answer, 400)


def test_only_json_is_taken(client: FlaskClient) -> None:
    answer = put(client, data=b"{}", content_type="text/plain")
    assert (answer.status_code, answer.json) == (
        415,
        {"fault": "Content-Type: send application/json"},
    )


@pytest.mark.parametrize("who", ["short", "a" * 23, "a" * 21 + "%2F", "a" * 21 + "é"])
def test_a_device_is_named_by_22_signs(kept: Flask, who: str) -> None:
    assert put(kept.test_client(), who=who).status_code in (400, 404)


@pytest.mark.parametrize("given", ["", "Bearer", "Bearer short", "Basic " + SECRET, SECRET])
def test_a_secret_is_asked_for(kept: Flask, given: str) -> None:
    answer = put(kept.test_client(), headers={"Authorization": given})
    assert fault(answer, 401).startswith("Authorization: ")


@pytest.mark.parametrize(("headers", "is_ours"), SENDERS)
def test_only_pages_of_this_site_may_ask(
    client: FlaskClient, headers: dict[str, str], is_ours: bool
) -> None:
    sent = {"Authorization": f"Bearer {SECRET}", **headers}
    answer = client.put(f"/api/reminders/{ANA}", json=asked(), headers=sent)
    assert answer.status_code == (200 if is_ours else 403)


def test_too_many_are_told_when_to_come_back(client: FlaskClient) -> None:
    for _ in range(int(RATE.split()[0])):
        assert put(client).status_code == 200
    assert told_to_wait(put(client))


def test_new_devices_are_counted_and_known_ones_may_go_on(
    app: Flask, client: FlaskClient, engine: Engine
) -> None:
    """Nobody fills the database with devices that they invent."""
    app.extensions[KEY].newcomers = Allowance("2 per hour")
    put(client, data=b"{", content_type="application/json")  # nothing was stored for it
    answers = [put(client, who=each * 22, secret=SECRET).status_code for each in "abc"]
    assert answers == [200, 200, 429]
    assert put(client).status_code == 200
    assert {each.device_id for each in rows(engine)} == {ANA, BEN}


def test_one_too_large_is_told_so(client: FlaskClient) -> None:
    answer = put(client, data=b" " * 70000, content_type="application/json")
    assert fault(answer, 413).startswith("request: ")


@pytest.mark.parametrize("origin", ["http://[", "http://[a", "http://:80"])
def test_an_origin_that_names_no_host_is_refused(client: FlaskClient, origin: str) -> None:
    answer = put(client, headers={"Origin": origin})
    assert fault(answer, 400) == "Origin: send that of the page"


def test_what_is_told_is_short_however_long_a_field_is(client: FlaskClient) -> None:
    said = fault(put(client, {**asked(), "a" * 20_000: 1}), 400)
    assert said.startswith("aaa")
    assert said.endswith(": extra inputs are not permitted")
    assert len(said) <= LONGEST_FAULT
