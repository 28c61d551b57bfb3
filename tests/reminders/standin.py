"""A push service on loopback that is stricter than the real ones, and can misbehave.

It checks who sends (RFC 8292), how (RFC 8030) and what (RFC 8291: it decrypts), keeps what a
phone would get, and answers as it is told.
"""

from __future__ import annotations

import asyncio
import base64
import json
import re
import secrets
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.utils import formatdate
from http import HTTPStatus
from typing import Any

import http_ece
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

DAY = 24 * 3600
LONGEST_BODY = 4096
_CURVE = ec.SECP256R1()
_SUBJECT = re.compile(r"mailto:[^@\s<>]+@[\w-]+(\.[\w-]+)+|https://[\w-]+(\.[\w-]+)+(/\S*)?")
_CREDENTIALS = re.compile(r"vapid t=([\w-]+\.[\w-]+\.[\w-]+), ?k=([\w-]+)")


@dataclass(frozen=True)
class Manner:
    """How to answer a message that is in order; `kind` beside "answer" is a misbehaviour.

    hang: never. close: answer, then close. drop: close without an answer. no length: an answer
    that ends with the connection. endless: a body without end. endless head: a head without end.
    short: a body that is cut off. tired: answer, then say 408 unasked. garbage: no HTTP.
    """

    status: int = 201
    retry_after: str = ""
    kind: str = "answer"
    body: str = ""
    location: str = ""


CREATED = Manner()


@dataclass(frozen=True)
class Subscription:
    """What a browser gives to the page, and the private key that it keeps."""

    endpoint: str
    p256dh: str
    auth: str
    key: ec.EllipticCurvePrivateKey = field(repr=False)
    sender: str = ""

    @property
    def id(self) -> str:
        return self.endpoint.rpartition("/")[2]

    @property
    def as_json(self) -> dict[str, Any]:
        return {"endpoint": self.endpoint, "keys": {"p256dh": self.p256dh, "auth": self.auth}}

    def decrypt(self, body: bytes) -> bytes:
        secret = unpadded(self.auth)
        plain: bytes = http_ece.decrypt(body, private_key=self.key, auth_secret=secret)
        return plain


@dataclass(frozen=True)
class Received:
    """One message as the phone would get it."""

    subscription: str
    payload: bytes
    topic: str
    ttl: int
    urgency: str
    length: int
    claims: dict[str, Any]

    @property
    def json(self) -> Any:
        return json.loads(self.payload)


class RefusedError(Exception):
    """A request that is not in order: status and reason."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


@dataclass
class _Request:
    line: str
    headers: dict[str, str]
    body: bytes

    @property
    def id(self) -> str:
        found = re.fullmatch(r"POST /push/([\w-]+) HTTP/1\.1", self.line)
        if not found:
            raise RefusedError(400, f"request line {self.line}")
        return found[1]


class PushService:
    """The service; everything may be asked and told from the test's thread."""

    def __init__(self, tls: ssl.SSLContext | None = None, host: str = "") -> None:
        self.now: Callable[[], float] = time.time
        self.accepted: list[Received] = []
        self.refused: list[str] = []
        self.requests = 0
        self.connections = 0
        self.port = 0
        self._tls = tls
        self._host = host
        self._subscriptions: dict[str, Subscription] = {}
        self._over: set[str] = set()
        self._queue: dict[str, list[Received]] = {}
        self._manners: dict[str, list[Manner]] = {}
        self._manner = CREATED
        self._open: set[asyncio.StreamWriter] = set()

    # What the test says

    @property
    def origin(self) -> str:
        scheme = "https" if self._tls else "http"
        return f"{scheme}://{self._host or f'127.0.0.1:{self.port}'}"

    def subscribe(self, sender: str = "") -> Subscription:
        """A new subscription; with `sender`, the application server key, only that may push."""
        key = ec.generate_private_key(_CURVE)
        point = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        name = secrets.token_urlsafe(16)
        made = Subscription(
            f"{self.origin}/push/{name}",
            base64url(point),
            base64url(secrets.token_bytes(16)),
            key,
            sender,
        )
        self._subscriptions[name] = made
        return made

    def unsubscribe(self, subscription: Subscription) -> None:
        """From now on it is answered 410, as when the person removed the app."""
        self._over.add(subscription.id)

    def behave(self, manner: Manner, only: Subscription | None = None) -> None:
        """Answer so from now on: everyone, or only this subscription."""
        if only:
            self._manners[only.id] = [manner]
        else:
            self._manner = manner

    def behave_in_turn(self, only: Subscription, *manners: Manner) -> None:
        """Answer this subscription's messages one after the other so; the last goes on."""
        self._manners[only.id] = list(manners)

    def waiting(self, subscription: Subscription) -> list[Received]:
        """What the phone has not fetched yet, of each topic the latest."""
        return list(self._queue.get(subscription.id, []))

    def deliver(self, subscription: Subscription) -> list[Received]:
        """Hand over what waits, as when the phone is reached."""
        return self._queue.pop(subscription.id, [])

    def close_connections(self) -> None:
        """Close what is kept open, as a service does after a while."""
        self._loop_call(self._close_all)

    # How it runs

    @contextmanager
    def running(self) -> Iterator[PushService]:
        started: Future[int] = Future()
        thread = threading.Thread(target=asyncio.run, args=(self._serve(started),))
        thread.start()
        self.port = started.result(10)
        try:
            yield self
        finally:
            self._loop.call_soon_threadsafe(self._stop.set)
            thread.join(10)

    async def _serve(self, started: Future[int]) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._serve_one, "127.0.0.1", 0, ssl=self._tls)
        started.set_result(server.sockets[0].getsockname()[1])
        await self._stop.wait()
        server.close()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
        await self._close_all()

    async def _close_all(self) -> None:
        for writer in list(self._open):
            writer.transport.abort()
        await asyncio.sleep(0.02)

    def _loop_call(self, call: Callable[[], Any]) -> None:
        asyncio.run_coroutine_threadsafe(call(), self._loop).result(10)

    async def _serve_one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self._open.add(writer)
        try:
            with suppress(OSError, EOFError, asyncio.CancelledError):
                while await self._exchange(reader, writer):
                    pass
        finally:
            self._open.discard(writer)
            writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """One request and its answer; says whether the connection stays open."""
        request = await _read(reader)
        self.requests += 1
        try:
            manner = self._judge(request)
        except Exception as refusal:
            self.refused.append(str(refusal))
            status = refusal.status if isinstance(refusal, RefusedError) else 400
            manner = Manner(status, body=json.dumps({"reason": str(refusal)}))
        return await _answer(writer, manner)

    # What it checks

    def _judge(self, request: _Request) -> Manner:
        if request.id in self._over:
            raise RefusedError(HTTPStatus.GONE, "unsubscribed")
        subscription = self._subscriptions.get(request.id)
        if not subscription:
            raise RefusedError(HTTPStatus.NOT_FOUND, "no such subscription")
        if request.headers.get("host") != self.origin.partition("://")[2]:
            raise RefusedError(400, f"Host {request.headers.get('host')}")
        claims = self._sender(request, subscription)
        received = _message(request, subscription, claims)
        manner = self._next_manner(request.id)
        if 200 <= manner.status < 300 and manner.kind not in ("hang", "drop"):
            self._take(received)
        return manner

    def _next_manner(self, name: str) -> Manner:
        manners = self._manners.get(name)
        if not manners:
            return self._manner
        return manners.pop(0) if len(manners) > 1 else manners[0]

    def _take(self, received: Received) -> None:
        self.accepted.append(received)
        queue = self._queue.setdefault(received.subscription, [])
        queue[:] = [other for other in queue if not received.topic or other.topic != received.topic]
        queue.append(received)

    def _sender(self, request: _Request, subscription: Subscription) -> dict[str, Any]:
        credentials = _CREDENTIALS.fullmatch(request.headers.get("authorization", ""))
        if not credentials:
            raise RefusedError(401, "Authorization is not: vapid t=…, k=…")
        token, key = credentials.groups()
        if subscription.sender and key != subscription.sender:
            raise RefusedError(403, "VapidPkHashMismatch")
        claims = verified(token, key)
        if claims.get("aud") != self.origin:
            raise RefusedError(403, f"BadJwtToken: aud {claims.get('aud')}")
        if not self.now() < claims.get("exp", 0) <= self.now() + DAY:
            raise RefusedError(403, f"BadJwtToken: exp {claims.get('exp')}")
        if not _SUBJECT.fullmatch(claims.get("sub", "")):
            raise RefusedError(403, f"BadJwtToken: sub {claims.get('sub')}")
        return claims


def verified(token: str, key: str) -> dict[str, Any]:
    """The claims of a JWT in ES256 whose signature is by this key."""
    signed, _, signature = token.rpartition(".")
    head, claims = (json.loads(unpadded(part)) for part in signed.split("."))
    raw = unpadded(signature)
    if head != {"typ": "JWT", "alg": "ES256"} or len(raw) != 64:
        raise RefusedError(403, "BadJwtToken: not ES256")
    der = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
    public = ec.EllipticCurvePublicKey.from_encoded_point(_CURVE, unpadded(key))
    try:
        public.verify(der, signed.encode(), ec.ECDSA(SHA256()))
    except InvalidSignature:
        raise RefusedError(403, "BadJwtToken: signature") from None
    result: dict[str, Any] = claims
    return result


_FORMS = {
    "content-encoding": "aes128gcm",
    "content-type": "application/octet-stream",
    "ttl": "[0-9]{1,8}",
    "urgency": "very-low|low|normal|high",
    "topic": "[A-Za-z0-9_-]{1,32}",
}


def _message(request: _Request, subscription: Subscription, claims: dict[str, Any]) -> Received:
    headers = request.headers
    for name, form in _FORMS.items():
        if not re.fullmatch(form, headers.get(name, "")):
            raise RefusedError(400, f"{name}: {headers.get(name)}")
    if len(request.body) > LONGEST_BODY:
        raise RefusedError(413, "too long")
    try:
        payload = subscription.decrypt(request.body)
    except Exception as error:
        raise RefusedError(400, f"cannot be decrypted: {error}") from None
    return Received(
        subscription.id,
        payload,
        headers["topic"],
        int(headers["ttl"]),
        headers["urgency"],
        len(request.body),
        claims,
    )


async def _read(reader: asyncio.StreamReader) -> _Request:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("ascii")
    line, *lines = head.rstrip("\r\n").split("\r\n")
    headers: dict[str, str] = {}
    for name, value in (entry.split(": ", 1) for entry in lines):
        before = headers.get(name.lower())  # what is sent twice fits no form
        headers[name.lower()] = f"{before}, {value}" if before else value
    return _Request(line, headers, await reader.readexactly(int(headers["content-length"])))


async def _answer(writer: asyncio.StreamWriter, manner: Manner) -> bool:
    if manner.kind == "hang":
        await asyncio.sleep(3600)
    if manner.kind == "drop":
        return False
    writer.write(b"no HTTP\r\n\r\n" if manner.kind == "garbage" else _head(manner))
    if manner.kind.startswith("endless"):
        await _endless(writer, b"X-Filler: x\r\n" if manner.kind == "endless head" else b"x" * 999)
    writer.write(manner.body.encode())
    if manner.kind == "tired":
        await asyncio.sleep(0.05)
        writer.write(b"HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n")
    await writer.drain()
    return manner.kind in ("answer", "tired")


def _head(manner: Manner) -> bytes:
    lines = [f"HTTP/1.1 {manner.status} {HTTPStatus(manner.status).phrase}"]
    lines += [f"Retry-After: {manner.retry_after}"] * bool(manner.retry_after)
    lines += [f"Location: {manner.location}"] * bool(manner.location)
    if manner.kind not in ("endless", "endless head", "no length"):
        missing = 9 if manner.kind == "short" else 0
        lines.append(f"Content-Length: {len(manner.body.encode()) + missing}")
    end = "\r\n" if manner.kind == "endless head" else "\r\n\r\n"
    return ("\r\n".join(lines) + end).encode()


async def _endless(writer: asyncio.StreamWriter, filler: bytes) -> None:
    while True:
        writer.write(filler)
        await writer.drain()
        await asyncio.sleep(0)


def date(seconds: float) -> str:
    return formatdate(seconds, usegmt=True)


def base64url(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


def unpadded(value: str) -> bytes:
    return base64.urlsafe_b64decode(value + "=" * (-len(value) % 4))
