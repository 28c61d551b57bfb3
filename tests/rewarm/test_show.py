"""Rewarming is whole without a script, and stays open while an emergency sign is answered."""

from __future__ import annotations

import pytest

from tests.conftest import ReadPage
from tests.reading import plain
from webapp.content import library
from webapp.locales import LANGUAGES, Language

LANGUAGE = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)


@LANGUAGE
def test_every_line_is_there(page: ReadPage, language: Language) -> None:
    rewarming = library.localized(language).rewarm["after-cold-water"]
    words = page(f"/{language.prefix}/rewarm/").words
    lines = [*rewarming.call, *rewarming.never, *rewarming.warm, *rewarming.still_cold]
    for line in [*lines, *(step.do for step in rewarming.steps)]:
        assert plain(line) in words


def test_shivering_that_stops_leads_to_help_and_locks(page: ReadPage) -> None:
    shown = page("/en/rewarm/")
    (link,) = [each for each in shown.all("a") if each.get("data-emergency") is not None]
    assert link.get("href") == "/en/check/result/cold"


def test_it_is_no_page_that_a_lock_closes(page: ReadPage) -> None:
    assert "moves" not in page("/en/rewarm/").one("main").get("class", "")


def test_it_asks_after_the_minutes_of_the_content() -> None:
    wait = library.english().rewarm["after-cold-water"].wait
    assert (wait.value, wait.unit, wait.seconds) == (10, "minutes", 600)
