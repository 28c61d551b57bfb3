"""Where a fault stands in a model: the field as its author writes it, and what may stand there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

Step = str | int
# How pydantic marks that a key itself is wrong, not what stands there.
KEY = "[key]"


def field(kind: Any, steps: Sequence[Step]) -> str:
    """`poses.cat.touch`, without what pydantic adds of its own, such as the kind it tried."""
    found: list[str] = []
    for i, step in enumerate(steps):
        inside = _inside(kind, step)
        # The last step may be an unknown key: that is what the fault is about.
        if inside is not None or (i == len(steps) - 1 and _holds_keys(kind) and step != KEY):
            found.append(str(step))
            kind = inside
    return ".".join(found)


def keys(kind: Any, steps: Sequence[Step]) -> list[str]:
    """What can be written at this place; nothing where there are no fixed keys."""
    for step in steps:
        kind = _inside(kind, step) or kind
    return [
        field.alias or name
        for option in _models(kind)
        for name, field in option.model_fields.items()
    ]


def _inside(kind: Any, step: Step) -> Any:
    """What stands under one step; None where the step is none of the author's."""
    for option in _options(kind):
        inner = get_args(option)
        if get_origin(option) is dict and step != KEY:
            return inner[1]
        if get_origin(option) in (tuple, list) and isinstance(step, int):
            each_alike = get_origin(option) is list or Ellipsis in inner
            return inner[0] if each_alike else inner[step]
    for option in _models(kind):
        for name, each in option.model_fields.items():
            if step == (each.alias or name):
                return each.annotation
    return None


def _holds_keys(kind: Any) -> bool:
    return next(_models(kind), None) is not None


def _models(kind: Any) -> Iterator[type[BaseModel]]:
    for option in _options(kind):
        if isinstance(option, type) and issubclass(option, BaseModel):
            yield option


def _options(kind: Any) -> list[Any]:
    """One kind, or each of those between which a field chooses."""
    if get_origin(kind) is Annotated:
        return _options(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return [option for each in get_args(kind) for option in _options(each)]
    return [kind]
