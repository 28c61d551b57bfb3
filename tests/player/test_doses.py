"""Doses in words: the phone says what the server says, of every dose in every language."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from typing import Any, get_args

from flask import Flask, g

from tests import node
from tests.sampling import every_language
from webapp import wording
from webapp.content import library
from webapp.content.schema import Dose, Sides
from webapp.locales import LANGUAGES, Language


def written() -> Iterator[Dose]:
    for exercise in library.english().exercises.values():
        yield exercise.dose
    for routine in library.english().routines.values():
        yield from (step.dose for step in routine.steps if step.dose)


def variants() -> Iterator[Dose]:
    for count in range(1, 101):
        yield Dose(breaths=count)
        for sides in get_args(Sides):
            yield Dose(repetitions=count, sides=sides)
    for seconds in (5, 59, 60, 61, 600, 1799, 1800):
        yield Dose(seconds=seconds)
        yield Dose(seconds=seconds, sides="each")
    for sets in range(1, 11):
        yield Dose(repetitions=3, sets=sets, rest=20)


def on_the_phone(doses: list[Dose], language: Language, forms: Any) -> list[dict[str, Any]]:
    given = {
        "doses": [each.model_dump(exclude_none=True) for each in doses],
        "forms": forms,
        "locale": language.intl,
    }
    done = node.run("tests/js/shared/said.js", input=json.dumps(given), stdout=subprocess.PIPE)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@every_language()
def test_the_phone_says_a_dose_as_the_server_does(app: Flask, language: Language) -> None:
    doses = [*written(), *variants()]
    with app.test_request_context(f"/{language.prefix}/"):
        g.language = language
        said = [wording.dose(each) for each in doses]
        forms = wording.dose_forms()
    assert [each["said"] for each in on_the_phone(doses, language, forms)] == said


def test_shorter_doses_of_the_content_are_legal_and_each_shorter(app: Flask) -> None:
    doses = list(written())
    with app.test_request_context("/en/"):
        forms = wording.dose_forms()
    for dose, each in zip(doses, on_the_phone(doses, LANGUAGES[0], forms), strict=True):
        ladder = [dose, *map(Dose.model_validate, each["shorter"])]
        sizes = [x.sets * (x.repetitions or x.seconds or x.breaths or 0) for x in ladder]
        assert sizes == sorted(set(sizes), reverse=True)
        assert {x.sides for x in ladder} == {dose.sides}
