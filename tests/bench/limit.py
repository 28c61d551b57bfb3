"""The limit of one core: each step of RFC 8291 once, by the quickest means there are."""

from __future__ import annotations

import hmac
import os

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from webapp.reminders.encryption import PADDED

CURVE = ec.SECP256R1()
PAYLOAD = b'{"web_push":8030,"notification":{"title":"Limber: a reminder"}}'.ljust(400)


def encrypt_all(messages: int) -> None:
    receiver, secret = point(key()), os.urandom(16)
    for _ in range(messages):
        _encrypt(receiver, secret)


def _encrypt(receiver: bytes, secret: bytes) -> bytes:
    phone = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, receiver)
    sender, salt = key(), os.urandom(16)
    own = point(sender)
    shared = hmac.digest(secret, sender.exchange(ec.ECDH(), phone), "sha256")
    mixed = hmac.digest(shared, b"WebPush: info\0" + receiver + own + b"\1", "sha256")
    root = hmac.digest(salt, mixed, "sha256")
    content = hmac.digest(root, b"Content-Encoding: aes128gcm\0\1", "sha256")[:16]
    nonce = hmac.digest(root, b"Content-Encoding: nonce\0\1", "sha256")[:12]
    record = (PAYLOAD + b"\2").ljust(PADDED, b"\0")
    return salt + b"\0\0\x10\0\x41" + own + AESGCM(content).encrypt(nonce, record, None)


def key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(CURVE)


def point(private: ec.EllipticCurvePrivateKey) -> bytes:
    return private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
