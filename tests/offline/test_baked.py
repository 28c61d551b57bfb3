"""Packs on the disk: made once for a version, by whoever comes first, whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tests.offline.conftest import Packs
from tests.serving import serving
from webapp import places
from webapp.config import Config, ConfigError, read
from webapp.offline import baked


def settings(packs: Path, **given: str) -> Config:
    return read({"LIMBER_PACKS": str(packs), **given})


def test_what_pages_say_of_the_operator_makes_another_version(tmp_path: Path) -> None:
    folders = {
        baked.folder(settings(tmp_path, **given))
        for given in (
            {},
            {"LIMBER_ORIGIN": "https://limber.example"},
            {"LIMBER_CONTACT": "mailto:limber@example.org"},
        )
    }
    assert len(folders) == 3
    assert baked.folder(settings(tmp_path, PORT="9000")) in folders


def test_a_changed_file_makes_another_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = baked.folder(settings(tmp_path))
    (tmp_path / "new.html").write_text("new")
    sources = [*baked._sources(), tmp_path / "new.html"]
    monkeypatch.setattr(baked, "_sources", lambda: sources)
    monkeypatch.setattr(places, "ROOT", Path("/"))
    baked._version_of.cache_clear()
    after = baked.folder(settings(tmp_path))
    baked._version_of.cache_clear()
    assert after != before


def test_what_is_made_is_not_made_again(packs: Packs) -> None:
    made = baked.folder(packs.config)
    before = made.stat().st_mtime_ns
    assert baked.make(packs.config) == made
    assert made.stat().st_mtime_ns == before
    assert stat.S_IMODE(made.stat().st_mode) == 0o755


def test_a_folder_that_cannot_be_written_is_named_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigError, match=r"^LIMBER_PACKS: .*file.* name a folder"):
        baked.make(settings(tmp_path / "file"))


def test_of_two_that_make_the_same_the_first_stays(tmp_path: Path) -> None:
    fresh, made = tmp_path / "fresh", tmp_path / "made"
    fresh.mkdir()
    made.mkdir()
    (made / "first").touch()
    (fresh / "second").touch()
    baked._move(fresh, made)
    assert [path.name for path in made.iterdir()] == ["first"]


def test_the_newest_versions_stay(tmp_path: Path) -> None:
    for age in range(baked.KEPT + 2):
        (tmp_path / f"version-{age}").mkdir()
        os.utime(tmp_path / f"version-{age}", (1000 - age, 1000 - age))
    baked._tidy(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {
        f"version-{age}" for age in range(baked.KEPT)
    }


@pytest.mark.timed
def test_a_server_that_has_none_makes_them_and_answers_meanwhile(
    tmp_path: Path, packs: Packs
) -> None:
    with serving(tmp_path / "instance", LIMBER_PACKS=str(tmp_path / "packs")) as server:
        assert server.get("/en/")[0] == 200
        server.wait_for_packs()  # each answer within fifteen seconds, or a worker would give up
        version = baked.folder(packs.config) / baked.VERSION
        assert server.get("/version.json")[2] == version.read_bytes()
