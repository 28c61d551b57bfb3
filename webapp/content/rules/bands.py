"""Bands meet without a gap, on the careful side, and lead only to warm-ups that suit them.

Product safety rule 6: below 26 °C only a warm-up for cold water, of ten minutes or more.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from webapp.content.faults import Fault

if TYPE_CHECKING:
    from webapp.content.library import Library
    from webapp.content.water import Band


def check(library: Library) -> Iterator[Fault]:
    yield from _order(library)
    for band in library.bands.values():
        yield from _warm_ups(band, library)
        yield from _changes(band, library)


def _order(library: Library) -> Iterator[Fault]:
    bands = list(library.bands.values())
    for place, band in enumerate(bands, start=1):
        if band.number != place:
            remedy = f"number the bands from 1, the coldest, without a gap; this is number {place}"
            yield Fault(library.file_of(band), "number", remedy)
    if bands and (bands[0].lowest or bands[-1].highest):
        yield Fault(
            "bands", "lowest", "the coldest band has no lowest edge, the warmest no highest"
        )
    for colder, warmer in pairwise(bands):
        if not _meet(colder, warmer):
            remedy = f"begin where {colder.slug} ends; exactly one of the two contains that degree"
            yield Fault(library.file_of(warmer), "lowest", remedy)
    if bands and bands[0].verdict != "no":
        yield Fault(library.file_of(bands[0]), "verdict", "the coldest water has no plan: `no`")


def _changes(band: Band, library: Library) -> Iterator[Fault]:
    for i, change in enumerate(band.changes):
        if change.below and not _contains(band, change.below.value):
            yield Fault(library.file_of(band), f"changes.{i}.below", "lies outside of the band")


def _contains(band: Band, degrees: int) -> bool:
    lowest = band.lowest.limit.value if band.lowest else degrees
    highest = band.highest.limit.value if band.highest else degrees
    return lowest <= degrees <= highest


def _meet(colder: Band, warmer: Band) -> bool:
    return (
        colder.highest is not None
        and warmer.lowest is not None
        and colder.highest.limit.value == warmer.lowest.limit.value
        and colder.highest.contained != warmer.lowest.contained
    )


def _warm_ups(band: Band, library: Library) -> Iterator[Fault]:
    for i, slug in enumerate(band.warm_ups):
        where = library.file_of(band), f"warm_ups.{i}"
        if slug not in library.routines:
            yield Fault(*where, f"there is no routine {slug}")
        elif library.is_cold(band) and library.routines[slug].need != "before-cold":
            yield Fault(*where, f"{slug} is too short for water this cold; name one before-cold")
