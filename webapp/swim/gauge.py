"""The gauge: 0 to 33 degrees drawn to scale, bands by urgency in colour and in width."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from webapp.content.water import Band, Verdict

# Degrees Celsius at the two ends of the scale, and how high one degree is drawn.
LOWEST, HIGHEST = 0, 33
DEGREE = 10
WIDTHS: dict[Verdict, int] = {
    "no": 16,
    "only-with": 12,
    "with-care": 8,
    "usual": 3,
    "too-warm": 12,
}


@dataclass(frozen=True)
class Bar:
    """A band as a rectangle in the drawing's units, the warmest on top."""

    verdict: Verdict
    top: int
    height: int
    width: int


@dataclass(frozen=True)
class Tick:
    """A degree on the scale; every fifth is long and has its number beside it."""

    at: int
    degrees: int
    long: bool


def bars(bands: Iterable[Band]) -> list[Bar]:
    return [_bar(band) for band in bands]


def _bar(band: Band) -> Bar:
    low = band.lowest.limit.value if band.lowest else LOWEST
    high = band.highest.limit.value if band.highest else HIGHEST
    return Bar(band.verdict, _at(high) + 1, (high - low) * DEGREE - 2, WIDTHS[band.verdict])


def ticks() -> list[Tick]:
    return [Tick(_at(each), each, each % 5 == 0) for each in range(LOWEST, HIGHEST + 1)]


def _at(degrees: int) -> int:
    return (HIGHEST - degrees) * DEGREE
