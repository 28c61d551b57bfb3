"""The server's process keeps one arena, however many threads make pages."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

# How many arenas the C library says it has once eight threads have held large pieces at a time.
ARENAS = """
import ctypes, sys, threading
from webapp import cli
if sys.argv[1] == "little":
    cli._keep_little()
together = threading.Barrier(8)
def hold():
    kept = [bytes(20_000) for _ in range(50)]
    together.wait()
threads = [threading.Thread(target=hold) for _ in range(8)]
[each.start() for each in threads]
[each.join() for each in threads]
libc = ctypes.CDLL(None)
libc.malloc_info(0, ctypes.c_void_p.in_dll(libc, "stdout"))
libc.fflush(None)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library keeps its own way")
def test_threads_share_an_arena() -> None:
    assert arenas("little") == 1
    assert arenas("as it is") > 1


def arenas(how: str) -> int:
    told = subprocess.check_output([sys.executable, "-c", ARENAS, how], text=True)
    return told.count("<heap nr=")
