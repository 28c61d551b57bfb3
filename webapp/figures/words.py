"""The words of the format, each once: directions, places, views, points to follow."""

from __future__ import annotations

from collections.abc import Sequence

BODY_DIRECTIONS = ("front", "back", "headward", "footward", "in", "out")
WORLD_DIRECTIONS = ("ceiling", "floor")
DIRECTIONS = (*BODY_DIRECTIONS, *WORLD_DIRECTIONS)
OPPOSITES = (("front", "back"), ("headward", "footward"), ("in", "out"), WORLD_DIRECTIONS)

# Degrees of the plane in which an arm is raised: 0 to the front, 90 to the side.
ARM_PLANES = {"front": 0.0, "diagonal": 45.0, "side": 90.0, "back": 130.0, "across": -40.0}

SINGLE_PLACES = ("floor", "chest", "belly", "pelvis", "head", "chin", "low_back")
PAIRED_PLACES = (
    "hip", "thigh", "behind_thigh", "knee", "shin", "ankle", "foot", "shoulder", "elbow", "hand",
)  # fmt: skip
PLACES = (
    *SINGLE_PLACES,
    *(f"{place}_{side}" for place in PAIRED_PLACES for side in ("l", "r", "same", "other")),
)

# How far the camera is turned about the figure (0 sees its right side, 90 its front), how high.
VIEWS = {
    "side": (12.0, 7.0),
    "side_flat": (0.0, 0.0),
    "side_high": (14.0, 24.0),
    "above": (8.0, 52.0),
    "quarter": (48.0, 9.0),
    "front": (90.0, 5.0),
    "front_high": (78.0, 26.0),
    "back": (-90.0, 6.0),
    "back_quarter": (-40.0, 9.0),
}

# What an arrow can follow or a zoom look at, and the solver's name of that point.
POINTS = {
    "head": "skull",
    "mid_back": "spine_4",
    "low_back": "spine_1",
    "pelvis": "pelvis",
    **{
        f"{part}_{side}": f"{point}_{side}"
        for side in ("l", "r")
        for part, point in (
            ("hand", "palm"), ("elbow", "elbow"), ("shoulder", "shoulder"),
            ("hip", "hip"), ("knee", "knee"), ("foot", "toe"),
        )
    },
}  # fmt: skip

# What a strap goes round or is held by; what rolls a ball or a roller; where a cloth is wrapped.
STRAPPED = tuple(
    f"{part}_{side}" for part in ("hand", "foot", "behind_thigh") for side in ("l", "r")
)
WRAPPED = (
    *(f"{part}_{side}" for part in ("calf", "knee", "thigh", "forearm") for side in ("l", "r")),
    "neck", "belly",
)  # fmt: skip
MASSAGED = tuple(dict.fromkeys((*POINTS, *WRAPPED)))
# How a hand massages in an inset drawing.
GRIPS = ("press", "knead", "stroke", "circle")

LAYERS = tuple(f"{part}_{side}" for part in ("arm", "forearm", "leg") for side in ("l", "r"))


# What `expect` can speak of.
PARTS = tuple(
    f"{part}_{side}"
    for part in ("hand", "elbow", "shoulder", "hip", "knee", "foot")
    for side in ("l", "r")
)
# What can be straight or bent.
HINGES = tuple(f"{joint}_{side}" for joint in ("elbow", "knee", "hip") for side in ("l", "r"))


def possible(words: Sequence[str]) -> str:
    return ", ".join(words)


def check_direction(text: str) -> str:
    """The text itself; ValueError says which words can be joined with `+`."""
    words = [word.strip() for word in text.split("+")]
    unknown = [word for word in words if word not in DIRECTIONS]
    if unknown:
        raise ValueError(
            f"{unknown[0]!r} is not a direction; possible, joined with +: {possible(DIRECTIONS)}"
        )
    for one, other in OPPOSITES:
        if one in words and other in words:
            raise ValueError(f"{text!r} goes both ways; take {one!r} or {other!r} out")
    kinds = {word in WORLD_DIRECTIONS for word in words}
    if len(kinds) > 1:
        raise ValueError(
            f"{text!r} mixes the room with the body; use ceiling and floor only with each other"
        )
    return text


def check_place(text: str) -> str:
    """The text itself; ValueError names the places there are."""
    if text not in PLACES:
        stems = (*SINGLE_PLACES, *(f"{place}_" for place in PAIRED_PLACES))
        raise ValueError(
            f"{text!r} is not a place; possible: {possible(stems)} with l, r, same or other"
            " after the underscore"
        )
    return text


def sided(text: str) -> float:
    """`R.06` -> 0.06, `L30` -> -30, `0` -> 0: the figure's right is positive."""
    return 0.0 if text == "0" else float(text[1:]) * (1.0 if text[0] == "R" else -1.0)
