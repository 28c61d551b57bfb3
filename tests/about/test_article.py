"""The article's sentences: counted without a gap, ours in words, and led on from."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.conftest import ReadPage
from tests.content.sentences import sentences
from tests.sampling import every_language
from webapp.content import library
from webapp.locales import Language

LANGUAGE = every_language()
ARTICLE = library.english().article
JUDGED = [each for each in ARTICLE if each.verdict != "form"]


@pytest.fixture
def settings(settings: dict[str, str]) -> dict[str, str]:
    """More pages are read in a minute than one visitor may."""
    return {**settings, "LIMBER_RATE_LIMIT": "100000 per minute"}


def test_the_numbers_have_no_gap_and_what_is_said_twice_is_judged_the_same() -> None:
    assert [each.number for each in ARTICLE] == [*range(1, len(ARTICLE) + 1)]
    judged: dict[str, set[tuple[str, str | None]]] = {}
    for each in ARTICLE:
        judged.setdefault(each.sha256, set()).add((each.verdict, each.instead))
    assert all(len(answers) == 1 for answers in judged.values())


def test_a_text_is_split_at_its_lines_and_ends() -> None:
    assert sentences("A title\nOne. Two!  Three?[1] Four\n\n 2. ") == [
        *("A title", "One.", "Two!", "Three?[1] Four", "2."),
    ]


@LANGUAGE
def test_each_is_shown_with_what_limber_says_instead(
    own_page: ReadPage, language: Language
) -> None:
    words = own_page(f"/{language.prefix}/about/article").words
    for each in library.localized(language).article:
        if each.instead:
            assert " ".join(each.says.split()) in words
            assert " ".join(each.instead.split()) in words


def test_every_source_leads_to_the_pages_that_rest_on_it(
    own_page: ReadPage, client: FlaskClient
) -> None:
    shown = own_page("/en/about/sources")
    resting: dict[str, list[str]] = {}
    for source in library.english().sources:
        (row,) = [each for each in shown.all("li") if each.get("id") == source]
        for address in (link.get("href", "") for link in row.iter("a")):
            resting.setdefault(address, []).append(f"/en/about/sources#{source}")
    for address, sources in resting.items():
        if address.startswith("/en/"):
            shown_there = client.get(address).text
            assert [each for each in sources if f'href="{each}"' not in shown_there] == [], address
