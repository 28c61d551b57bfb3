"""The first minute: the language first, then what Limber is not, before what one can skip."""

from __future__ import annotations

from tests.conftest import ReadPage


def test_the_language_comes_first_and_the_disclaimer_before_installing(page: ReadPage) -> None:
    words = page("/en/welcome/").words
    parts = ("Your language", "not a medical device", "How to install")
    places = [words.index(part) for part in parts]
    assert places == sorted(places)
    for part in ("under 18", "Call your local emergency number", "never swim alone"):
        assert part in words


def test_it_leads_on_to_today_and_is_found_from_there(page: ReadPage) -> None:
    assert "/en/" in page("/en/welcome/").links
    assert "/en/welcome/" in page("/en/").links
