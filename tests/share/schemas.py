"""As much of JSON Schema (draft 2020-12) as the published schema needs, and no word more."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

TYPES: Mapping[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}
TOLD = {"title", "description", "default", "$schema", "$defs", "if", "then", "$id"}


def accepts(schema: Mapping[str, Any], value: Any, root: Mapping[str, Any] | None = None) -> bool:
    """Whether the schema takes the value; AssertionError for a keyword this does not know."""
    root = root or schema
    words = {name: each for name, each in schema.items() if name not in TOLD}
    if not all(_CHECKS[name](each, value, schema, root) for name, each in words.items()):
        return False
    if "if" in schema and accepts(schema["if"], value, root):
        return accepts(schema["then"], value, root)
    return True


def _is(kind: str, value: Any, *_: Any) -> bool:
    is_right = isinstance(value, TYPES[kind])
    return is_right and (isinstance(value, bool) is (kind == "boolean"))


def _ref(name: str, value: Any, _: Any, root: Mapping[str, Any]) -> bool:
    return accepts(root["$defs"][name.removeprefix("#/$defs/")], value, root)


def _properties(fields: Mapping[str, Any], value: Any, _: Any, root: Mapping[str, Any]) -> bool:
    return all(accepts(each, value[name], root) for name, each in fields.items() if name in value)


def _no_others(
    allowed: bool | Mapping[str, Any],
    value: Any,
    schema: Mapping[str, Any],
    root: Mapping[str, Any],
) -> bool:
    """Where other names may be, `allowed` says what their values are."""
    others = set(value) - set(schema.get("properties", {}))
    if isinstance(allowed, bool):
        return allowed or not others
    return all(accepts(allowed, value[name], root) for name in others)


def _one_of(options: list[Any], value: Any, _: Any, root: Mapping[str, Any]) -> bool:
    return sum(accepts(each, value, root) for each in options) == 1


# Of what has the wrong type only `type` may be asked, which stands with each of them.
_CHECKS: Mapping[str, Any] = {
    "type": _is,
    "$ref": _ref,
    "properties": lambda *given: not isinstance(given[1], dict) or _properties(*given),
    "additionalProperties": lambda *given: not isinstance(given[1], dict) or _no_others(*given),
    "required": lambda names, value, *_: not isinstance(value, dict) or set(names) <= set(value),
    "oneOf": _one_of,
    "anyOf": lambda options, value, _, root: any(accepts(each, value, root) for each in options),
    "items": lambda each, value, _, root: (
        not isinstance(value, list) or all(accepts(each, one, root) for one in value)
    ),
    "enum": lambda values, value, *_: value in values and not isinstance(value, bool),
    "const": lambda only, value, *_: value == only and not isinstance(value, bool),
    "minItems": lambda least, value, *_: not isinstance(value, list) or len(value) >= least,
    "maxItems": lambda most, value, *_: not isinstance(value, list) or len(value) <= most,
    "uniqueItems": lambda _, value, *__: (
        not isinstance(value, list) or all(value.count(one) == 1 for one in value)
    ),
    "maxLength": lambda most, value, *_: not isinstance(value, str) or len(value) <= most,
    "minLength": lambda least, value, *_: not isinstance(value, str) or len(value) >= least,
    "pattern": lambda pattern, value, *_: (
        not isinstance(value, str) or re.search(pattern.replace("$", r"\Z"), value) is not None
    ),
    "minimum": lambda least, value, *_: not _is("number", value) or value >= least,
    "exclusiveMinimum": lambda least, value, *_: not _is("number", value) or value > least,
    "maximum": lambda most, value, *_: not _is("number", value) or value <= most,
}
