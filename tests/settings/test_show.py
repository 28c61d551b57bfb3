"""The settings page offers what the style sheet and the script know, and no dead control."""

from __future__ import annotations

import json
import re

import pytest

from tests import node
from tests.conftest import ReadPage
from tests.reading import text
from webapp import places
from webapp.content import library


def known(module: str = "screen") -> dict[str, list[str]]:
    """What `screen.js` or `voice.js` lets one choose."""
    script = json.dumps((places.STATIC / f"js/shared/{module}.js").as_uri())
    asked = f"console.log(JSON.stringify((await import({script})).CHOICES))"
    told = node.run("--input-type=module", "--eval", asked, capture_output=True).stdout
    choices: dict[str, list[str]] = json.loads(told)
    return choices


def test_every_choice_stands_on_the_page_in_the_same_order(page: ReadPage) -> None:
    shown = page("/en/settings/")
    for part, values in (known() | known("voice")).items():
        inputs = [each for each in shown.all("input") if each.get("name") == part]
        assert [each.get("value") for each in inputs] == values, part


def test_every_mark_but_the_first_has_its_style() -> None:
    style = "".join(path.read_text("utf-8") for path in (places.STATIC / "css").glob("*.css"))
    for part in ("theme", "text", "skin", "clothes"):
        for value in known()[part][1:]:
            if value != "light":
                assert f'[data-{part}="{value}"]' in style


def test_without_script_there_is_a_sentence_and_no_control(page: ReadPage) -> None:
    shown = page("/en/settings/")
    assert shown.one("form").get("hidden") is not None
    assert "These settings need JavaScript" in shown.words


@pytest.mark.parametrize(("prefix", "code", "name"), [("en", "DE", "Germany"), ("ar", "EG", "مصر")])
def test_regions_are_named_in_the_language(
    page: ReadPage, prefix: str, code: str, name: str
) -> None:
    options = {each.get("value"): text(each) for each in page(f"/{prefix}/settings/").all("option")}
    assert options[code] == name
    assert options.keys() - {""} == library.english().emergency.keys()


def test_the_first_script_knows_where_choices_are_kept() -> None:
    """It imports nothing, so that it can run before anything is drawn."""
    first = (places.STATIC / "js/frame/first.js").read_text("utf-8")
    for shared in ("screen", "lock", "conditions"):
        kept = (places.STATIC / f"js/shared/{shared}.js").read_text("utf-8")
        (key,) = re.findall(r'KEY = "([\w.]+)"', kept)
        assert f'kept("{key}")' in first
    assert not re.search(r"\bimport\b(?!\()", re.sub(r"//.*", "", first))
