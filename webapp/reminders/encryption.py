"""Messages only the phone can read: RFC 8291, all of one length.

Written out, because http_ece cannot pad aes128gcm, and takes longer; the tests read with it what
is made here.
"""

from __future__ import annotations

import base64
import hmac
import os
import struct
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

POINT_BYTES = 65
AUTH_BYTES = 16
SALT_BYTES = 16

# Every message is as long as this before encryption, so that a push service cannot tell them
# apart. Mozilla hands on to Android no more than 3 KB, and the longest of ours is below one.
PADDED = 1024
RECORD_SIZE = 4096
_LAST_RECORD = b"\x02"
_CURVE = ec.SECP256R1()


class SubscriptionError(ValueError):
    """Keys of a subscription that cannot be used; the message names the field and the remedy."""


class Keys(NamedTuple):
    """A subscription's public key, as an object and as its bytes, and its secret."""

    public: ec.EllipticCurvePublicKey
    point: bytes
    secret: bytes


def encrypt(payload: bytes, p256dh: str, auth: str) -> bytes:
    """The body of a push; `p256dh` and `auth` as the browser's subscription states them."""
    phone = keys(p256dh, auth)
    return seal(pad(payload), phone, ec.generate_private_key(_CURVE), os.urandom(SALT_BYTES))


def keys(p256dh: str, auth: str) -> Keys:
    """A subscription's keys, taken apart; SubscriptionError when they are none."""
    point, secret = _decode("p256dh", p256dh), _decode("auth", auth)
    if len(secret) != AUTH_BYTES:
        raise SubscriptionError(f"auth: must be {AUTH_BYTES} bytes in base64url")
    if len(point) != POINT_BYTES:
        raise SubscriptionError(f"p256dh: must be {POINT_BYTES} bytes in base64url")
    try:
        public = ec.EllipticCurvePublicKey.from_encoded_point(_CURVE, point)
    except ValueError:
        raise SubscriptionError("p256dh: must be an uncompressed point of P-256") from None
    return Keys(public, point, secret)


def _decode(field: str, value: str) -> bytes:
    bare = value.rstrip("=")
    try:
        return base64.b64decode(bare + "=" * (-len(bare) % 4), b"-_", validate=True)
    except ValueError:
        raise SubscriptionError(f"{field}: must be base64url") from None


def pad(payload: bytes) -> bytes:
    """The one record of a message: what is said, the delimiter, and zeros."""
    if len(payload) >= PADDED:
        raise ValueError(f"payload: must be shorter than {PADDED} bytes")
    return (payload + _LAST_RECORD).ljust(PADDED, b"\0")


def seal(record: bytes, phone: Keys, sender: ec.EllipticCurvePrivateKey, salt: bytes) -> bytes:
    """Encrypt one record with its delimiter; `sender` and `salt` serve for this message only."""
    point = sender.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    agreed = sender.exchange(ec.ECDH(), phone.public)
    mixed = _expand(_extract(phone.secret, agreed), b"WebPush: info\0" + phone.point + point)
    root = _extract(salt, mixed)
    key = _expand(root, b"Content-Encoding: aes128gcm\0")[:16]
    nonce = _expand(root, b"Content-Encoding: nonce\0")[:12]
    header = salt + struct.pack("!LB", RECORD_SIZE, len(point)) + point
    return header + AESGCM(key).encrypt(nonce, record, None)


def _extract(salt: bytes, secret: bytes) -> bytes:
    """The first step of HKDF, RFC 5869."""
    return hmac.digest(salt, secret, "sha256")


def _expand(root: bytes, info: bytes) -> bytes:
    """The second step, which for up to 32 bytes is a single round."""
    return hmac.digest(root, info + b"\1", "sha256")
