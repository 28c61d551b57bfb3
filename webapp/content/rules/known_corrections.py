"""A correction names pages that there are, or were: a name mistyped would cover nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from webapp.content.faults import Fault

if TYPE_CHECKING:
    from webapp.content.library import Library

# The pages that rest on the one file of drinks; the first covers the others with it.
HYDRATION = ("hydration", "hydration/sweat-test", "hydration/plan", "hydration/too-much")


def check(library: Library) -> Iterator[Fault]:
    here = {
        *(f"exercises/{slug}" for slug in library.exercises),
        *(f"routines/{slug}" for slug in library.routines),
        *(f"routines/{slug}" for slug in library.water),
        *(f"cramp/{slug}" for slug in library.cramps),
        *(f"check/{slug}" for slug in library.questions),
        *(f"check/result/{slug}" for slug in library.results),
        *(f"swim/{slug}" for slug in library.bands),
        "rewarm",
        *(f"compress/{slug}" for slug in library.compresses),
        *HYDRATION,
        *(f"learn/{slug}" for slug in library.lessons),
    }
    ever = {*here, *(f"exercises/{slug}" for slug in library.numbers)}
    for i, correction in enumerate(library.corrections):
        place = f"corrections.{i}"
        for address in correction.corrected:
            if address not in here:
                remedy = f"there is no {address}; mend the name, or put it under withdrawn"
                yield Fault("corrections.yaml", f"{place}.corrected", remedy)
        for address in correction.withdrawn:
            if address in here:
                remedy = f"{address} is still there; take it out, or put it under corrected"
                yield Fault("corrections.yaml", f"{place}.withdrawn", remedy)
            elif address.startswith("exercises/") and address not in ever:
                remedy = f"there never was {address}; mend the name as in numbers.yaml"
                yield Fault("corrections.yaml", f"{place}.withdrawn", remedy)
