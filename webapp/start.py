"""The `limber` command from its first import on: where most of the time of a start goes."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def main() -> None:
    with without_collecting():
        from webapp.cli import main as command

    command(prog_name="limber")


@contextmanager
def without_collecting() -> Iterator[None]:
    """What is made here stays: looking for garbage among it would take a fifth of the start."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
