"""Names of countries in the order of each language, as a browser of that language has them."""

from __future__ import annotations

import json

import pytest
from babel import Locale

from tests import node
from webapp import collation
from webapp.content import library
from webapp.locales import LANGUAGES, Language

BY_LETTERS = [each for each in LANGUAGES if each.locale.partition("_")[0] not in ("ar", "zh")]
(ARABIC,) = [each for each in LANGUAGES if each.prefix == "ar"]
(CHINESE,) = [each for each in LANGUAGES if each.locale.startswith("zh")]


def names(language: Language) -> list[str]:
    territories = Locale.parse(language.locale).territories
    return [territories[region] for region in library.english().emergency]


def browsers(words: list[str], language: Language) -> list[str]:
    sort = f"{json.dumps(words)}.sort(new Intl.Collator({language.tag!r}).compare)"
    said = node.run("-p", f"JSON.stringify({sort})", capture_output=True, check=True)
    found: list[str] = json.loads(said.stdout)
    return found


def ours(words: list[str], language: Language) -> list[str]:
    return sorted(words, key=lambda word: collation.key(word, language))


@pytest.mark.parametrize("language", BY_LETTERS, ids=lambda each: each.prefix)
def test_accents_and_capitals_do_not_count(language: Language) -> None:
    found = names(language)
    assert ours(found, language) == browsers(found, language)


def test_chinese_names_stand_by_pinyin() -> None:
    found = names(CHINESE)
    first = [[word[0] for word in words(found, CHINESE)] for words in (ours, browsers)]
    assert first[0] == first[1]


def test_whatever_stands_on_an_alef_it_is_an_alef() -> None:
    assert ours(["أستراليا", "إسبانيا", "الأردن", "أروبا"], ARABIC) == [
        "أروبا",
        "إسبانيا",
        "أستراليا",
        "الأردن",
    ]
