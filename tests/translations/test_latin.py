"""Languages in English's letters: no English is left, and signs stand as in each of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.translations import catalogs
from tests.translations.test_catalogs import LATIN_SCRIPT, PLACEHOLDER, forms, messages
from webapp.locales import DOMAINS, Language

# What reads the same in both: units, names, and words that the languages share.
SAME = json.loads(Path(__file__).with_name("same_as_english.json").read_text("utf-8"))
# Small words of English that are no word of the language, and proper names that have them.
SMALL = {
    "de": r"\b(the|and|of|with|your|you|are|for|to|from|this|at)\b",
    "es": r"\b(the|and|of|with|your|you|is|are|for|to|from|this|not|or|at)\b",
    "fr": r"\b(the|and|of|with|your|you|is|are|for|to|from|this|not|at)\b",
}
PROPER = ("American College of Physicians",)
THIN = "\u202f"
ALL = pytest.mark.parametrize("language", LATIN_SCRIPT, ids=lambda language: language.tag)


def texts(language: Language) -> Iterator[tuple[str, str]]:
    """Every English form with its translation."""
    for domain in DOMAINS:
        for message in messages(catalogs.stored(domain, language.locale)):
            yield from zip(forms(message.id), forms(message.string), strict=True)


@ALL
def test_nothing_reads_as_in_english_but_what_may(language: Language) -> None:
    same = {english for english, text in texts(language) if english == text}
    same = {each for each in same if re.search("[A-Za-z]{2}", PLACEHOLDER.sub("", each))}
    assert same - {*SAME["every"], *SAME[language.tag]} == set()
    assert {*SAME[language.tag]} <= same, "what no longer reads the same leaves the list"


@ALL
def test_no_small_word_of_english_is_left(language: Language) -> None:
    for _, text in texts(language):
        bare = PLACEHOLDER.sub("", text)
        for name in PROPER:
            bare = bare.replace(name, "")
        assert not re.search(SMALL[language.tag], bare), text


@ALL
def test_quotation_marks_are_those_of_the_language(language: Language) -> None:
    wrong = {"de": '"“”«»', "es": '"“”„', "fr": '"“”„'}[language.tag]
    for _, text in texts(language):
        # „…“ ends with the sign that begins a quotation in English.
        bare = re.sub("„[^“„]*“", "", text) if language.tag == "de" else text
        assert not set(wrong) & set(bare), text


@ALL
def test_signs_and_words_stand_as_far_apart_as_in_the_language(language: Language) -> None:
    for _, text in texts(language):
        bare = PLACEHOLDER.sub("x", text)
        assert not re.search(r"  |\s[,.](\s|$)", bare), text
        if language.tag == "fr":
            assert not re.search(rf"(?<![{THIN}\d/])[:;?!](?=\s|$)", bare), text
            assert not re.search(rf"«(?!{THIN})|(?<!{THIN})»", bare), text
        else:
            assert not re.search(r"\s[:;?!](\s|$)", bare), text


@pytest.mark.parametrize("domain", DOMAINS)
def test_spanish_opens_what_it_asks(domain: str) -> None:
    for message in messages(catalogs.stored(domain, "es")):
        for text in forms(message.string):
            assert [text.count(sign) for sign in "?!"] == [text.count(sign) for sign in "¿¡"], text


@ALL
def test_an_apostrophe_is_no_straight_sign(language: Language) -> None:
    for _, text in texts(language):
        assert "'" not in text, text
