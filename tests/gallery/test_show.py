"""Every component stands on one page, for those who develop Limber only."""

from __future__ import annotations

import re
from pathlib import Path

from flask.testing import FlaskClient

from tests.reading import read_page
from webapp import create_app, database, places
from webapp.config import read


def test_in_development_there_is_a_page_of_all_components(tmp_path: Path) -> None:
    config = read({"LIMBER_INSTANCE": str(tmp_path), "LIMBER_DEVELOPMENT": "1"})
    database.prepare(config)
    answer = create_app(config).test_client().get("/en/gallery/")
    shown = read_page(answer, "/en/gallery/", 200)
    assert "Every component" in shown.words


def test_everyone_else_finds_nothing_there(client: FlaskClient) -> None:
    assert client.get("/en/gallery/").status_code == 404


def test_no_form_and_no_state_is_missing_from_it() -> None:
    gallery = (places.TEMPLATES / "gallery/show.html").read_text("utf-8")
    for name in ("forms", "states"):
        macros = (places.TEMPLATES / f"components/{name}.html").read_text("utf-8")
        for macro in re.findall(r"macro (\w+)", macros):
            assert f"{name}.{macro}(" in gallery, macro
