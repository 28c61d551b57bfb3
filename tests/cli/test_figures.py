"""`limber figures sheet`: what an author looks at."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.cli.limber import limber
from tests.figures.authored import moving
from tests.figures.solved import ALL
from webapp import cli
from webapp.figures import sheet
from webapp.figures.sheet import BROWSERS

PNG = b"\x89PNG"
SEEN = any(shutil.which(name) for name in BROWSERS)


@pytest.mark.parametrize(
    "slugs", [("hip-hinge",), pytest.param(("hip-hinge", "open-book"), marks=pytest.mark.sweep)]
)
def test_a_sheet_shows_all_there_is_to_know_of_a_figure(
    tmp_path: Path, slugs: tuple[str, ...]
) -> None:
    made = limber("figures", "sheet", *slugs, "--into", str(tmp_path))
    assert (made.returncode, made.stderr) == (0, "")
    suffix = "png" if SEEN else "html"
    assert made.stdout.splitlines() == [f"wrote {tmp_path / slug}.{suffix}" for slug in slugs]
    page = (tmp_path / "hip-hinge.html").read_text("utf-8")
    headings = re.findall(r"<h2>(.*?)</h2>", page)
    assert headings == [
        "Findings",
        "Strip",
        "Every way, in 10 moments",
        "The two poses that tell it",
        "Another camera",
        "Angles in degrees",
        "Hands in centimetres, for 170 cm",
    ]
    assert re.search(r"moving \d{4} B br, still \d{3} B br, pair \d{3} B br", page)
    assert re.search(r"<th>pelvis.lean</th><td>0</td><td>58</td>", page)


@pytest.mark.sweep
@pytest.mark.parametrize("slug", ["hip-hinge", "open-book"])
def test_the_second_camera_shows_something_else(slug: str, tmp_path: Path) -> None:
    limber("figures", "sheet", slug, "--into", str(tmp_path))
    page = (tmp_path / f"{slug}.html").read_text("utf-8")
    strip, other = (part.split("<h2>")[0] for part in re.split("<h2>(?:Strip|Ano)", page)[1:])
    ways = page.partition("<h2>Every way")[2].partition("<h2>")[0]
    assert ways.count('<g transform="translate(') == 10 * ways.count('<div class="way">') >= 20
    assert strip.count("<path") > 10
    assert strip.partition("<svg")[2] != other.partition("<svg")[2]


@pytest.mark.skipif(not SEEN, reason="no Chromium to take the picture with")
@pytest.mark.sweep
def test_all_figures_on_one_picture(tmp_path: Path) -> None:
    made = limber("figures", "sheet", "--all", "--into", str(tmp_path))
    assert made.stdout == f"wrote {tmp_path / 'all.png'}\n"
    assert (tmp_path / "all.png").read_bytes().startswith(PNG)
    page = (tmp_path / "all.html").read_text("utf-8")
    assert sorted(re.findall(r"<b>([a-z-]+)</b>: no finding", page)) == ALL


def test_what_a_figure_excuses_is_shown_with_its_reason() -> None:
    excuse = {"speed": "a quick swing on purpose"}
    rushed = {"arms": {"raise": 170, "to": "front"}}
    told = sheet._findings(moving("stand", {}, rushed, 0.8, excuse=excuse))
    assert told.count("<li><b>excused</b>") >= 1
    assert "Because: a quick swing on purpose" in told


def test_a_chromium_that_fails_leaves_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: "/bin/false")
    written = sheet._save(tmp_path / "page", "words", 100)
    assert written == tmp_path / "page.html"
    assert written.read_text("utf-8") == "words"


def test_only_a_wrong_slug_is_called_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the engine is not told as a figure that is not there."""

    def broken(_: object) -> str:
        raise KeyError("palm_r")

    monkeypatch.setattr(sheet, "_sheet", broken)
    tried = CliRunner().invoke(cli.main, ["figures", "sheet", "bird-dog"])
    assert isinstance(tried.exception, KeyError)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [((), "name a figure, such as bird-dog, or ask for --all"), (("cat",), "is called 'cat'")],
)
def test_a_figure_that_is_not_there_is_said(arguments: tuple[str, ...], told: str) -> None:
    tried = CliRunner().invoke(cli.main, ["figures", "sheet", *arguments])
    assert tried.exit_code == 2
    assert told in tried.stderr
