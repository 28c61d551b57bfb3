"""The times of the day of a rule, where every one of its days has the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import takewhile
from typing import NamedTuple
from zoneinfo import ZoneInfo

from webapp.reminders import schedule, zones
from webapp.reminders.recurrence import A_DAY, Recurrence, read
from webapp.reminders.schedule import EPOCH, Rule

Time = tuple[int, int]


class Daily(NamedTuple):
    """A rule of whole days, and what a clock shows at its occurrences on each of them."""

    recurrence: Recurrence
    times: list[Time]


def daily(rule: Rule, now: datetime) -> Daily | None:
    recurrence = read(rule.text).anchored(rule.anchor)
    every_day = replace(recurrence, frequency="DAILY", interval=1)
    match recurrence.frequency:
        case "MINUTELY":
            times = _times_in_step(rule, recurrence, now)
            return Daily(every_day, times) if times else None
        case "HOURLY":
            return Daily(every_day, _times(recurrence)) if 24 % recurrence.interval == 0 else None
    return Daily(recurrence, _times(recurrence))


def _times(recurrence: Recurrence) -> list[Time]:
    return [(hour, minute) for hour in recurrence.hours for minute in recurrence.minutes]


def _times_in_step(rule: Rule, recurrence: Recurrence, now: datetime) -> list[Time] | None:
    """None where the steps of one day are not those of the next, now or after a clock change."""
    if A_DAY % recurrence.interval:
        return None
    zone = zones.named(rule.zone)
    begin = max(now, zones.instant(rule.anchor, zone)).astimezone(zone)
    minutes = range(_minute_in_step(rule, recurrence, begin), A_DAY, recurrence.interval)
    hours = recurrence.hours or range(24)
    times = [divmod(minute, 60) for minute in minutes if minute // 60 in hours]
    same = all(_is_same(rule, recurrence, times, day) for day in _days_of_change(zone, begin))
    return times if same else None


def _minute_in_step(rule: Rule, recurrence: Recurrence, moment: datetime) -> int:
    """The first minute of the day that is whole steps from the anchor, at the present offset."""
    zone = zones.named(rule.zone)
    origin = zones.instant(rule.anchor, zone)
    shown = origin + zones.offset(moment, zone)
    return (shown.hour * 60 + shown.minute) % recurrence.interval


def _days_of_change(zone: ZoneInfo, begin: datetime) -> Iterator[date]:
    """The days on which the clocks change within the next years, and the ones around them."""
    for change in zones.transitions(zone, begin.year, begin.year + 1):
        for days in (-1, 0, 1):
            day = change.wall.date() + timedelta(days=days)
            if day >= begin.date():
                yield day


def _is_same(rule: Rule, recurrence: Recurrence, times: list[Time], day: date) -> bool:
    """Whether clock and steps agree on a day, chosen or not: what is chosen follows it."""
    zone = zones.named(rule.zone)
    walls = [datetime.combine(day, time(*each, rule.anchor.second)) for each in times]
    if any(zones.is_skipped(wall, zone) for wall in walls):
        return False
    moments = [zones.instant(wall, zone) for wall in walls if wall >= rule.anchor]
    return moments == _steps(_without_days(rule, recurrence), zone, day)


def _without_days(rule: Rule, recurrence: Recurrence) -> Rule:
    hours = ",".join(str(hour) for hour in recurrence.hours or range(24))
    return replace(rule, text=f"FREQ=MINUTELY;INTERVAL={recurrence.interval};BYHOUR={hours}")


def _steps(rule: Rule, zone: ZoneInfo, day: date) -> list[datetime]:
    begin, end = (schedule.midnight(day + timedelta(days=each), zone) for each in (0, 1))
    before = (begin - EPOCH) // timedelta(milliseconds=1) - 1
    return list(takewhile(lambda each: each < end, schedule.occurrences(rule, before)))
