"""What a figure was measured on."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path


def described(packages: Sequence[str]) -> Iterator[str]:
    """The machine, and the versions of what runs on it."""
    yield f"  {_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}"
    versions = [f"{name} {metadata.version(name)}" for name in packages]
    yield f"  {', '.join([f'Python {platform.python_version()}', *versions])}"


def _processor() -> str:
    """As Linux knows it; elsewhere what Python does."""
    known = Path("/proc/cpuinfo")
    lines = known.read_text().splitlines() if known.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()
