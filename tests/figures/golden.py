"""The solved joint angles of every figure, kept so that a change of the engine cannot go unseen.

`python -m tests.figures.golden` writes them anew after a figure was changed on purpose: look at its
sheet first, then at what the file says has changed.
"""

from __future__ import annotations

import json
from pathlib import Path

from tests.figures.solved import ALL, movement
from webapp.figures.body import Body

FILE = Path(__file__).with_name("golden.json")
Angles = dict[str, int]


def solved(slug: str) -> dict[str, Angles]:
    """Whole degrees of every joint, in every pose and halfway between two."""
    figure = movement(slug)
    poses = {name: figure.keys[name].body for name in figure.landings}
    for passage in figure.passages:
        if passage.moves:
            between = figure.frames_of(passage)
            poses[f"{passage.source} -> {passage.target}"] = between[len(between) // 2].body
    return {name: _angles(body) for name, body in poses.items()}


def _angles(body: Body) -> Angles:
    return {name: round(angle) for name, angle in sorted(body.angles.items())}


def kept() -> dict[str, dict[str, Angles]]:
    found: dict[str, dict[str, Angles]] = json.loads(FILE.read_text("utf-8"))
    return found


def write() -> None:
    """A line for each pose, so that a change of one is one line."""
    figures = []
    for slug in ALL:
        lines = [
            f"  {json.dumps(name)}: {json.dumps(angles)}" for name, angles in solved(slug).items()
        ]
        poses = ",\n".join(lines)
        figures.append(f" {json.dumps(slug)}: {{\n{poses}\n }}")
    FILE.write_text("{\n" + ",\n".join(figures) + "\n}\n", "utf-8")


if __name__ == "__main__":
    write()
