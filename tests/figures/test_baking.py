"""Baking does only what changed, all or nothing, and says what is wrong where."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from webapp import places
from webapp.content.faults import ContentError
from webapp.figures import baking, shelf

TWO = ("spine/bird-dog.yaml", "hips/hip-hinge.yaml")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two exercises and a picture."""
    folder = tmp_path_factory.mktemp("written") / "data"
    for name in TWO:
        (folder / "exercises" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(places.CONTENT / "exercises" / name, folder / "exercises" / name)
    shutil.copytree(places.CONTENT / "figures", folder / "figures")
    return folder


@pytest.fixture
def content(tmp_path: Path, written: Path) -> Path:
    """The same, free to be changed."""
    return shutil.copytree(written, tmp_path / "data")


@pytest.fixture
def into(tmp_path: Path) -> Path:
    return tmp_path / "new"


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory, written: Path) -> Path:
    folder = tmp_path_factory.mktemp("finished") / "baked"
    assert bake(written, folder)
    return folder


@pytest.fixture
def baked(tmp_path: Path, finished: Path) -> Path:
    """What was baked of it, free to be changed."""
    return shutil.copytree(finished, tmp_path / "baked")


def change(content: Path, name: str, old: str, new: str) -> None:
    path = content / "exercises" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def bake(content: Path, into: Path) -> list[str]:
    return sorted(line.rpartition(" ")[2] for line in baking.bake(content, into))


def test_every_figure_is_baked_once_in_all_its_forms(content: Path, into: Path) -> None:
    count = len(TWO) + len(list((content / "figures").iterdir()))
    lines = list(baking.bake(content, into))
    assert [line.split(":")[0] for line in lines] == [
        f"figure {n} of {count}" for n in range(1, count + 1)
    ]
    forms = {path.name for path in into.iterdir()}
    assert {f"bird-dog.{form}.svg" for form in ("moving", "still", "pair", "strip")} <= forms
    assert {"figures.css", "index.json"} <= forms
    assert bake(content, into) == []


def test_only_what_changed_is_baked_again(content: Path, baked: Path) -> None:
    change(content, "hips/hip-hinge.yaml", "lean: 58", "lean: 57")
    assert bake(content, baked) == ["hip-hinge"]
    change(content, "spine/bird-dog.yaml", "seconds: 4", "seconds: 5")
    assert bake(content, baked) == ["bird-dog"]
    change(content, "spine/bird-dog.yaml", "name: Bird dog", "name: Bird-dog")
    assert bake(content, baked) == []


def test_the_files_of_a_figure_that_is_gone_go_too(content: Path, baked: Path) -> None:
    (content / "exercises/hips/hip-hinge.yaml").unlink()
    bake(content, baked)
    assert not list(baked.glob("hip-hinge*"))
    assert "hip-hinge" not in json.loads((baked / "index.json").read_text())


def test_a_lost_file_is_baked_again(content: Path, baked: Path) -> None:
    (baked / "bird-dog.still.svg").unlink()
    assert bake(content, baked) == ["bird-dog"]


def test_a_build_broken_off_is_done_again_even_if_the_words_are_put_back(
    content: Path, baked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (baked / "bird-dog.moving.svg").read_text("utf-8")
    change(content, "spine/bird-dog.yaml", "hip: -13", "hip: -12")
    with monkeypatch.context() as broken:
        broken.setattr(shelf, "style_sheet", lambda: 1 / 0)
        broken.setattr(shelf.Shelf, "is_current", lambda *_: False)
        with pytest.raises(ZeroDivisionError):
            bake(content, baked)
    assert (baked / "bird-dog.moving.svg").read_text("utf-8") != before
    change(content, "spine/bird-dog.yaml", "hip: -12", "hip: -13")
    assert bake(content, baked) == ["bird-dog"]
    assert (baked / "bird-dog.moving.svg").read_text("utf-8") == before


def test_every_fault_comes_with_its_place_and_nothing_is_written(content: Path, into: Path) -> None:
    change(content, "spine/bird-dog.yaml", "leg_r: {hip: -13", "leg_r: {hip: 40")
    change(content, "hips/hip-hinge.yaml", "fwd: -.12", "fwd: .12")
    with pytest.raises(ContentError) as caught:
        bake(content, into)
    files = {fault.file for fault in caught.value.faults}
    assert files == {f"exercises/{name}" for name in TWO}
    assert not into.exists()


def test_a_word_that_cannot_be_is_refused_with_what_can(content: Path, into: Path) -> None:
    change(content, "spine/bird-dog.yaml", "leg_r: {hip: -13", "leg_r: {hip: -45")
    with pytest.raises(ContentError, match="the nearest possible value is -20"):
        bake(content, into)


def test_a_second_figure_of_the_same_movement_is_refused(content: Path, into: Path) -> None:
    original = (content / "exercises/spine/bird-dog.yaml").read_text("utf-8")
    double = content / "exercises/spine/pointer.yaml"
    double.write_text(original.replace("slug: bird-dog", "slug: pointer"), "utf-8")
    with pytest.raises(ContentError, match="looks the same as"):
        bake(content, into)
    double.write_text(double.read_text("utf-8") + "  variant_of: bird-dog\n", "utf-8")
    assert "pointer" in bake(content, into)


def test_a_variant_of_nothing_is_refused(content: Path, into: Path) -> None:
    with (content / "exercises/spine/bird-dog.yaml").open("a") as file:
        file.write("  variant_of: bird-cat\n")
    with pytest.raises(ContentError, match=r"figure.variant_of: 'bird-cat' is no figure; name one"):
        bake(content, into)
