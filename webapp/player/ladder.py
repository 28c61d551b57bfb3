"""Shorter forms of a dose, a step at a time: the phone takes them when time is short.

Sets go first, then repetitions or seconds, to three quarters and to half of what is written. What
is shortened is how often and how long something moves: the parts of a repetition stay as they
are. How far it goes is a choice made for this app.
"""

from __future__ import annotations

from collections.abc import Iterator

from webapp.content.schema import Dose

PARTS = (0.75, 0.5)
FEWEST = 2
SHORTEST_SECONDS = 20
# Seconds go in steps that can be said.
ROUND_SECONDS = 5


def shorter(dose: Dose) -> list[Dose]:
    """Each shorter than the one before; none where nothing can be taken away."""
    found: list[Dose] = []
    last = dose
    for each in _candidates(dose):
        if _amount(each) < _amount(last):
            found.append(each)
            last = each
    return found


def _candidates(dose: Dose) -> Iterator[Dose]:
    for sets in range(dose.sets, 0, -1):
        yield dose.model_copy(update={"sets": sets})
    for part in PARTS:
        yield dose.model_copy(update={"sets": 1, **_less(dose, part)})


def _less(dose: Dose, part: float) -> dict[str, int]:
    if dose.seconds:
        seconds = round(dose.seconds * part / ROUND_SECONDS) * ROUND_SECONDS
        return {"seconds": min(dose.seconds, max(SHORTEST_SECONDS, seconds))}
    what = "repetitions" if dose.repetitions else "breaths"
    count = dose.repetitions or dose.breaths or 0
    less = max(min(FEWEST, count), round(count * part))
    # Taking turns, both sides get the same.
    return {what: less + less % 2 if dose.sides == "alternate" else less}


def _amount(dose: Dose) -> int:
    return dose.sets * (dose.seconds or dose.repetitions or dose.breaths or 0)
