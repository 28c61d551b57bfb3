"""A claim rests on listed sources; only design choices and general knowledge may name none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from webapp.content.cited import Cited, cited
from webapp.content.faults import Fault

if TYPE_CHECKING:
    from webapp.content.library import Library


def check(library: Library) -> Iterator[Fault]:
    read = [(library.file_of(item), item) for item in library.items()]
    for file, item in [*read, ("article.yaml", library.article)]:
        for field, found in cited(item):
            yield from _of(file, f"{field}.sources", found, library)


def _of(file: str, field: str, found: Cited, library: Library) -> Iterator[Fault]:
    for source in found.sources:
        if source not in library.sources:
            yield Fault(file, field, f"there is no source {source}; add it to sources.yaml")
    grade = getattr(found, "grade", "D")
    free = grade in ("D", "none") or getattr(found, "from_general_knowledge", False)
    if not found.sources and not free:
        yield Fault(file, field, f"grade {grade} needs a source; name it or lower the grade")
