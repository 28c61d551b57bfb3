"""Everything that must hold, in the order in which it is quickest to hear of a fault."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests import node

ROOT = Path(__file__).parents[1]
JS = "tests/js"
FORMATTED = ["static/js", "static/css", f"{JS}/**/*.{{js,json}}", f"!{JS}/package-lock.json"]

Step = tuple[str, Callable[[], int]]


def python(*arguments: str) -> int:
    return subprocess.run([sys.executable, "-m", *arguments], cwd=ROOT, check=False).returncode


def beside(one: list[str], other: list[str]) -> int:
    """Runs two modules at once, on a core each; the other's words come when both are done."""
    with tempfile.TemporaryFile("w+") as words:
        command = [sys.executable, "-m", *other]
        running = subprocess.Popen(command, cwd=ROOT, stdout=words, stderr=subprocess.STDOUT)
        failed = python(*one)
        failed = running.wait() or failed
        words.seek(0)
        print(words.read(), flush=True)
    return failed


def tests(*, quick: bool, everything: bool) -> int:
    pytest = ["pytest", "--quiet", *([] if everything else ["-m", "not sweep"])]
    others = [*pytest, "--ignore=tests/browser"]
    if quick:
        return python(*others, "--ignore=tests/repository/test_wheel.py")
    # Only one of the two drives a browser, so its bars of time are measured by one at a time.
    return beside([*pytest, "tests/browser"], others)


def steps(*, quick: bool, everything: bool) -> list[Step]:
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
        (
            "tests: Node",
            lambda: node.run("--test", "--test-reporter=dot", f"{JS}/**/*.test.js").returncode,
        ),
        ("tests: Python", lambda: tests(quick=quick, everything=everything)),
    ]


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
