"""What may stand in a field of a figure: numbers, sides, words; a fault says what can be."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, StringConstraints

from webapp.figures import words
from webapp.figures.skeleton import LIMITS

CM_PER_STATURE = 170


def is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def bounded(low: float, high: float, remedy: str) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        if is_number(value):
            nearest = min(max(value, low), high)
            if nearest != value:
                raise ValueError(f"the nearest possible value is {nearest:g}{remedy}")
        return value

    return check


def angle(low: float, high: float, hint: str = "") -> BeforeValidator:
    remedy = f"; people manage {low:g} to {high:g} degrees{hint}"
    return BeforeValidator(bounded(low, high, remedy))


def joint(name: str, hint: str = "") -> BeforeValidator:
    return angle(*LIMITS[name], hint)


def length(low: float, high: float) -> BeforeValidator:
    remedy = (
        f"; lengths are in statures, {low:g} to {high:g}: 1 cm is {1 / CM_PER_STATURE:.3f},"
        " 10 cm is .059"
    )
    return BeforeValidator(bounded(low, high, remedy))


def sided(limit: float) -> BeforeValidator:
    """A number with its side, such as L20 or R.06; plain 0 is no side."""

    def check(value: Any) -> Any:
        if value in (0, "0") and not isinstance(value, bool):
            return "0"
        if isinstance(value, int | float):
            raise ValueError(f"a bare number does not say which side; write L{value} or R{value}")
        found = re.fullmatch(r"\s*([LR])\s*([0-9]*\.?[0-9]+)\s*", str(value))
        if not found:
            raise ValueError("write the side and the size, such as L20 or R20")
        if float(found[2]) > limit:
            raise ValueError(f"the nearest possible value is {found[1]}{limit:g}")
        return found[1] + found[2]

    return BeforeValidator(check)


def word(possible: tuple[str, ...]) -> AfterValidator:
    def check(value: str) -> str:
        if value not in possible:
            raise ValueError(f"possible: {words.possible(possible)}")
        return value

    return AfterValidator(check)


def arm_plane(value: Any) -> Any:
    if not (value in words.ARM_PLANES if isinstance(value, str) else is_number(value)):
        raise ValueError(
            f"possible: {words.possible(list(words.ARM_PLANES))}, or degrees (0 front, 90 side)"
        )
    return value if isinstance(value, str) else bounded(-55, 130, "")(value)


def camera_view(value: Any) -> Any:
    is_pair = isinstance(value, list | tuple) and len(value) == 2 and all(map(is_number, value))
    if not (value in words.VIEWS if isinstance(value, str) else is_pair):
        raise ValueError(
            f"possible: {words.possible(list(words.VIEWS))}, or [degrees round, degrees high]"
        )
    if isinstance(value, str):
        return value
    bounded(-180, 180, ", degrees round")(value[0])
    bounded(-90, 90, ", degrees high")(value[1])
    return tuple(value)


Point = Annotated[str, word(tuple(words.POINTS))]
Strapped = Annotated[str, word(words.STRAPPED)]
Wrapped = Annotated[str, word(words.WRAPPED)]
Massaged = Annotated[str, word(words.MASSAGED)]
Grip = Annotated[str, word(words.GRIPS)]
Layer = Annotated[str, word(words.LAYERS)]
Direction = Annotated[str, AfterValidator(words.check_direction)]
FreeDirection = Annotated[
    str, AfterValidator(lambda text: text if text == "free" else words.check_direction(text))
]
Place = Annotated[str, AfterValidator(words.check_place)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z]+(_[a-z0-9]+)*$", max_length=40)]
Offset = Annotated[float, length(-1, 1)]
STRAIGHT_IS_0 = "; 0 is straight"
