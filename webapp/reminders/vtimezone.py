"""The VTIMEZONE of a zone.

icalendar can make one too, but lets the clocks go forward an hour late: it writes the time that
they show after a change where RFC 5545 asks for the one before.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from webapp.reminders import zones
from webapp.reminders.zones import Transition


def component(zone: ZoneInfo, first_year: int, last_year: int) -> Timezone:
    timezone = Timezone()
    timezone.add("TZID", zone.key)
    for changes in _alike(zone, first_year, last_year):
        timezone.add_component(_observance(zone, changes))
    return timezone


def _alike(zone: ZoneInfo, first_year: int, last_year: int) -> list[list[Transition]]:
    """Changes by what they do, after the one that says how the first year began."""
    begin = datetime(first_year, 1, 1, tzinfo=UTC)
    offset = zones.offset(begin, zone)
    groups: dict[tuple[timedelta, timedelta, str], list[Transition]] = {}
    for change in zones.transitions(zone, first_year, last_year):
        name = change.at.astimezone(zone).tzname() or ""
        groups.setdefault((change.before, change.after, name), []).append(change)
    return [[Transition(begin - offset, offset, offset)], *groups.values()]


def _observance(zone: ZoneInfo, changes: list[Transition]) -> TimezoneStandard | TimezoneDaylight:
    first, *later = changes
    then = first.at.astimezone(zone)
    observance = TimezoneDaylight() if then.dst() else TimezoneStandard()
    observance.TZOFFSETFROM = first.before
    observance.TZOFFSETTO = first.after
    observance.add("TZNAME", then.tzname())
    observance.DTSTART = first.wall
    if later:
        observance.add("RDATE", [change.wall for change in later])
    return observance
