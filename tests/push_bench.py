"""Pushes per second, beside what encryption alone allows on one core, in one run.

`python -m tests.push_bench`, about ten seconds. The push service is a sink in another process
that reads no more than it must, so what is measured is this side.
"""

from __future__ import annotations

import asyncio
import base64
import hmac
import os
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from statistics import median
from typing import cast

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from webapp.reminders.encryption import PADDED
from webapp.reminders.endpoints import LOOPBACK
from webapp.reminders.sender import Message, Sender
from webapp.reminders.vapid import Vapid

BAR = 0.35
ROUNDS, MESSAGES, AT_ONCE = 15, 640, 32
CURVE = ec.SECP256R1()
PAYLOAD = b'{"web_push":8030,"notification":{"title":"Limber: a reminder"}}'.ljust(400)


def main() -> int:
    sink = subprocess.Popen(
        [sys.executable, "-m", "tests.push_bench", "sink"], stdout=subprocess.PIPE, text=True
    )
    assert sink.stdout
    with sink:
        try:
            return asyncio.run(_compare(int(sink.stdout.readline())))
        finally:
            sink.terminate()


async def _compare(port: int) -> int:
    """In turn, so that whatever else this machine does weighs on both."""
    sender = Sender(Vapid(_key()), "mailto:ana@example.org", [LOOPBACK])
    limits, rates = [], []
    for _ in range(ROUNDS):
        limits.append(await _rate(_encrypt_all))
        rates.append(await _rate(lambda: _send_all(sender, port)))
    await sender.close()
    ratio = median(rate / limit for rate, limit in zip(rates, limits, strict=True))
    print(f"encryption alone   {median(limits):6.0f} messages/s   {_spread(limits)}")
    print(f"our sender         {median(rates):6.0f} messages/s   {_spread(rates)}")
    print(f"ratio              {ratio:6.2f}   bar {BAR}")
    return 0 if ratio >= BAR else 1


def _spread(rates: list[float]) -> str:
    return f"{min(rates):.0f} to {max(rates):.0f} in {len(rates)} rounds"


async def _rate(run: Callable[[], Awaitable[None]]) -> float:
    began = time.perf_counter()
    await run()
    return MESSAGES / (time.perf_counter() - began)


# (a) The limit: each step of RFC 8291 once, by the quickest means there are.


async def _encrypt_all() -> None:
    point, secret = _point(_key()), os.urandom(16)
    for _ in range(MESSAGES):
        _encrypt(point, secret)


def _encrypt(point: bytes, secret: bytes) -> bytes:
    receiver = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, point)
    sender, salt = _key(), os.urandom(16)
    own = _point(sender)
    shared = hmac.digest(secret, sender.exchange(ec.ECDH(), receiver), "sha256")
    mixed = hmac.digest(shared, b"WebPush: info\0" + point + own + b"\1", "sha256")
    root = hmac.digest(salt, mixed, "sha256")
    key = hmac.digest(root, b"Content-Encoding: aes128gcm\0\1", "sha256")[:16]
    nonce = hmac.digest(root, b"Content-Encoding: nonce\0\1", "sha256")[:12]
    record = (PAYLOAD + b"\2").ljust(PADDED, b"\0")
    return salt + b"\0\0\x10\0\x41" + own + AESGCM(key).encrypt(nonce, record, None)


def _key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(CURVE)


def _point(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


# (b) Ours: everything that a message takes, to different subscriptions.


async def _send_all(sender: Sender, port: int) -> None:
    messages = iter([_message(port, number) for number in range(MESSAGES)])

    async def work() -> None:
        for message in messages:
            outcome = await sender.send(message)
            assert outcome.status == 201, outcome

    await asyncio.gather(*(work() for _ in range(AT_ONCE)))


_POINTS = [base64.urlsafe_b64encode(_point(_key())).rstrip(b"=").decode() for _ in range(50)]


def _message(port: int, number: int) -> Message:
    endpoint = f"http://{LOOPBACK}:{port}/push/{number:022}"
    auth = base64.urlsafe_b64encode(number.to_bytes(16, "big")).rstrip(b"=").decode()
    point = _POINTS[number % len(_POINTS)]
    return Message(endpoint, point, auth, PAYLOAD, f"topic-{number}", 1800, "normal")


class _Sink(asyncio.Protocol):
    """Counts a request's bytes and says 201."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)
        self.received = b""

    def data_received(self, data: bytes) -> None:
        self.received += data
        head, found, body = self.received.partition(b"\r\n\r\n")
        if found and len(body) >= int(head.partition(b"Content-Length: ")[2].split(b"\r")[0]):
            self.received = b""
            self.transport.write(b"HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n")


async def _sink() -> None:
    server = await asyncio.get_running_loop().create_server(_Sink, LOOPBACK, 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    if sys.argv[1:] == ["sink"]:
        asyncio.run(_sink())
    sys.exit(main())
