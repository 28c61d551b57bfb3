"""Drinks with everything broken: without a script the rule of thirst and the signs are there."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask import Flask

from tests.conftest import ReadPage
from tests.reading import Page, text
from tests.sampling import every_language
from webapp.conditions import choices
from webapp.content import library
from webapp.hydration import words
from webapp.locales import ENGLISH, Language

LANGUAGE = every_language()
PATHS = ("", "sweat-test", "plan", "too-much")


def open_parts(page: Page) -> list[str]:
    """What depends on the answer about a doctor and is in sight without a script."""
    parts = [each for name in ("section", "div", "form") for each in page.all(name)]
    return [
        each.get("data-access", "")
        for each in parts
        if each.get("data-access") and {"hidden", "data-awaits-script"}.isdisjoint(each.keys())
    ]


@LANGUAGE
@pytest.mark.parametrize("path", PATHS)
def test_no_amount_is_open_before_anybody_has_answered(
    page: ReadPage, language: Language, path: str
) -> None:
    assert open_parts(page(f"/{language.prefix}/hydration/{path}")) == []


@LANGUAGE
def test_the_signs_and_what_to_do_are_there_without_a_script(
    page: ReadPage, language: Language
) -> None:
    drinks = library.localized(language).hydration["drinks"]
    shown = page(f"/{language.prefix}/hydration/too-much")
    for line in (*drinks.signs, *drinks.over, *drinks.over_why):
        assert " ".join(line.split()) in shown.words
    answer = next(each for each in shown.all("a") if each.get("data-emergency") is not None)
    assert answer.get("href") == f"/{language.prefix}/check/result/after-exercise"


@LANGUAGE
def test_thirst_and_the_whys_are_there_with_their_grades(
    page: ReadPage, language: Language
) -> None:
    drinks = library.localized(language).hydration["drinks"]
    shown = page(f"/{language.prefix}/hydration/")
    for line in (*drinks.thirst, *drinks.urine):
        assert " ".join(line.split()) in shown.words
    claims = [each for each in shown.all("li") if "claim" in each.get("class", "").split()]
    said = [text(each) for each in claims]
    expected = [*drinks.urine_claims, *(claim for why in drinks.whys for claim in why.claims)]
    assert len(claims) == len(expected)
    for claim in expected:
        assert any(" ".join(claim.text.split()) in each for each in said), claim.text


@pytest.mark.parametrize("path", PATHS[:3])
def test_every_reason_for_a_doctor_is_named_before_amounts_open(page: ReadPage, path: str) -> None:
    shown = page(f"/en/hydration/{path}")
    for condition in choices.DRINKS_DOCTOR_FIRST:
        assert str(choices.NAMES[condition]) in shown.words


def test_a_doctor_decides_first_where_the_evidence_says_so() -> None:
    ours = set(choices.DRINKS_DOCTOR_FIRST)
    assert ours == set(choices.HEALTH) - {"recent-operation", "nerve"} | {"heart", "pregnant"}


@pytest.mark.parametrize("make", [words.of_keys, words.of_log, words.of_sweat_test, words.of_plan])
def test_the_scripts_know_what_closes_amounts(app: Flask, make: Any) -> None:
    with app.test_request_context("/en/", environ_overrides={}):
        guide = json.loads(json.dumps(make()))
    assert guide["closing"] == list(choices.DRINKS_DOCTOR_FIRST)


def test_sessions_and_kinds_are_those_of_the_scripts(app: Flask) -> None:
    from webapp import places

    with app.test_request_context("/en/"):
        sessions = [value for value, _ in words.sessions()]
        kinds = [value for value, _ in words.kinds()]
    scripts = places.STATIC / "js" / "shared"
    for name, values in (("sweat_tests.js", sessions), ("drinks.js", kinds)):
        source = (scripts / name).read_text("utf-8")
        listed = source.split("= /** @type {const} */ ([")[1].split("]")[0]
        assert [each.strip(' "\n') for each in listed.split(",") if each.strip()] == values


@LANGUAGE
def test_today_leads_to_drinks(page: ReadPage, language: Language) -> None:
    shown = page(f"/{language.prefix}/")
    links = [each.get("href") for each in shown.all("a")]
    assert f"/{language.prefix}/hydration/" in links
    assert f"/{language.prefix}/hydration/#other" in links


def test_move_is_the_tab_of_routines_and_of_exercises(page: ReadPage) -> None:
    for path, current in (("routines", "page"), ("exercises", "true")):
        tabs = [
            each
            for each in page(f"/{ENGLISH.prefix}/{path}/").all("a")
            if "tab" in each.get("class", "").split()
        ]
        assert [text(each) for each in tabs] == ["Today", "Swim", "Move", "Drinks", "Cramp"]
        assert [each.get("aria-current") for each in tabs] == [None, None, current, None, None]
