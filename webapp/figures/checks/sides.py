"""A pose called left turns and bends to the left, one called right to the right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from webapp.figures.findings import Finding, sided
from webapp.figures.movement import Movement

# Degrees; less is no side.
LEAST = 8.0
TOWARDS = {"left": -1.0, "right": 1.0}
WAYS = {
    "turns": ("lumbar.turn", "thoracic.turn", "pelvis.turn"),
    "bends": ("lumbar.bend", "thoracic.bend", "pelvis.tilt"),
}


def check(movement: Movement) -> Iterator[Finding]:
    for name, key in movement.keys.items():
        sides = [side for side in TOWARDS if side in name.split("_")]
        if len(sides) == 1:
            message = _message(sides[0], key.body.angles)
            if message:
                yield Finding("warning", "sides", name, message)


def _message(side: str, angles: Mapping[str, float]) -> str | None:
    """The turn decides; the bend only of a trunk that does not turn."""
    for way, joints in WAYS.items():
        total = sum(angles[joint] for joint in joints)
        if abs(total) <= LEAST:
            continue
        if total * TOWARDS[side] > 0:
            return None
        return (
            f"is called {side}, but the trunk {way} {sided(total)}:"
            f" write {side[0].upper()} in `spine` and `pelvis`, or change the name"
        )
    return None
