"""Nothing third-party, no machine's path, no registry's name, no secret in what is committed."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

FORBIDDEN = re.compile(
    "|".join(
        [
            r"registry\.npm" + "js",
            r"pyp" + r"i\.org",
            r"pythonhost" + "ed",
            r"deb\.debi" + "an",
            r"/ho" + "me/",
            r"/ro" + "ot/",
            r"BEGIN [A-Z ]*PRIVATE K" + "EY",
        ]
    )
)


def committed() -> list[Path]:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_no_machine_and_no_registry_is_named() -> None:
    for path in committed():
        found = FORBIDDEN.search(path.read_text("utf-8", errors="replace"))
        assert not found, f"{path}: {found}"


def test_nothing_built_is_committed() -> None:
    for path in committed():
        parts = path.relative_to(ROOT).parts
        assert parts[:2] not in (("static", "built"), ("static", "vendor")), path
        assert path.suffix not in {".mo", ".pot", ".stamp", ".pyc"}, path


@pytest.mark.parametrize("folder", ["js", "lighthouse"])
def test_a_lock_file_has_no_download_addresses(folder: str) -> None:
    lock = json.loads((ROOT / f"tests/{folder}/package-lock.json").read_text())
    for name, package in lock["packages"].items():
        assert "resolved" not in package, name
        assert not name or package["integrity"].startswith("sha512-"), name


@pytest.mark.parametrize("name", [f"constraints{of}" for of in ("", "-build", "-test", "-audit")])
def test_every_dependency_is_pinned_by_hash(name: str) -> None:
    text = (ROOT / f"{name}.txt").read_text()
    pinned = [line for line in re.split(r"(?<!\\)\n", text) if line.strip()]
    assert pinned
    for requirement in pinned:
        assert re.match(r"[a-z0-9.-]+(\[[a-z,]+\])?==\S+ ", requirement), requirement
        assert "--hash=sha256:" in requirement


def test_only_known_things_stand_at_the_top() -> None:
    top = {path.relative_to(ROOT).parts[0] for path in committed()}
    known = {
        *("webapp", "templates", "static", "translations", "tests", "pyproject.toml", "README.md"),
        *("Makefile", "LICENSE", "CHANGELOG.md", "hatch_build.py", ".ci", ".gitignore"),
        *("constraints.txt", "constraints-build.txt", "constraints-test.txt"),
        "constraints-audit.txt",
    }
    assert top <= known, top - known
