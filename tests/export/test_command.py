"""`limber export` where it cannot begin: one line says why and what to do."""

from __future__ import annotations

from pathlib import Path

from tests.cli.limber import limber
from tests.exporting import SETTINGS


def test_without_an_address_it_is_not_begun(tmp_path: Path) -> None:
    tried = limber("export", str(tmp_path / "files"), LIMBER_INSTANCE=str(tmp_path / "instance"))
    assert (tried.returncode, tried.stdout) == (1, "")
    assert tried.stderr.startswith("LIMBER_ORIGIN: is missing; set it to the address")
    assert len(tried.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_somebody_else_is_named_and_left(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "dear.txt").touch()
    tried = limber("export", str(tmp_path / "letters"), **SETTINGS)
    assert (tried.returncode, tried.stdout) == (1, "")
    assert tried.stderr.startswith(f"{tmp_path}/letters: holds something that is no export; ")
    assert len(tried.stderr.splitlines()) == 1
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["dear.txt"]


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    tried = limber("export", str(tmp_path / "file" / "files"), **SETTINGS)
    assert tried.returncode == 1
    assert tried.stderr.startswith(f"{tmp_path}/file/files: cannot be used")
    assert len(tried.stderr.splitlines()) == 1
