"""What the operator can mend ends the command with one clear line and an exit code."""

from __future__ import annotations

from pathlib import Path

from tests.cli.limber import limber
from tests.serving import Server


def test_the_content_is_without_fault() -> None:
    checked = limber("content", "check")
    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout.endswith(": no fault\n")


def test_a_port_in_use_is_named(server: Server, tmp_path: Path) -> None:
    tried = limber("serve", PORT=str(server.port), LIMBER_INSTANCE=str(tmp_path / "instance"))
    assert tried.returncode == 1
    assert tried.stderr.startswith(f"PORT: 127.0.0.1:{server.port} cannot be used")
    assert len(tried.stderr.splitlines()) == 1


def test_a_host_that_is_not_here_is_named(tmp_path: Path) -> None:
    tried = limber("serve", HOST="203.0.113.1", LIMBER_INSTANCE=str(tmp_path / "instance"))
    assert tried.returncode == 1
    assert tried.stderr.startswith("PORT: 203.0.113.1:")


def test_an_instance_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    tried = limber("serve", LIMBER_INSTANCE=str(tmp_path / "file" / "instance"))
    assert tried.returncode == 1
    assert tried.stderr.startswith(f"LIMBER_INSTANCE: {tmp_path}/file/instance cannot be used")
    assert len(tried.stderr.splitlines()) == 1


def test_a_wrong_setting_leaves_nothing_behind(tmp_path: Path) -> None:
    tried = limber("serve", PORT="none", LIMBER_INSTANCE=str(tmp_path / "instance"))
    assert tried.returncode == 1
    assert tried.stderr.startswith("PORT: 'none' cannot be used")
    assert not (tmp_path / "instance").exists()
