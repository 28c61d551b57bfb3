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
    visits = ["203.0.113.1", "203.0.113.2", "203.0.113.1"]
    assert visited(tmp_path, *visits) == [302, 302, 429]


def visited(tmp_path: Path, *visits: str) -> list[int]:
    """The answers to visits through a trusted proxy, of which each network has one a minute."""
    settings = {"LIMBER_RATE_LIMIT": "1 per minute", "TRUSTED_PROXIES": "1"}
    config = read({"LIMBER_INSTANCE": str(tmp_path), **settings})
    database.prepare(config)
    client = create_app(config).test_client()
    return [client.get("/", headers={"X-Forwarded-For": each}).status_code for each in visits]


def test_a_household_with_ipv6_is_one_however_many_addresses_it_has(tmp_path: Path) -> None:
    visits = ["2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1", "2001:db8:1:2::2%eth0"]
    assert visited(tmp_path, *visits) == [302, 429, 302, 429]


def test_ipv4_written_as_ipv6_is_the_same_address_and_no_network(tmp_path: Path) -> None:
    visits = ["203.0.113.1", "::ffff:203.0.113.1", "::ffff:203.0.113.2", "::ffff:cb00:7102"]
    assert visited(tmp_path, *visits) == [302, 429, 302, 429]


def test_what_a_proxy_says_and_is_no_address_counts_too(tmp_path: Path) -> None:
    assert visited(tmp_path, "unknown", "_hidden", "unknown") == [302, 302, 429]


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
