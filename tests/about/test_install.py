"""How to install: every way is there without a script, and nothing is promised that is not so."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import ReadPage
from tests.reading import text

SVG = "{http://www.w3.org/2000/svg}svg"
MODULE = Path(__file__).parents[2] / "static" / "js" / "about" / "platform.js"


def test_every_way_is_listed_and_open_without_a_script(page: ReadPage) -> None:
    ways = page("/en/about/install").all("details")
    assert all(way.get("open") is not None for way in ways)
    listed = {way.get("data-platform") for way in ways}
    named = set(re.findall(r'"((?:iphone|android|computer)[\w-]*)"', MODULE.read_text("utf-8")))
    assert listed == named


def test_buttons_and_words_of_a_script_wait_for_it(page: ReadPage) -> None:
    shown = page("/en/about/install")
    (button,) = shown.all("button")
    installed = [each for each in shown.all("span") if each.get("data-installed") is not None]
    assert button.get("hidden") is not None
    assert [each.get("hidden") is not None for each in installed] == [True]


def test_no_signal_is_promised_only_once_it_is_ready(page: ReadPage) -> None:
    words = page("/en/about/install").words
    assert "Installed or not, Limber opens with no signal once it is ready." in words
    assert "notifications come only to an app on the home screen" in words


def test_about_leads_there(page: ReadPage) -> None:
    assert "/ar/about/install" in page("/ar/about/").links


def test_every_step_that_names_a_sign_shows_it(page: ReadPage) -> None:
    steps = [step for each in page("/en/about/install").all("ol") for step in each]
    for step in steps:
        if re.search(r"icon|three (dots|lines)", text(step)):
            assert {"img", SVG} & {each.tag for each in step.iter()}, text(step)
