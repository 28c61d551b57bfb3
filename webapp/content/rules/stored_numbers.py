"""An exercise keeps its number for ever, and no number is given twice, even after a removal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from webapp.content.faults import Fault

if TYPE_CHECKING:
    from webapp.content.library import Library


def check(library: Library) -> Iterator[Fault]:
    for number, count in Counter(library.numbers.values()).items():
        if count > 1:
            yield Fault(
                "numbers.yaml", "numbers", f"{number} is given twice; give the next free one"
            )
    for exercise in library.exercises.values():
        stored = library.numbers.get(exercise.slug)
        if stored is None:
            free = max(library.numbers.values(), default=0) + 1
            remedy = f"is not in numbers.yaml; add `{exercise.slug}: {free}` there and here"
            yield Fault(library.file_of(exercise), "number", remedy)
        elif stored != exercise.number:
            remedy = f"is {exercise.number}, but numbers.yaml says {stored}; write {stored}"
            yield Fault(library.file_of(exercise), "number", remedy)
