"""One walk over the translated fields of a model: used to extract and to localize."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from webapp.content.model import Model
from webapp.content.schema import Translated

Kind = TypeVar("Kind", bound=Model)


def texts(item: BaseModel, place: str = "") -> Iterator[tuple[str, str]]:
    """Each translated text with the path of its field, such as `tempo.0.cue`."""
    found: list[tuple[str, str]] = []

    def note(path: str, text: str) -> str:
        found.append((path, text))
        return text

    _walk(item, place, note)
    yield from found


def localize(item: Kind, translate: Callable[[str], str]) -> Kind:
    """The same model with each translated text replaced."""
    localized: Kind = _walk(item, "", lambda _, text: translate(text))
    return localized


def _walk(item: Any, place: str, change: Callable[[str, str], str]) -> Any:
    if isinstance(item, BaseModel):
        changes = {
            name: _field(is_text, getattr(item, name), f"{place}.{name}".lstrip("."), change)
            for name, is_text in _fields(type(item)).items()
        }
        return item if _is_same(item, changes) else item.model_copy(update=changes)
    if isinstance(item, tuple):
        parts = tuple(_walk(part, f"{place}.{i}", change) for i, part in enumerate(item))
        return item if all(map(operator.is_, item, parts)) else parts
    return item


def _is_same(item: BaseModel, changes: Mapping[str, Any]) -> bool:
    """Parts without a text of this language stand in memory once, for all languages."""
    return all(value is getattr(item, name) for name, value in changes.items())


@cache
def _fields(kind: type[BaseModel]) -> Mapping[str, bool]:
    """Whether each is text, of those that are or may hold some; asked once, as items are many."""
    found = {name: _is_text(info) for name, info in kind.model_fields.items()}
    return {
        name: is_text
        for name, is_text in found.items()
        if is_text or _mentions_model(kind.model_fields[name].annotation)
    }


def _field(is_text: bool, value: Any, place: str, change: Callable[[str, str], str]) -> Any:
    if value is None or not is_text:
        return _walk(value, place, change)
    if isinstance(value, tuple):
        changed: Any = tuple(change(f"{place}.{i}", part) for i, part in enumerate(value))
    else:
        changed = change(place, value)
    return value if changed == value else changed


def _is_text(info: FieldInfo) -> bool:
    marked = any(isinstance(mark, Translated) for mark in info.metadata)
    return marked or _mentions_text(info.annotation)


def _mentions_text(annotation: Any) -> bool:
    if get_origin(annotation) is Annotated:
        return any(isinstance(mark, Translated) for mark in annotation.__metadata__)
    return any(_mentions_text(part) for part in get_args(annotation))


def _mentions_model(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_mentions_model(part) for part in get_args(annotation))
