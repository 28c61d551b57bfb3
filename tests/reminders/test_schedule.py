"""Times of a rule: clock changes, windows, ends, odd rules, and what dateutil says of the same."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from webapp.reminders import schedule, zones
from webapp.reminders.schedule import Rule, RuleError, next_time, parse

BERLIN = "Europe/Berlin"
NEW_YORK = "America/New_York"
LORD_HOWE = "Australia/Lord_Howe"
KOLKATA = "Asia/Kolkata"
WINDOW = "FREQ=MINUTELY;INTERVAL=90;BYHOUR=9,10,11,12,13,14,15,16,17"
NOW = int(datetime(2026, 11, 27, 9, tzinfo=UTC).timestamp() * 1000)


def ms(text: str, zone: str = "UTC") -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp() * 1000)


def local(moment: int, zone: str) -> str:
    return datetime.fromtimestamp(moment / 1000, ZoneInfo(zone)).isoformat(timespec="minutes")


def upcoming(rule: Rule, after: int) -> Iterator[int]:
    while (found := next_time(rule, after)) is not None:
        yield found
        after = found


def shown(rule: Rule, after: str, number: int) -> list[str]:
    begin = ms(after, rule.zone)
    return [local(each, rule.zone)[5:] for each in islice(upcoming(rule, begin), number)]


CLOCK_CHANGES = [
    # 02:30 does not exist, and becomes 03:30
    (BERLIN, "FREQ=DAILY", "2026-03-01T02:30:00", "2026-03-27T12:00:00",
     ["03-28T02:30+01:00", "03-29T03:30+02:00", "03-30T02:30+02:00"]),
    (NEW_YORK, "FREQ=DAILY", "2026-03-01T02:30:00", "2026-03-06T12:00:00",
     ["03-07T02:30-05:00", "03-08T03:30-04:00", "03-09T02:30-04:00"]),
    (LORD_HOWE, "FREQ=DAILY", "2026-09-01T02:15:00", "2026-10-02T12:00:00",
     ["10-03T02:15+10:30", "10-04T02:45+11:00", "10-05T02:15+11:00"]),
    # 02:30 comes twice, and counts at the first
    (BERLIN, "FREQ=DAILY", "2026-10-01T02:30:00", "2026-10-23T12:00:00",
     ["10-24T02:30+02:00", "10-25T02:30+02:00", "10-26T02:30+01:00"]),
    (NEW_YORK, "FREQ=DAILY", "2026-10-01T01:30:00", "2026-10-30T12:00:00",
     ["10-31T01:30-04:00", "11-01T01:30-04:00", "11-02T01:30-05:00"]),
    (LORD_HOWE, "FREQ=DAILY", "2026-03-01T01:45:00", "2026-04-03T12:00:00",
     ["04-04T01:45+11:00", "04-05T01:45+11:00", "04-06T01:45+10:30"]),
    # the same wall time on both sides of a change
    (BERLIN, "FREQ=DAILY", "2026-03-01T08:00:00", "2026-03-28T07:00:00",
     ["03-28T08:00+01:00", "03-29T08:00+02:00"]),
    (NEW_YORK, "FREQ=WEEKLY;BYDAY=SU,MO", "2026-10-01T08:00:00", "2026-10-31T12:00:00",
     ["11-01T08:00-05:00", "11-02T08:00-05:00"]),
    (KOLKATA, "FREQ=DAILY", "2026-03-01T02:30:00", "2026-03-28T00:00:00",
     ["03-28T02:30+05:30", "03-29T02:30+05:30"]),
    # what moves out of the gap stays in order, and two that meet are one
    (BERLIN, "FREQ=DAILY;BYHOUR=2,3;BYMINUTE=0,30", "2026-03-01T02:00:00", "2026-03-28T12:00:00",
     ["03-29T03:00+02:00", "03-29T03:30+02:00", "03-30T02:00+02:00"]),
    (BERLIN, "FREQ=DAILY;BYHOUR=2,3;BYMINUTE=15", "2026-03-01T02:00:00", "2026-03-28T12:00:00",
     ["03-29T03:15+02:00", "03-30T02:15+02:00"]),
    (LORD_HOWE, "FREQ=DAILY;BYHOUR=2;BYMINUTE=10,35", "2026-09-01T02:10:00", "2026-10-03T12:00:00",
     ["10-04T02:35+11:00", "10-04T02:40+11:00", "10-05T02:10+11:00"]),
    # steps count elapsed time: four steps of an hour pass in each of these nights
    (BERLIN, "FREQ=MINUTELY;INTERVAL=60", "2026-03-29T00:00:00", "2026-03-29T00:00:00",
     ["03-29T01:00+01:00", "03-29T03:00+02:00", "03-29T04:00+02:00"]),
    (BERLIN, "FREQ=MINUTELY;INTERVAL=60", "2026-10-25T01:00:00", "2026-10-25T01:00:00",
     ["10-25T02:00+02:00", "10-25T02:00+01:00", "10-25T03:00+01:00"]),
    (LORD_HOWE, "FREQ=MINUTELY;INTERVAL=60", "2026-04-05T00:00:00", "2026-04-05T00:00:00",
     ["04-05T01:00+11:00", "04-05T01:30+10:30", "04-05T02:30+10:30"]),
    # a whole day that Samoa skipped
    ("Pacific/Apia", "FREQ=DAILY", "2011-12-01T08:00:00", "2011-12-29T00:00:00",
     ["12-29T08:00-10:00", "12-31T08:00+14:00", "01-01T08:00+14:00"]),
]  # fmt: skip


@pytest.mark.parametrize(("zone", "text", "anchor", "after", "expected"), CLOCK_CHANGES)
def test_clock_changes_neither_lose_nor_double(
    zone: str, text: str, anchor: str, after: str, expected: list[str]
) -> None:
    assert shown(parse(text, anchor, zone), after, len(expected)) == expected


PLAIN = [
    ("FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=8,18;BYMINUTE=0,30", "2026-11-27T08:00:00",
     ["11-30T08:00", "11-30T08:30", "11-30T18:00", "11-30T18:30", "12-03T08:00"]),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU", "2026-11-23T08:00:00",
     ["12-06T08:00", "12-07T08:00", "12-20T08:00"]),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO", "2026-11-23T08:00:00", ["11-29T08:00", "12-07T08:00"]),
    ("FREQ=DAILY;INTERVAL=3", "2026-11-20T08:00:00", ["11-29T08:00", "12-02T08:00"]),
    ("FREQ=MONTHLY;BYDAY=-1FR", "2026-01-01T08:00:00", ["12-25T08:00", "01-29T08:00"]),
    ("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-01T08:00:00", ["11-30T08:00", "12-31T08:00"]),
    ("FREQ=MONTHLY", "2026-01-31T08:00:00", ["12-31T08:00", "01-31T08:00", "03-31T08:00"]),
    ("FREQ=YEARLY", "2024-02-29T08:00:00", ["02-29T08:00", "02-29T08:00"]),
    ("FREQ=YEARLY;BYMONTH=12;BYDAY=2MO", "2024-02-29T08:00:00", ["12-14T08:00"]),
    ("FREQ=HOURLY;INTERVAL=5", "2026-11-27T08:00:00", ["11-27T13:00", "11-27T18:00"]),
    # phase kept from the last drink, day after day
    (WINDOW, "2026-11-27T10:10:00", ["11-27T10:10", "11-27T11:40", "11-27T13:10", "11-27T14:40",
     "11-27T16:10", "11-27T17:40", "11-28T10:10"]),
    # a window beyond midnight
    ("FREQ=MINUTELY;INTERVAL=100;BYHOUR=22,23,0,1", "2026-11-27T21:00:00",
     ["11-27T22:40", "11-28T00:20", "11-28T22:00", "11-28T23:40", "11-29T01:20", "11-29T23:00"]),
    ("FREQ=MINUTELY;INTERVAL=120;BYHOUR=9,10,11;BYDAY=MO", "2026-11-27T09:30:00",
     ["11-30T09:30", "11-30T11:30", "12-07T09:30"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "anchor", "expected"), PLAIN)
def test_a_rule_comes_at_its_times(text: str, anchor: str, expected: list[str]) -> None:
    found = shown(parse(text, anchor, KOLKATA), "2026-11-27T09:00:00", len(expected))
    assert [each[:11] for each in found] == expected


def test_a_step_at_this_very_moment_is_not_later() -> None:
    rule = parse(WINDOW, "2026-11-27T09:00:00", BERLIN)
    now = ms("2026-11-27T09:00:00", BERLIN)
    assert next_time(rule, now) == now + 90 * 60_000
    assert next_time(rule, now - 1) == now


def test_not_before_is_itself_allowed_and_never_brings_forward() -> None:
    rule = parse("FREQ=DAILY", "2026-11-27T08:00:00", BERLIN)
    first, second = ms("2026-11-27T08:00:00", BERLIN), ms("2026-11-28T08:00:00", BERLIN)
    assert next_time(rule, first - 1, first) == first
    assert next_time(rule, first - 1, first + 1) == second
    assert next_time(rule, first, first - 5) == second


def test_nothing_comes_before_the_anchor() -> None:
    rule = parse("FREQ=DAILY", "2026-11-27T08:00:00", BERLIN)
    assert next_time(rule, 0) == next_time(rule, -(10**30)) == ms("2026-11-27T08:00:00", BERLIN)
    assert next_time(rule, 10**30) is None


ENDS = [
    ("FREQ=DAILY;COUNT=1", 1),
    ("FREQ=DAILY;COUNT=3;BYHOUR=8,9", 3),
    ("FREQ=MINUTELY;INTERVAL=30;COUNT=4", 4),
    (f"{WINDOW};COUNT=20", 20),
    ("FREQ=DAILY;UNTIL=20261130T070000Z", 4),
    ("FREQ=DAILY;UNTIL=20261130T065959Z", 3),
    ("FREQ=DAILY;UNTIL=20261130T080000", 4),
    ("FREQ=DAILY;UNTIL=20261130", 4),
    ("FREQ=DAILY;UNTIL=20200101", 0),
    ("FREQ=MINUTELY;INTERVAL=60;UNTIL=20261127T100000", 3),
]


@pytest.mark.parametrize(("text", "number"), ENDS)
def test_a_rule_with_an_end_is_over_after_it(text: str, number: int) -> None:
    rule = parse(text, "2026-11-27T08:00:00", BERLIN)
    assert len(list(upcoming(rule, 0))) == number


NEVER = [
    *(f"FREQ={each};BYMONTHDAY=31;BYMONTH=2" for each in ("YEARLY", "MONTHLY", "DAILY", "HOURLY")),
    "FREQ=MINUTELY;INTERVAL=5;BYMONTHDAY=31;BYMONTH=2",
    "FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2;COUNT=3",
    "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
    "FREQ=HOURLY;INTERVAL=2;BYHOUR=9",
    "FREQ=MONTHLY;INTERVAL=12;BYMONTH=3",
    "FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=20",
    "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29",
]


@pytest.mark.parametrize("text", NEVER)
def test_a_rule_that_never_comes_says_so_at_once(text: str) -> None:
    rule = parse(text, "2026-11-27T08:00:00", BERLIN)
    assert next_time(rule, NOW) is None
    assert milliseconds(rule) < 50


OLD = [
    WINDOW, "FREQ=MINUTELY;INTERVAL=5", "FREQ=DAILY;BYHOUR=8,12,16", "FREQ=WEEKLY;BYDAY=MO,TH",
    "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=YEARLY", "FREQ=HOURLY;INTERVAL=7",
    "FREQ=WEEKLY;COUNT=1000", "FREQ=DAILY;COUNT=1000;BYHOUR=8,9", f"{WINDOW};COUNT=1000",
]  # fmt: skip


@pytest.mark.timed
@pytest.mark.parametrize("text", OLD)
def test_an_anchor_of_ten_years_ago_costs_little(text: str) -> None:
    assert milliseconds(parse(text, "2016-11-27T08:00:00", BERLIN)) < 20


def milliseconds(rule: Rule) -> float:
    took = []
    for _ in range(7):
        # Of this thread: what the machine does beside it is not the rule's cost.
        begin = time.thread_time()
        next_time(rule, NOW)
        took.append((time.thread_time() - begin) * 1000)
    return statistics.median(took)


ABSURD = [
    ("", "leave out ''"), ("FREQ=SECONDLY", "FREQ is one of YEARLY"), ("BYDAY=MO", "FREQ is"),
    ("FREQ=DAILY;FREQ=DAILY", "write FREQ once"), ("freq=daily", "leave out 'freq'"),
    ("FREQ=DAILY;BYSETPOS=1", "leave out 'BYSETPOS'; it may have FREQ"),
    ("FREQ=DAILY;BYSECOND=1", "leave out"), ("RRULE:FREQ=DAILY", "leave out"),
    ("FREQ=DAILY\nDTSTART=1", "FREQ is one of"), ("FREQ=DAILY;\u202e=1", "leave out '\\u202e'"),
    ("FREQ=DAILY;", "leave out ''"),
    ("FREQ=MINUTELY", "INTERVAL is a whole number from 5 to 1440 with MINUTELY"),
    ("FREQ=MINUTELY;INTERVAL=4", "INTERVAL"), ("FREQ=DAILY;INTERVAL=0", "INTERVAL"),
    ("FREQ=DAILY;INTERVAL=٣", "INTERVAL"), ("FREQ=YEARLY;INTERVAL=11", "INTERVAL"),
    ("FREQ=DAILY;COUNT=1001", "COUNT is a whole number from 1 to 1000"),
    ("FREQ=DAILY;COUNT=-1", "COUNT"), ("FREQ=DAILY;COUNT=2;UNTIL=20270101", "leave one out"),
    ("FREQ=DAILY;UNTIL=20270231", "UNTIL is a real date such as"), ("FREQ=DAILY;UNTIL=0", "UNTIL"),
    ("FREQ=DAILY;BYHOUR=24", "BYHOUR lists whole numbers from 0 to 23"),
    ("FREQ=DAILY;BYHOUR=", "BYHOUR"), ("FREQ=DAILY;BYHOUR=8,8", "BYHOUR lists each value once"),
    ("FREQ=DAILY;BYHOUR=-1", "BYHOUR"), ("FREQ=DAILY;BYMINUTE=60", "BYMINUTE"),
    ("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY lists whole numbers from -31 to 31 without 0"),
    ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY"), ("FREQ=DAILY;BYMONTH=13", "BYMONTH"),
    ("FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY goes with another FREQ"),
    ("FREQ=WEEKLY;BYDAY=XX", "BYDAY lists"), ("FREQ=WEEKLY;BYDAY=1MO", "BYDAY such as 2MO goes"),
    ("FREQ=MONTHLY;BYDAY=6MO", "BYDAY lists"), ("FREQ=YEARLY;BYDAY=1MO", "with YEARLY and BYMONTH"),
    ("FREQ=DAILY;WKST=1", "WKST is one of"), ("FREQ=MINUTELY;INTERVAL=5;BYMINUTE=0", "BYMINUTE"),
    ("FREQ=DAILY;BYMINUTE=0,4", "at least 5 minutes"), ("FREQ=HOURLY;BYMINUTE=0,58", "5 minutes"),
    ("FREQ=DAILY;BYHOUR=8,9;BYMINUTE=0,58", "5 minutes"),
    ("FREQ=DAILY;BYHOUR=23,0;BYMINUTE=1,58", "5 minutes"),
    ("FREQ=DAILY" + ";BYHOUR=" + "1," * 200, "shorten it to 300 signs"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "remedy"), ABSURD)
def test_an_absurd_rule_is_refused_with_field_and_remedy(text: str, remedy: str) -> None:
    with pytest.raises(RuleError) as refused:
        parse(text, "2026-11-27T08:00:00", BERLIN)
    assert str(refused.value).startswith("rule: ")
    assert remedy in str(refused.value)


@pytest.mark.parametrize(
    "anchor", ["", "2026-11-27", "2026-02-30T08:00:00", "2026-11-27T08:00:00Z",
               "1600-01-01T08:00:00", "2026-11-27 08:00:00", "2026-11-27T24:00:01",
               "２026-11-27T08:00:00"]
)  # fmt: skip
def test_an_absurd_anchor_is_refused(anchor: str) -> None:
    with pytest.raises(RuleError, match=r"^anchor: write a real local time"):
        parse("FREQ=DAILY", anchor, BERLIN)


@pytest.mark.parametrize("zone", ["", "Berlin", "europe/berlin", "../etc/passwd", "Factory", "\0"])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(RuleError, match=r"^zone: name a zone of the IANA list"):
        parse("FREQ=DAILY", "2026-11-27T08:00:00", zone)


def test_every_known_zone_can_be_opened() -> None:
    assert len(zones.known()) > 400
    for zone in zones.known():
        assert next_time(parse("FREQ=DAILY", "2026-11-27T08:00:00", zone), NOW)


def lists(low: int, high: int, size: int = 4) -> st.SearchStrategy[str]:
    numbers = st.lists(st.integers(low, high), min_size=1, max_size=size, unique=True)
    return numbers.map(lambda each: ",".join(map(str, each)))


DAY_LISTS = st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]),
                     min_size=1, max_size=4, unique=True).map(",".join)  # fmt: skip
PARTS = {
    "INTERVAL": st.integers(1, 6).map(str),
    "BYDAY": DAY_LISTS,
    "BYHOUR": lists(0, 23),
    "BYMINUTE": st.sampled_from(["0", "7", "0,30", "5,20,50"]),
    "BYMONTH": lists(1, 12),
    "BYMONTHDAY": lists(1, 31, 9),
    "WKST": st.sampled_from(["MO", "SU", "WE"]),
    "COUNT": st.integers(1, 60).map(str),
}
WALL_ANCHORS = st.datetimes(datetime(2015, 1, 1), datetime(2027, 1, 1)).map(  # noqa: DTZ001
    lambda each: each.replace(microsecond=0)
)
ZONES = st.sampled_from([BERLIN, NEW_YORK, LORD_HOWE, KOLKATA])


@st.composite
def texts(draw: st.DrawFn, frequencies: tuple[str, ...]) -> str:
    frequency = draw(st.sampled_from(frequencies))
    unfit = {"WEEKLY": {"BYMONTHDAY"}, "MINUTELY": {"BYMINUTE"}}.get(frequency, set())
    names = draw(st.sets(st.sampled_from(sorted(set(PARTS) - unfit))))
    values = {name: draw(PARTS[name]) for name in sorted(names)}
    if frequency == "MINUTELY":
        values["INTERVAL"] = str(draw(st.integers(5, 1440)))
    return ";".join(f"{name}={value}" for name, value in {"FREQ": frequency, **values}.items())


@settings(max_examples=150, deadline=None)
@given(texts(("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY")), WALL_ANCHORS)
def test_without_clock_changes_times_are_those_of_dateutil(text: str, anchor: datetime) -> None:
    rule = parse(text, anchor.isoformat(), "UTC")
    found = list(islice(upcoming(rule, 0), 12))
    if not found:
        return  # dateutil would search for a rule that never comes until the year 9999
    expected = islice(rrulestr(text, dtstart=anchor), len(found))
    assert found == [ms(each.isoformat()) for each in expected]


@settings(max_examples=60, deadline=None)
@given(texts(("MONTHLY", "WEEKLY", "DAILY")), WALL_ANCHORS, ZONES, st.integers(0, 400))
def test_from_the_middle_times_are_those_of_dateutil(
    text: str, anchor: datetime, zone: str, later: int
) -> None:
    rule = parse(text, anchor.isoformat(), zone)
    after = anchor + timedelta(days=later)
    found = list(islice(upcoming(rule, ms(after.isoformat(), zone)), 3))
    if not found:
        return
    walls = rrulestr(text, dtstart=anchor)
    about = islice(walls.xafter(after - timedelta(days=2), inc=True), 80)
    moments = {ms(each.isoformat(), zone) for each in about}
    # No further ahead is looked, whatever may still come.
    first, last = (ms(each.isoformat(), zone) for each in (after, after + schedule.AHEAD))
    assert found == sorted(each for each in moments if first < each <= last)[:3]


@settings(max_examples=150, deadline=None)
@given(
    texts(("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY")),
    WALL_ANCHORS,
    ZONES,
    st.integers(ms("2015-01-01T00:00:00"), ms("2030-01-01T00:00:00")),
    st.integers(0, 10**10),
)
def test_the_next_time_is_later_an_occurrence_and_monotone(
    text: str, anchor: datetime, zone: str, after: int, more: int
) -> None:
    rule = parse(text, anchor.isoformat(), zone)
    found, later = next_time(rule, after), next_time(rule, after + more)
    if found is None:
        assert later is None
        return
    assert found > after
    assert next_time(rule, found - 1) == found
    assert later is None or later >= found
    assert later == found or found <= after + more
    assert next_time(rule, after, found) == found


@settings(max_examples=100, deadline=None)
@given(st.integers(5, 1440), lists(0, 23, 9), WALL_ANCHORS, ZONES)
def test_steps_are_whole_intervals_from_the_anchor_and_in_the_window(
    interval: int, hours: str, anchor: datetime, zone: str
) -> None:
    text = f"FREQ=MINUTELY;INTERVAL={interval};BYHOUR={hours}"
    found = list(islice(upcoming(parse(text, anchor.isoformat(), zone), 0), 20))
    origin = ms(anchor.isoformat(), zone)
    for each in found:
        assert (each - origin) % (interval * 60_000) == 0
        moment = datetime.fromtimestamp(each / 1000, ZoneInfo(zone))
        assert str(moment.hour) in hours.split(",")
    for one, next_one in pairwise(found):
        between = range(one + interval * 60_000, next_one, interval * 60_000)
        clocks = (datetime.fromtimestamp(each / 1000, ZoneInfo(zone)) for each in between)
        assert all(str(each.hour) not in hours.split(",") for each in clocks)


SIGNS = st.text(st.sampled_from("FREQ=DAILYMNUTHOBSWKG;,0123456789-+Z"), max_size=60)
ODD_PARTS = st.builds("{}={}".format, st.sampled_from([*PARTS, "UNTIL", "FREQ"]),
                      st.one_of(SIGNS, lists(-40, 400), DAY_LISTS))  # fmt: skip
FREQUENCIES = st.sampled_from(
    ["FREQ=YEARLY", "FREQ=MONTHLY", "FREQ=WEEKLY", "FREQ=DAILY", "FREQ=HOURLY",
     *(f"FREQ=MINUTELY;INTERVAL={each}" for each in (5, 90, 719, 1439))]
)  # fmt: skip
FREQUENCY_AND_PARTS = st.builds(
    lambda frequency, parts: ";".join([frequency, *parts]), FREQUENCIES, st.lists(ODD_PARTS)
)


@pytest.mark.timed
@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), SIGNS, FREQUENCY_AND_PARTS), ZONES)
def test_no_text_breaks_or_hangs(text: str, zone: str) -> None:
    try:
        rule = parse(text, "2016-11-27T08:00:00", zone)
    except RuleError:
        return
    begin = time.perf_counter()
    next_time(rule, NOW)
    assert time.perf_counter() - begin < 1
