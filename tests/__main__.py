"""Everything that must hold, in the order in which it is quickest to hear of a fault."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests import node
from tests.serving import PACKS

ROOT = Path(__file__).parents[1]
JS = "tests/js"
FORMATTED = ["static/js", "static/css", f"{JS}/**/*.{{js,json}}", f"!{JS}/package-lock.json"]

CORES = os.cpu_count() or 1
# One more than cores, for many wait for a server: on two cores 240 s and not 310.
WORKERS = min(8, CORES + 1)
# Two browsers at a time: on two cores 98 tests take 68 s and not 98.
BROWSERS = min(2, CORES)

Step = tuple[str, Callable[[], int]]


def python(*arguments: str) -> int:
    return subprocess.run([sys.executable, "-m", *arguments], cwd=ROOT, check=False).returncode


def tests(*, quick: bool, everything: bool) -> int:
    """On all cores, then with nothing beside it what holds a bar of time; browsers come last."""
    pytest = ["pytest", "--quiet"]
    without = ["--ignore=tests/browser", *(["--ignore=tests/repository/test_wheel.py"] * quick)]
    also = "" if everything else " and not sweep"
    runs = [
        [*pytest, *without, *_beside(WORKERS), "-m", f"not timed{also}"],
        [*pytest, *without, "-m", f"timed{also}"],
    ]
    if not quick:
        runs += [
            [*pytest, "tests/browser", *_beside(BROWSERS), "-m", f"not timed{also}"],
            [*pytest, "tests/browser", "-m", f"timed{also}"],
        ]
    # All of them, whatever fails; the code of one that was killed is below 0.
    codes = [python(*run) for run in runs]
    return int(any(codes))


def _beside(most: int) -> list[str]:
    """So many processes, each with a file of tests at a time."""
    return [f"--numprocesses={most}", "--dist=loadfile", "--no-loadscope-reorder"]


def checks() -> list[Step]:
    return [
        ("lint: Python", lambda: python("ruff", "check", "--quiet", ".")),
        ("format: Python", lambda: python("ruff", "format", "--quiet", "--check", ".")),
        ("types: Python", lambda: python("mypy", "--no-error-summary")),
        (
            "types: JavaScript",
            lambda: node.tool("typescript/bin/tsc", "--project", f"{JS}/tsconfig.json"),
        ),
        (
            "types: the worker",
            lambda: node.tool("typescript/bin/tsc", "--project", f"{JS}/tsconfig.worker.json"),
        ),
        (
            "lint: JavaScript",
            lambda: node.tool(
                "eslint/bin/eslint.js", "--config", f"{JS}/eslint.config.js", "static/js", JS
            ),
        ),
        (
            "format: JavaScript, CSS",
            lambda: node.tool(
                "prettier/bin/prettier.cjs",
                "--config",
                f"{JS}/prettier.json",
                "--check",
                "--log-level=warn",
                *FORMATTED,
            ),
        ),
    ]


def steps(*, quick: bool, everything: bool) -> list[Step]:
    return [
        ("lint, format, types", check),
        ("packs, which all servers of the tests share", bake),
        (
            "tests: Node",
            lambda: node.run("--test", "--test-reporter=dot", f"{JS}/**/*.test.js").returncode,
        ),
        ("tests: Python", lambda: tests(quick=quick, everything=everything)),
    ]


def bake() -> int:
    limber = Path(sys.executable).with_name("limber")
    packs = {**os.environ, "LIMBER_PACKS": str(PACKS)}
    return subprocess.run([str(limber), "bake"], cwd=ROOT, env=packs, check=False).returncode


def check() -> int:
    """Two at a time, since most of them use one core; all are heard, also after a fault."""
    with ThreadPoolExecutor(2) as pool:
        running = [(name, pool.submit(step)) for name, step in checks()]
    failed = [name for name, done in running if done.result()]
    for name in failed:
        print(f"failed: {name}")
    return int(bool(failed))


def main() -> int:
    began = time.monotonic()
    wanted = sys.argv[1:]
    for name, step in steps(quick="--quick" in wanted, everything="--all" in wanted):
        print(f"— {name}", flush=True)
        if step():
            print(f"failed: {name}")
            return 1
    print(f"all well in {time.monotonic() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
