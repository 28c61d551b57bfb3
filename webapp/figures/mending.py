"""The nearest wish that is well, found by trying: told beside what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import replace
from typing import Any

import numpy as np

from webapp.figures.body import Body
from webapp.figures.skeleton import Side
from webapp.figures.solving import solve
from webapp.figures.wishes import Wishes

# Statures that a limb may end from its place: 2 cm at 170 cm, less is not seen.
REACHED = 0.012
IsWell = Callable[[Body], bool]
Change = Callable[[float], Wishes]


def nearest(
    value: float, bounds: tuple[float, float], step: float, change: Change, is_well: IsWell
) -> float | None:
    """The value nearest to the one asked for at which the body is well and every limb reaches.

    A limb that falls short as it is may stay so: that is reported of itself. None where there is
    no such value. Only multiples of `step` are tried: that is how people write them.
    """
    short = {part for part, far in _misses(solve(change(value))).items() if far > REACHED}
    marks = step * np.arange(np.ceil(bounds[0] / step), np.floor(bounds[1] / step) + 1)
    for mark in sorted((float(each) for each in marks), key=lambda each: abs(each - value)):
        body = solve(change(mark))
        if reaches(body, short) and is_well(body):
            return mark
    return None


def reaches(body: Body, but: Container[str] = ()) -> bool:
    return all(far <= REACHED for part, far in _misses(body).items() if part not in but)


def _misses(body: Body) -> dict[str, float]:
    """How far each limb ends from its place."""
    return {part: abs(miss.short) for part, miss in body.misses.items()}


def with_pelvis(wishes: Wishes, **numbers: float) -> Wishes:
    return replace(wishes, pelvis=replace(wishes.pelvis, **numbers))


def with_limb_number(wishes: Wishes, kind: str, side: Side, key: str, value: float) -> Wishes:
    """The same wishes but for one number of one limb."""
    limb: Any = wishes.limb(kind, side)
    return wishes.with_limb(kind, side, replace(limb, **{key: value}))
