"""A number once given stays with its exercise: short links and codes rest on it."""

from __future__ import annotations

from pathlib import Path

from webapp.content import library

STORED = Path(__file__).with_name("numbers.txt")


def test_no_number_ever_given_has_changed() -> None:
    given = [f"{slug} {number}" for slug, number in library.english().numbers.items()]
    stored = STORED.read_text("utf-8").splitlines()
    assert set(stored) <= set(given), "numbers stay for ever, also of exercises that are gone"
    assert given == stored, f"append the new numbers to {STORED.name}, and never take one out"
