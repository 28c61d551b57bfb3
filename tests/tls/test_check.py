"""Which certificates and keys can be used, and what is said of the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import certificates
from webapp import tls
from webapp.config import ConfigError, read


def said(settings: dict[str, str]) -> str:
    with pytest.raises(ConfigError) as raised:
        tls.check(read(settings))
    return str(raised.value)


def test_a_certificate_with_its_key_or_none_is_well(tmp_path: Path) -> None:
    tls.check(read(certificates.make(tmp_path)))
    tls.check(read({}))


@pytest.mark.parametrize("missing", ["LIMBER_TLS_CERTIFICATE", "LIMBER_TLS_KEY"])
def test_one_without_the_other_is_refused(missing: str, tmp_path: Path) -> None:
    told = said({**certificates.make(tmp_path), missing: ""})
    assert told.startswith("LIMBER_TLS_KEY: ")
    assert told.endswith("set LIMBER_TLS_CERTIFICATE and LIMBER_TLS_KEY together, or neither")


@pytest.mark.parametrize(
    ("name", "file", "reason"),
    [
        ("CERTIFICATE", "nowhere.pem", "(No such file or directory); give"),
        ("KEY", "nowhere.pem", "(No such file or directory); give"),
        ("CERTIFICATE", "README.md", "(not in pem, or with a password); give"),
        ("KEY", "guarded/key.pem", "(not in pem, or with a password); give"),
        ("KEY", "other/key.pem", "(key values mismatch); give"),
    ],
)
def test_what_cannot_be_used_is_named(name: str, file: str, reason: str, tmp_path: Path) -> None:
    for folder, password in (("guarded", b"secret"), ("other", b"")):
        (tmp_path / folder).mkdir()
        certificates.make(tmp_path / folder, password=password)
    there = tmp_path / file
    setting = {f"LIMBER_TLS_{name}": str(there if there.exists() else file)}
    assert reason in said({**certificates.make(tmp_path), **setting})
