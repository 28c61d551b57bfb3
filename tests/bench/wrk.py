"""Asks for one page again and again by wrk, which takes little of the machine for itself."""

from __future__ import annotations

import re
import subprocess

CONNECTIONS = 16
# As browsers ask over plain HTTP for what they take; connections are kept.
HEADERS = {"Accept-Encoding": "gzip, deflate, br"}
_RATE = re.compile(r"^Requests/sec:\s+([\d.]+)$", re.MULTILINE)
# What wrk says only when there was any.
_FAULTS = ("Socket errors:", "Non-2xx or 3xx responses:")


def rate(address: str, seconds: int) -> float:
    """Answers in a second."""
    headers = [f"--header={name}: {value}" for name, value in HEADERS.items()]
    measured = ("--threads=1", f"--connections={CONNECTIONS}", f"--duration={seconds}s")
    said = subprocess.check_output(["wrk", *measured, *headers, address], text=True)
    return read(said)


def read(said: str) -> float:
    """The rate that it printed; AssertionError where something was not answered well."""
    faults = [line.strip() for line in said.splitlines() if line.strip().startswith(_FAULTS)]
    assert not faults, "\n".join(faults)
    found = _RATE.search(said)
    assert found, said
    return float(found[1])


def version() -> str:
    """It says so in its usage, which it takes for a fault."""
    said = subprocess.run(["wrk", "-v"], capture_output=True, text=True, check=False).stdout
    return said.partition("[")[0].strip()
