"""Every word is translated in every language, fresh, none guessed, values and plurals whole."""

from __future__ import annotations

import re
import string
from functools import cache

import pytest
from babel.messages.catalog import Catalog, Message

from tests.translations import catalogs, safety
from webapp import places
from webapp.content import library
from webapp.locales import DOMAINS, ENGLISH, LANGUAGES, Language

TRANSLATED = [language for language in LANGUAGES if language is not ENGLISH]
BOTH = pytest.mark.parametrize(
    ("language", "domain"),
    [(language, domain) for language in TRANSLATED for domain in DOMAINS],
    ids=lambda each: getattr(each, "tag", each),
)
OTHER_SCRIPTS = [each for each in TRANSLATED if each.tag in ("ar", "zh-Hans")]
LATIN_SCRIPT = [each for each in TRANSLATED if each not in OTHER_SCRIPTS]
PLACEHOLDER = re.compile(r"%\(\w+\)s|%%")
TAG = re.compile(r"<[^<>]+>")
# Of the forms of a plural so many, the first, may say the number in words.
WORDED = {"ar": 3, "de": 1, "es": 1, "fr": 1}
# Names and signs that every script keeps.
LATIN_EVERYWHERE = (
    *("Limber", "JavaScript", "Cookie", "CSV", "°C", "°F"),
    *("Android", "Chrome", "Chromium", "Edge", "Firefox", "iPad", "iPhone", "Mac", "macOS"),
    *("Safari", "Samsung Internet", "Windows", "Linux"),
)
TYPED = re.compile(r"“(\.?[A-Za-z]+(?:[-.][A-Za-z]+)*)”")
NO_BREAK_SPACE = "\u00a0"


def messages(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def ids(catalog: Catalog) -> set[object]:
    return {message.id for message in messages(catalog)}


@cache
def wanted_ids(domain: str) -> set[object]:
    return ids(catalogs.extracted(domain))


def forms(text: object) -> list[str]:
    return [str(each) for each in text] if isinstance(text, (tuple, list)) else [str(text)]


@BOTH
def test_a_catalog_is_fresh(language: Language, domain: str) -> None:
    stored = ids(catalogs.stored(domain, language.locale))
    wanted = wanted_ids(domain)
    assert stored == wanted, "run `make translations` and translate what is new"


@BOTH
def test_everything_is_translated_and_nothing_guessed(language: Language, domain: str) -> None:
    catalog = catalogs.stored(domain, language.locale)
    empty = [message.id for message in messages(catalog) if not all(forms(message.string))]
    assert empty == []
    assert [message.id for message in messages(catalog) if message.fuzzy] == []
    assert list(catalog.obsolete) == []


@BOTH
def test_values_are_kept(language: Language, domain: str) -> None:
    """And the markup. The form for one, in Arabic those for none and two, may say it in words."""
    for message in messages(catalogs.stored(domain, language.locale)):
        wanted = sorted(set(PLACEHOLDER.findall(forms(message.id)[-1])))
        markup = sorted(TAG.findall(forms(message.id)[-1]))
        for i, form in enumerate(forms(message.string)):
            found = sorted(PLACEHOLDER.findall(form))
            may_be_words = isinstance(message.id, tuple) and i < WORDED.get(language.tag, 0)
            assert found == wanted or (may_be_words and not found), message.id
            assert sorted(TAG.findall(form)) == markup, form


@BOTH
def test_all_plural_forms_are_there(language: Language, domain: str) -> None:
    catalog = catalogs.stored(domain, language.locale)
    for message in messages(catalog):
        if isinstance(message.id, tuple):
            assert len(forms(message.string)) == catalog.num_plurals


@BOTH
def test_numbers_and_units_do_not_part(language: Language, domain: str) -> None:
    for message in messages(catalogs.stored(domain, language.locale)):
        for english, form in zip(forms(message.id), forms(message.string), strict=False):
            assert english.count(NO_BREAK_SPACE) == form.count(NO_BREAK_SPACE), english


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("language", OTHER_SCRIPTS, ids=lambda language: language.tag)
def test_no_latin_letters_are_left(language: Language, domain: str) -> None:
    """Only the name, codes and what is typed are Latin in a language of another script."""
    catalog = catalogs.stored(domain, language.locale)
    for message in messages(catalog):
        for form in forms(message.string):
            bare = PLACEHOLDER.sub("", form)
            for name in (*LATIN_EVERYWHERE, *typed(message, catalog)):
                bare = bare.replace(name, "")
            assert not set(bare) & set(string.ascii_letters), message.id


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("language", OTHER_SCRIPTS, ids=lambda language: language.tag)
def test_signs_are_those_of_the_script(language: Language, domain: str) -> None:
    """A comma, a question mark or a semicolon of English stands only within what is Latin."""
    letter = r"[\u0600-\u06ff]" if language.tag == "ar" else r"[\u4e00-\u9fff]"
    wrong = re.compile(rf"{letter}\s?[,;?]" if language.tag == "ar" else rf"{letter}[,;:?!.]")
    for message in messages(catalogs.stored(domain, language.locale)):
        for form in forms(message.string):
            assert not wrong.search(form), form


def typed(message: Message, catalog: Catalog) -> list[str]:
    """What the English quotes as it is typed, such as a file's ending; no button's words."""
    quoted = TYPED.findall(forms(message.id)[-1])
    return [each for each in quoted if catalog.get(each) is None]


@pytest.mark.parametrize("language", TRANSLATED, ids=lambda language: language.tag)
def test_a_language_has_its_glossary_and_says_who_checked_it(language: Language) -> None:
    folder = places.TRANSLATIONS / language.locale
    assert "| English |" in (folder / "GLOSSARY.md").read_text("utf-8")
    assert "clinician" in (folder / "REVIEW.md").read_text("utf-8")


def test_babel_itself_finds_no_fault() -> None:
    for language in TRANSLATED:
        for domain in DOMAINS:
            faults = list(catalogs.stored(domain, language.locale).check())
            assert faults == []


@pytest.mark.parametrize("language", TRANSLATED, ids=lambda language: language.tag)
def test_the_safety_texts_stand_in_a_file_for_review(language: Language) -> None:
    stored = safety.path(language).read_text("utf-8")
    assert stored == safety.written(language), "run: python -m tests.translations.safety update"


def test_the_safety_texts_are_all_of_the_self_check_and_of_cramp() -> None:
    english = safety.written(ENGLISH)
    content = library.english()
    for question in content.questions.values():
        assert question.ask in english
    for cramp in content.cramps.values():
        for step in cramp.steps:
            assert step.do in english
    assert "Call your local emergency number now for any of these" in english
    assert "No heat, cold or massage on the sore place. Do not drive yourself." in english
