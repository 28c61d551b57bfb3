"""Pages hold figures inline, each once, in words for those who do not see them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from markupsafe import escape

from webapp import assets
from webapp.content import library
from webapp.figures import served

ROOT = Path(__file__).parents[2]
EXERCISES = sorted(library.english().exercises)


@pytest.mark.parametrize("slug", EXERCISES)
def test_an_exercise_shows_its_figure_once(client: FlaskClient, slug: str) -> None:
    page = client.get(f"/en/exercises/{slug}").text
    name = library.english().exercises[slug].name
    figures = re.findall(r'<svg[^>]* data-figure="([^"]+)"', page)
    assert figures == [slug]
    assert f'<svg role="img" aria-label="{escape(name)}" class="figure"' in page


@pytest.mark.parametrize("slug", EXERCISES)
def test_the_strip_for_paper_is_passed_over_by_screen_readers(
    client: FlaskClient, slug: str
) -> None:
    page = client.get(f"/en/exercises/{slug}").text
    (strip,) = re.findall(r'<div class="figure-strip">(.*?)</div>', page)
    assert strip.startswith('<svg aria-hidden="true" class="figure"')
    assert "data-figure" not in strip
    assert " id=" not in strip


@pytest.mark.parametrize("slug", EXERCISES)
def test_a_strip_begins_where_one_begins_to_read(client: FlaskClient, slug: str) -> None:
    left, right = (
        [int(place) for _, place in served.PLACE.findall(client.get(path).text)]
        for path in (f"/en/exercises/{slug}", f"/ar/exercises/{slug}")
    )
    assert left == sorted(left)
    assert right == left[::-1]


def test_paper_shows_what_the_screen_hides() -> None:
    style = (ROOT / "static/css/figures.css").read_text("utf-8")
    screen, paper = style.split("@media print")
    assert ".figure-strip {\n  display: none;" in screen
    assert ".figure-strip {\n    display: block;" in paper


@pytest.mark.parametrize("slug", EXERCISES)
def test_each_part_stands_with_its_cue(client: FlaskClient, slug: str) -> None:
    page = client.get(f"/en/exercises/{slug}").text
    parts = page.partition('<ol class="beat"')[2].partition("</ol>")[0]
    for part in library.english().exercises[slug].tempo:
        assert f'<span class="hidden-text">{escape(part.cue)}</span>' in parts


def test_the_script_is_told_how_the_other_side_is_said(client: FlaskClient) -> None:
    page = client.get("/en/exercises/bird-dog").text
    found = re.search(r'<script type="application/json" id="tempo">(.*?)</script>', page)
    assert found is not None
    plan = json.loads(found[1])
    assert plan["other_side"] == "%(name)s, other side: %(cue)s"
    assert plan["label"] == "%(name)s: %(cue)s"


@pytest.mark.parametrize("slug", EXERCISES)
def test_its_phases_are_its_tempo(slug: str) -> None:
    tempo = library.english().exercises[slug].tempo
    drawing = served.moving(slug, "x")
    found = re.search(r'data-phases="([^"]+)"', drawing)
    assert found is not None
    ends = [0]
    for part in tempo:
        ends.append(ends[-1] + part.seconds)
    assert [float(each) for each in found[1].split(",")] == ends


def test_lists_show_stills_that_screen_readers_pass_over(client: FlaskClient) -> None:
    pages = [client.get(f"/en/exercises/{part}").text for part in ("", "rest")]
    stills = re.findall(r'<svg [^>]*class="figure still"[^>]*>', "".join(pages))
    assert len(stills) == len(EXERCISES)
    assert all('aria-hidden="true"' in each for each in stills)
    assert "<animate" not in "".join(pages)


def test_a_figure_is_a_static_file_for_ever() -> None:
    address = assets.address(served.name("cat-cow"))
    headers = dict(assets.kept()[address].headers)
    assert headers[b"content-type"].startswith(b"image/svg+xml")
    assert b"immutable" in headers[b"cache-control"]


def test_a_label_is_escaped() -> None:
    assert 'aria-label="&#34;&lt;b&gt;"' in served.still("cat-cow", '"<b>')
