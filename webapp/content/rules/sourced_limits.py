"""A limit rests on listed sources like a claim; only choices and general knowledge name none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from webapp.content.faults import Fault
from webapp.content.limits import Limit

if TYPE_CHECKING:
    from webapp.content.library import Library


def check(library: Library) -> Iterator[Fault]:
    for item in library.items():
        for field, limit in limits(item):
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


def limits(item: Any, place: str = "") -> Iterator[tuple[str, Limit]]:
    """Every limit in an item, with the path of its field."""
    if isinstance(item, Limit):
        yield place, item
    elif isinstance(item, BaseModel):
        for name in type(item).model_fields:
            yield from limits(getattr(item, name), f"{place}.{name}".lstrip("."))
    elif isinstance(item, tuple):
        for i, part in enumerate(item):
            yield from limits(part, f"{place}.{i}")
