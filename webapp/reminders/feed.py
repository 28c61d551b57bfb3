"""Reminders as a calendar (RFC 5545) with alarms, for phones without push and without a network.

Calendar programs know no rule more often than daily, and many ignore BYHOUR and BYMINUTE. So each
time of the day is an event of its own, and what is not the same every day is written out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice, takewhile
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, vDuration, vRecur

from webapp.reminders import schedule, vtimezone, zones
from webapp.reminders.daily import Daily, daily
from webapp.reminders.recurrence import Recurrence, split, wall_times
from webapp.reminders.schedule import AHEAD, EPOCH, Rule

PRODUCT = "-//Limber//Reminders//EN"
FRESH = timedelta(hours=12)
WRITTEN_OUT = timedelta(days=14)
# Of all reminders together: Google takes calendars of a megabyte, and each event has its price.
MOST_EVENTS = 500
MOST_TIMES = 24
OF_DAYS = ("BYDAY", "BYMONTHDAY", "BYMONTH", "WKST")
# A file that was taken once should know the clock changes for long.
YEARS_AHEAD = 10


class Words(NamedTuple):
    """What a calendar shows: nothing that tells about health."""

    title: str
    calendar: str = "Limber"


class Entry(NamedTuple):
    """An event: what tells it from others of its reminder, its start and how it is repeated."""

    mark: str
    start: datetime
    repeated: vRecur | None


def calendar(
    reminders: Sequence[tuple[str, Rule]],
    words: Words,
    address: Callable[[str], str],
    now_ms: int,
) -> bytes:
    now = EPOCH + timedelta(milliseconds=now_ms)
    feed = _head(words)
    for zone, first_year in _zones(reminders, now):
        feed.add_component(vtimezone.component(zone, first_year, now.year + YEARS_AHEAD))
    most = MOST_EVENTS // max(1, len(reminders))
    for identifier, rule in reminders:
        for entry in entries(rule, now_ms, most):
            feed.add_component(_event(identifier, entry, words, address(identifier), now))
    return bytes(feed.to_ical())


def _head(words: Words) -> Calendar:
    feed = Calendar()
    feed.add("PRODID", PRODUCT)
    feed.add("VERSION", "2.0")
    feed.add("CALSCALE", "GREGORIAN")
    feed.add("METHOD", "PUBLISH")
    feed.add("NAME", words.calendar)
    feed.add("X-WR-CALNAME", words.calendar)
    feed.add("REFRESH-INTERVAL", vDuration(FRESH), parameters={"VALUE": "DURATION"})
    feed.add("X-PUBLISHED-TTL", vDuration(FRESH))
    return feed


def _zones(reminders: Sequence[tuple[str, Rule]], now: datetime) -> list[tuple[ZoneInfo, int]]:
    """Each zone once, with the year from which its times are needed."""
    first_years: dict[str, int] = {}
    for _, rule in reminders:
        first = min(first_years.get(rule.zone, now.year), rule.anchor.year)
        first_years[rule.zone] = first
    return [(zones.named(name), year) for name, year in first_years.items()]


def _event(identifier: str, entry: Entry, words: Words, address: str, now: datetime) -> Event:
    event = Event()
    event.add("UID", f"{identifier}{entry.mark}@limber")
    event.add("DTSTAMP", now.replace(microsecond=0))
    event.add("DTSTART", entry.start)
    event.add("DURATION", timedelta(minutes=5))
    if entry.repeated:
        event.add("RRULE", entry.repeated)
    event.add("SUMMARY", words.title)
    event.add("URL", address)
    event.add("CLASS", "PRIVATE")
    event.add("TRANSP", "TRANSPARENT")
    event.add_component(_alarm(words))
    return event


def _alarm(words: Words) -> Alarm:
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", words.title)
    alarm.add("TRIGGER", timedelta())
    return alarm


def entries(rule: Rule, now_ms: int, most: int = MOST_EVENTS) -> list[Entry]:
    """The events of a reminder, at most so many; none when it is over."""
    upcoming = next(schedule.occurrences(rule, now_ms), None)
    if upcoming is None:
        return []
    rule_of_days = daily(rule, EPOCH + timedelta(milliseconds=now_ms))
    if rule_of_days is None or len(rule_of_days.times) > min(most, MOST_TIMES):
        return list(_written_out(rule, now_ms, most))
    return list(_series(rule, rule_of_days))


def _written_out(rule: Rule, now_ms: int, most: int) -> Iterator[Entry]:
    """In UTC, because a wall time says nothing about the second pass of an overlap."""
    end = EPOCH + timedelta(milliseconds=now_ms) + WRITTEN_OUT
    near = takewhile(lambda each: each <= end, schedule.occurrences(rule, now_ms))
    for moment in islice(near, most):
        yield Entry(f"-{moment:%Y%m%dT%H%M%SZ}", moment, None)


def _series(rule: Rule, rule_of_days: Daily) -> Iterator[Entry]:
    several = len(rule_of_days.times) > 1
    ends = _ends(rule, several=several)
    repeated = _repeated(rule, rule_of_days.recurrence, ends)
    for hour, minute in rule_of_days.times:
        start = _first(rule, replace(rule_of_days.recurrence, hours=(hour,), minutes=(minute,)))
        if start and _is_in_time(start, ends):
            yield Entry(f"-{start:%H%M}" if several else "", start, repeated)


def _first(rule: Rule, recurrence: Recurrence) -> datetime | None:
    """The first day on which a time comes: programs take DTSTART for an occurrence."""
    begin = rule.anchor.date()
    walls = wall_times(recurrence, rule.anchor, begin, begin + AHEAD)
    return next((wall.replace(tzinfo=zones.named(rule.zone)) for wall in walls), None)


def _is_in_time(start: datetime, ends: dict[str, str]) -> bool:
    return "UNTIL" not in ends or f"{start.astimezone(UTC):%Y%m%dT%H%M%SZ}" <= ends["UNTIL"]


def _ends(rule: Rule, *, several: bool) -> dict[str, str]:
    """COUNT holds for one event only; among several each ends with the last occurrence of all."""
    parts = split(rule.text)
    if "COUNT" not in parts and "UNTIL" not in parts:
        return {}
    if not several and "COUNT" in parts and parts["FREQ"] not in ("HOURLY", "MINUTELY"):
        return {"COUNT": parts["COUNT"]}
    if "UNTIL" in parts:
        end = schedule.end(rule)
    else:
        *_, end = schedule.occurrences(rule, 0)
    return {"UNTIL": f"{end:%Y%m%dT%H%M%SZ}"}


def _repeated(rule: Rule, recurrence: Recurrence, ends: dict[str, str]) -> vRecur:
    kept = {name: value for name, value in split(rule.text).items() if name in OF_DAYS}
    interval = {"INTERVAL": str(recurrence.interval)} if recurrence.interval > 1 else {}
    parts = {"FREQ": recurrence.frequency} | interval | kept | ends
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    repeated: vRecur = vRecur.from_ical(text)
    return repeated
