"""Certificates of the tests' own, as an operator has them made."""

from __future__ import annotations

from base64 import b64encode
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

NAME = "limber.example"


def make(folder: Path, days: float = 30, password: bytes = b"") -> dict[str, str]:
    """A certificate that signs itself, good for so many days, as settings of Limber."""
    key = ec.generate_private_key(ec.SECP256R1())
    guarded: KeySerializationEncryption = (
        BestAvailableEncryption(password) if password else NoEncryption()
    )
    files = {"CERTIFICATE": folder / "certificate.pem", "KEY": folder / "key.pem"}
    files["CERTIFICATE"].write_bytes(_signed(key, days).public_bytes(Encoding.PEM))
    files["KEY"].write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, guarded))
    return {f"LIMBER_TLS_{name}": str(path) for name, path in files.items()}


def pin(certificate: Path) -> str:
    """Of its key, as Chromium is told whom to trust: SHA-256 in base64."""
    key = x509.load_pem_x509_certificate(certificate.read_bytes()).public_key()
    public = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return b64encode(sha256(public).digest()).decode()


def _signed(key: ec.EllipticCurvePrivateKey, days: float) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    names = [x509.DNSName(NAME), x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))]
    end = datetime.now(UTC) + timedelta(days=days)
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(end - timedelta(days=90))
        .not_valid_after(end)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(key, SHA256())
    )
