"""With every text in another language, no English word is left on any kind of page."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.translations.pseudo import pseudo
from webapp import places


def test_a_text_is_longer_and_keeps_its_values_and_markup() -> None:
    text = pseudo("Start, %(length)s <b>now</b>")
    assert text.startswith("⟦Štàrt")
    assert "%(length)s" in text
    assert "<b>" in text
    assert len(text) > 1.3 * len("Start, %(length)s <b>now</b>")


@pytest.mark.sweep
def test_no_kind_of_page_has_a_word_that_no_translation_reaches() -> None:
    command = [sys.executable, "-m", "tests.translations.pseudo", "--check"]
    found = subprocess.run(command, cwd=places.ROOT, capture_output=True, text=True, check=False)
    assert found.stdout.strip() == ""
    assert found.returncode == 0, found.stderr
