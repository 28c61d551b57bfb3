"""A fault in the content, written as `file: field: what to do`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from webapp.content import shapes

# Of what somebody wrote, which may be long.
LONGEST_SHOWN = 60
QUOTED = r"'([^']*)'"
WRITE = {
    "float_type": "write a number",
    "int_type": "write a whole number",
    "int_from_float": "write a whole number",
    "string_type": "write words; in quotes where they look like a number",
    "bool_type": "write true or false",
    "tuple_type": "write a list, such as [a, b]",
    "dict_type": "write `key: value` lines",
}
BOUNDS = {
    "ge": "the nearest is",
    "le": "the nearest is",
    "gt": "write more than",
    "lt": "write less than",
}


@dataclass(frozen=True, order=True)
class Fault:
    """One thing to mend."""

    file: str
    field: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}: {self.field}: {self.remedy}"


class ContentError(Exception):
    """Every fault of the content at once; Limber does not start with one."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = sorted(set(faults))
        super().__init__("\n".join(map(str, self.faults)))


def from_validation(file: str, error: ValidationError, kind: type[BaseModel]) -> list[Fault]:
    """What is wrong with the data of a file that should have become a model of this kind."""
    return [
        Fault(file, shapes.field(kind, item["loc"]) or "(whole file)", _remedy(item, kind))
        for item in error.errors(include_url=False)
    ]


def _remedy(item: ErrorDetails, kind: type[BaseModel]) -> str:
    if item["type"] == "extra_forbidden":
        return _unknown(str(item["loc"][-1]), shapes.keys(kind, item["loc"][:-1]))
    plain = _plain(item)
    if plain:
        return plain
    message, value = _message(item, kind), item["input"]
    # A rule between several fields says all itself, and so does one that names the value.
    is_rule = item["type"] == "value_error" and isinstance(value, dict)
    if is_rule or (isinstance(value, str) and repr(value) in message):
        return message
    return f"{_shown(value)} cannot stand here; {message}"


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "a mapping"
    text = "a list" if isinstance(value, list) else repr(value)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def _unknown(key: str, possible: list[str]) -> str:
    near = get_close_matches(key, possible, 1)
    guess = f" (perhaps {near[0]})" if near else ""
    return f"is unknown; remove it or mend its spelling{guess}; possible: {', '.join(possible)}"


def _plain(item: ErrorDetails) -> str | None:
    """What needs no value to be understood."""
    kind, context = item["type"], item.get("ctx") or {}
    if kind == "missing":
        return "is missing; add it"
    if kind in ("too_short", "string_too_short"):
        return f"needs at least {_count(kind, context['min_length'])}"
    if kind in ("too_long", "string_too_long"):
        return f"has more than {_count(kind, context['max_length'])}; shorten it"
    return None


def _count(kind: str, number: int) -> str:
    one, more = ("character", "characters") if "string" in kind else ("entry", "entries")
    return f"one {one}" if number == 1 else f"{number} {more}"


def _message(item: ErrorDetails, kind: type[BaseModel]) -> str:
    """What to write instead."""
    context = item.get("ctx") or {}
    if item["type"] in WRITE:
        return WRITE[item["type"]]
    if item["type"] == "model_type":
        return f"write `key: value` lines; possible: {', '.join(shapes.keys(kind, item['loc']))}"
    if item["type"] == "string_pattern_mismatch":
        return f"write it in the form {context['pattern']}"
    if item["type"] == "literal_error":
        return f"possible: {', '.join(re.findall(QUOTED, context['expected']))}"
    for bound, words in BOUNDS.items():
        if bound in context:
            return f"{words} {context[bound]:g}"
    return item["msg"].removeprefix("Value error, ")
