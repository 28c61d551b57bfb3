"""What the content means: one rule a file, each a function `check` that yields faults.

A rule is found by its file. Each has a good and a bad example in `tests/content/examples/`.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from webapp.content.faults import Fault

if TYPE_CHECKING:
    from webapp.content.library import Library

NAMES = sorted(module.name for module in iter_modules(__path__))


def check(library: Library) -> Iterator[Fault]:
    for name in NAMES:
        yield from import_module(f"{__name__}.{name}").check(library)
