"""A real server does everything, and its log tells what happened, but of nobody."""

from __future__ import annotations

import http.client
import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.reminders.phones import CONTACT
from tests.reminders.standin import Manner, PushService
from tests.serving import Server, serving
from tests.share.people import ANA, CLEO, given

PATIENCE = 20
DEVICE, SECRET, FEED = "D" * 22, "device-secret-000000001", "feed-secret-00000000001"
ADDRESS, BROWSER, WORDS = "203.0.113.77", "Somebrowser/9.9", "Ana's sore back"
# How often `share` asks; the server was asked before, until it was ready.
ASKED = 14 + 1
OF_A_LINE = {"time", "level", "event"}
OF_A_REQUEST = OF_A_LINE | {"route", "status", "ms"}


@dataclass
class Visitor:
    """Somebody with an address and a browser, through a proxy that is trusted."""

    server: Server

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> tuple[int, Any]:
        asked = {
            "X-Forwarded-For": ADDRESS,
            "User-Agent": BROWSER,
            "Origin": self.server.address,
            "Content-Type": "application/json",
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        with closing(http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=10)) as line:
            line.request(method, path, json.dumps(body) if body else None, asked)
            answer = line.getresponse()
            text = answer.read().decode()
        return answer.status, json.loads(text) if text.startswith("{") else text


@pytest.fixture
def service() -> Iterator[PushService]:
    with PushService().running() as started:
        yield started


@pytest.fixture
def visitor(tmp_path: Path) -> Iterator[Visitor]:
    pushing = {"LIMBER_CONTACT": CONTACT, "LIMBER_PUSH_HOSTS": "127.0.0.1", "LIMBER_WORKER": "1"}
    settings: Any = {"TRUSTED_PROXIES": "1", **pushing}
    with serving(tmp_path / "instance", **settings) as server:
        yield Visitor(server)


def lines(server: Server) -> list[dict[str, Any]]:
    """All but what the command itself says to whoever has started it."""
    said = server.said().splitlines()
    spoken = [
        line for line in said if line.startswith(("created ", "Limber is at ", "packs are in "))
    ]
    return [json.loads(line) for line in said if line not in spoken]


def requests(server: Server) -> list[dict[str, Any]]:
    return [line for line in lines(server) if line["event"] == "request"]


def share(visitor: Visitor) -> str:
    """A routine is published, edited, opened, looked for and withdrawn, also by who may not."""
    hers, cleos = {"Authorization": f"Bearer {ANA}"}, {"Authorization": f"Bearer {CLEO}"}
    status, saved = visitor.ask("POST", "/api/routines", given(title=WORDS), **hers)
    code = str(saved["code"])
    path = f"/api/routines/{code}"
    found = [
        status,
        visitor.ask("PUT", path, given(title=f"{WORDS} again"), If_Match='"1"', **hers)[0],
        visitor.ask("PUT", path, given(title=WORDS), If_Match='"1"', **hers)[0],
        visitor.ask("PUT", path, given(title=WORDS), If_Match='"2"', **cleos)[0],
        visitor.ask("POST", "/api/routines", {"title": WORDS}, **hers)[0],
        visitor.ask("GET", f"{path}/versions", **hers)[0],
        visitor.ask("GET", f"/en/r/{code}")[0],
        visitor.ask("GET", f"/r/{code}/qr.svg")[0],
        visitor.ask("GET", f"/en/r/open?code={code}")[0],
        visitor.ask("GET", f"/en/r/{code}/nothing?secret={ANA}")[0],
        visitor.ask("GET", "/en/build/search?q=sore")[0],
        visitor.ask("GET", "/en/")[0],
        visitor.ask("DELETE", path, **hers)[0],
        visitor.ask("GET", f"/en/r/{code}")[0],
    ]
    assert found == [201, 200, 409, 403, 400, 200, 200, 200, 302, 404, 302, 200, 204, 410]
    return code


def remind(visitor: Visitor, service: PushService) -> list[str]:
    """A device is reminded, its push service fails, its calendar is read, and it says goodbye."""
    key = visitor.ask("GET", "/api/reminders/key")[1]["key"]
    subscription = service.subscribe(key)
    due = datetime.now(UTC).replace(microsecond=0, tzinfo=None) + timedelta(seconds=2)
    reminder = {"id": "sore-back", "rule": "FREQ=DAILY", "anchor": due.isoformat()}
    device = {
        "subscription": subscription.as_json,
        "zone": "UTC",
        "language": "en",
        "feed": FEED,
        "reminders": [reminder],
    }
    hers, path = {"Authorization": f"Bearer {SECRET}"}, f"/api/reminders/{DEVICE}"
    service.behave(Manner(500, body=f"no {subscription.id}"), subscription)
    assert visitor.ask("PUT", path, device, **hers)[0] == 200
    until(lambda: any("tried again later" in line["event"] for line in lines(visitor.server)))
    assert visitor.ask("GET", f"/api/reminders/{FEED}.ics")[0] == 200
    assert visitor.ask("PUT", path, {**device, "zone": ADDRESS}, **hers)[0] == 400
    assert visitor.ask("DELETE", path, **hers)[0] == 204
    return [subscription.id, subscription.p256dh, subscription.auth]


def until(is_so: Any) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.05)


def crash(visitor: Visitor, instance: Path) -> None:
    """Publishing ends in a traceback, because a table has gone."""
    with closing(sqlite3.connect(instance / "limber.sqlite3")) as database:
        database.execute("PRAGMA foreign_keys=OFF")
        database.execute("DROP TABLE routine")
    hers = {"Authorization": f"Bearer {ANA}"}
    assert visitor.ask("POST", "/api/routines", given(title=WORDS), **hers)[0] == 500


def test_the_log_of_everything_names_nobody(
    visitor: Visitor, service: PushService, tmp_path: Path
) -> None:
    code = share(visitor)
    secrets = [code, code[:5] + "-" + code[5:], ANA, CLEO, *remind(visitor, service)]
    crash(visitor, tmp_path / "instance")
    told = lines(visitor.server)
    written = "\n".join(json.dumps(line, ensure_ascii=False) for line in told)
    of_people = [DEVICE, SECRET, FEED, ADDRESS, BROWSER, WORDS, "sore", "/en/", "/api/", "INSERT"]
    assert [each for each in (*secrets, *of_people) if each in written] == []
    assert all(line.keys() >= OF_A_LINE for line in told)


def test_each_request_is_a_line_with_its_route(visitor: Visitor) -> None:
    share(visitor)
    # An answer may come a moment before its line is written.
    until(lambda: len(requests(visitor.server)) >= ASKED)
    told = requests(visitor.server)
    assert all(line.keys() == OF_A_REQUEST for line in told)
    assert all(0 <= line["ms"] < 60_000 for line in told)
    assert datetime.fromisoformat(told[0]["time"]).tzinfo == UTC
    answered = [(line["route"], line["status"]) for line in told]
    expected = [
        *[("share_api.publish", 201), ("share_api.change", 200), ("share_api.change", 409)],
        *[("share.show", 200), ("none", 404), ("kept", 200), ("share_api.withdraw", 204)],
    ]
    assert [each for each in expected if each not in answered] == []


def test_a_crash_is_told_by_its_kind_and_place(visitor: Visitor, tmp_path: Path) -> None:
    crash(visitor, tmp_path / "instance")
    (line,) = [each for each in lines(visitor.server) if each["level"] == "error"]
    assert line["error"] == "sqlalchemy.exc.OperationalError from sqlite3.OperationalError"
    assert line["route"] == "share_api.publish"
    assert any(place.startswith("webapp.share.store:") for place in line["at"])


def test_requests_are_told_only_where_the_operator_wants_it(tmp_path: Path) -> None:
    with serving(tmp_path / "instance", LIMBER_LOG_REQUESTS="0") as server:
        assert server.get("/en/")[0] == 200
        assert server.get("/en/nothing")[0] == 404
        assert lines(server) == []
