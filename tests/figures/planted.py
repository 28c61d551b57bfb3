"""Mistakes planted in good figures: what becomes of them when they are read, solved and checked."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

import yaml

from tests.figures.solved import RECIPES, movement
from webapp.content.faults import Fault
from webapp.content.reading import PlainLoader, validate
from webapp.figures import movement as movements
from webapp.figures.checks import check
from webapp.figures.findings import Finding
from webapp.figures.movement import Movement
from webapp.figures.posing import PoseError
from webapp.figures.schema import Figure

LIST = Path(__file__).with_name("planted.yaml")
# Enough to see what is between two poses, and quick.
FRAMES = 8
Keys = dict[str, Any]


@dataclass(frozen=True)
class Mistake:
    """One slip: where it is planted, whether the file is refused, and what must be said."""

    mistake: str
    figure: str
    change: Keys
    says: list[str]
    refused: bool = False
    check: str = ""


MISTAKES = {
    each["mistake"]: Mistake(**each) for each in yaml.load(LIST.read_text("utf-8"), PlainLoader)
}


@cache
def outcome(mistake: str) -> list[Fault] | list[Finding]:
    """The faults for which the figure is refused, else what the checks find new in it."""
    planted = MISTAKES[mistake]
    data = keys(planted.figure)
    for path, value in planted.change.items():
        put(data, path.split("."), value)
    return judged(planted.figure, data)


def keys(slug: str) -> Keys:
    """A figure of the content as its file says it."""
    figure = RECIPES[slug].figure
    return deepcopy(figure.model_dump(mode="json", by_alias=True, exclude_unset=True))


def put(data: Any, path: list[str], value: Any) -> None:
    """Sets what stands at a path of keys and places in lists; None takes it out."""
    *way, last = path
    for step in way:
        data = data[int(step)] if isinstance(data, list) else data.setdefault(step, {})
    if value is None:
        del data[last]
    else:
        data[int(last) if isinstance(data, list) else last] = value


def judged(slug: str, data: Keys) -> list[Fault] | list[Finding]:
    solved = solve(slug, data)
    if isinstance(solved, list):
        return solved
    before = {finding.message for finding in found(slug)}
    return [finding for finding in check(solved) if finding.message not in before]


@cache
def found(slug: str) -> list[Finding]:
    """What the checks say of a figure as it is."""
    return check(movement(slug))


def solve(slug: str, data: Keys) -> Movement | list[Fault]:
    file = f"{slug}.yaml"
    figure = validate(json.dumps(data), file, Figure)
    if isinstance(figure, list):
        return figure
    try:
        with mock.patch.object(movements, "FRAMES_PER_PASSAGE", FRAMES):
            recipe = RECIPES[slug]
            return Movement(slug, figure, recipe.tempo, alternates=recipe.alternates)
    except PoseError as error:
        return [Fault(file, error.key, error.remedy)]
