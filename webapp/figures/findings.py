"""What a check says: where, what is wrong and what to change, in the words of the format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from webapp.figures.skeleton import Side
from webapp.figures.values import CM_PER_STATURE

Level = Literal["error", "warning"]

SIDE_NAMES: dict[Side, str] = {"l": "left", "r": "right"}
# What people call the solver's points.
PLAIN = {
    "palm": "hand",
    "tip": "fingertip",
    "ball": "forefoot",
    "skull": "head",
    "upper_arm": "upper arm",
    "shank": "shin",
}


@dataclass(frozen=True, order=True)
class Finding:
    """One thing to mend; errors sort before warnings, which a figure may excuse with a reason."""

    level: Level
    check: str
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.check}: {self.message}"


def spoken(part: str) -> str:
    """`palm_l` -> left hand, `l.hip.flex` -> left hip flex, `thoracic.turn` -> thoracic turn."""
    limb, _, joint = part.partition(".")
    if limb in ("l", "r"):
        return f"{_side(limb)} {joint.replace('.', ' ')}"
    stem, _, side = part.rpartition("_")
    if side in ("l", "r"):
        return f"{_side(side)} {PLAIN.get(stem, stem)}"
    return PLAIN.get(part, part.replace("_", " ").replace(".", " "))


def _side(letter: str) -> str:
    return SIDE_NAMES["l" if letter == "l" else "r"]


def far(statures: float) -> str:
    """A length as the format writes it, and for somebody of 170 cm."""
    size = abs(statures)
    return f"{number(size)} ({size * CM_PER_STATURE:.0f} cm at 170 cm)"


def number(value: float) -> str:
    """`0.06` -> .06, as the figures are written."""
    text = f"{value:.2f}".replace("0.", ".", 1) if abs(value) < 1 else f"{value:.2f}"
    return "0" if float(text) == 0 else text


def sided(value: float) -> str:
    """`-30` -> L30, `.06` -> R.06, `0` -> 0: the figure's right is positive."""
    size = number(abs(value)) if abs(value) < 1 else f"{abs(value):.0f}"
    return "0" if size == "0" else f"{'R' if value > 0 else 'L'}{size}"
