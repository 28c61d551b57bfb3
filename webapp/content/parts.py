"""What a piece of content is made of, found by its kind wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel

Part = TypeVar("Part")


def parts(
    item: Any, kind: type[Part] | tuple[type[Part], ...], place: str = ""
) -> Iterator[tuple[str, Part]]:
    """Every part of a kind in an item, such as its claims, with the path of its field."""
    if isinstance(item, kind):
        yield place, item
        return
    for name, part in _inner(item):
        # Most are words and numbers; asking each of them as well took a tenth of a start.
        if isinstance(part, BaseModel | tuple):
            yield from parts(part, kind, f"{place}.{name}".lstrip("."))


def _inner(item: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(item, BaseModel):
        for name in type(item).model_fields:
            yield name, getattr(item, name)
    elif isinstance(item, tuple):
        yield from enumerate(item)
