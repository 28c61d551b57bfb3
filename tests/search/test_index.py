"""What the phone searches: every page once in each language, small, with the names it goes by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

import brotli
import pytest
from flask.testing import FlaskClient

from tests.sampling import each_language
from tests.search.ranking import first_found, served
from webapp.content import library
from webapp.content.addresses import addresses
from webapp.locales import ENGLISH, LANGUAGES, Language

LANGUAGE = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
# The bar, of brotli as it is transferred.
MOST_BYTES = 20_000
# A name is found when its page is among so many.
MOST = 8
# What short words tell apart, such as German names of what is done sitting, may not be among them.
MISSED = 14
# What is named exactly stands among the first.
FEW = 3

Read = Callable[[Language], dict[str, dict[str, Any]]]


@pytest.fixture
def read(client: FlaskClient) -> Read:
    """The pages of an index by their addresses."""

    def read(language: Language) -> dict[str, dict[str, Any]]:
        return {each["address"]: each for each in served(client, language)["pages"]}

    return read


@LANGUAGE
def test_every_page_is_in_it_but_questions_which_lead_to_results(
    read: Read, language: Language
) -> None:
    expected = {
        each
        for each in addresses(library.english())
        if each == "check/likeness" or not each.startswith("check/") or "/result/" in each
    }
    assert set(read(language)) == expected


@LANGUAGE
def test_it_is_small(client: FlaskClient, language: Language) -> None:
    answer = client.get(f"/{language.prefix}/search/index.json")
    assert len(brotli.compress(answer.data, quality=11)) <= MOST_BYTES


@each_language()
def test_every_address_in_it_is_a_page(client: FlaskClient, language: Language) -> None:
    index = client.get(f"/{language.prefix}/search/index.json").get_json()
    for address in index["pages"]["address"]:
        path = f"/{language.prefix}/{address}"
        assert client.get(path).status_code == 200, path


def test_a_page_goes_by_its_names_elsewhere_by_its_tradition_and_by_what_people_say(
    read: Read,
) -> None:
    found = read(ENGLISH)
    cloud_hands = found["exercises/cloud-hands"]["names"]
    native = library.english().exercises["cloud-hands"].native
    assert native
    assert {native.characters, native.pinyin} <= set(cloud_hands)
    assert any("\u0600" <= letter <= "\u06ff" for name in cloud_hands for letter in name)
    assert set(library.english().synonyms["en"].pages["emergency"]) <= set(
        found["emergency"]["names"]
    )


@each_language()
def test_what_one_does_is_found_by_its_name_in_every_language(
    client: FlaskClient, language: Language
) -> None:
    exercises = list(library.english().exercises)
    for other in LANGUAGES:
        names = [each.name for each in library.localized(other).exercises.values()]
        found = first_found(client, language, names, MOST)
        missed = [
            slug
            for slug, first in zip(exercises, found, strict=True)
            if f"exercises/{slug}" not in first
        ]
        assert len(missed) <= MISSED, f"{other.tag}: {missed}"


def test_every_exercise_is_found_by_the_pinyin_of_its_chinese_name(client: FlaskClient) -> None:
    """With spaces between its syllables and without, and without tones, as it is typed."""
    (chinese,) = [each for each in LANGUAGES if each.tag == "zh-Hans"]
    typed = {f"exercises/{slug}": pinyin(slug) for slug in library.english().exercises}
    for queries in (list(typed.values()), [each.replace(" ", "") for each in typed.values()]):
        found = first_found(client, chinese, queries, FEW)
        assert [each for each, first in zip(typed, found, strict=True) if each not in first] == []


def pinyin(slug: str) -> str:
    """Of a name of tradition as it stands there, of another among what people type."""
    native = library.english().exercises[slug].native
    if native:
        return fold(native.pinyin)
    names = library.english().synonyms["zh-Hans"].pages[f"exercises/{slug}"]
    (found,) = [each for each in names if re.fullmatch("[a-z ]+", each)]
    return found


def fold(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.lower())
    return "".join(each for each in letters if not unicodedata.combining(each))


def test_water_is_found_by_its_whole_degrees_each_in_one_band_only(read: Read) -> None:
    found = read(ENGLISH)
    slugs = [f"swim/{slug}" for slug in library.english().bands]
    degrees = [each for slug in slugs for each in _first_numbers(found[slug])]
    assert degrees == [str(each) for each in range(41)]


def _first_numbers(page: dict[str, Any]) -> list[str]:
    """The first of its names that is numbers only: degrees Celsius."""
    numbers: str = next(name for name in page["names"] if name.replace(" ", "").isdigit())
    return numbers.split()


def test_help_stands_first(read: Read) -> None:
    kinds = [each["kind"] for each in read(ENGLISH).values()]
    assert kinds == sorted(kinds, key=lambda kind: kind != "help")
