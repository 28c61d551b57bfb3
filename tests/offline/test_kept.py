"""Finished pages on the disk: what is read is what would be made; a fault is no answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from tests.front.test_making import get
from tests.offline.conftest import Packs
from webapp import addresses, pages
from webapp.config import Config
from webapp.finished import Finished
from webapp.front import LATELY, Front
from webapp.locales import LANGUAGES
from webapp.offline import baked, kept

PAGE = Finished.make(b"<p>Bird dog</p>", {"Content-Type": "text/html", "Cache-Control": "no-cache"})
PATHS = ["/en/", "/ar/routines/cold-water-10/play", "/zh-hans/exercises/", "/de/emergency/"]


def test_a_page_comes_back_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "with #, ? and %20.pages"
    kept.write(file, [("/en/", PAGE)])
    assert kept.read(file, "/en/") == PAGE
    assert kept.read(file, "/en/about/") is None


@pytest.mark.parametrize("content", [None, b"", b"no pages at all, but long enough for a file"])
def test_what_cannot_be_read_is_no_page_and_no_fault(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "en.pages"
    if content is not None:
        file.write_bytes(content)
    assert kept.read(file, "/en/") is None
    assert file.exists() == (content is not None)


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_read_as_it_would_be_made(packs: Packs, packed: Flask, path: str) -> None:
    made = pages.finish(packed, path)
    assert baked.page(packs.config, path) == Finished.make(made.get_data(), dict(made.headers))


def test_every_page_of_every_language_is_there(packs: Packs, packed: Flask) -> None:
    paths = [path for each in LANGUAGES for path in addresses.of_language(packed, each)]
    assert [path for path in paths if baked.page(packs.config, path) is None] == []
    assert baked.page(packs.config, "/en/nothing") is None
    assert baked.page(packs.config, "/robots.txt") is None


def test_who_serves_makes_no_page_that_is_there(
    packs: Packs, packed: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(pages, "finish")
    front = Front(packed, packs.config)
    status, headers, body = get(front, "/ar/hydration/")
    assert (status, headers["content-language"]) == (200, "ar")
    assert b'lang="ar"' in body


def test_before_packs_are_made_a_page_is_made(app: Flask, config: Config) -> None:
    assert baked.page(config, "/en/") is None
    assert get(Front(app, config), "/en/")[0] == 200


def test_a_process_keeps_the_pages_that_were_asked_for_last(packs: Packs, packed: Flask) -> None:
    front = Front(packed, packs.config)
    paths = [path for each in LANGUAGES for path in addresses.of_language(packed, each)]
    for path in [*paths[: LATELY + 1], paths[1], paths[LATELY + 1]]:
        get(front, path)
    held = [path for path in paths if front.lately.find(path)]
    assert held == [paths[1], *paths[3 : LATELY + 2]]
