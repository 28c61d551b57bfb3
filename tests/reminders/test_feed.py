"""The calendar, read back by icalendar and unfolded by dateutil, has the times of the schedule."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from itertools import takewhile
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar

from webapp.reminders import feed, vtimezone, zones
from webapp.reminders.feed import Words
from webapp.reminders.forms import MOST
from webapp.reminders.schedule import Rule, next_time, parse

BERLIN = "Europe/Berlin"
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)
YEAR = timedelta(days=365)
WORDS = Words("Limber: a reminder")
WINDOW = "FREQ=MINUTELY;INTERVAL={};BYHOUR=9,10,11,12,13,14,15,16,17"


def ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def address(identifier: str) -> str:
    return f"https://limber.example/en/reminders/#{identifier}"


def written(*rules: Rule, words: Words = WORDS) -> bytes:
    reminders = [(f"r{number}", rule) for number, rule in enumerate(rules)]
    return feed.calendar(reminders, words, address, ms(NOW))


def read(*rules: Rule) -> Any:
    return Calendar.from_ical(written(*rules))


def rule_of(text: str, zone: str = BERLIN, anchor: str = "2026-11-27T09:00:00") -> Rule:
    return parse(text, anchor, zone)


def unfold(event: Any, until: datetime) -> list[datetime]:
    start = event["DTSTART"].dt
    if "RRULE" not in event:
        return [start.astimezone(UTC)]
    days = rrulestr(event["RRULE"].to_ical().decode(), dtstart=start)
    # zoneinfo moves a time in a gap as the schedule does
    moments = (day.replace(fold=0).astimezone(UTC) for day in days)
    return list(takewhile(lambda each: each <= until, moments))


def of_calendar(rule: Rule, length: timedelta) -> list[datetime]:
    events = read(rule).walk("VEVENT")
    found = [each for event in events for each in unfold(event, NOW + length)]
    return sorted(each for each in found if each > NOW)


def of_schedule(rule: Rule, length: timedelta) -> list[datetime]:
    found, after = [], ms(NOW)
    while (following := next_time(rule, after)) and following <= ms(NOW + length):
        found.append(datetime.fromtimestamp(following / 1000, UTC))
        after = following
    return found


REPEATED = [
    "FREQ=DAILY",
    "FREQ=DAILY;BYHOUR=8,12,16",
    "FREQ=DAILY;INTERVAL=2;BYHOUR=8,16;BYMINUTE=0,30",
    "FREQ=DAILY;COUNT=5",
    "FREQ=DAILY;COUNT=5;BYHOUR=8,16",
    "FREQ=DAILY;UNTIL=20261205",
    "FREQ=DAILY;UNTIL=20261205T120000;BYHOUR=8,12,16",
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=8,18",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO,FR;WKST=SU;BYHOUR=7,20",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=MONTHLY;BYMONTHDAY=-1;BYHOUR=6",
    "FREQ=YEARLY",
    "FREQ=HOURLY;INTERVAL=2;BYHOUR=9,10,11,12,13",
    "FREQ=HOURLY;INTERVAL=6;COUNT=9",
    WINDOW.format(30),
    WINDOW.format(60) + ";BYDAY=MO,TU",
    WINDOW.format(60) + ";UNTIL=20261210T120000Z",
    WINDOW.format(60) + ";COUNT=11",
]
ZONES = [BERLIN, "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"]


# Half an hour moves the steps of an hour on Lord Howe Island: they are written out, below.
@pytest.mark.parametrize(
    ("text", "zone"),
    [
        (text, zone)
        for text in REPEATED
        for zone in ZONES
        if "INTERVAL=60" not in text or zone != "Australia/Lord_Howe"
    ],
)
def test_a_year_of_the_calendar_is_a_year_of_the_schedule(text: str, zone: str) -> None:
    rule = rule_of(text, zone)
    assert of_schedule(rule, YEAR)
    assert of_calendar(rule, YEAR) == of_schedule(rule, YEAR)


WRITTEN_OUT = [
    (WINDOW.format(90), BERLIN),
    (WINDOW.format(70), "Asia/Kolkata"),
    (WINDOW.format(60), "Australia/Lord_Howe"),
    ("FREQ=MINUTELY;INTERVAL=60;BYHOUR=1,2,3", BERLIN),
    ("FREQ=HOURLY;INTERVAL=5", BERLIN),
    ("FREQ=MINUTELY;INTERVAL=30;COUNT=6;BYHOUR=1,2,3,4", BERLIN),
]


@pytest.mark.parametrize(("text", "zone"), WRITTEN_OUT)
def test_what_is_not_the_same_every_day_is_written_out_for_two_weeks(text: str, zone: str) -> None:
    rule = rule_of(text, zone)
    assert not any("RRULE" in event for event in read(rule).walk("VEVENT"))
    assert of_calendar(rule, YEAR) == of_schedule(rule, feed.WRITTEN_OUT)


def test_steps_of_ninety_minutes_are_daily_where_clocks_never_change() -> None:
    rule = rule_of(WINDOW.format(90), "Asia/Kolkata")
    assert len(read(rule).walk("VEVENT")) == 6
    assert of_calendar(rule, YEAR) == of_schedule(rule, YEAR)


def test_ten_thousand_times_are_not_written_out() -> None:
    rule = rule_of("FREQ=MINUTELY;INTERVAL=5")
    assert len(read(rule).walk("VEVENT")) == feed.MOST_EVENTS


@pytest.mark.parametrize("text", ["FREQ=MINUTELY;INTERVAL=5", "FREQ=DAILY;BYHOUR={hours}"])
def test_the_longest_calendar_is_no_longer_than_calendar_programs_take(text: str) -> None:
    hours = ",".join(map(str, range(24)))
    rules = [rule_of(text.format(hours=hours), anchor="1970-01-01T08:00:00")] * MOST
    reminders = [(f"{number:040}", rule) for number, rule in enumerate(rules)]
    longest = Words("م" * 60)
    raw = feed.calendar(reminders, longest, lambda name: "x" * 250 + name, ms(NOW))
    assert len(raw) < 1_000_000
    events: list[Any] = Calendar.from_ical(raw).walk("VEVENT")
    assert len(events) <= feed.MOST_EVENTS
    # The next times of each are there, and later ones come when it is read again.
    next_at = datetime.fromtimestamp((next_time(rules[0], ms(NOW)) or 0) / 1000, UTC)
    assert len([each for each in events if each["DTSTART"].dt == next_at]) == MOST


def test_an_old_anchor_starts_where_it_was_and_its_zone_reaches_there() -> None:
    rule = rule_of("FREQ=WEEKLY;INTERVAL=3;BYDAY=MO", anchor="2016-05-02T08:00:00")
    found = read(rule)
    assert found.walk("VEVENT")[0]["DTSTART"].to_ical() == b"20160502T080000"
    assert found.walk("VTIMEZONE")[0].walk("STANDARD")[0]["DTSTART"].dt.year == 2016
    assert of_calendar(rule, YEAR) == of_schedule(rule, YEAR)


def test_what_is_over_or_never_comes_is_left_out() -> None:
    over, never = (
        rule_of("FREQ=DAILY;UNTIL=20261101"),
        rule_of("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31"),
    )
    assert read(over, never).walk("VEVENT") == []


def test_identifiers_stay_and_are_distinct() -> None:
    rules = [rule_of("FREQ=DAILY"), rule_of("FREQ=DAILY;BYHOUR=8,16"), rule_of(WINDOW.format(90))]
    identifiers = [str(event["UID"]) for event in read(*rules).walk("VEVENT")]
    assert identifiers[:3] == ["r0@limber", "r1-0800@limber", "r1-1600@limber"]
    assert identifiers[3] == "r2-20261127T093000Z@limber"
    assert len(set(identifiers)) == len(identifiers)
    assert identifiers == [str(event["UID"]) for event in read(*rules).walk("VEVENT")]


def test_an_event_rings_when_it_begins_and_leads_to_its_page() -> None:
    event = read(rule_of("FREQ=DAILY")).walk("VEVENT")[0]
    assert event["DTSTART"].params["TZID"] == BERLIN
    assert event["URL"] == "https://limber.example/en/reminders/#r0"
    assert event["TRANSP"] == "TRANSPARENT"
    (alarm,) = event.walk("VALARM")
    assert alarm["ACTION"] == "DISPLAY"
    assert alarm["TRIGGER"].dt == timedelta()


def test_a_subscribed_calendar_is_asked_for_twice_a_day() -> None:
    text = written(rule_of("FREQ=DAILY")).decode()
    assert "\r\nREFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n" in text
    assert "\r\nX-PUBLISHED-TTL:PT12H\r\n" in text


def test_lines_end_and_fold_as_the_rfc_asks() -> None:
    words = Words("تذكير من ليمبر، " * 12, "提醒" * 40)
    raw = written(rule_of("FREQ=DAILY"), words=words)
    lines = raw.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    assert raw.decode()
    (event,) = Calendar.from_ical(raw).walk("VEVENT")
    assert event["SUMMARY"] == words.title


def test_words_are_neutral() -> None:
    rules = [rule_of(WINDOW.format(90)), rule_of("FREQ=DAILY")]
    said = set(re.findall("[A-Za-z]{4,}", written(*rules).decode().lower()))
    health = {"drink", "water", "thirsty", "hydration", "cramp", "pain", "routine", "compress"}
    assert not said & (health | {"electrolytes", "health", "back", "medicine", "comment"})
    shown = {str(event["SUMMARY"]) for event in read(*rules).walk("VEVENT")}
    assert shown == {"Limber: a reminder"}


def test_each_zone_is_there_once() -> None:
    rules = [rule_of("FREQ=DAILY"), rule_of("FREQ=WEEKLY"), rule_of("FREQ=DAILY", "Asia/Kolkata")]
    assert [str(each["TZID"]) for each in read(*rules).walk("VTIMEZONE")] == [
        BERLIN,
        "Asia/Kolkata",
    ]


@pytest.mark.parametrize("zone", [*ZONES, "Africa/Casablanca", "Europe/Dublin", "America/Santiago"])
def test_the_written_zone_tells_the_time_of_the_real_one(zone: str) -> None:
    written_zone = vtimezone.component(ZoneInfo(zone), 2026, 2027).to_tz(lookup_tzid=False)
    moment = datetime(2026, 1, 2, tzinfo=UTC)
    while moment.year < 2028:
        wall = moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)
        real = zones.instant(wall, ZoneInfo(zone))
        if not zones.is_skipped(wall, ZoneInfo(zone)):
            assert wall.replace(tzinfo=written_zone).astimezone(UTC) == real
        moment += timedelta(minutes=30)
