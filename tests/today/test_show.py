"""Today leads to the warm-up in one tap."""

from __future__ import annotations

from tests.conftest import ReadPage
from webapp.content import library


def test_the_warm_up_is_one_tap_away(page: ReadPage) -> None:
    shown = page("/en/")
    assert "/en/routines/cold-water-10/play" in shown.links
    assert "/en/routines/cold-water-10" in shown.links
    assert "Start, 11 min 9 s" in shown.words.replace("\u00a0", " ")


def test_every_routine_is_on_today_by_what_it_is_for(page: ReadPage) -> None:
    shown = page("/en/")
    for routine in library.english().routines.values():
        assert routine.title in shown.words
    assert "/en/routines/#daily" in shown.links
    assert "/en/routines/rewarming" in shown.links
    assert shown.words.index("Before cold water") < shown.words.index("Other routines")


def test_each_page_says_who_has_checked_it(page: ReadPage) -> None:
    assert "not checked by a clinician" in page("/en/").words
    assert "This translation has not been checked" not in page("/en/").words
