"""The journal is the same for everyone: a shell with the words that the device fills in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.conftest import ReadPage
from tests.reading import text
from tests.sampling import every_language
from webapp import places
from webapp.content import library
from webapp.locales import Language

ALL = every_language()


def guide(page: ReadPage, prefix: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(page(f"/{prefix}/journal/").by_id("guide").text or "")
    return found


@ALL
def test_what_was_done_is_named_in_the_language(page: ReadPage, language: Language) -> None:
    content = library.localized(language)
    kinds = guide(page, language.prefix)["kinds"]
    assert kinds["routine"]["names"]["desk-break"] == content.routines["desk-break"].title
    assert kinds["exercise"]["names"]["bird-dog"] == content.exercises["bird-dog"].name


@ALL
def test_there_is_a_word_for_every_kind_that_is_gone(page: ReadPage, language: Language) -> None:
    found = guide(page, language.prefix)
    assert set(found["words"]["gone"]) == set(found["kinds"])


def test_what_can_be_chosen_is_what_the_scripts_read(page: ReadPage) -> None:
    shown = page("/en/journal/")
    kinds, periods = (
        [each.get("value") for each in shown.by_id(name).iter("{*}option")]
        for name in ("kind", "period")
    )
    filters = source("journal/filters.js")
    assert f"({'|'.join(filter(None, map(str, kinds)))})" in filters
    assert f"({'|'.join(filter(None, map(str, periods)))})" in filters
    series = source("journal/series.js")
    for name in ("range", "span"):
        for each in shown.all("input"):
            if each.get("name") == name:
                assert f'"{each.get("value")}"' in series


def source(name: str) -> str:
    return (Path(places.STATIC) / "js" / name).read_text("utf-8")


def test_the_advice_after_a_bad_session_is_the_players(page: ReadPage) -> None:
    def advice(path: str) -> str:
        found = [each for each in page(path).all("template") if "data-bad-words" in each.attrib]
        return text(found[0])

    ours = advice("/en/journal/")
    assert "Stop for today" in ours
    assert ours == advice("/en/routines/cold-water-10/play")


def test_without_a_script_the_page_says_so_and_shows_no_empty_numbers(page: ReadPage) -> None:
    shown = page("/en/journal/")
    hidden = {name for each in shown.all("div") if "hidden" in each.attrib for name in each.attrib}
    assert {"data-filled", "data-empty", "data-charts"} <= hidden
    assert "JavaScript shows it" in shown.words


def test_today_leads_to_it(page: ReadPage) -> None:
    assert page("/en/").links.count("/en/journal/") == 2
