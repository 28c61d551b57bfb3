"""The places that hands can be put to: a point of the body and the axes its offsets count in.

And the points by which a movement is judged.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from webapp.figures.body import Body
from webapp.figures.geometry import Matrix, Vector, vector
from webapp.figures.skeleton import OTHER, SIGN, Side

Landmark = tuple[Vector, Matrix]

WATCHED = (
    "palm_l", "palm_r", "elbow_l", "elbow_r", "toe_l", "toe_r", "knee_l", "knee_r", "skull",
    "pelvis",
)  # fmt: skip

_SINGLE: dict[str, Callable[[Body], Landmark]] = {
    "floor": lambda _: (vector(0, 0, 0), np.eye(3)),
    "chest": lambda body: (
        body.points["c7"] + body.frames["chest"] @ vector(0.075, -0.085, 0),
        body.frames["chest"],
    ),
    "belly": lambda body: (
        body.points["spine_2"] + body.frames["spine_1"] @ vector(0.080, -0.01, 0),
        body.frames["spine_1"],
    ),
    "low_back": lambda body: (body.at("spine_1", -0.03, 0.01), body.frames["spine_1"]),
    "pelvis": lambda body: (body.points["pelvis"], body.frames["pelvis"]),
    "head": lambda body: (body.points["skull"], body.frames["head"]),
    "chin": lambda body: (
        body.points["skull"] + body.frames["head"] @ vector(0.05, -0.06, 0),
        body.frames["head"],
    ),
}

_PAIRED: dict[str, Callable[[Body, Side], Vector]] = {
    "shoulder": lambda body, side: (
        # At rest, because which arm is solved first may not matter.
        body.points[f"shoulder_at_rest_{side}"] + body.frames["chest"] @ vector(0, 0.03, 0)
    ),
    "elbow": lambda body, side: body.points[f"elbow_{side}"],
    "hand": lambda body, side: body.points[f"palm_{side}"],
    "hip": lambda body, side: (
        body.points[f"hip_{side}"] + body.frames["pelvis"] @ vector(0, 0.03, SIGN[side] * 0.045)
    ),
    "knee": lambda body, side: body.points[f"knee_{side}"] + _front(body, "thigh", side) * 0.04,
    "thigh": lambda body, side: (
        body.along(f"hip_{side}", f"knee_{side}", 0.60) + _front(body, "thigh", side) * 0.048
    ),
    "behind_thigh": lambda body, side: (
        body.along(f"hip_{side}", f"knee_{side}", 0.72) - _front(body, "thigh", side) * 0.045
    ),
    "shin": lambda body, side: (
        body.along(f"knee_{side}", f"ankle_{side}", 0.22) + _front(body, "shank", side) * 0.036
    ),
    "ankle": lambda body, side: body.points[f"ankle_{side}"],
    "foot": lambda body, side: body.points[f"ball_{side}"],
}
_ON_CHEST = ("shoulder", "elbow", "hand")


def landmark(body: Body, place: str, side: Side) -> Landmark:
    """A place by name, as seen from the hand of that side (`same`, `other`)."""
    if place in _SINGLE:
        return _SINGLE[place](body)
    part, which = part_of(place, side)
    axes = body.frames["chest" if part in _ON_CHEST else "pelvis"]
    return _PAIRED[part](body, which), axes


def part_of(place: str, side: Side) -> tuple[str, Side]:
    part, _, word = place.rpartition("_")
    sides: dict[str, Side] = {"l": "l", "r": "r", "same": side, "other": OTHER[side]}
    return part, sides[word]


def is_on_an_arm(place: str) -> bool:
    return place.startswith(("hand_", "elbow_"))


def _front(body: Body, part: str, side: Side) -> Vector:
    front: Vector = body.frames[f"{part}_{side}"][:, 0]
    return front
