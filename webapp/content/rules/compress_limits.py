"""A round of cold or heat ends in time: its limits fit each other, and each is in its unit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from webapp.content.faults import Fault

if TYPE_CHECKING:
    from webapp.content.compress import Compress
    from webapp.content.library import Library

# Who lies under a pack is asked for no longer than this.
LONGEST_ANSWER_SECONDS = 60
UNITS = {
    "usual": "minutes",
    "longest": "minutes",
    "answer": "seconds",
    "gap": "hours",
    "first": "hours",
    "swelling": "hours",
    "warmest": "celsius",
}


def check(library: Library) -> Iterator[Fault]:
    for compress in library.compresses.values():
        for field, remedy in (*_units(compress), *_times(compress), *_checks(compress)):
            yield Fault(library.file_of(compress), field, remedy)
        if compress.picture not in library.pictures:
            remedy = f"there is no picture {compress.picture}; name one of data/figures"
            yield Fault(library.file_of(compress), "picture", remedy)


def _units(compress: Compress) -> Iterator[tuple[str, str]]:
    for field, unit in UNITS.items():
        limit = getattr(compress, field)
        if limit and limit.unit != unit:
            yield f"{field}.unit", f"is in {limit.unit}; give it in {unit}"
    for i, each in enumerate(compress.checks):
        if each.unit != "minutes":
            yield f"checks.{i}.unit", f"is in {each.unit}; give it in minutes"


def _times(compress: Compress) -> Iterator[tuple[str, str]]:
    if not 0 < compress.usual.value <= compress.longest.value:
        longest = compress.longest.value
        yield "usual.value", f"lies between 1 minute and the longest, {longest} minutes; shorten it"
    if not compress.gap.value:
        yield "gap.value", "the skin rests between two rounds; give at least one hour"
    if not 0 < compress.answer.value <= LONGEST_ANSWER_SECONDS:
        remedy = (
            f"no answer counts as no within a minute; give 1 to {LONGEST_ANSWER_SECONDS} seconds"
        )
        yield "answer.value", remedy
    if compress.slug == "heat" and not (compress.warmest and compress.bottle):
        yield "warmest", "heat needs a highest temperature at the skin and rules for the bottle"


def _checks(compress: Compress) -> Iterator[tuple[str, str]]:
    minutes = [each.value for each in compress.checks]
    for i, minute in enumerate(minutes):
        if not 0 < minute < compress.usual.value:
            usual = compress.usual.value
            yield f"checks.{i}.value", f"lies strictly before the usual stop, {usual} minutes"
    if any(later <= earlier for earlier, later in pairwise(minutes)):
        yield "checks", "one after the other; put them in order, each once"
