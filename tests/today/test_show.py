"""Today leads to the warm-up in one tap."""

from __future__ import annotations

from tests.conftest import ReadPage


def test_the_warm_up_is_one_tap_away(page: ReadPage) -> None:
    shown = page("/en/")
    assert "/en/routines/cold-water-10" in shown.links
    assert "11:09" in shown.words


def test_each_page_says_who_has_checked_it(page: ReadPage) -> None:
    assert "not checked by a clinician" in page("/en/").words
    assert "This translation has not been checked" not in page("/en/").words
