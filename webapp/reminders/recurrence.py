"""What a recurrence rule (RFC 5545) says: read strictly, and the wall times that it names.

dateutil reads and unfolds the same rules, and the tests compare with it. It is not used here
because it cannot be stopped: `FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31` keeps it busy for nine seconds,
with UNTIL or without, and it walks from an old anchor step by step.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from math import gcd
from typing import TypeVar

T = TypeVar("T", int, tuple[int, int])

LONGEST_TEXT = 300
MOST = 1000
APART = 5  # minutes
A_DAY = 24 * 60
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# How many years, months … may lie between two occurrences.
LONGEST_INTERVAL = {
    "YEARLY": 10,
    "MONTHLY": 24,
    "WEEKLY": 53,
    "DAILY": 366,
    "HOURLY": 168,
    "MINUTELY": A_DAY,
}
PARTS = {
    "FREQ": None,
    "INTERVAL": None,
    "COUNT": None,
    "UNTIL": None,
    "BYDAY": None,
    "BYHOUR": (0, 23),
    "BYMINUTE": (0, 59),
    "BYMONTHDAY": (-31, 31),
    "BYMONTH": (1, 12),
    "WKST": None,
}


class RuleError(ValueError):
    """A rule that cannot be kept: names the field and says what to write instead."""


@dataclass(frozen=True)
class Recurrence:
    """The parts of a rule; an empty one is not in its text."""

    frequency: str
    interval: int = 1
    count: int | None = None
    until: datetime | None = None  # without a zone: local
    weekdays: tuple[tuple[int, int], ...] = ()  # (0 for Monday, which one of the month or 0)
    hours: tuple[int, ...] = ()
    minutes: tuple[int, ...] = ()
    monthdays: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    week_start: int = 0

    def anchored(self, anchor: datetime) -> Recurrence:
        """With what the anchor says where the text is silent."""
        dated = self._on_the_day_of(anchor)
        if self.frequency == "MINUTELY":
            return dated
        by_hour = self.frequency == "HOURLY"
        hours = self._hours_in_step(anchor) if by_hour else self.hours or (anchor.hour,)
        minutes = self.minutes or (anchor.minute,)
        if (hours, minutes) == (dated.hours, dated.minutes):
            return dated  # as most are: a copy takes longer than all else here
        return replace(dated, hours=hours, minutes=minutes)

    def _on_the_day_of(self, anchor: datetime) -> Recurrence:
        if self.weekdays or self.monthdays:
            return self
        match self.frequency:
            case "YEARLY":
                months = self.months or (anchor.month,)
                return replace(self, months=months, monthdays=(anchor.day,))
            case "MONTHLY":
                return replace(self, monthdays=(anchor.day,))
            case "WEEKLY":
                return replace(self, weekdays=((anchor.weekday(), 0),))
        return self

    def _hours_in_step(self, anchor: datetime) -> tuple[int, ...]:
        """The hours that some day may reach; none is a rule that never comes."""
        step = gcd(self.interval, 24)
        hours = self.hours or range(24)
        return tuple(hour for hour in hours if (hour - anchor.hour) % step == 0)


@lru_cache(maxsize=4096)
def read(text: str) -> Recurrence:
    parts = split(text)
    frequency = _frequency(parts)
    recurrence = Recurrence(
        frequency,
        interval=_interval(parts, frequency),
        count=_count(parts),
        until=_until(parts),
        weekdays=_weekdays(parts),
        hours=_numbers(parts, "BYHOUR"),
        minutes=_numbers(parts, "BYMINUTE"),
        monthdays=_numbers(parts, "BYMONTHDAY"),
        months=_numbers(parts, "BYMONTH"),
        week_start=_week_start(parts),
    )
    _check_together(recurrence)
    _check_spacing(recurrence)
    return recurrence


def split(text: str) -> dict[str, str]:
    """Names and values of the parts."""
    if len(text) > LONGEST_TEXT:
        raise RuleError(f"rule: shorten it to {LONGEST_TEXT} signs or fewer")
    parts: dict[str, str] = {}
    for part in text.split(";"):
        name, _, value = part.partition("=")
        if name not in PARTS:
            known = ", ".join(PARTS)
            raise RuleError(f"rule: leave out {_quoted(name)}; it may have {known}")
        if name in parts:
            raise RuleError(f"rule: write {name} once")
        parts[name] = value
    return parts


def _quoted(text: str) -> str:
    return ascii(text[:20])


def _frequency(parts: dict[str, str]) -> str:
    frequency = parts.get("FREQ", "")
    if frequency not in LONGEST_INTERVAL:
        raise RuleError(f"rule: FREQ is one of {', '.join(LONGEST_INTERVAL)}")
    return frequency


def _interval(parts: dict[str, str], frequency: str) -> int:
    least = APART if frequency == "MINUTELY" else 1
    return _number(parts, "INTERVAL", (least, LONGEST_INTERVAL[frequency]), f" with {frequency}")


def _count(parts: dict[str, str]) -> int | None:
    if "COUNT" not in parts:
        return None
    if "UNTIL" in parts:
        raise RuleError("rule: COUNT and UNTIL exclude each other; leave one out")
    return _number(parts, "COUNT", (1, MOST))


def _number(parts: dict[str, str], name: str, limits: tuple[int, int], when: str = "") -> int:
    text, (low, high) = parts.get(name, "1"), limits
    if not re.fullmatch("[0-9]{1,4}", text) or not low <= int(text) <= high:
        raise RuleError(f"rule: {name} is a whole number from {low} to {high}{when}")
    return int(text)


def _until(parts: dict[str, str]) -> datetime | None:
    """A date alone means all of its day."""
    if "UNTIL" not in parts:
        return None
    match = re.fullmatch("([0-9]{8})(?:T([0-9]{6})(Z?))?", parts["UNTIL"])
    try:
        if not match:
            raise ValueError
        until = datetime.strptime(match[1] + (match[2] or "235959"), "%Y%m%d%H%M%S")  # noqa: DTZ007
    except ValueError:
        raise RuleError("rule: UNTIL is a real date such as 20271231T215900Z") from None
    return until.replace(tzinfo=UTC) if match[3] else until


def _weekdays(parts: dict[str, str]) -> tuple[tuple[int, int], ...]:
    if "BYDAY" not in parts:
        return ()
    found = []
    for text in parts["BYDAY"].split(","):
        match = re.fullmatch(f"([+-]?[1-5])?({'|'.join(WEEKDAYS)})", text)
        if not match:
            raise RuleError("rule: BYDAY lists MO, TU, WE, TH, FR, SA, SU, or such as 2MO, -1FR")
        found.append((WEEKDAYS.index(match[2]), int(match[1] or 0)))
    return _each_once("BYDAY", found)


def _numbers(parts: dict[str, str], name: str) -> tuple[int, ...]:
    if name not in parts:
        return ()
    low, high = PARTS[name] or (0, 0)
    texts = parts[name].split(",")
    if not all(_is_within(text, low, high) for text in texts):
        raise RuleError(f"rule: {name} lists whole numbers from {low} to {high}{_but_zero(low)}")
    return _each_once(name, [int(text) for text in texts])


def _is_within(text: str, low: int, high: int) -> bool:
    sign = "[+-]?" if low < 0 else ""
    if not re.fullmatch(f"{sign}[0-9]{{1,2}}", text):
        return False
    return low <= int(text) <= high and (low >= 0 or int(text) != 0)


def _but_zero(low: int) -> str:
    return " without 0" if low < 0 else ""


def _each_once(name: str, values: list[T]) -> tuple[T, ...]:
    if len(set(values)) < len(values):
        raise RuleError(f"rule: {name} lists each value once")
    return tuple(sorted(values))


def _week_start(parts: dict[str, str]) -> int:
    start = parts.get("WKST", "MO")
    if start not in WEEKDAYS:
        raise RuleError(f"rule: WKST is one of {', '.join(WEEKDAYS)}")
    return WEEKDAYS.index(start)


def _check_together(rule: Recurrence) -> None:
    by_month = rule.frequency == "MONTHLY" or (rule.frequency == "YEARLY" and rule.months)
    if any(which for _, which in rule.weekdays) and not by_month:
        raise RuleError("rule: BYDAY such as 2MO goes with MONTHLY, or with YEARLY and BYMONTH")
    if rule.frequency == "WEEKLY" and rule.monthdays:
        raise RuleError("rule: BYMONTHDAY goes with another FREQ than WEEKLY, such as MONTHLY")
    if rule.frequency == "MINUTELY" and rule.minutes:
        raise RuleError("rule: BYMINUTE goes with another FREQ than MINUTELY, such as HOURLY")


def _check_spacing(rule: Recurrence) -> None:
    if any(gap < APART for gap in _gaps(rule)):
        raise RuleError(f"rule: BYMINUTE leaves at least {APART} minutes between two occurrences")


def _gaps(rule: Recurrence) -> list[int]:
    """Minutes between neighbours, the last one of a day and the first one of the next too."""
    hours = rule.hours or (tuple(range(24)) if rule.frequency == "HOURLY" else (0,))
    times = [hour * 60 + minute for hour in hours for minute in rule.minutes]
    return [
        b - a for a, b in zip(times, [*times[1:], *(t + A_DAY for t in times[:1])], strict=True)
    ]


def wall_times(rule: Recurrence, anchor: datetime, first: date, last: date) -> Iterator[datetime]:
    """What a clock on the wall shows at the occurrences of an anchored rule, in order."""
    if not rule.hours:
        return
    for day in days(rule, anchor.date(), max(first, anchor.date()), last):
        for hour in _hours(rule, anchor, day):
            for minute in rule.minutes:
                wall = datetime(day.year, day.month, day.day, hour, minute, anchor.second)  # noqa: DTZ001
                if wall >= anchor:
                    yield wall


def _hours(rule: Recurrence, anchor: datetime, day: date) -> tuple[int, ...]:
    if rule.frequency != "HOURLY":
        return rule.hours
    passed = (day - anchor.date()).days * 24 - anchor.hour
    return tuple(hour for hour in rule.hours if (passed + hour) % rule.interval == 0)


def days(rule: Recurrence, anchor: date, first: date, last: date) -> Iterator[date]:
    """The days of an anchored rule, by months: most of those of a rare rule have none."""
    year, month, earliest = first.year, first.month, first.day
    while (year, month) <= (last.year, last.month):
        if _has_month(rule, anchor, year, month):
            chosen = _days_of_month(rule.monthdays, rule.weekdays, year, month)
            for day in chosen[bisect_left(chosen, earliest) :]:
                found = date(year, month, day)
                if found <= last and _is_in_step(rule, anchor, found):
                    yield found
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)  # noqa: PLR2004
        earliest = 1


def _has_month(rule: Recurrence, anchor: date, year: int, month: int) -> bool:
    if rule.months and month not in rule.months:
        return False
    match rule.frequency:
        case "YEARLY":
            return (year - anchor.year) % rule.interval == 0
        case "MONTHLY":
            return ((year - anchor.year) * 12 + month - anchor.month) % rule.interval == 0
    return True


# Whoever is reminded today shares them with all that have the same days of the week.
@lru_cache(maxsize=512)
def _days_of_month(
    monthdays: tuple[int, ...], weekdays: tuple[tuple[int, int], ...], year: int, month: int
) -> tuple[int, ...]:
    starts_on, length = monthrange(year, month)
    days = set(range(1, length + 1))
    if monthdays:
        days &= {day if day > 0 else length + 1 + day for day in monthdays}
    if weekdays:
        days &= {day for each in weekdays for day in _of_weekday(each, starts_on, length)}
    return tuple(sorted(days))


def _of_weekday(weekday: tuple[int, int], starts_on: int, length: int) -> list[int]:
    name, which = weekday
    days = list(range(1 + (name - starts_on) % 7, length + 1, 7))
    if not which:
        return days
    index = which - 1 if which > 0 else len(days) + which
    return days[index : index + 1] if index >= 0 else []


def _is_in_step(rule: Recurrence, anchor: date, day: date) -> bool:
    if rule.interval == 1:
        return True
    match rule.frequency:
        case "WEEKLY":
            weeks = (_week(day, rule) - _week(anchor, rule)).days // 7
            return weeks % rule.interval == 0
        case "DAILY":
            return (day - anchor).days % rule.interval == 0
    return True


def _week(day: date, rule: Recurrence) -> date:
    return day - timedelta(days=(day.weekday() - rule.week_start) % 7)
