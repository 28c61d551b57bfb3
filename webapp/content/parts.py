"""What a piece of content is made of, found by its kind wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel

Part = TypeVar("Part")


def parts(item: Any, kind: type[Part], place: str = "") -> Iterator[tuple[str, Part]]:
    """Every part of a kind in an item, such as its claims, with the path of its field."""
    if isinstance(item, kind):
        yield place, item
    elif isinstance(item, BaseModel):
        for name in type(item).model_fields:
            yield from parts(getattr(item, name), kind, f"{place}.{name}".lstrip("."))
    elif isinstance(item, tuple):
        for i, part in enumerate(item):
            yield from parts(part, kind, f"{place}.{i}")
