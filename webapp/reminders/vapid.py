"""Who sends: the server's key and the signed header that push services ask for (RFC 8292)."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import re
import tempfile
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

HOUR = 3600
# Push services refuse more than 24 hours; a token is replaced before it ends.
EXPIRES = 12 * HOUR
KEPT = 11 * HOUR
# Only names below the allowed hosts come here, yet who subscribes may invent those.
MOST_KEPT = 100

_HEAD = b'{"typ":"JWT","alg":"ES256"}'
_CONTACT = re.compile(
    r"(mailto:[^\s@<>?,:/]+@|https://)(?:[\w-]+\.)+[a-z][\w-]*([:/?][^\s<>]*)?", re.I
)


class KeyFileError(Exception):
    """The key's file cannot be used; the message says what to do."""


class Vapid:
    """The server's key. Phones subscribe to it, so another key means to subscribe again."""

    def __init__(self, private_key: ec.EllipticCurvePrivateKey) -> None:
        if not isinstance(private_key.curve, ec.SECP256R1):
            raise ValueError("private_key: must be of the curve P-256")
        self._private_key = private_key
        self._kept: dict[tuple[str, str], tuple[float, str]] = {}
        point = private_key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        self.public_key = _base64url(point)

    def header(self, origin: str, subject: str, now: float) -> str:
        """The Authorization header for a push service; signing costs more than sending, so kept."""
        made, header = self._kept.get((origin, subject), (0.0, ""))
        # A clock that was set back would make the token end too late for the push service.
        if not (header and made <= now < made + KEPT):
            header = f"vapid t={self._token(origin, subject, now)}, k={self.public_key}"
            self._keep((origin, subject), now, header)
        return header

    def _keep(self, whom: tuple[str, str], now: float, header: str) -> None:
        if len(self._kept) >= MOST_KEPT:
            self._kept.clear()
        self._kept[whom] = (now, header)

    def _token(self, origin: str, subject: str, now: float) -> str:
        claims = {"aud": origin, "exp": int(now) + EXPIRES, "sub": subject}
        body = json.dumps(claims, separators=(",", ":")).encode()
        signed = f"{_base64url(_HEAD)}.{_base64url(body)}"
        r, s = decode_dss_signature(self._private_key.sign(signed.encode(), ec.ECDSA(SHA256())))
        return f"{signed}.{_base64url(r.to_bytes(32, 'big') + s.to_bytes(32, 'big'))}"


def is_contact(subject: str) -> bool:
    """Whether push services take it as the sender's contact: Apple refuses x@localhost."""
    return bool(_CONTACT.fullmatch(subject))


def load_or_create(path: Path) -> Vapid:
    """The key in this file, which is made when missing; KeyFileError when it is unusable."""
    try:
        if not path.exists():
            _create(path)
    except OSError as error:
        raise _unusable(path, error) from None
    return load(path)


def load(path: Path) -> Vapid:
    """The key in this file; KeyFileError when it is missing or unusable."""
    try:
        key = load_pem_private_key(path.read_bytes(), password=None)
        if isinstance(key, ec.EllipticCurvePrivateKey):
            return Vapid(key)
    except OSError as error:
        raise _unusable(path, error) from None
    except (ValueError, TypeError, UnsupportedAlgorithm):
        pass
    raise KeyFileError(
        f"{path}: is no private key of the curve P-256 in PEM without a password; put the right "
        "one back, or remove it for a new one, after which every phone subscribes again"
    )


def _unusable(path: Path, error: OSError) -> KeyFileError:
    return KeyFileError(
        f"{path}: cannot be used ({error.strerror}); make it readable for this user"
    )


def _create(path: Path) -> None:
    """Whole or not at all, and only one of two that start together makes the key."""
    key = ec.generate_private_key(ec.SECP256R1())
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.") as file:
        file.write(pem)  # the file is this user's alone (0600) from the start
        file.flush()
        os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(file.name, path)


def _base64url(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()
