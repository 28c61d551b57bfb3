"""What the doctor says: a line each, and how much it matters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Finding:
    """`mend` is what keeps Limber from working as set up; `hint` is worth knowing."""

    level: Literal["well", "hint", "mend"]
    text: str

    @property
    def line(self) -> str:
        return f"{self.level}  {' '.join(self.text.split())}"


def well(text: str) -> Finding:
    return Finding("well", text)


def hint(text: str) -> Finding:
    return Finding("hint", text)


def mend(text: str) -> Finding:
    return Finding("mend", text)
