"""From YAML files to models: plain YAML, so that `no` stays a word, and no key given twice."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import yaml
from pydantic import ValidationError

from webapp.content.faults import Fault, from_validation
from webapp.content.model import Model
from webapp.content.parsed import NOTHING, Parsed, key

if TYPE_CHECKING or not yaml.__with_libyaml__:
    from yaml import SafeLoader
else:
    # The same in C reads all content in a third of the time.
    from yaml import CSafeLoader as SafeLoader

Kind = TypeVar("Kind", bound=Model)


class PlainLoader(SafeLoader):
    """Knows only numbers, true, false and null beside text: YAML 1.1 would read `on` as true."""


PlainLoader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", "true|false", "tf"),
    ("int", "-?[0-9]+", "-0123456789"),
    ("float", r"-?[0-9]*\.[0-9]+", "-.0123456789"),
    ("null", "null", "n"),
):
    PlainLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first)
    )


def _mapping(loader: PlainLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    built: dict[Any, Any] = {}
    for key_node, value in node.value:
        key = loader.construct_object(key_node)
        if key in built:
            raise yaml.constructor.ConstructorError(
                None, None, f"{key} stands twice", key_node.start_mark
            )
        built[key] = loader.construct_object(value, deep=True)
    return built


PlainLoader.add_constructor("tag:yaml.org,2002:map", _mapping)


def read(path: Path, name: str, kind: type[Kind], parsed: Parsed = NOTHING) -> Kind | list[Fault]:
    """One file as a model, or its faults; what was `parsed` before is not parsed again."""
    try:
        written = path.read_bytes()
        text = parsed.get(key(written)) or as_json(written)
    except FileNotFoundError:
        return [Fault(name, "(whole file)", "is missing; put it back")]
    except OSError as error:
        return [Fault(name, "(whole file)", f"cannot be opened ({error.strerror}); mend that")]
    except (yaml.YAMLError, TypeError, ValueError, RecursionError) as error:
        return [Fault(name, _place(error), _problem(error))]
    return validate(text, name, kind)


def as_json(written: bytes) -> str:
    """What is written in YAML, as strict models read lists and dates from JSON only; raises
    `yaml.YAMLError`, and TypeError, ValueError or RecursionError for what JSON cannot say."""
    return json.dumps(yaml.load(written.decode(), PlainLoader))  # noqa: S506 a safe loader's child


def validate(text: str, name: str, kind: type[Kind]) -> Kind | list[Fault]:
    """JSON as a model, or its faults."""
    if not text.startswith("{"):
        return [Fault(name, "(whole file)", "write it as `key: value` lines")]
    try:
        return kind.model_validate_json(text)
    except ValidationError as error:
        return from_validation(name, error, kind)


def read_folder(
    folder: Path, root: Path, kind: type[Kind], parsed: Parsed = NOTHING
) -> Iterator[tuple[str, Kind | list[Fault]]]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.suffix != ".yaml":
            if path.is_file():
                yield name, [Fault(name, "(whole file)", "is not read; end its name in .yaml")]
            continue
        found = read(path, name, kind, parsed)
        slug = getattr(found, "slug", path.stem)
        if slug != path.stem:
            found = [Fault(name, "slug", f"{slug} is not the file's name; make both the same")]
        yield name, found


def _place(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f"line {mark.line + 1}" if mark else "(whole file)"


def _problem(error: Exception) -> str:
    problem = getattr(error, "problem", None) or " ".join(str(error).split())
    return f"cannot be read as YAML ({problem}); mend the line"
