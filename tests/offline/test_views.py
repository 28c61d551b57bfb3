"""What a phone asks for: the version, a pack, the worker; and the pages for what is not there."""

from __future__ import annotations

import gzip
from dataclasses import replace
from datetime import date

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.conftest import ReadPage
from webapp import assets
from webapp.content import library
from webapp.content.schema import Correction
from webapp.locales import LANGUAGES, Language


def test_the_version_file_names_packs_that_are_there(packed: Flask) -> None:
    client = packed.test_client()
    answer = client.get("/version.json")
    assert answer.headers["Cache-Control"] == "no-store"
    # It is no document: what a policy says of one would only be transferred.
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Content-Security-Policy" not in answer.headers
    version = answer.get_json()
    assert list(version["languages"]) == [language.prefix for language in LANGUAGES]
    for each in (version["shared"], *version["languages"].values()):
        found = client.get(f"/pack/{each['name']}", headers={"Accept-Encoding": "br"})
        assert found.status_code == 200
        assert found.headers["Cache-Control"] == assets.FOREVER
        assert found.headers["Content-Encoding"] == "br"
        zipped = client.get(f"/pack/{each['name']}", headers={"Accept-Encoding": "gzip"})
        assert zipped.headers["Content-Encoding"] == "gzip"
        plain = client.get(f"/pack/{each['name']}")
        assert "Content-Encoding" not in plain.headers
        assert brotli.decompress(found.data) == gzip.decompress(zipped.data) == plain.data


def test_a_pack_that_is_gone_is_not_found_and_not_kept(packed: Flask) -> None:
    answer = packed.test_client().get("/pack/en-00000000000000000000")
    assert answer.status_code == 404
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_worker_may_change_at_any_time_and_is_a_classic_script(client: FlaskClient) -> None:
    answer = client.get("/sw.js")
    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
    script = answer.get_data(as_text=True)
    assert "skipWaiting" in script
    assert "export" not in script
    assert "import" not in script
    assert not [name for name in assets.files() if "worker" in name]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.prefix)
@pytest.mark.parametrize("path", ["", "withdrawn"])
def test_what_is_not_there_has_a_way_on_and_is_not_found_by_search_engines(
    page: ReadPage, language: Language, path: str
) -> None:
    found = page(f"/{language.prefix}/offline/{path}")
    assert f"/{language.prefix}/" in found.links
    robots = [each.get("content") for each in found.all("meta") if each.get("name") == "robots"]
    assert robots == ["noindex"]


def test_corrections_cover_their_pages_and_the_routines_with_them(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
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
    assert client.get("/version.json").get_json()["corrections"] == [
        {"number": 1, "covers": ["routines/gone"]},
        {
            "number": 2,
            "covers": ["exercises/bridge", "routines/back-mobility", "routines/cold-water-15"],
        },
    ]
