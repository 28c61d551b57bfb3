"""What a phone asks for: the worker, what was corrected; and the pages for what is not there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from flask.testing import FlaskClient

from tests.conftest import ReadPage
from tests.sampling import every_language
from webapp import assets
from webapp.content import library
from webapp.content.schema import Correction
from webapp.locales import Language
from webapp.offline.contents import version


def test_the_worker_may_change_at_any_time_and_is_a_classic_script(client: FlaskClient) -> None:
    answer = client.get("/sw.js")
    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.headers["Content-Type"] == "text/javascript"
    script = answer.get_data(as_text=True)
    assert ".claim()" in script
    assert "skipWaiting" not in script
    assert "export" not in script
    assert "import" not in script
    assert not [name for name in assets.files() if "worker" in name]


@every_language()
@pytest.mark.parametrize("path", ["", "withdrawn"])
def test_what_is_not_there_has_a_way_on_and_is_not_found_by_search_engines(
    page: ReadPage, language: Language, path: str
) -> None:
    found = page(f"/{language.prefix}/offline/{path}")
    assert f"/{language.prefix}/" in found.links
    robots = [each.get("content") for each in found.all("meta") if each.get("name") == "robots"]
    assert robots == ["noindex"]


def test_corrections_cover_their_pages_and_the_routines_with_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    corrections = (
        Correction(
            on=date(2026, 12, 24), why="A wrong arm was named", withdrawn=("routines/gone",)
        ),
        Correction(
            on=date(2026, 12, 25), why="A wrong leg was named", corrected=("exercises/bridge",)
        ),
    )
    changed = replace(library.english(), corrections=corrections)
    monkeypatch.setattr(library, "english", lambda: changed)
    with_bridge = [
        slug
        for slug, routine in library.english().routines.items()
        if any(step.exercise == "bridge" for step in routine.steps)
    ]
    assert "back-mobility" in with_bridge
    assert version({}, {})["corrections"] == [
        {"number": 1, "covers": ["routines/gone"]},
        {
            "number": 2,
            "covers": ["exercises/bridge", *(f"routines/{slug}" for slug in with_bridge)],
        },
    ]
