"""The time zones a reminder may live in, and when their clocks change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple
from zoneinfo import ZoneInfo

A_DAY = timedelta(days=1)
A_SECOND = timedelta(seconds=1)


class Transition(NamedTuple):
    """A moment from which the clocks of a zone show another time."""

    at: datetime
    before: timedelta
    after: timedelta

    @property
    def wall(self) -> datetime:
        """What the clocks showed when they were changed."""
        return self.at.replace(tzinfo=None) + self.before


@cache
def known() -> frozenset[str]:
    """The names of the `tzdata` package: the same on every machine, whatever its own list holds."""
    names = resources.files("tzdata").joinpath("zones").read_text("utf-8").split()
    return frozenset(names) - {"Factory"}


@lru_cache(maxsize=1024)
def named(name: str) -> ZoneInfo:
    """Kept: ZoneInfo keeps eight only, and reads the others from their files again and again."""
    return ZoneInfo(name)


def instant(wall: datetime, zone: ZoneInfo) -> datetime:
    """When clocks show `wall`: the first time in an overlap, as much later as a gap is long."""
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC)


def is_skipped(wall: datetime, zone: ZoneInfo) -> bool:
    return instant(wall, zone).astimezone(zone).replace(tzinfo=None) != wall


@lru_cache(maxsize=256)
def transitions(zone: ZoneInfo, first_year: int, last_year: int) -> tuple[Transition, ...]:
    return tuple(_transitions(zone, datetime(first_year, 1, 1, tzinfo=UTC), last_year))


def _transitions(zone: ZoneInfo, day: datetime, last_year: int) -> Iterator[Transition]:
    while day.year <= last_year:
        before, after = offset(day, zone), offset(day + A_DAY, zone)
        if before != after:
            yield Transition(_change(zone, day, before), before, after)
        day += A_DAY


def _change(zone: ZoneInfo, early: datetime, before: timedelta) -> datetime:
    late = early + A_DAY
    while late - early > A_SECOND:
        middle = early + (late - early) // 2
        if offset(middle, zone) == before:
            early = middle
        else:
            late = middle
    return late.replace(microsecond=0)


def offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()
