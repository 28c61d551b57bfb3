"""`pip install .` gives the same app: a wheel, installed elsewhere, asked for its parts."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.serving import serving
from webapp import assets

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of a fresh environment that has the wheel, made without network."""
    folder = tmp_path_factory.mktemp("wheel")
    pip(sys.executable, "wheel", "--no-build-isolation", "--no-deps", "-w", str(folder), str(ROOT))
    (wheel,) = folder.glob("limber-*.whl")
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / "bin" / "python"
    house = ("--no-index", "--find-links", str(ROOT / ".wheelhouse"))
    pip(str(python), "install", *house, str(wheel))
    return python.parent


def pip(python: str, *arguments: str) -> None:
    command = [python, "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments]
    subprocess.run(command, check=True, cwd=ROOT)


def test_the_wheel_serves_arabic_pages_a_bundle_a_figure_icons_and_its_manifest(
    installed: Path, tmp_path: Path
) -> None:
    with serving(tmp_path / "instance", command=installed / "limber", cwd=tmp_path) as server:
        status, headers, body = server.get("/ar/routines/cold-water-10")
        assert (status, headers["content-language"]) == (200, "ar")
        assert "إحماء" in body.decode()
        status, _, body = server.get("/ar/exercises/bird-dog")
        assert (status, body.count(b'data-figure="bird-dog"')) == (200, 1)
        status, headers, body = server.get("/ar/manifest.webmanifest")
        assert (status, headers["content-language"]) == (200, "ar")
        assert assets.address("icons/limber-512.png") in body.decode()
        for name in (
            "css/main.css",
            "js/player/main.js",
            "icons/limber.svg",
            "icons/limber-maskable-512.png",
            "screenshots/narrow-ar.png",
            "figures/bird-dog.svg",
        ):
            status, _, file = server.get(assets.address(name))
            assert (status, file) == (200, assets.files()[name].read_bytes())


def test_the_wheel_holds_what_it_needs_and_no_sources_of_it(installed: Path) -> None:
    (package,) = installed.parent.glob("lib/*/site-packages/webapp")
    assert (package / "translations/ar/LC_MESSAGES/content.mo").is_file()
    for licence in ("lucide/LICENSE", "idb-keyval/LICENCE", "qr/LICENSE"):
        assert (package / "static/vendor" / licence).is_file()
    left_out = ("*.po", "*.toml", "*.stamp", ".stamp", "GLOSSARY.md")
    found = [path for name in left_out for path in package.rglob(name)]
    assert found == [package / "translations/languages.toml"]  # which languages are offered
    assert not (package / "static/js").exists()


def test_broken_content_and_missing_catalogs_stop_the_start(
    installed: Path, tmp_path: Path
) -> None:
    """Last, because it damages the installed copy."""
    (package,) = installed.parent.glob("lib/*/site-packages/webapp")
    exercise = package / "content/data/exercises/spine/bird-dog.yaml"
    exercise.write_text(exercise.read_text("utf-8").replace("number: 6", "number: six"), "utf-8")
    for command in (["serve"], ["content", "check"]):
        tried = limber(installed, tmp_path, *command)
        assert tried.returncode == 1
        assert tried.stderr.startswith("exercises/spine/bird-dog.yaml: number: 'six' cannot stand")
    (package / "translations/ar/LC_MESSAGES/content.mo").unlink()
    tried = limber(installed, tmp_path, "serve")
    assert tried.returncode == 1
    assert tried.stderr == (
        "translations/ar/LC_MESSAGES/content.mo: is missing; run `make build`\n"
    )
    assert not (tmp_path / "instance").exists()


def limber(bin_folder: Path, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(bin_folder / "limber"), *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=60, check=False)
