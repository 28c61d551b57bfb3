"""The port, free or Limber's, and whether phones can install and be pushed to at the address."""

from __future__ import annotations

import http.client
import json
import ssl
from collections.abc import Iterator
from datetime import datetime
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from cryptography import x509

from webapp import counters, tls
from webapp import port as ports
from webapp.config import Config, ConfigError
from webapp.doctor.findings import Finding, hint, mend, well

# Seconds that whoever listens there has for an answer.
PATIENCE = 5
# Bytes of an answer that are looked at.
MOST = 64 * 1024
# Where a host is asked that stands for every address of the machine.
LOOPBACK = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 nothing listens here


def port(config: Config) -> Iterator[Finding]:
    try:
        ports.check(config)
    except ConfigError as taken:
        yield from _taken(config, str(taken))
    else:
        yield well(f"PORT: {config.host}:{config.port} is free")


def _taken(config: Config, fault: str) -> Iterator[Finding]:
    health = _health(config)
    if health is None:
        yield mend(fault)
    elif health["status"] == "ready":
        yield well(f"PORT: Limber answers at {ports.address(config)} and is ready")
        yield from _worker(config, health)
    else:
        yield mend(
            f"PORT: Limber answers at {ports.address(config)}, but: {health['status']}; "
            "mend what is said of the database, or start it again"
        )


def _health(config: Config) -> dict[str, Any] | None:
    """What /healthz says; None when it is not Limber that answers."""
    host = LOOPBACK.get(config.host, config.host)
    connection = _connection(config, host)
    try:
        connection.request("GET", "/healthz")
        said = json.loads(connection.getresponse().read(MOST))
    except (OSError, ValueError, http.client.HTTPException):
        return None
    finally:
        connection.close()
    return said if isinstance(said, dict) and {"status", "packs"} <= set(said) else None


def _connection(config: Config, host: str) -> http.client.HTTPConnection:
    if config.tls_certificate is None:
        return http.client.HTTPConnection(host, config.port, timeout=PATIENCE)
    context = ssl.create_default_context()
    context.check_hostname = False  # it is asked by its address, whatever its names are
    context.verify_mode = ssl.CERT_NONE
    return http.client.HTTPSConnection(host, config.port, timeout=PATIENCE, context=context)


def _worker(config: Config, health: dict[str, Any]) -> Iterator[Finding]:
    state = health.get("reminders", {}).get("worker")
    if state != "working":
        remedy = "see what `limber serve` says" if config.worker else "start `limber worker`"
        yield hint(f"worker: {state}, so no reminder is sent; {remedy}")


def addresses(config: Config) -> Iterator[Finding]:
    """Browsers install, keep and push at https or localhost only."""
    origin = urlsplit(config.origin)
    if not config.origin:
        yield hint(
            "LIMBER_ORIGIN: none, so addresses are those that visitors ask for; behind a proxy "
            "set it to the public one, such as https://limber.example"
        )
    elif origin.scheme != "https" and not _is_local(str(origin.hostname)):
        yield mend(
            f"LIMBER_ORIGIN: phones neither install nor keep nor are pushed to at {config.origin}; "
            "put a proxy with TLS in front and write https"
        )
    else:
        yield well(f"LIMBER_ORIGIN: {config.origin}")
    yield from _proxies(config)


def certificate(config: Config, now: datetime) -> Iterator[Finding]:
    """What Limber serves https with by itself."""
    try:
        tls.check(config)
    except ConfigError as error:
        yield mend(str(error))
        return
    if config.tls_certificate is None:
        return
    shown = x509.load_pem_x509_certificate(config.tls_certificate.read_bytes())
    end = shown.not_valid_after_utc
    if end < now:
        yield mend(f"LIMBER_TLS_CERTIFICATE: ended on {end:%Y-%m-%d}; have a new one made")
    else:
        yield well(f"LIMBER_TLS_CERTIFICATE: good until {end:%Y-%m-%d}")


def counting(config: Config) -> Iterator[Finding]:
    """Its address may hold a password, which is never told."""
    if not config.rate_limit_storage:
        return
    if counters.answers(config.rate_limit_storage):
        yield well("LIMBER_RATE_LIMIT_STORAGE: Redis answers")
    else:
        yield mend(
            "LIMBER_RATE_LIMIT_STORAGE: no Redis answers there, so each process counts by itself; "
            "start it, or correct address and password"
        )


def _is_local(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _proxies(config: Config) -> Iterator[Finding]:
    if config.tls_certificate and not config.trusted_proxies:
        yield well("TRUSTED_PROXIES: 0, as Limber itself ends TLS")
    elif config.origin.startswith("https:") and not config.trusted_proxies:
        yield mend(
            "TRUSTED_PROXIES: is 0, but https is a proxy's: all visitors count as one, and share "
            "one LIMBER_RATE_LIMIT; set it to 1"
        )
    elif config.trusted_proxies and not ip_address(config.host).is_loopback:
        yield hint(
            f"TRUSTED_PROXIES: who reaches {config.host}:{config.port} past the proxy may state "
            "any address; let only the proxy through, or set HOST=127.0.0.1"
        )
    else:
        yield well(f"TRUSTED_PROXIES: {config.trusted_proxies}")
