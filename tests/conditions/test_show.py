"""What applies to a person: every condition can be ticked, and every caution can be shown."""

from __future__ import annotations

import re
from typing import get_args

from tests.conftest import ReadPage
from tests.reading import text
from tests.sampling import every_language
from webapp import places
from webapp.conditions import choices
from webapp.content import library
from webapp.content.schema import Condition
from webapp.locales import Language

LANGUAGE = every_language()
STYLE = (places.STATIC / "css" / "components.css").read_text("utf-8")


@LANGUAGE
def test_every_condition_can_be_ticked(page: ReadPage, language: Language) -> None:
    boxes = [each.get("value") for each in page(f"/{language.prefix}/conditions/").all("input")]
    assert sorted(map(str, boxes)) == sorted([*get_args(Condition), *choices.HEALTH])


def test_every_caution_has_its_rule_in_the_style_sheet() -> None:
    found = re.findall(r'\[data-mine~="([a-z-]+)"\] \.mine > \[data-condition="([a-z-]+)"\]', STYLE)
    assert all(one == other for one, other in found)
    assert {one for one, _ in found} == {*get_args(Condition), "doctor"}


def test_a_doctor_comes_first_for_those_the_disclaimer_names() -> None:
    assert {*choices.MOVEMENT, *choices.HEALTH} >= choices.DOCTOR_FIRST
    assert {"pregnant", "under-18", "recent-operation", "heart"} <= choices.DOCTOR_FIRST


@LANGUAGE
def test_cautions_and_the_easier_form_stand_first_on_an_exercise(
    page: ReadPage, language: Language
) -> None:
    exercise = library.localized(language).exercises["cat-cow"]
    shown = page(f"/{language.prefix}/exercises/cat-cow")
    first = next(iter(shown.one("main")))
    assert first.get("class") == "mine"
    named = [each.get("data-condition") for each in first.iter() if each.get("data-condition")]
    assert named == ["doctor", *(caution.condition for caution in exercise.cautions)]
    assert exercise.easier in text(first)


@LANGUAGE
def test_so_do_those_of_a_routine_and_of_all_its_exercises(
    page: ReadPage, language: Language
) -> None:
    content = library.localized(language)
    routine = content.routines["back-mobility"]
    wanted = {caution.condition for caution in routine.cautions} | {
        caution.condition
        for step in routine.steps
        for caution in content.exercise_of(step).cautions
    }
    shown = page(f"/{language.prefix}/routines/back-mobility")
    (mine,) = [each for each in shown.all("div") if each.get("class") == "mine"]
    named = {each.get("data-condition") for each in mine.iter() if each.get("data-condition")}
    assert named == wanted | {"doctor"}
