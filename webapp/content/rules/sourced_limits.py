"""A limit rests on listed sources like a claim; only choices and general knowledge name none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from webapp.content.faults import Fault
from webapp.content.limits import Limit
from webapp.content.parts import parts

if TYPE_CHECKING:
    from webapp.content.library import Library


def check(library: Library) -> Iterator[Fault]:
    for item in library.items():
        for field, limit in parts(item, Limit):
            for remedy in _remedies(limit, library):
                yield Fault(library.file_of(item), f"{field}.sources", remedy)
    for name, limit in library.limits.items():
        for remedy in _remedies(limit, library):
            yield Fault("limits.yaml", f"limits.{name}.sources", remedy)


def _remedies(limit: Limit, library: Library) -> Iterator[str]:
    for source in limit.sources:
        if source not in library.sources:
            yield f"there is no source {source}; add it to sources.yaml"
    if not limit.sources and limit.grade != "D" and not limit.from_general_knowledge:
        yield f"grade {limit.grade} needs a source; name it or lower the grade"
