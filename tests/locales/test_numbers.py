"""Numbers are written as readers write them; the same table tests static/js/shared/numbers.js."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from webapp import locales

CASES = json.loads(Path(__file__).with_name("numbers.json").read_text("utf-8"))
LANGUAGES = {language.tag: language for language in locales.LANGUAGES}


@pytest.mark.parametrize(("tag", "value", "written"), CASES["number"])
def test_a_number_is_written_as_the_language_does(tag: str, value: float, written: str) -> None:
    assert locales.number(value, LANGUAGES[tag]) == written


@pytest.mark.parametrize(("tag", "seconds", "written"), CASES["clock"])
def test_seconds_are_written_as_on_a_clock(tag: str, seconds: float, written: str) -> None:
    assert locales.clock(seconds, LANGUAGES[tag]) == written
