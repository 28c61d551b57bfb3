"""Numbers and units of a text are those of the English, also where a number is said in words."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.translations import catalogs
from tests.translations.test_catalogs import (
    LATIN_SCRIPT,
    OTHER_SCRIPTS,
    PLACEHOLDER,
    TRANSLATED,
    forms,
    messages,
)
from webapp.locales import DOMAINS, Language

DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
# Of thousands; Arabic has signs of its own for them and for the decimals.
GROUPS = re.compile(r"(?<=\d)[ ,\u202f](?=\d{3}\b)")
SIGNS = str.maketrans({"٬": "", "٫": "."})
# A stretch that is named after the sign, and what Chinese gives as a number of its own.
APART = ("figure four", "half of its eight")
# How English says in words what is a number in the other; "a tenth" is "10%" in Chinese.
ENGLISH = {
    "1": "an?|one|once|single|first",
    "2": "two|twice|second|both",
    "3": "three|third",
    "4": "four|fourth",
    "5": "five|fifth",
    "6": "six|sixth",
    "7": "seven",
    "8": "eight",
    "9": "nine",
    "10": "ten|tenth",
    "11": "eleven",
    "12": "twelve",
    "13": "thirteen",
    "15": "fifteen",
}
# Two of something is one word in Arabic.
DUAL = {"2": "ساعت(?:ين|ان)|دقيقت(?:ين|ان)|مر(?:تين|تان)|يوم(?:ين|ان)"}
# How each language says them, from three on: one and two are also "a", "both" and the like.
WORDS = json.loads(Path(__file__).with_name("number_words.json").read_text("utf-8"))

# After a no-break space, as each language writes it.
SYMBOLS = ["°C", "°F", "L", "ml", "kg", "lb", "g", "mg", "m", "h", "min", "s"]
UNITS = {
    "ar": ["°م|درجة", "°ف", "لتر", "مل", "كغ", "رطل", "غ", "ملغ", "متر", "س", "د", "ث"],
    "zh-Hans": ["°C", "°F", "升", "毫升", "千克", "磅", "克", "毫克", "米", "小时", "分钟?", "秒"],
}


def texts(language: Language) -> Iterator[tuple[str, str]]:
    for domain in DOMAINS:
        for message in messages(catalogs.stored(domain, language.locale)):
            for english, form in zip(forms(message.id), forms(message.string), strict=False):
                if not any(each in english.lower() for each in APART):
                    yield PLACEHOLDER.sub("", english), PLACEHOLDER.sub("", form)


def numbers(text: str) -> Counter[str]:
    """How often each stands there in digits, whatever its digits and separators."""
    western = "".join(str(unicodedata.digit(each, each)) for each in text.translate(SIGNS))
    found = DIGITS.findall(GROUPS.sub("", western))
    return Counter(each.replace(".", "").replace(",", "") for each in found)


def unsaid(wanted: str, text: str, words: dict[str, str]) -> list[str]:
    """The numbers of the one that the other says neither in digits nor in words."""
    missing = numbers(wanted).keys() - numbers(text).keys()
    return [
        each
        for each in missing
        if not re.search(rf"\b(?:{words.get(each, '(?!)')})\b", text, re.IGNORECASE)
    ]


@pytest.mark.parametrize("language", LATIN_SCRIPT, ids=lambda language: language.tag)
def test_digits_are_those_of_english(language: Language) -> None:
    for english, text in texts(language):
        assert numbers(text) == numbers(english), text


@pytest.mark.parametrize("language", OTHER_SCRIPTS, ids=lambda language: language.tag)
def test_numbers_are_those_of_english_in_digits_or_words(language: Language) -> None:
    for english, text in texts(language):
        assert unsaid(english, text, DUAL) == [], text
        assert unsaid(text, english, ENGLISH) == [], english


@pytest.mark.parametrize("language", TRANSLATED, ids=lambda language: language.tag)
def test_numbers_in_words_are_those_of_english(language: Language) -> None:
    for english, text in texts(language):
        for number, words in WORDS[language.tag].items():
            if re.search(rf"\b(?:{ENGLISH[number]})\b", english, re.IGNORECASE):
                assert number in numbers(text) or re.search(words, text, re.IGNORECASE), text


def units(text: str, symbol: str, *, ends: str = r"(?!\w)") -> int:
    """German and Spanish write the litre small."""
    any_litre = "[Ll]" if symbol == "L" else symbol
    return len(re.findall(f"\u00a0(?:{any_litre}){ends}", text))


@pytest.mark.parametrize("language", TRANSLATED, ids=lambda language: language.tag)
def test_units_are_those_of_english(language: Language) -> None:
    """Chinese also has the sign where English says "minutes"."""
    # Nor has it a space after a word.
    ends = "" if language.tag == "zh-Hans" else r"(?!\w)"
    for english, text in texts(language):
        for symbol, written in zip(SYMBOLS, UNITS.get(language.tag, SYMBOLS), strict=True):
            assert units(text, written, ends=ends) >= units(english, symbol), text


@pytest.mark.parametrize(
    ("english", "text"),
    [("10 minutes", "١٢ دقيقة"), ("1,025 g", "٢٠٢٥ غرامًا"), ("0.5 L", "٥ لترات"), ("half", "٣")],
)
def test_another_number_is_found(english: str, text: str) -> None:
    assert unsaid(english, text, DUAL) or unsaid(text, english, ENGLISH)


@pytest.mark.parametrize(
    ("english", "text"),
    [("2 hours", "ساعتين"), ("ten breaths", "10次"), ("1,025 g", "١٬٠٢٥ غرامًا")],
)
def test_the_same_in_words_or_other_digits_is_none(english: str, text: str) -> None:
    assert unsaid(english, text, DUAL) == unsaid(text, english, ENGLISH) == []
