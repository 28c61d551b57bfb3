"""Cold and heat with everything broken: without a script questions, set-up and limits are there."""

from __future__ import annotations

import json

import pytest
from flask import Flask

from tests.conftest import ReadPage
from tests.reading import Page, plain, text
from tests.sampling import every_language
from webapp.compress.words import value
from webapp.content import library
from webapp.content.compress import Compress
from webapp.content.limits import Limit, Unit
from webapp.locales import ENGLISH, Language

LANGUAGE = every_language()
KINDS = pytest.mark.parametrize("kind", ["cold", "heat"])


def stages(shown: Page) -> dict[str, bool]:
    """Each part of the coach, and whether it waits for a script."""
    sections = [each for each in shown.all("section") if each.get("data-stage")]
    return {each.get("data-stage", ""): each.get("hidden") is not None for each in sections}


@LANGUAGE
@KINDS
def test_everything_but_the_clock_is_there_without_a_script(
    page: ReadPage, language: Language, kind: str
) -> None:
    compress = library.localized(language).compresses[kind]
    shown = page(f"/{language.prefix}/compress/{kind}")
    lines = (
        *(compress.never + compress.ask_first + compress.setup + compress.during),
        *(compress.signs + compress.after + compress.not_usual + compress.bottle),
    )
    for line in lines:
        assert plain(line) in shown.words
    open_stages = [stage for stage, waits in stages(shown).items() if not waits]
    assert open_stages == ["ask-cold", "ask-first", "advice", "ready"]


@LANGUAGE
@KINDS
def test_every_claim_and_every_limit_is_shown_with_its_grade(
    page: ReadPage, language: Language, kind: str
) -> None:
    compress = library.localized(language).compresses[kind]
    shown = page(f"/{language.prefix}/compress/{kind}")
    claims = [each for each in shown.all("li") if "claim" in each.get("class", "").split()]
    said = [text(each) for each in claims]
    for claim in (*compress.known, *compress.claims):
        words = " ".join(claim.text.split())
        assert any(words in each for each in said), words
    assert len(claims) == len(compress.known) + len(compress.claims) + len(limits(compress))


def limits(compress: Compress) -> list[Limit]:
    given = (compress.first, compress.swelling, compress.warmest)
    always = (compress.usual, compress.longest, compress.answer, compress.gap)
    return [*always, *compress.checks, *filter(None, given)]


@LANGUAGE
@pytest.mark.parametrize("path", ["", "cold", "heat"])
def test_cold_from_water_is_asked_before_anything_else_and_leads_to_getting_warm(
    page: ReadPage, language: Language, path: str
) -> None:
    shown = page(f"/{language.prefix}/compress/{path}")
    links = [each for each in shown.one("main").iter("a") if each.get("class")]
    assert links[0].get("data-cold") is not None
    assert links[0].get("href") == f"/{language.prefix}/rewarm/"
    first = next(iter(shown.one("main").iter("h2")))
    assert first.get("id") in ("cold-first", "ask-cold")


@KINDS
def test_the_start_stands_below_both_questions_and_waits_for_a_script(
    page: ReadPage, kind: str
) -> None:
    shown = page(f"/en/compress/{kind}")
    order = [
        name
        for each in shown.one("main").iter()
        for name in ("data-not-cold", "data-none-applies", "data-start")
        if each.get(name) is not None
    ]
    assert order == ["data-not-cold", "data-none-applies", "data-start"]
    (area,) = [each for each in shown.all("div") if each.get("data-start-area") is not None]
    assert area.get("hidden") is not None


@LANGUAGE
def test_the_choice_shows_what_is_known_of_both_the_better_studied_first(
    page: ReadPage, language: Language
) -> None:
    shown = page(f"/{language.prefix}/compress/")
    pages = [f"/{language.prefix}/compress/{kind}" for kind in ("heat", "cold")]
    assert [link for link in shown.links if link in pages] == pages
    for compress in library.localized(language).compresses.values():
        for claim in compress.known:
            assert plain(claim.text) in shown.words


def test_the_script_gets_the_limits_of_the_content(page: ReadPage) -> None:
    for kind, compress in library.english().compresses.items():
        (guide,) = [
            each for each in page(f"/en/compress/{kind}").all("script") if each.get("id") == "guide"
        ]
        assert json.loads(guide.text or "")["limits"] == {
            "usual": compress.usual.value,
            "longest": compress.longest.value,
            "checks": [check.value for check in compress.checks],
            "answer": compress.answer.value,
            "gap": compress.gap.value,
        }


def test_the_limits_are_those_of_the_evidence() -> None:
    cold, heat = (library.localized(ENGLISH).compresses[kind] for kind in ("cold", "heat"))
    assert [each.value for each in limits(cold)] == [10, 15, 60, 2, 5, 48]
    assert [each.value for each in limits(heat)] == [15, 20, 60, 1, 5, 10, 72, 40]


@pytest.mark.parametrize(
    ("number", "unit", "said"),
    [
        (90, "seconds", "1\u00a0min 30\u00a0s"),
        (10, "minutes", "10\u00a0min"),
        (2, "hours", "2\u00a0h"),
        (41, "celsius", "41\u00a0°C (106\u00a0°F)"),
    ],
)
def test_a_limit_is_said_in_its_unit(app: Flask, number: int, unit: Unit, said: str) -> None:
    with app.test_request_context("/en/compress/"):
        assert value(Limit(value=number, unit=unit, grade="D")) == said


def test_nothing_unknown_is_compressed(page: ReadPage) -> None:
    page("/en/compress/ice-bath", status=404)


def test_today_leads_there(page: ReadPage) -> None:
    assert "/en/compress/" in page("/en/").links
