"""What a glossary rules out stands nowhere, and what promises stands only where it is denied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.translations import catalogs
from tests.translations.test_catalogs import PLACEHOLDER, TRANSLATED, forms, messages
from webapp import places
from webapp.locales import DOMAINS, Language

# A denial counts within its own clause.
CLAUSE = re.compile(r"(?<=[.!?؟:;؛])\s|(?<=[。！？：；])")
LINES = {"nowhere": "Nowhere", "promises": "Only where it is denied", "denials": "Denied by"}
ALL = pytest.mark.parametrize("language", TRANSLATED, ids=lambda language: language.tag)


@dataclass(frozen=True)
class Rules:
    """Patterns of what stands nowhere, of what promises, and of the words that deny a promise."""

    nowhere: list[str]
    promises: list[str]
    denials: list[str]

    def faults(self, text: str) -> Iterator[str]:
        yield from (each for each in self.nowhere if _finds(each, text))
        for clause in CLAUSE.split(text):
            denied = any(_finds(each, clause) for each in self.denials)
            yield from (each for each in self.promises if _finds(each, clause) and not denied)


def _finds(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None


def rules(language: Language) -> Rules:
    glossary = (places.TRANSLATIONS / language.locale / "GLOSSARY.md").read_text("utf-8")
    found = {}
    for field, name in LINES.items():
        (line,) = re.findall(rf"^- {name}: (.+)$", glossary, re.MULTILINE)
        found[field] = re.findall(r"`([^`]+)`", line)
    return Rules(**found)


def texts(language: Language) -> Iterator[str]:
    for domain in DOMAINS:
        for message in messages(catalogs.stored(domain, language.locale)):
            yield from (PLACEHOLDER.sub("", form) for form in forms(message.string))


@ALL
def test_a_glossary_names_what_stands_nowhere_and_what_promises(language: Language) -> None:
    found = rules(language)
    assert found.nowhere
    assert found.promises
    assert found.denials


@ALL
def test_what_the_glossary_rules_out_stands_nowhere(language: Language) -> None:
    ruled = rules(language)
    assert [(text, each) for text in texts(language) for each in ruled.faults(text)] == []


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        *(("ar", "الإحماء يمنع التشنّج."), ("ar", "هذا التمرين يعالج الظهر.")),
        *(("de", "Aufwärmen verhindert Krämpfe."), ("de", "Beginn deine Routine.")),
        *(("es", "Esto previene los calambres."), ("es", "Siéntese usted.")),
        *(("fr", "Cela guérit le dos."), ("fr", "Étire ton dos.")),
        *(("zh-Hans", "热身能预防抽筋。"), ("zh-Hans", "请您坐下。")),
        *(("de", "Vergiss nicht: Aufwärmen verhindert Krämpfe."), ("de", "Legen Sie sich hin.")),
        *(("fr", "N’oubliez pas : cela protège le dos."), ("fr", "Plie les genoux.")),
    ],
)
def test_a_promise_and_a_wrong_word_are_found(tag: str, text: str) -> None:
    (language,) = [each for each in TRANSLATED if each.tag == tag]
    assert list(rules(language).faults(text))


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ar", "لا يمنع الإحماء التشنّج."),
        ("de", "Aufwärmen verhindert keinen Krampf."),
        ("es", "No previene los calambres."),
        ("fr", "Cela ne guérit pas."),
        ("zh-Hans", "热身不能预防抽筋。"),
    ],
)
def test_what_is_denied_may_be_said(tag: str, text: str) -> None:
    (language,) = [each for each in TRANSLATED if each.tag == tag]
    assert list(rules(language).faults(text)) == []
