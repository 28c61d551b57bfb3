"""Small figures written in a test: one pose, or two with a way between."""

from __future__ import annotations

import json
from typing import Any

from webapp.figures.checks import check
from webapp.figures.movement import Beat, Movement
from webapp.figures.schema import Figure

Keys = dict[str, Any]
CLAIM = {"torso": "upright"}


def still(base: str, pose: Keys | None = None, claim: Keys | None = None, **keys: Any) -> Movement:
    """One pose, called `here`."""
    poses = {"here": pose or {}}
    return made({"base": base, "poses": poses, "expect": {"here": claim or CLAIM}, **keys})


def moving(base: str, here: Keys, there: Keys, seconds: float = 3, **keys: Any) -> Movement:
    """From `here` to `there` and back."""
    data = {
        "base": base,
        "poses": {"here": here, "there": there},
        "timeline": [{"part": "Out", "to": ["there"]}, {"part": "Back", "to": ["here"]}],
        "expect": {"here": CLAIM, "there": CLAIM},
        **keys,
    }
    return made(data, Beat("Out", seconds), Beat("Back", seconds))


def made(data: Keys, *tempo: Beat, alternates: bool = False) -> Movement:
    figure = Figure.model_validate_json(json.dumps(data))
    return Movement("figure", figure, tempo, alternates=alternates)


def told(movement: Movement, name: str) -> list[str]:
    """What one check says, place first."""
    found = [finding for finding in check(movement) if finding.check == name]
    return [f"{finding.level}: {finding.where}: {finding.message}" for finding in found]
