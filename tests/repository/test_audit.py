"""`make audit` looks up every pin, and calls nothing well that it has not looked up."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests import audit
from tests.repository.test_clean import committed


def test_every_file_of_pins_is_looked_up() -> None:
    pinned = {
        path.relative_to(audit.ROOT).as_posix()
        for path in committed()
        if path.name.startswith("constraints") or path.name == "package-lock.json"
    }
    assert pinned <= {name for name, _ in audit.audits()}


def test_what_the_build_fetches_is_looked_up_in_its_versions() -> None:
    lock = audit.third_party_lock()["packages"]
    fetched = {
        path.removeprefix("node_modules/"): each["version"] for path, each in lock.items() if path
    }
    assert fetched == lock[""]["dependencies"]
    assert {"htmx.org", "qr", "idb-keyval"} <= fetched.keys()


@pytest.mark.parametrize("code", [1, -9])
def test_one_that_failed_is_named_and_the_others_are_looked_up_all_the_same(
    capsys: pytest.CaptureFixture[str], code: int
) -> None:
    asked = [("one", lambda: code), ("two", lambda: 0)]
    assert audit.report(iter(asked)) == 1
    said = capsys.readouterr().out
    assert "— two" in said
    assert "one: something is known against it, or it could not be looked up" in said
    assert "two: something" not in said


def test_without_a_fault_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert audit.report(iter([("one", lambda: 0)])) == 0
    assert "nothing is known" in capsys.readouterr().out


def test_what_the_tools_answer_counts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    tool = tmp_path / "bin" / "pip-audit"
    tool.parent.mkdir()
    tool.write_text("#!/bin/sh\nexit 3\n")
    tool.chmod(0o755)
    monkeypatch.setattr(audit, "TOOL", tmp_path)
    refused: subprocess.CompletedProcess[str] = subprocess.CompletedProcess([], 1)
    monkeypatch.setattr(audit, "npm", lambda *_, **__: refused)
    assert [ask() for _, ask in audit.audits()] == [3, 3, 3, 3, 1, 1, 1]
