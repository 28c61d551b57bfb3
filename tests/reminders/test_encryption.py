"""What the phone gets is what was sent, and nobody else can read it or tell it apart."""

from __future__ import annotations

import struct

import http_ece
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given
from hypothesis import strategies as st
from pywebpush import WebPusher

from tests.reminders.standin import PushService, Subscription, base64url, unpadded
from webapp.reminders.encryption import PADDED, SubscriptionError, encrypt, keys, seal

HEADER_BYTES, TAG_BYTES = 16 + 4 + 1 + 65, 16


@pytest.fixture
def phone() -> Subscription:
    return PushService().subscribe()


def private(text: str) -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(int.from_bytes(unpadded(text), "big"), ec.SECP256R1())


def test_the_example_of_rfc_8291_comes_out_byte_for_byte() -> None:
    phone = keys(
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        "BTBZMqHH6r4Tts7J_aSIgg",
    )
    body = seal(
        b"When I grow up, I want to be a watermelon\x02",
        phone,
        private("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"),
        unpadded("DGv6ra1nlYgDCS1FRnbzlw"),
    )
    assert base64url(body) == (
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
        "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
        "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    )


@given(st.binary(max_size=PADDED - 1))
def test_the_phone_reads_what_was_sent(payload: bytes) -> None:
    phone = PushService().subscribe()
    assert phone.decrypt(encrypt(payload, phone.p256dh, phone.auth)) == payload


def test_messages_of_every_length_are_equally_long(phone: Subscription) -> None:
    payloads = [b"", b"x", b"\0\0", b"\x02", b"x" * (PADDED - 1)]
    bodies = [encrypt(payload, phone.p256dh, phone.auth) for payload in payloads]
    assert {len(body) for body in bodies} == {HEADER_BYTES + PADDED + TAG_BYTES}
    # RFC 8291: one record, smaller than the record size that is stated.
    assert {struct.unpack("!L", body[16:20])[0] for body in bodies} == {4096}


def test_what_is_too_long_to_hide_its_length_is_refused(phone: Subscription) -> None:
    with pytest.raises(ValueError, match=r"^payload: .*1024"):
        encrypt(b"x" * PADDED, phone.p256dh, phone.auth)


def test_salt_and_key_serve_once(phone: Subscription) -> None:
    bodies = [encrypt(b"x", phone.p256dh, phone.auth) for _ in range(20)]
    assert len({body[:16] for body in bodies}) == 20
    assert len({body[21:86] for body in bodies}) == 20


def test_pywebpush_and_we_write_what_the_same_phone_reads(phone: Subscription) -> None:
    theirs = WebPusher(phone.as_json).encode(b"thirsty?", content_encoding="aes128gcm")
    ours = encrypt(b"thirsty?", phone.p256dh, phone.auth)
    assert theirs
    assert phone.decrypt(theirs["body"]) == phone.decrypt(ours) == b"thirsty?"
    # The same header: salt, record size, length of the key, and a point.
    assert theirs["body"][16:22] == ours[16:22]


def test_nobody_else_reads_it(phone: Subscription) -> None:
    body = encrypt(b"x", phone.p256dh, phone.auth)
    with pytest.raises(http_ece.ECEException):
        PushService().subscribe().decrypt(body)
    with pytest.raises(http_ece.ECEException):
        phone.decrypt(body[:-1] + bytes([body[-1] ^ 1]))


def test_keys_may_be_padded_as_some_clients_do(phone: Subscription) -> None:
    assert phone.decrypt(encrypt(b"x", f"{phone.p256dh}=", f"{phone.auth}==")) == b"x"


def swapped(point: str, **changes: int) -> str:
    changed = bytearray(unpadded(point))
    for place, value in changes.items():
        changed[int(place[1:])] ^= value
    return base64url(bytes(changed))


POINT = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
SECRET = "BTBZMqHH6r4Tts7J_aSIgg"


@pytest.mark.parametrize(
    ("p256dh", "auth", "field"),
    [
        ("", SECRET, "p256dh"),
        ("no base64!", SECRET, "p256dh"),
        ("ü" * 87, SECRET, "p256dh"),
        (POINT[:-2], SECRET, "p256dh"),
        (POINT + "AA", SECRET, "p256dh"),
        (swapped(POINT, _64=1), SECRET, "p256dh"),
        (swapped(POINT, _0=4 ^ 6), SECRET, "p256dh"),
        (base64url(b"\x04" + bytes(64)), SECRET, "p256dh"),
        (base64url(bytes(65)), SECRET, "p256dh"),
        (base64url(b"\x02" + unpadded(POINT)[1:33]), SECRET, "p256dh"),
        (base64url(b"\x04" + b"\xff" * 64), SECRET, "p256dh"),
        (POINT, "", "auth"),
        (POINT, SECRET[:-2], "auth"),
        (POINT, SECRET + "AA", "auth"),
        (POINT, "*" * 22, "auth"),
    ],
)
def test_malformed_keys_are_named(p256dh: str, auth: str, field: str) -> None:
    with pytest.raises(SubscriptionError, match=f"^{field}: must be "):
        encrypt(b"x", p256dh, auth)
