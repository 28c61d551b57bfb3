"""Several processes count together in a real Redis, and each by itself while it has gone."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from limits import parse

from tests import redis as servers
from tests.redis import Redis
from webapp import counters, create_app, database
from webapp.config import read
from webapp.counters import Counters

MANY = parse("1000 per minute")
NETWORK = "203.0.113.1"

Open = Callable[..., FlaskClient]


@pytest.fixture(scope="module")
def shared() -> Iterator[Redis]:
    """One that every test finds empty of its own things."""
    with servers.running() as started:
        yield started


@pytest.fixture
def redis() -> Iterator[Redis]:
    """One that a test may lose."""
    with servers.running() as started:
        yield started


@pytest.fixture
def open_app(tmp_path: Path) -> Iterator[Open]:
    """Another process, as far as counting goes: an app with what it keeps to itself."""
    apps = []

    def open_(address: str, rate: str = "4 per minute") -> FlaskClient:
        settings = {"LIMBER_RATE_LIMIT": rate, "LIMBER_RATE_LIMIT_STORAGE": address}
        config = read({"LIMBER_INSTANCE": str(tmp_path), **settings})
        database.prepare(config)
        apps.append(create_app(config))
        return apps[-1].test_client()

    yield open_
    for app in apps:
        app.extensions["limber.database"].dispose()


def visited(*clients: FlaskClient, turns: int) -> list[int]:
    return [client.get("/").status_code for _ in range(turns) for client in clients]


def test_two_processes_count_together(open_app: Open, redis: Redis) -> None:
    ana, ben = open_app(redis.address), open_app(redis.address)
    assert visited(ana, ben, turns=3) == [302] * 4 + [429] * 2
    refused = ben.get("/")
    assert int(refused.headers["Retry-After"]) in range(1, 61)


def test_without_a_redis_each_counts_by_itself(open_app: Open) -> None:
    ana, ben = open_app(""), open_app("")
    assert visited(ana, ben, turns=5) == [302] * 8 + [429] * 2


def test_what_has_the_same_rate_is_counted_apart(shared: Redis) -> None:
    rate, found = parse("1 per minute"), Counters(shared.address)
    assert found.hit(rate, "misses", NETWORK)
    assert not found.hit(rate, "misses", NETWORK)
    assert found.hit(rate, "publications", NETWORK)


def test_looking_counts_nothing(shared: Redis) -> None:
    rate, found = parse("1 per minute"), Counters(shared.address)
    assert [found.test(rate, "looked", NETWORK) for _ in range(3)] == [True] * 3
    found.hit(rate, "looked", NETWORK)
    assert not found.test(rate, "looked", NETWORK)
    assert 0 < found.reset_time(rate, "looked", NETWORK) - time.time() <= 60


def test_without_its_redis_each_counts_by_itself_and_says_so_once(
    open_app: Open, redis: Redis, caplog: pytest.LogCaptureFixture
) -> None:
    ana, ben = open_app(redis.address), open_app(redis.address)
    assert visited(ana, ben, turns=2) == [302] * 4
    redis.kill()
    assert visited(ana, ben, turns=5) == [302] * 8 + [429] * 2
    assert len(told(caplog)) == 2, "one line of each"
    assert "LIMBER_RATE_LIMIT_STORAGE: cannot be used (" in told(caplog)[0]


def told(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


def test_one_that_starts_without_its_redis_serves(open_app: Open) -> None:
    nowhere = "redis://127.0.0.1:1/0"
    assert visited(open_app(nowhere), turns=5) == [302] * 4 + [429]


def test_counting_together_goes_on_when_the_redis_is_back(
    redis: Redis, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counters, "PAUSE_SECONDS", 0)
    one, other = Counters(redis.address), Counters(redis.address)
    redis.kill()
    assert one.hit(MANY, "back", NETWORK)
    rate = parse("1 per minute")
    with servers.running(port=redis.port):
        assert one.hit(rate, "back", NETWORK)
        assert not other.hit(rate, "back", NETWORK)
    (gone, back) = told(caplog)
    assert "answers again" in back
    assert gone != back


def test_a_redis_that_was_started_anew_is_not_taken_for_gone(
    redis: Redis, caplog: pytest.LogCaptureFixture
) -> None:
    found = Counters(redis.address)
    found.hit(MANY, "anew", NETWORK)
    redis.kill()
    with servers.running(port=redis.port):
        assert found.hit(MANY, "anew", NETWORK)
    assert told(caplog) == []


def test_one_that_hangs_keeps_a_single_request_waiting(
    redis: Redis, caplog: pytest.LogCaptureFixture
) -> None:
    found = Counters(redis.address)
    found.hit(MANY, "hangs", NETWORK)
    redis.freeze()
    first, then = took(found), sum(took(found) for _ in range(20))
    assert counters.ANSWER_SECONDS <= first < counters.PAUSE_SECONDS
    assert then < counters.ANSWER_SECONDS
    assert len(told(caplog)) == 1


def took(found: Counters) -> float:
    began = time.monotonic()
    assert found.hit(MANY, "hangs", NETWORK)
    return time.monotonic() - began


def test_a_wrong_password_is_told_and_not_shown(caplog: pytest.LogCaptureFixture) -> None:
    with servers.running("--requirepass", "right") as locked:
        address = locked.address.replace("://", "://:mistyped@")
        assert Counters(address).hit(MANY, "locked", NETWORK)
        right = Counters(locked.address.replace("://", "://:right@"))
        assert right.hit(parse("1 per minute"), "locked", NETWORK)
    (line,) = told(caplog)
    assert "password" in line
    assert "mistyped" not in line


def test_a_clock_that_is_set_back_locks_nobody_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its window would end a day later."""
    own, few = Counters(), parse("2 per minute")
    assert [own.hit(few, NETWORK) for _ in range(3)] == [True, True, False]
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() - 86400)
    assert [own.hit(few, NETWORK) for _ in range(3)] == [True, True, False]
    assert own.reset_time(few, NETWORK) < real() - 86400 + 61
