"""The solved joint angles of every figure and sample: no change of the engine can go unseen.

`python -m tests.figures.golden` writes them anew after a figure was changed on purpose: look at its
sheet first, then at what the file says has changed.
"""

from __future__ import annotations

import json
from pathlib import Path

from tests.figures import samples, solved
from webapp.figures.body import Body
from webapp.figures.movement import Movement

FILE = Path(__file__).with_name("golden.json")
# A sample's name begins so, lest it be an exercise's.
SAMPLE = "sample "
SAMPLES = [SAMPLE + slug for slug in samples.ALL]
ALL = [*solved.ALL, *SAMPLES]
Angles = dict[str, int]


def angles(name: str) -> dict[str, Angles]:
    """Whole degrees of every joint, in every pose and halfway between two."""
    figure = _movement(name)
    poses = {name: figure.keys[name].body for name in figure.landings}
    for passage in figure.passages:
        if passage.moves:
            between = figure.frames_of(passage)
            poses[f"{passage.source} -> {passage.target}"] = between[len(between) // 2].body
    return {name: _angles(body) for name, body in poses.items()}


def _movement(name: str) -> Movement:
    if name.startswith(SAMPLE):
        return samples.movement(name.removeprefix(SAMPLE))
    return solved.movement(name)


def _angles(body: Body) -> Angles:
    return {name: round(angle) for name, angle in sorted(body.angles.items())}


def kept() -> dict[str, dict[str, Angles]]:
    found: dict[str, dict[str, Angles]] = json.loads(FILE.read_text("utf-8"))
    return found


def write() -> None:
    """A line for each pose, so that a change of one is one line."""
    figures = []
    for name in ALL:
        lines = [
            f"  {json.dumps(pose)}: {json.dumps(found)}" for pose, found in angles(name).items()
        ]
        poses = ",\n".join(lines)
        figures.append(f" {json.dumps(name)}: {{\n{poses}\n }}")
    FILE.write_text("{\n" + ",\n".join(figures) + "\n}\n", "utf-8")


if __name__ == "__main__":
    write()
