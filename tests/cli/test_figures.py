"""`limber figures sheet`: what an author looks at."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.cli.limber import limber
from tests.figures.solved import ALL
from webapp.figures.sheet import BROWSERS

PNG = b"\x89PNG"
SEEN = any(shutil.which(name) for name in BROWSERS)


def test_a_sheet_shows_all_there_is_to_know_of_a_figure(tmp_path: Path) -> None:
    made = limber("figures", "sheet", "hip-hinge", "open-book", "--into", str(tmp_path))
    assert (made.returncode, made.stderr) == (0, "")
    suffix = "png" if SEEN else "html"
    slugs = ("hip-hinge", "open-book")
    assert made.stdout.split("\n")[:2] == [f"wrote {tmp_path / slug}.{suffix}" for slug in slugs]
    page = (tmp_path / "hip-hinge.html").read_text("utf-8")
    headings = re.findall(r"<h2>(.*?)</h2>", page)
    assert headings == [
        "Findings",
        "Strip",
        "The two poses that tell it",
        "Another camera",
        "Angles in degrees",
        "Hands in centimetres, for 170 cm",
    ]
    assert re.search(r"moving \d{4} B br, still \d{3} B br, pair \d{3} B br", page)
    assert re.search(r"<th>pelvis.lean</th><td>0</td><td>58</td>", page)


@pytest.mark.parametrize("slug", ["hip-hinge", "open-book"])
def test_the_second_camera_shows_something_else(slug: str, tmp_path: Path) -> None:
    limber("figures", "sheet", slug, "--into", str(tmp_path))
    page = (tmp_path / f"{slug}.html").read_text("utf-8")
    strip, other = (part.split("<h2>")[0] for part in re.split("<h2>(?:Strip|Ano)", page)[1:])
    assert strip.count("<path") > 10
    assert strip.partition("<svg")[2] != other.partition("<svg")[2]


@pytest.mark.skipif(not SEEN, reason="no Chromium to take the picture with")
def test_all_figures_on_one_picture(tmp_path: Path) -> None:
    made = limber("figures", "sheet", "--all", "--into", str(tmp_path))
    assert made.stdout == f"wrote {tmp_path / 'all.png'}\n"
    assert (tmp_path / "all.png").read_bytes().startswith(PNG)
    page = (tmp_path / "all.html").read_text("utf-8")
    assert sorted(re.findall(r"<b>([a-z-]+)</b>: no finding", page)) == ALL


@pytest.mark.parametrize(
    ("arguments", "told"),
    [((), "name a figure, such as bird-dog, or ask for --all"), (("cat",), "is called 'cat'")],
)
def test_a_figure_that_is_not_there_is_said(arguments: tuple[str, ...], told: str) -> None:
    tried = limber("figures", "sheet", *arguments)
    assert tried.returncode == 2
    assert told in tried.stderr
