"""Settings come from the environment; a wrong one is named with its remedy."""

from __future__ import annotations

import pytest

from webapp.config import ConfigError, read
from webapp.reminders.endpoints import ALLOWED


def test_nothing_set_means_the_defaults() -> None:
    config = read({})
    assert (config.host, config.port, str(config.instance)) == ("127.0.0.1", 8000, "instance")


def test_an_empty_setting_counts_as_not_set() -> None:
    assert read({"PORT": ""}).port == 8000


@pytest.mark.parametrize(
    ("name", "value", "remedy"),
    [
        ("PORT", "eighty", "valid integer"),
        ("PORT", "0", "greater than or equal to 1"),
        ("PORT", "70000", "less than or equal to 65535"),
        ("HOST", "beach", "write an IP address"),
        ("LIMBER_ORIGIN", "limber.example", "write scheme and host only"),
        ("LIMBER_ORIGIN", "https://limber.example/path", "write scheme and host only"),
        ("TRUSTED_PROXIES", "-1", "greater than or equal to 0"),
        ("LIMBER_CONTACT", "me@example.org", "begin it with mailto: or https://"),
        ("LIMBER_ORIGIN", "https://a:b:c", "write scheme and host only"),
        ("LIMBER_ORIGIN", "http://[::1", "write scheme and host only"),
        ("LIMBER_ORIGIN", "https://limber.example:99999", "write scheme and host only"),
        ("LIMBER_ORIGIN", "https://me@limber.example", "write scheme and host only"),
        ("LIMBER_RATE_LIMIT", "often", "write one limit above 0"),
        ("LIMBER_RATE_LIMIT", "0 per minute", "write one limit above 0"),
        ("LIMBER_RATE_LIMIT", "9 per minute; 99 per hour", "write one limit above 0"),
        ("LIMBER_BODY_BYTES", "12", "greater than or equal to 1024"),
        ("LIMBER_BODY_SECONDS", "0", "greater than 0"),
        ("LIMBER_PUSH_HOSTS", "https://fcm.googleapis.com", "write host names"),
        ("LIMBER_PUSH_HOSTS", "fcm.googleapis.com,", "write host names"),
        ("LIMBER_PUSH_HOSTS", "fcm.googleapis.com:443", "write host names"),
        ("LIMBER_PUSH_HOSTS", "me@fcm.googleapis.com", "write host names"),
        ("LIMBER_WORKER", "perhaps", "valid boolean"),
        ("LIMBER_METRICS", "perhaps", "valid boolean"),
    ],
)
def test_a_wrong_setting_is_named_with_what_to_do(name: str, value: str, remedy: str) -> None:
    with pytest.raises(ConfigError) as fault:
        read({name: value})
    assert str(fault.value).startswith(f"{name}: {value!r} cannot be used: ")
    assert remedy in str(fault.value)


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("localhost", "127.0.0.1"),
        ("LOCALHOST", "127.0.0.1"),
        ("::1", "::1"),
        ("[::1]", "::1"),
        ("0.0.0.0", "0.0.0.0"),
    ],
)
def test_a_host_is_an_address_to_listen_on(given: str, used: str) -> None:
    assert read({"HOST": given}).host == used


def test_all_wrong_settings_are_named_at_once() -> None:
    with pytest.raises(ConfigError) as fault:
        read({"PORT": "x", "LIMBER_RATE_LIMIT": "y"})
    assert [line.split(":")[0] for line in str(fault.value).splitlines()] == [
        "PORT",
        "LIMBER_RATE_LIMIT",
    ]


@pytest.mark.parametrize(
    "origin", ["https://limber.example", "http://localhost:8000", "https://[::1]:8443"]
)
def test_a_public_address_is_scheme_and_host(origin: str) -> None:
    assert read({"LIMBER_ORIGIN": origin}).origin == origin


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_a_postgresql_is_reached_by_the_driver_that_is_there(scheme: str) -> None:
    address = read({"DATABASE_URL": f"{scheme}://me:secret@db.example/limber"}).database_address
    assert address.drivername == "postgresql+psycopg"
    assert (address.host, address.database) == ("db.example", "limber")


@pytest.mark.parametrize(
    "address",
    ["redis://localhost:6379/0", "redis://:secret@cache.example", "rediss://[::1]:6380/2"],
)
def test_a_redis_is_named_by_its_address(address: str) -> None:
    assert read({"LIMBER_RATE_LIMIT_STORAGE": address}).rate_limit_storage == address


@pytest.mark.parametrize(
    "value",
    [
        "memcached://secret",
        "secret",
        "redis://cache:secret",
        "redis://secret@cache/limber",
        "redis://cache/0?secret=1",
    ],
)
def test_another_place_to_count_is_refused_without_showing_the_password(value: str) -> None:
    with pytest.raises(ConfigError) as fault:
        read({"LIMBER_RATE_LIMIT_STORAGE": value})
    said = "LIMBER_RATE_LIMIT_STORAGE: what is given cannot be used: write redis://"
    assert str(fault.value).startswith(said)
    assert "secret" not in str(fault.value)


@pytest.mark.parametrize(
    "value",
    [
        "mysql://me:secret@db.example/limber",
        "sqlite:///secret",
        "secret",
        "postgresql+asyncpg://secret",
    ],
)
def test_another_database_is_refused_without_showing_the_password(value: str) -> None:
    with pytest.raises(ConfigError) as fault:
        read({"DATABASE_URL": value})
    assert str(fault.value).startswith("DATABASE_URL: what is given cannot be used: write ")
    assert "secret" not in str(fault.value)


def test_the_key_lies_in_the_instance_unless_told_otherwise() -> None:
    assert str(read({"LIMBER_INSTANCE": "club"}).push_key) == "club/vapid.pem"
    assert str(read({"LIMBER_VAPID_KEY": "/etc/limber.pem"}).push_key) == "/etc/limber.pem"


def test_push_services_are_known_by_name() -> None:
    services = read({}).push_services
    assert services == ALLOWED
    assert read({"LIMBER_PUSH_HOSTS": "a.example, b.example"}).push_services == (
        "a.example",
        "b.example",
    )
