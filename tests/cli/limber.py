"""The `limber` command as an operator starts it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.serving import free_port

SECONDS = 300


def limber(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return patient_limber(SECONDS, *arguments, **settings)


def patient_limber(
    seconds: float, *arguments: str, **settings: str
) -> subprocess.CompletedProcess[str]:
    """For what takes long on a busy machine."""
    return subprocess.run(
        [str(Path(sys.executable).with_name("limber")), *arguments],
        env={**os.environ, "PORT": str(free_port()), **settings},
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
