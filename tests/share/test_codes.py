"""A code can be read out, written down and typed by anybody, and guessed by nobody."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.share import codes
from webapp.share.codes import ALPHABET, LENGTH
from webapp.share.state import MISSES

CASES = Path(__file__).with_name("codes.json")
CODES = st.text(st.sampled_from(ALPHABET), min_size=LENGTH, max_size=LENGTH)


def test_no_sign_looks_like_another() -> None:
    assert len(set(ALPHABET)) == 32
    assert ALPHABET.islower()
    assert not set("ilou") & set(ALPHABET)


def test_a_code_has_fifty_bits_of_chance() -> None:
    made = {codes.new() for _ in range(2000)}
    assert len(made) == 2000
    assert {len(code) for code in made} == {LENGTH}
    assert set("".join(made)) == set(ALPHABET)
    assert LENGTH * math.log2(len(ALPHABET)) == 50


def test_every_sign_is_as_likely_as_any_other() -> None:
    signs = "".join(codes.new() for _ in range(6400))
    expected = len(signs) / 32
    squares = sum((signs.count(sign) - expected) ** 2 / expected for sign in ALPHABET)
    assert squares < 80  # chi-squared with 31 degrees: one run in a million is above


def test_guessing_takes_a_hundred_years_for_any_of_a_million_routines() -> None:
    per_minute, unit = int(MISSES.split()[0]), MISSES.split()[-1]
    assert unit == "minute"
    guesses_per_hit = 32**LENGTH / 1_000_000
    assert guesses_per_hit > 1.1e9
    assert guesses_per_hit / per_minute / 60 / 24 / 365 > 100


@given(CODES)
def test_a_code_is_found_however_it_is_typed(code: str) -> None:
    written = codes.spoken(code)
    assert len(written) == LENGTH + 1
    for typed in (
        code,
        written,
        written.upper(),
        f"  {written}\n",
        " ".join(code),
        code.replace("1", "I").replace("0", "O").replace("v", "u"),
        code.replace("1", "l"),
        f"https://limber.example/r/{code}",
        f"https://limber.example/zh-hans/r/{code}/print?x#y",
        f"\u2067{written}\u2069",
        written.replace("-", "–"),
        written.replace("-", "−"),
    ):
        assert codes.normalize(typed) == code


@pytest.mark.parametrize(("typed", "code"), json.loads(CASES.read_text("utf-8")))
def test_the_phone_finds_the_same(typed: str, code: str | None) -> None:
    """tests/js/shared/codes.test.js reads these too."""
    assert codes.normalize(typed) == code


def test_digits_of_other_keyboards_are_digits() -> None:
    assert codes.normalize("٣٤٥٦٧-abcde") == "34567abcde"
    assert codes.normalize("३४५६७abcde") == "34567abcde"
    assert codes.normalize("ＡＢＣＤＥ－３４５６７") == "abcde34567"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "abcde",
        "abcdefghjkm",
        "abcde/fghjk",
        "abcde!fghj",
        "abcdefghj\0é",
        "абвгдежзик",
        "🦀" * 10,
    ],
)
def test_what_is_no_code_is_none(typed: str) -> None:
    assert codes.normalize(typed) is None


@given(st.text(max_size=400))
def test_whatever_is_typed_is_a_code_or_none(typed: str) -> None:
    found = codes.normalize(typed)
    assert found is None or codes.normalize(codes.spoken(found)) == found
