"""A push arrives, or the outcome says why not; the service may do what it likes."""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.reminders.standin import Manner, PushService, Subscription, date
from webapp.reminders import endpoints
from webapp.reminders.connections import MOST_RECEIVED, Connection, Connections, Limits
from webapp.reminders.encryption import SubscriptionError
from webapp.reminders.endpoints import LOOPBACK, Address, EndpointError
from webapp.reminders.sender import Message, Outcome, Sender
from webapp.reminders.vapid import Vapid

SUBJECT = "mailto:ana@example.org"
IMPATIENT = Limits(connect_seconds=0.5, answer_seconds=0.3, per_origin=4)
TAKEN = Outcome(201, None, gone=False, fault="")


@pytest.fixture(scope="module")
def vapid() -> Vapid:
    return Vapid(ec.generate_private_key(ec.SECP256R1()))


@pytest.fixture
def service() -> Iterator[PushService]:
    with PushService().running() as running:
        yield running


@pytest.fixture
def phone(service: PushService, vapid: Vapid) -> Subscription:
    return service.subscribe(vapid.public_key)


def message(phone: Subscription, topic: str = "drink-1", payload: bytes = b"thirsty?") -> Message:
    return Message(phone.endpoint, phone.p256dh, phone.auth, payload, topic, 1800, "normal")


Use = Callable[[Sender], Awaitable[Any]]


def using(vapid: Vapid, use: Use, limits: Limits = IMPATIENT, **options: Any) -> Any:
    """What `use` returns, given a sender that may talk to loopback and is closed afterwards."""

    async def run() -> Any:
        sender = Sender(vapid, SUBJECT, [LOOPBACK], connections=Connections(limits), **options)
        try:
            return await use(sender)
        finally:
            await sender.close()

    return asyncio.run(run())


def send(vapid: Vapid, *messages: Message, **options: Any) -> list[Outcome]:
    """Send one after the other."""

    async def use(sender: Sender) -> list[Outcome]:
        return [await sender.send(each) for each in messages]

    outcomes: list[Outcome] = using(vapid, use, **options)
    return outcomes


# Messages that arrive


def test_the_phone_gets_what_was_sent(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    assert send(vapid, message(phone)) == [TAKEN]
    assert service.refused == []
    [received] = service.waiting(phone)
    assert (received.payload, received.topic) == (b"thirsty?", "drink-1")
    assert (received.ttl, received.urgency) == (1800, "normal")
    assert received.claims["aud"] == service.origin
    assert received.claims["sub"] == SUBJECT


def test_a_repeat_replaces_what_was_not_delivered(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    send(vapid, message(phone), message(phone, "routine-1"), message(phone, payload=b"again"))
    assert [each.payload for each in service.waiting(phone)] == [b"thirsty?", b"again"]
    assert [each.topic for each in service.deliver(phone)] == ["routine-1", "drink-1"]
    assert service.waiting(phone) == []


def test_connections_are_kept(service: PushService, phone: Subscription, vapid: Vapid) -> None:
    assert send(vapid, *[message(phone)] * 20) == [TAKEN] * 20
    assert service.connections == 1


def test_the_service_that_was_used_last_keeps_its_connection(vapid: Vapid) -> None:
    """Names that somebody invents drive out each other."""
    limits = replace(IMPATIENT, origins=2)
    with ExitStack() as stack:
        first, *others = (stack.enter_context(PushService().running()) for _ in range(4))

        async def use(sender: Sender) -> None:
            for other in others:
                for each in (first, other):
                    assert await sender.send(message(each.subscribe())) == TAKEN

        using(vapid, use, limits)
    assert first.connections == 1


def test_a_kept_connection_that_goes_on_talking_is_dropped() -> None:
    class Transport(asyncio.Transport):
        aborted = False

        def abort(self) -> None:
            self.aborted = True

    transport, connection = Transport(), Connection()
    connection.connection_made(transport)
    connection.data_received(b"x" * MOST_RECEIVED)
    assert not transport.aborted
    connection.data_received(b"x")
    assert transport.aborted


def test_never_more_connections_than_allowed(service: PushService, vapid: Vapid) -> None:
    phones = [service.subscribe() for _ in range(40)]

    async def use(sender: Sender) -> list[Outcome]:
        return await asyncio.gather(*(sender.send(message(phone)) for phone in phones))

    assert using(vapid, use) == [TAKEN] * 40
    assert service.connections == 4
    assert all(len(service.waiting(phone)) == 1 for phone in phones)


def test_a_status_of_success_is_one(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    for status in (200, 202, 204):
        service.behave(Manner(status))
        assert send(vapid, message(phone)) == [Outcome(status, None, gone=False, fault="")]


# The service closes


def test_a_kept_connection_that_was_closed_is_opened_anew(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    async def use(sender: Sender) -> list[Outcome]:
        first = await sender.send(message(phone))
        await asyncio.to_thread(service.close_connections)
        return [first, await sender.send(message(phone))]

    assert using(vapid, use) == [TAKEN, TAKEN]
    assert service.connections == 2


def test_a_kept_connection_that_closes_at_the_next_message_is_opened_anew_once(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    service.behave_in_turn(phone, Manner(), Manner(kind="drop"), Manner())
    assert send(vapid, message(phone), message(phone)) == [TAKEN, TAKEN]
    assert (service.connections, service.requests) == (2, 3)


def test_once_and_no_more(service: PushService, phone: Subscription, vapid: Vapid) -> None:
    service.behave_in_turn(phone, Manner(), Manner(kind="drop"))
    _, outcome = send(vapid, message(phone), message(phone))
    assert outcome.status is None
    assert "closed without an answer" in outcome.fault
    assert service.requests == 3


def test_a_new_connection_that_closes_is_a_fault(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    service.behave(Manner(kind="drop"))
    [outcome] = send(vapid, message(phone))
    assert (outcome.status, outcome.gone) == (None, False)
    assert service.requests == 1


@pytest.mark.parametrize("kind", ["close", "no length"])
def test_a_service_that_closes_after_each_answer_is_asked_anew(
    service: PushService, phone: Subscription, vapid: Vapid, kind: str
) -> None:
    service.behave(Manner(kind=kind))
    assert send(vapid, *[message(phone)] * 3) == [TAKEN] * 3
    assert len(service.accepted) == 3


def test_what_a_service_says_unasked_is_not_the_next_answer(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    service.behave_in_turn(phone, Manner(kind="tired"), Manner())

    async def use(sender: Sender) -> list[Outcome]:
        first = await sender.send(message(phone))
        await asyncio.sleep(0.2)
        return [first, await sender.send(message(phone))]

    assert using(vapid, use) == [TAKEN, TAKEN]
    assert service.connections == 2


def test_after_a_long_silence_a_connection_is_not_trusted(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    assert send(vapid, *[message(phone)] * 2, limits=Limits(kept_seconds=0)) == [TAKEN] * 2
    assert service.connections == 2


# The service refuses


@pytest.mark.parametrize("status", [404, 410])
def test_a_subscription_that_is_over_is_gone(
    service: PushService, phone: Subscription, vapid: Vapid, status: int
) -> None:
    service.behave(Manner(status))
    [outcome] = send(vapid, message(phone))
    assert (outcome.status, outcome.gone, outcome.fault) == (status, True, str(status))


def test_who_unsubscribed_is_gone(service: PushService, phone: Subscription, vapid: Vapid) -> None:
    service.unsubscribe(phone)
    [outcome] = send(vapid, message(phone))
    assert (outcome.status, outcome.gone) == (410, True)


@pytest.mark.parametrize("status", [400, 401, 403, 413, 429, 500, 503])
def test_every_other_refusal_is_a_fault_and_not_the_end(
    service: PushService, phone: Subscription, vapid: Vapid, status: int
) -> None:
    service.behave(Manner(status, body='{"reason":\r\n"Because"}'))
    [outcome] = send(vapid, message(phone))
    assert (outcome.status, outcome.gone) == (status, False)
    assert outcome.fault == f'{status} {{"reason": "Because"}}'


def test_a_service_says_how_long_to_wait(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    now = 1_800_000_000.0
    service.now = lambda: now
    texts = ["120", date(now + 90), date(now - 90), "9" * 12, "9" * 40, "soon", "-5", ""]
    service.behave_in_turn(phone, *(Manner(429, text) for text in texts))
    outcomes = send(vapid, *[message(phone)] * len(texts), now=lambda: now)
    assert [outcome.retry_after for outcome in outcomes] == [
        120.0,
        90.0,
        0.0,
        86400.0,
        None,
        None,
        None,
        None,
    ]


def test_the_address_stands_in_no_fault(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    service.behave(Manner(404, body=f"/push/{phone.id} was not found {'x' * 9999}"))
    [outcome] = send(vapid, message(phone))
    assert phone.id not in outcome.fault
    assert len(outcome.fault) < 250


def test_the_stand_in_refuses_another_sender_and_a_wrong_contact(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    other = Vapid(ec.generate_private_key(ec.SECP256R1()))
    assert send(other, message(phone))[0].status == 403

    async def nobody() -> Outcome:
        sender = Sender(vapid, "mailto:x@localhost", [LOOPBACK])
        try:
            return await sender.send(message(phone))
        finally:
            await sender.close()

    assert "BadJwtToken: sub" in asyncio.run(nobody()).fault
    stale = send(vapid, message(phone), now=lambda: time.time() - 13 * 3600)
    assert "BadJwtToken: exp" in stale[0].fault
    assert service.accepted == []


def test_the_stand_in_refuses_what_the_phone_could_not_read(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    stranger = service.subscribe()
    wrong = replace(message(phone), p256dh=stranger.p256dh)
    assert "cannot be decrypted" in send(vapid, wrong)[0].fault


# The service misbehaves


@pytest.mark.timed
def test_a_service_that_hangs_is_left(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    service.behave(Manner(kind="hang"))
    began = time.monotonic()
    [outcome] = send(vapid, message(phone))
    assert time.monotonic() - began < 2
    assert outcome == Outcome(None, None, gone=False, fault="no answer within 0.3 s")


def test_one_that_hangs_holds_up_no_other(service: PushService, vapid: Vapid) -> None:
    slow, quick = service.subscribe(), service.subscribe()
    service.behave(Manner(kind="hang"), only=slow)

    async def use(sender: Sender) -> list[Outcome]:
        return await asyncio.gather(*(sender.send(message(each)) for each in (slow, quick)))

    assert [outcome.status for outcome in using(vapid, use)] == [None, 201]


@pytest.mark.parametrize("kind", ["endless", "short"])
def test_a_body_that_does_not_end_is_cut_off(
    service: PushService, phone: Subscription, vapid: Vapid, kind: str
) -> None:
    service.behave_in_turn(phone, Manner(kind=kind), Manner())
    assert send(vapid, *[message(phone)] * 2) == [TAKEN] * 2
    assert service.connections == 2, "what still came was not read as an answer"


@pytest.mark.parametrize(
    ("kind", "fault"),
    [("endless head", "headers do not end"), ("garbage", "not HTTP/1.1")],
)
def test_what_is_no_answer_is_a_fault(
    service: PushService, phone: Subscription, vapid: Vapid, kind: str, fault: str
) -> None:
    service.behave(Manner(kind=kind))
    [outcome] = send(vapid, message(phone))
    assert outcome.status is None
    assert fault in outcome.fault


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_not_followed(
    service: PushService, phone: Subscription, vapid: Vapid, status: int
) -> None:
    with PushService().running() as elsewhere:
        service.behave(Manner(status, location=elsewhere.subscribe().endpoint))
        [outcome] = send(vapid, message(phone))
        assert elsewhere.connections == 0
    assert (outcome.status, outcome.gone, outcome.fault) == (status, False, str(status))
    assert service.requests == 1


def test_nobody_listens(vapid: Vapid) -> None:
    with PushService().running() as service:
        phone = service.subscribe()
    [outcome] = send(vapid, message(phone))
    assert outcome.status is None
    assert outcome.fault


# Messages that can never be sent


def test_no_connection_is_made_for_an_address_that_is_not_known(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    async def run() -> None:
        sender = Sender(vapid, SUBJECT)
        try:
            with pytest.raises(EndpointError):
                await sender.send(message(phone))
        finally:
            await sender.close()

    asyncio.run(run())
    assert service.connections == 0


def test_no_connection_is_made_for_keys_that_are_none(
    service: PushService, phone: Subscription, vapid: Vapid
) -> None:
    with pytest.raises(SubscriptionError):
        send(vapid, replace(message(phone), p256dh="x"))
    assert service.connections == 0


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("topic", ""),
        ("topic", "x" * 33),
        ("topic", "x\r\nX-Evil: 1"),
        ("topic", "a b"),
        ("topic", "x\n"),
        ("ttl", -1),
        ("urgency", "normal\r\nX-Evil: 1"),
        ("urgency", "now"),
    ],
)
def test_headers_hold_nothing_else(phone: Subscription, field: str, value: Any) -> None:
    with pytest.raises(ValueError, match=f"^{field}: "):
        replace(message(phone), **{field: value})


# To whom it connects

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
