"""When a reminder is due next: wall times of its zone, whatever its clocks do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import islice, takewhile
from zoneinfo import ZoneInfo

from webapp.reminders import zones
from webapp.reminders.recurrence import Recurrence, RuleError, days, read, wall_times

__all__ = ["Rule", "RuleError", "end", "midnight", "next_time", "occurrences", "parse"]

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
A_MILLISECOND = timedelta(milliseconds=1)
YEARS = range(1970, 2200)
END = datetime(YEARS.stop, 1, 1, tzinfo=UTC)
LAST = (END - EPOCH) // A_MILLISECOND
# 29 February falls on the same weekday again after at most 40 years.
AHEAD = timedelta(days=40 * 366)
# No zone has skipped more at once than Samoa its 30 December 2011.
LONGEST_GAP = timedelta(days=1)
# Steps of whole minutes meet every hour that they can meet within 1440 of them; clock changes and
# chosen days take a few times as many.
MOST_STEPS = 5000
# Who counts steps walks all of them from the anchor, so that walk must end somewhere.
COUNTED = timedelta(days=4 * 366)


@dataclass(frozen=True)
class Rule:
    """A rule in words of RFC 5545, where it starts on the wall clock, and whose clock that is."""

    text: str
    anchor: datetime
    zone: str


def parse(text: str, anchor: str, zone: str) -> Rule:
    read(text)
    if zone not in zones.known():
        raise RuleError("zone: name a zone of the IANA list, such as Europe/Berlin")
    return Rule(text, _anchor(anchor), zone)


def _anchor(text: str) -> datetime:
    shape = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}"
    try:
        anchor = datetime.fromisoformat(text) if re.fullmatch(shape, text) else None
    except ValueError:
        anchor = None
    if not anchor or anchor.year not in YEARS:
        raise RuleError("anchor: write a real local time of 1970 to 2199 as 2026-11-27T08:00:00")
    return anchor


def next_time(rule: Rule, after_ms: int, not_before_ms: int | None = None) -> int | None:
    """The first occurrence later than `after_ms` and not before `not_before_ms`; none when over."""
    if not_before_ms is not None:
        after_ms = max(after_ms, not_before_ms - 1)
    found = next(occurrences(rule, after_ms), None)
    return None if found is None else (found - EPOCH) // A_MILLISECOND


def occurrences(rule: Rule, after_ms: int) -> Iterator[datetime]:
    """All occurrences later than `after_ms`, in UTC; what is decades away counts as never."""
    zone = zones.named(rule.zone)
    recurrence = read(rule.text).anchored(rule.anchor)
    after = _instant(after_ms, zones.instant(rule.anchor, zone) - A_MILLISECOND)
    unfold = _by_elapsed_time if recurrence.frequency == "MINUTELY" else _by_the_clock
    last = end(rule)
    return takewhile(lambda each: each <= last, unfold(rule.anchor, zone, recurrence, after))


def _instant(milliseconds: int, least: datetime) -> datetime:
    """Clamped before it is a date: a clock may say anything."""
    return max(EPOCH + min(max(milliseconds, 0), LAST) * A_MILLISECOND, least)


def end(rule: Rule) -> datetime:
    """The last moment at which the rule may still occur."""
    until = read(rule.text).until
    if until is None:
        return END
    return until if until.tzinfo else zones.instant(until, zones.named(rule.zone))


def _by_the_clock(
    anchor: datetime, zone: ZoneInfo, recurrence: Recurrence, after: datetime
) -> Iterator[datetime]:
    since = _local(after, zone) - LONGEST_GAP
    # Only whoever counts must begin at the beginning.
    first = anchor if recurrence.count else since
    walls = wall_times(recurrence, anchor, first.date(), (after + AHEAD).date())
    counted = islice(walls, recurrence.count)
    late_enough = (wall for wall in counted if wall >= since)
    last = after
    for moment in _in_order(late_enough, zone):
        if moment > last:
            yield moment
            last = moment


def _in_order(walls: Iterator[datetime], zone: ZoneInfo) -> Iterator[datetime]:
    """Times in a gap move behind it and there may meet others: 02:30 comes after 03:00."""
    moved: list[datetime] = []
    for wall in walls:
        moment = zones.instant(wall, zone)
        if _local(moment, zone) != wall:  # as `zones.is_skipped` says it
            moved.append(moment)
            continue
        yield from (each for each in moved if each <= moment)
        moved = [each for each in moved if each > moment]
        yield moment
    yield from moved


def _by_elapsed_time(
    anchor: datetime, zone: ZoneInfo, recurrence: Recurrence, after: datetime
) -> Iterator[datetime]:
    origin = zones.instant(anchor, zone)
    first = origin if recurrence.count else after
    steps = _steps(origin, zone, recurrence, first)
    counted = islice(steps, recurrence.count)
    return (moment for moment in counted if moment > after)


def _steps(
    origin: datetime, zone: ZoneInfo, recurrence: Recurrence, first: datetime
) -> Iterator[datetime]:
    begin = _local(first, zone).date()
    last = first + (COUNTED if recurrence.count else AHEAD)
    left = MOST_STEPS
    for day in days(recurrence, begin, begin, last.date()):
        start = max(origin, first, midnight(day, zone))
        for moment in _steps_of_day(origin, zone, recurrence, start, day):
            left -= 1
            if moment.astimezone(zone).hour in (recurrence.hours or range(24)):
                left = MOST_STEPS
                yield moment
        if left < 0:
            return


def _steps_of_day(
    origin: datetime, zone: ZoneInfo, recurrence: Recurrence, start: datetime, day: date
) -> Iterator[datetime]:
    step = timedelta(minutes=recurrence.interval)
    over = midnight(day + timedelta(days=1), zone)
    moment = origin - (origin - start) // step * step
    while moment < over:
        yield moment
        moment += step


@lru_cache(maxsize=1024)
def midnight(day: date, zone: ZoneInfo) -> datetime:
    return zones.instant(datetime(day.year, day.month, day.day), zone)  # noqa: DTZ001


def _local(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)
