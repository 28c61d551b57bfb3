"""Pages as Lighthouse sees them on a phone that it simulates, in turn, each in an empty profile."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from tests import certificates, install, node
from tests.bench import machine
from tests.bench.judging_lighthouse import Report, Seen, judge_page, read, tell_plain
from tests.browser.author import Author
from tests.browser.chromium import FLAGS, find_chromium
from tests.serving import Server, serving
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
# A certificate of our own, by its key: whoever serves people has one that all phones trust.
TRUSTED = "--ignore-certificate-errors-spki-list"
# It is for whoever has its code: no search engine is to list it.
BY_DESIGN = {SHARED: ["is-crawlable"]}


def judge() -> list[Row]:
    """Each page as phones get it, by TLS and HTTP/2, against the bars; then as it is to whoever
    tries Limber at home, by HTTP/1.1, for its largest paint alone."""
    install.lighthouse()
    print(*machine.described(["granian"]), sep="\n", flush=True)
    print(f"  Lighthouse {_version()}, {_browser()}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        keys = certificates.make(here)
        trusted = f"{TRUSTED}={certificates.pin(Path(keys['LIMBER_TLS_CERTIFICATE']))}"
        with _serving(here) as at_home, _serving(here, **keys) as to_phones:
            at_home.wait_for_packs()
            pages = {**PAGES, SHARED: Author(at_home).publish().path}
            rounds = [_round(pages, to_phones, here, [trusted]) for _ in range(ROUNDS)]
            plain = [_round(pages, at_home, here) for _ in range(ROUNDS)]
    judged = [judge_page(name, [each[name] for each in rounds]) for name in pages]
    return [*judged, *(tell_plain(name, [each[name] for each in plain]) for name in pages)]


def _serving(folder: Path, **settings: str) -> AbstractContextManager[Server]:
    # As it is served to people: search engines want whole addresses of the other languages.
    settings |= {"LIMBER_ORIGIN": ORIGIN, "LIMBER_RATE_LIMIT": "100000 per minute"}
    return serving(folder / "instance", command=None, cwd=None, **settings)


def _round(
    pages: Mapping[str, str], server: Server, folder: Path, flags: Sequence[str] = ()
) -> dict[str, Seen]:
    reports = {
        name: _report(server.address + path, folder / "report.json", [*FLAGS, *flags])
        for name, path in pages.items()
    }
    return {name: read(report, BY_DESIGN.get(name, [])) for name, report in reports.items()}


def _report(address: str, file: Path, flags: Sequence[str]) -> Report:
    """Of a phone, as Lighthouse has it when it is told nothing else."""
    told = f"--chrome-flags={' '.join(flags)}"
    environ = {**os.environ, "CHROME_PATH": find_chromium() or ""}
    command = [address, "--quiet", "--output=json", f"--output-path={file}", told]
    node.run(str(PACKAGE / "cli" / "index.js"), *command, env=environ).check_returncode()
    report: Report = json.loads(file.read_text("utf-8"))
    assert not report.get("runtimeError"), report["runtimeError"]
    return report


def _version() -> str:
    return str(json.loads((PACKAGE / "package.json").read_text("utf-8"))["version"])


def _browser() -> str:
    return subprocess.check_output([find_chromium() or "", "--version"], text=True).strip()
