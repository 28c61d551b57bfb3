"""The folder of an export is replaced whole, or not at all, and never what is no export."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from webapp.export.folder import MARKER, FolderError, open_to_all, replacing


def fill(folder: Path, text: str) -> None:
    with replacing(folder) as fresh:
        (fresh / "page.html").write_text(text)


def test_a_folder_that_is_not_there_is_made_with_those_above(tmp_path: Path) -> None:
    fill(tmp_path / "a" / "b", "new")
    assert {path.name for path in (tmp_path / "a").iterdir()} == {"b"}
    assert {path.name for path in (tmp_path / "a" / "b").iterdir()} == {"page.html", MARKER}


def test_an_earlier_export_is_replaced_with_all_that_it_had(tmp_path: Path) -> None:
    fill(tmp_path / "files", "old")
    (tmp_path / "files" / "gone.html").touch()
    fill(tmp_path / "files", "new")
    assert (tmp_path / "files" / "page.html").read_text() == "new"
    assert not (tmp_path / "files" / "gone.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["files"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    fill(tmp_path / "files", "new")
    assert (tmp_path / "files" / "page.html").read_text() == "new"


def test_a_folder_with_anything_else_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "dear.txt").write_text("Ana")
    with pytest.raises(FolderError, match="letters: holds something that is no export; name"):
        fill(tmp_path / "letters", "new")
    assert (tmp_path / "letters" / "dear.txt").read_text() == "Ana"


def test_what_came_into_the_folder_meanwhile_is_not_deleted(tmp_path: Path) -> None:
    def write_meanwhile() -> None:
        with replacing(tmp_path / "files"):
            (tmp_path / "files").mkdir()
            (tmp_path / "files" / "dear.txt").write_text("Ana")

    with pytest.raises(FolderError, match="holds something"):
        write_meanwhile()
    assert [path.name for path in (tmp_path / "files").iterdir()] == ["dear.txt"]


def test_what_goes_wrong_in_the_middle_leaves_the_earlier_export(tmp_path: Path) -> None:
    fill(tmp_path / "files", "old")

    def fail() -> None:
        with replacing(tmp_path / "files") as fresh:
            (fresh / "page.html").write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert (tmp_path / "files" / "page.html").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["files"]


def test_a_disk_that_is_full_is_named_in_a_line(tmp_path: Path) -> None:
    with (
        pytest.raises(FolderError, match=r"files: cannot be used \(No space left on device\); "),
        replacing(tmp_path / "files"),
    ):
        raise OSError(28, "No space left on device")


def test_what_an_export_that_was_killed_left_there_goes(tmp_path: Path) -> None:
    for left in (".files.new", ".files.old"):
        (tmp_path / left).mkdir()
        (tmp_path / left / "half.html").touch()
    fill(tmp_path / "files", "new")
    assert [path.name for path in tmp_path.iterdir()] == ["files"]
    assert not (tmp_path / "files" / "half.html").exists()


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    fill(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real" / "page.html").read_text() == "new"


def test_everybody_may_read_it(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir(mode=0o700)
    (tmp_path / "inner" / "page.html").write_text("page")
    (tmp_path / "inner" / "page.html").chmod(0o600)
    assert open_to_all(tmp_path) == (1, 4)
    modes = [stat.S_IMODE(path.stat().st_mode) for path in sorted(tmp_path.rglob("*"))]
    assert modes == [0o755, 0o644]
