"""To whom a sender connects, and to whom never."""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.reminders.sender.sending import IMPATIENT, SUBJECT, TAKEN, message
from tests.reminders.standin import PushService
from webapp.reminders import endpoints
from webapp.reminders.connections import Connections
from webapp.reminders.endpoints import LOOPBACK, Address
from webapp.reminders.sender import Message, Outcome, Sender
from webapp.reminders.vapid import Vapid

NAME = "updates.push.services.mozilla.com"


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a certificate authority of our own and its certificate for NAME."""
    folder = tmp_path_factory.mktemp("authority")
    key = ec.generate_private_key(ec.SECP256R1())
    root = certificate("Limber's tests", key, key, None)
    own = ec.generate_private_key(ec.SECP256R1())
    leaf = certificate("Limber's tests", own, key, NAME)
    (folder / "root.pem").write_bytes(root.public_bytes(Encoding.PEM))
    private = own.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "leaf.pem").write_bytes(private + leaf.public_bytes(Encoding.PEM))
    return folder


def certificate(
    issuer: str,
    key: ec.EllipticCurvePrivateKey,
    signer: ec.EllipticCurvePrivateKey,
    host: str | None,
) -> x509.Certificate:
    """For this host by this signer, or without a host the signer's own."""
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, issuer)])
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, host)]) if host else name
    now = datetime.now(UTC)
    builder = (
        x509.CertificateBuilder(name, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=host is None, path_length=None), critical=True)
    )
    if host:
        builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), False)
    return builder.sign(signer, SHA256())


class Encrypted:
    """A push service under a name of its own, in TLS, and who is asked for as what."""

    def __init__(self, authority: Path) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(authority / "leaf.pem")
        context.sni_callback = lambda _socket, name, _context: self.asked.append(name)
        self.authority = authority
        self.asked: list[str | None] = []
        self.service = PushService(context, NAME)
        self.looked_up: list[tuple[str, int]] = []

    def resolve(self, host: str, port: int) -> Address:
        self.looked_up.append((host, port))
        return Address(LOOPBACK, self.service.port)

    def trusting(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(self.authority / "root.pem"))

    def send(self, vapid: Vapid, *messages: Message, tls: ssl.SSLContext | None) -> list[Outcome]:
        async def run() -> list[Outcome]:
            connections = Connections(IMPATIENT, self.resolve, tls)
            sender = Sender(vapid, SUBJECT, connections=connections)
            try:
                return [await sender.send(each) for each in messages]
            finally:
                await sender.close()

        return asyncio.run(run())


@pytest.fixture
def encrypted(authority: Path) -> Iterator[Encrypted]:
    made = Encrypted(authority)
    with made.service.running():
        yield made


def test_in_tls_the_pinned_address_is_asked_for_the_right_name(
    encrypted: Encrypted, vapid: Vapid
) -> None:
    phone = encrypted.service.subscribe()
    assert phone.endpoint.startswith(f"https://{NAME}/")
    outcomes = encrypted.send(vapid, *[message(phone)] * 3, tls=encrypted.trusting())
    assert outcomes == [TAKEN] * 3
    assert encrypted.asked == [NAME]
    assert encrypted.looked_up == [(NAME, 443)], "looked up once, then connected by address"


def test_a_certificate_of_an_unknown_authority_is_refused(
    encrypted: Encrypted, vapid: Vapid
) -> None:
    [outcome] = encrypted.send(vapid, message(encrypted.service.subscribe()), tls=None)
    assert "certificate verify failed" in outcome.fault
    assert encrypted.service.requests == 0


def test_a_certificate_for_another_name_is_refused(encrypted: Encrypted, vapid: Vapid) -> None:
    phone = encrypted.service.subscribe()
    other = replace(message(phone), endpoint=phone.endpoint.replace("updates", "x.updates"))
    [outcome] = encrypted.send(vapid, other, tls=encrypted.trusting())
    assert "match" in outcome.fault or "mismatch" in outcome.fault
    assert encrypted.service.requests == 0


def to_mozilla(resolve: Callable[[str, int], Address], vapid: Vapid) -> Outcome:
    phone = PushService().subscribe()
    there = replace(message(phone), endpoint=f"https://{NAME}/wpush/v2/x")

    async def run() -> Outcome:
        sender = Sender(vapid, SUBJECT, connections=Connections(IMPATIENT, resolve))
        try:
            return await sender.send(there)
        finally:
            await sender.close()

    return asyncio.run(run())


def test_a_name_that_changes_its_address_meanwhile_leads_nowhere(
    service: PushService, vapid: Vapid, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS rebinding: the first look-up is public, each later one would be this machine."""
    answers = iter(["192.0.2.1"])
    connected: list[str] = []

    def lookup(_host: str, port: int, **_options: Any) -> list[tuple[Any, ...]]:
        ip = next(answers, LOOPBACK)
        return [(2, 1, 6, "", (ip, service.port if ip == LOOPBACK else port))]

    async def connect(_loop: Any, _made: Any, host: str, port: int, **options: Any) -> None:
        connected.append(f"{host} {port} {options['server_hostname']}")
        raise ConnectionRefusedError("as far as it goes")

    monkeypatch.setattr(endpoints, "is_public", lambda ip: ip == "192.0.2.1")
    monkeypatch.setattr(asyncio.base_events.BaseEventLoop, "create_connection", connect)
    outcome = to_mozilla(lambda host, port: endpoints.resolve(host, port, lookup), vapid)
    assert connected == [f"192.0.2.1 443 {NAME}"]
    assert outcome.fault == "as far as it goes"
    assert service.connections == 0


def test_a_name_that_leads_to_this_machine_is_not_asked(service: PushService, vapid: Vapid) -> None:
    def lookup(_host: str, _port: int, **_options: Any) -> list[tuple[Any, ...]]:
        return [(2, 1, 6, "", (LOOPBACK, service.port))]

    outcome = to_mozilla(lambda host, port: endpoints.resolve(host, port, lookup), vapid)
    assert outcome == Outcome(
        None, None, gone=False, fault=f"endpoint: {NAME} leads to an address that is not public"
    )
    assert service.connections == 0


def test_a_name_that_cannot_be_looked_up_is_a_fault_for_later(vapid: Vapid) -> None:
    def unknown(_host: str, _port: int) -> Address:
        raise OSError("Name or service not known")

    assert to_mozilla(unknown, vapid).fault == "Name or service not known"


def test_a_look_up_that_takes_too_long_is_left(vapid: Vapid) -> None:
    def slow(_host: str, port: int) -> Address:
        time.sleep(0.8)
        return Address(LOOPBACK, port)

    assert to_mozilla(slow, vapid).fault == "no connection within 0.5 s"
