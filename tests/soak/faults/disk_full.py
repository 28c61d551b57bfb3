"""The disk is full: what is there is read, what is new is refused, and room is enough to go on."""

from __future__ import annotations

import ctypes
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.soak.faults import judging, served
from tests.soak.faults.clients import Clients
from tests.soak.faults.locked import BEFORE, READERS
from tests.soak.judging import Row

MEGABYTES = 8
SECONDS, SHORT = 20.0, 5.0
CHUNK = 4096
TITLE = "the disk is full"


def judge(seed: str, *, short: bool) -> list[Row]:
    """On a file system of its own; PostgreSQL ends when its log finds no room, and is not asked."""
    if not can_mount():
        return [Row(TITLE, "not measured", faults=("a full disk needs root on Linux",))]
    with disk() as folder, served.on_sqlite(folder / "instance") as on:
        clients = Clients(on.server, seed)
        clients.publish(clients.new_secret())
        with clients.running(*READERS):
            clients.until_told(BEFORE)
            with clients.window() as window:
                fill(folder / "ballast")
                clients.watch(SHORT if short else SECONDS)
                (folder / "ballast").unlink()
            clients.watch(judging.RECOVERY_SECONDS)
        refused = sum(each.status == 507 for each in clients.asked)
        return [
            *judging.judge(TITLE, clients.asked, *window),
            _refused(refused),
            *on.judge_database(clients),
        ]


def _refused(many: int) -> Row:
    faults = () if many else ("the disk was not full",)
    return Row("  refused for want of room", f"{many} by 507", "some", faults)


def fill(ballast: Path) -> None:
    """To the last byte."""
    with ballast.open("wb", buffering=0) as file:
        try:
            while file.write(b"\0" * CHUNK):
                pass
        except OSError:
            return


def can_mount() -> bool:
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    try:
        with disk():
            return True
    except OSError:  # a container may forbid it to its root
        return False


@contextmanager
def disk() -> Iterator[Path]:
    """A file system in memory, of so many megabytes."""
    libc = ctypes.CDLL(None, use_errno=True)
    with tempfile.TemporaryDirectory() as folder:
        size = f"size={MEGABYTES}m".encode()
        if libc.mount(b"none", folder.encode(), b"tmpfs", 0, size):
            raise OSError(ctypes.get_errno(), "mount")
        try:
            yield Path(folder)
        finally:
            libc.umount2(folder.encode(), 2)  # MNT_DETACH: also while a file of it is open
