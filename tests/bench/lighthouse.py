"""Pages as Lighthouse sees them on a phone that it simulates, in turn, each in an empty profile."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests import install, node
from tests.bench import machine
from tests.bench.judging_lighthouse import Report, Seen, judge_page, read
from tests.browser.author import Author
from tests.browser.chromium import FLAGS, find_chromium
from tests.serving import serving
from tests.soak.judging import Row

ROUNDS = 5
ORIGIN = "https://limber.example"
PACKAGE = install.LIGHTHOUSE / "node_modules" / "lighthouse"
PAGES = {
    "Today": "/en/",
    "routine": "/en/routines/cold-water-10",
    "player": "/en/routines/cold-water-10/play",
    "exercise": "/en/exercises/bird-dog",
    "cramp": "/en/cramp/",
    "drinks": "/en/hydration/",
}
SHARED = "shared routine"
# It is for whoever has its code: no search engine is to list it.
BY_DESIGN = {SHARED: ["is-crawlable"]}


def judge() -> list[Row]:
    install.lighthouse()
    print(*machine.described(["granian"]), sep="\n", flush=True)
    print(f"  Lighthouse {_version()}, {_browser()}", flush=True)
    # As it is served to people: search engines want whole addresses of the other languages.
    settings = {"LIMBER_ORIGIN": ORIGIN, "LIMBER_RATE_LIMIT": "100000 per minute"}
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder) / "instance", command=None, cwd=None, **settings) as limber,
    ):
        limber.wait_for_packs()
        pages = {**PAGES, SHARED: Author(limber).publish().path}
        rounds = [_round(pages, limber.address, Path(folder)) for _ in range(ROUNDS)]
    return [judge_page(name, [each[name] for each in rounds]) for name in pages]


def _round(pages: Mapping[str, str], address: str, folder: Path) -> dict[str, Seen]:
    return {
        name: read(_report(address + path, folder / "report.json"), BY_DESIGN.get(name, []))
        for name, path in pages.items()
    }


def _report(address: str, file: Path) -> Report:
    """Of a phone, as Lighthouse has it when it is told nothing else."""
    command = [address, "--quiet", "--output=json", f"--output-path={file}", *_flags(FLAGS)]
    environ = {**os.environ, "CHROME_PATH": find_chromium() or ""}
    node.run(str(PACKAGE / "cli" / "index.js"), *command, env=environ).check_returncode()
    report: Report = json.loads(file.read_text("utf-8"))
    assert not report.get("runtimeError"), report["runtimeError"]
    return report


def _flags(flags: Sequence[str]) -> list[str]:
    return [f"--chrome-flags={' '.join(flags)}"]


def _version() -> str:
    return str(json.loads((PACKAGE / "package.json").read_text("utf-8"))["version"])


def _browser() -> str:
    return subprocess.check_output([find_chromium() or "", "--version"], text=True).strip()
