"""Push services know who sends, and the key outlives a restart."""

from __future__ import annotations

import json
import re
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from py_vapid.jwt import decode as their_decode

from tests.reminders.standin import RefusedError, unpadded, verified
from webapp.reminders.vapid import KeyFileError, Vapid, is_contact, load_or_create

ORIGIN, SUBJECT, NOW = "https://push.example.net", "mailto:push@example.com", 1453341326.4
HOUR = 3600

# RFC 8292, section 2.4
EXAMPLE = (
    "vapid "
    "t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAi"
    "OjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0.i3CYb7t4xfxCDquptFOepC9GAu_HLGk"
    "MlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA, "
    "k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs"
)


@pytest.fixture
def vapid() -> Vapid:
    return Vapid(ec.generate_private_key(ec.SECP256R1()))


def parts(header: str) -> tuple[str, str]:
    found = re.fullmatch(r"vapid t=([\w-]+\.[\w-]+\.[\w-]+), k=([\w-]{87})", header)
    assert found, header
    return found[1], found[2]


def claims(header: str) -> dict[str, object]:
    return verified(*parts(header))


def test_the_stand_in_takes_the_example_of_rfc_8292() -> None:
    assert claims(EXAMPLE) == {"aud": ORIGIN, "exp": 1453523768, "sub": SUBJECT}


def test_the_header_has_the_form_of_the_example(vapid: Vapid) -> None:
    header = vapid.header(ORIGIN, SUBJECT, NOW)
    token, key = parts(header)
    theirs = parts(EXAMPLE)[0]
    assert token.split(".")[0] == theirs.split(".")[0]
    ours, example = (list(json.loads(unpadded(text.split(".")[1]))) for text in (token, theirs))
    assert ours == example == ["aud", "exp", "sub"]
    assert len(token.split(".")[2]) == len(theirs.split(".")[2]) == 86
    assert key == vapid.public_key
    assert len(unpadded(key)) == 65


def test_it_is_signed_for_this_push_service_and_half_a_day(vapid: Vapid) -> None:
    expected = {"aud": ORIGIN, "exp": int(NOW) + 12 * HOUR, "sub": SUBJECT}
    assert claims(vapid.header(ORIGIN, SUBJECT, NOW)) == expected


def test_the_signature_is_good_for_another_implementation(vapid: Vapid) -> None:
    token, key = parts(vapid.header(ORIGIN, SUBJECT, NOW))
    assert their_decode(token, key)["aud"] == ORIGIN


def test_another_key_did_not_sign_it(vapid: Vapid) -> None:
    token, _ = parts(vapid.header(ORIGIN, SUBJECT, NOW))
    with pytest.raises(RefusedError, match="signature"):
        verified(token, Vapid(ec.generate_private_key(ec.SECP256R1())).public_key)


def test_a_header_is_kept_for_eleven_hours(vapid: Vapid) -> None:
    first = vapid.header(ORIGIN, SUBJECT, NOW)
    assert vapid.header(ORIGIN, SUBJECT, NOW + 11 * HOUR - 1) == first
    later = vapid.header(ORIGIN, SUBJECT, NOW + 11 * HOUR)
    assert claims(later)["exp"] == int(NOW) + 23 * HOUR


def test_a_clock_set_back_makes_no_token_that_ends_too_late(vapid: Vapid) -> None:
    vapid.header(ORIGIN, SUBJECT, NOW)
    back = NOW - 24 * HOUR
    assert claims(vapid.header(ORIGIN, SUBJECT, back))["exp"] == int(back) + 12 * HOUR


def test_each_push_service_and_subject_has_its_own(vapid: Vapid) -> None:
    first = vapid.header(ORIGIN, SUBJECT, NOW)
    assert claims(vapid.header("https://web.push.apple.com", SUBJECT, NOW))["aud"] != ORIGIN
    assert claims(vapid.header(ORIGIN, "https://limber.example", NOW))["sub"] != SUBJECT
    assert vapid.header(ORIGIN, SUBJECT, NOW) == first


def test_invented_names_of_push_services_do_not_fill_the_memory(vapid: Vapid) -> None:
    for number in range(250):
        vapid.header(f"https://x{number}.push.apple.com", SUBJECT, NOW)
    assert len(vapid._kept) <= 100


def test_only_keys_of_the_right_curve_are_taken() -> None:
    with pytest.raises(ValueError, match="P-256"):
        Vapid(ec.generate_private_key(ec.SECP384R1()))


def test_the_key_is_made_on_the_first_start_and_for_this_user_only(tmp_path: Path) -> None:
    path = tmp_path / "vapid.pem"
    made = load_or_create(path)
    assert load_or_create(path).public_key == made.public_key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_bytes().startswith(b"-----BEGIN P")
    assert list(tmp_path.iterdir()) == [path], "nothing else is left"


def test_two_that_start_together_have_the_same_key(tmp_path: Path) -> None:
    path = tmp_path / "vapid.pem"
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(load_or_create, [path] * 32))
    assert len({vapid.public_key for vapid in made}) == 1
    assert list(tmp_path.iterdir()) == [path]


def pem(key: ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey, password: str = "") -> bytes:
    how = BestAvailableEncryption(password.encode()) if password else NoEncryption()
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, how)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no key",
        pem(ec.generate_private_key(ec.SECP256R1()))[:-60],
        pem(ec.generate_private_key(ec.SECP256R1()), "secret"),
        pem(ec.generate_private_key(ec.SECP384R1())),
        pem(ed25519.Ed25519PrivateKey.generate()),
    ],
    ids=["nothing", "words", "cut off", "with a password", "another curve", "another kind"],
)
def test_a_file_that_holds_no_such_key_is_left_alone_and_named(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "vapid.pem"
    path.write_bytes(content)
    with pytest.raises(KeyFileError, match=re.escape(str(path))):
        load_or_create(path)
    assert path.read_bytes() == content


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(KeyFileError, match="gone"):
        load_or_create(tmp_path / "gone" / "vapid.pem")


@pytest.mark.parametrize(
    "subject",
    ["mailto:ana@example.org", "https://limber.example", "https://limber.example/contact?a=b"],
)
def test_a_real_contact_is_one(subject: str) -> None:
    assert is_contact(subject)


@pytest.mark.parametrize(
    "subject",
    [
        "",
        "ana@example.org",
        "mailto:",
        "mailto:x@localhost",
        "mailto: ana@example.org",
        "mailto:<ana@example.org>",
        "mailto:ana@example.org\r\nX: y",
        "https://localhost",
        "https://127.0.0.1",
        "http://limber.example",
        "https://",
    ],
)
def test_what_push_services_refuse_is_no_contact(subject: str) -> None:
    assert not is_contact(subject)
