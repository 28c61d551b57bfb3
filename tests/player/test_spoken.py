"""What a voice says, in every language and of every session there is."""

from __future__ import annotations

import json
import re
import subprocess
from itertools import pairwise
from typing import Any

from babel import Locale
from flask import Flask, g
from flask.testing import FlaskClient

from tests import node
from tests.sampling import every_language
from webapp import addresses
from webapp.content import library
from webapp.locales import LANGUAGES, Language
from webapp.player import session, spoken

each_language = every_language()


def sessions(language: Language) -> list[dict[str, Any]]:
    content = library.localized(language)
    found = [session.of_routine(each, content) for each in content.routines.values()]
    found += [session.of_exercise(each) for each in content.led.values()]
    return found


def said(app: Flask, language: Language, much: str, speed: float = 1) -> Any:
    """Of each session what is said in it."""
    with app.test_request_context(f"/{language.prefix}/"):
        g.language = language
        led = sessions(language)
        given = {"sessions": led, "spoken": spoken.spoken(), "much": much, "speed": speed}
    for each in led:
        for step in each["steps"]:
            step["shorter"] = []
    done = node.run(
        "tests/js/player/voice/said.js", input=json.dumps(given), stdout=subprocess.PIPE
    )
    return list(zip(led, json.loads(done.stdout), strict=True))


# Where that differs from the list of languages.
IN_A_SENTENCE = {"es": "español", "fr": "français", "zh-hans": "中文"}


@each_language
def test_the_words_come_as_a_file_in_their_language(
    client: FlaskClient, language: Language
) -> None:
    answer = client.get(f"/{language.prefix}/player/voice.json")
    assert answer.content_type == "application/json"
    assert answer.headers["Content-Language"] == language.tag
    assert answer.get_json()["tag"] == language.tag
    assert IN_A_SENTENCE.get(language.prefix, language.name) in answer.get_json()["none"]


@each_language
def test_the_pack_of_a_language_holds_them(app: Flask, language: Language) -> None:
    assert f"/{language.prefix}/player/voice.json" in addresses.of_language(app, language)


@each_language
def test_counts_have_every_plural_of_the_language(app: Flask, language: Language) -> None:
    with app.test_request_context(f"/{language.prefix}/"):
        g.language = language
        plurals = spoken.spoken()["plurals"]
    # Of millions, which nobody counts here, some languages have a form of their own.
    form = Locale.parse(language.locale).plural_form
    wanted = {form(count) for count in range(1000)} | {"other"}
    for forms in plurals.values():
        assert set(forms) == wanted


@each_language
def test_every_step_is_named_with_its_dose_at_every_speed(app: Flask, language: Language) -> None:
    for led, all_said in said(app, language, "names", speed=0.8):
        assert all_said[0]["at"] == 0
        for step in led["steps"]:
            named = [each for each in all_said if step["name"] in each["text"]]
            assert any(len(each["text"]) > len(step["name"]) + 4 for each in named), step["name"]


@each_language
def test_nothing_is_left_to_fill_in_and_digits_are_latin(app: Flask, language: Language) -> None:
    for _, all_said in said(app, language, "all"):
        for each in all_said:
            assert not re.search(r"%|[٠-٩]|\.\.|undefined|null", each["text"]), each["text"]


@each_language
def test_nothing_lasts_into_what_is_said_next(app: Flask, language: Language) -> None:
    for _, all_said in said(app, language, "all"):
        for each, after in pairwise(all_said):
            assert each["at"] + each["seconds"] <= min(each["until"], after["at"]) + 0.001


def test_no_name_of_another_tongue_is_spoken(app: Flask) -> None:
    for _, all_said in said(app, LANGUAGES[0], "all"):
        assert not any(re.search(r"[\u3400-\u9fff]", each["text"]) for each in all_said)
