"""The still part is called Stay: "hold" would be read as holding the breath."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from webapp.content.faults import Fault

if TYPE_CHECKING:
    from webapp.content.library import Library


def check(library: Library) -> Iterator[Fault]:
    for exercise in library.exercises.values():
        for i, part in enumerate(exercise.tempo):
            if re.search(r"\bhold\b", part.name, re.I):
                remedy = f"{part.name!r}: call a still part Stay"
                yield Fault(library.file_of(exercise), f"tempo.{i}.name", remedy)
