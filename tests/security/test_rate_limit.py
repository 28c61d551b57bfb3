"""Too many requests get a page that says when to come back."""

from __future__ import annotations

from pathlib import Path

from tests.reading import read_page
from webapp import create_app, database
from webapp.config import read


def test_the_one_too_many_gets_the_page_that_says_so(tmp_path: Path) -> None:
    config = read({"LIMBER_INSTANCE": str(tmp_path), "LIMBER_RATE_LIMIT": "3 per minute"})
    database.prepare(config)
    client = create_app(config).test_client()
    for _ in range(3):
        assert client.get("/").status_code == 302
    shown = read_page(client.get("/", headers={"Accept-Language": "en"}), "/", 429)
    assert shown.h1 == "Too many requests from your address"
    assert int(shown.response.headers["Retry-After"]) in range(1, 61)


def test_addresses_behind_a_trusted_proxy_are_counted_apart(tmp_path: Path) -> None:
    settings = {"LIMBER_RATE_LIMIT": "1 per minute", "TRUSTED_PROXIES": "1"}
    config = read({"LIMBER_INSTANCE": str(tmp_path), **settings})
    database.prepare(config)
    client = create_app(config).test_client()
    visits = ["203.0.113.1", "203.0.113.2", "203.0.113.1"]
    found = [client.get("/", headers={"X-Forwarded-For": each}).status_code for each in visits]
    assert found == [302, 302, 429]


def test_without_a_trusted_proxy_nobody_names_an_address_of_their_own(tmp_path: Path) -> None:
    config = read({"LIMBER_INSTANCE": str(tmp_path), "LIMBER_RATE_LIMIT": "1 per minute"})
    database.prepare(config)
    client = create_app(config).test_client()
    visits = ["203.0.113.1", "203.0.113.2"]
    found = [client.get("/", headers={"X-Forwarded-For": each}).status_code for each in visits]
    assert found == [302, 429]


def test_requests_for_nothing_count_and_health_does_not(tmp_path: Path) -> None:
    config = read({"LIMBER_INSTANCE": str(tmp_path), "LIMBER_RATE_LIMIT": "2 per minute"})
    database.prepare(config)
    client = create_app(config).test_client()
    assert [client.get("/en/nothing").status_code for _ in range(3)] == [404, 404, 429]
    assert {client.get("/healthz").status_code for _ in range(5)} == {200}
