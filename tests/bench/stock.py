"""A database full of phones with reminders such as our pages make, due when it is wanted."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, bindparam, insert, update

from tests.bench import limit
from tests.bench.sink import Sink
from webapp.reminders.models import device, reminder
from webapp.reminders.recurrence import WEEKDAYS

AT_ONCE = 5000
DAY = 24 * 3600 * 1000
# Other keys for each phone would cost minutes, and a worker keeps none of them.
KEYS = 500
# More than the eight that ZoneInfo keeps by itself.
ZONES = (
    "Europe/Berlin",
    "Asia/Shanghai",
    "Africa/Cairo",
    "America/New_York",
    "Asia/Riyadh",
    "Australia/Sydney",
    "Europe/London",
    "Europe/Paris",
    "Asia/Hong_Kong",
    "Asia/Dubai",
    "Asia/Taipei",
    "America/Los_Angeles",
    "Europe/Zurich",
    "Africa/Casablanca",
    "Asia/Singapore",
    "America/Toronto",
    "Europe/Vienna",
    "Asia/Baghdad",
    "America/Sao_Paulo",
    "Asia/Kolkata",
    "Pacific/Auckland",
    "Europe/Madrid",
    "Asia/Beirut",
)
LANGUAGES = ("en", "ar", "zh-hans")
INTERVALS = (45, 60, 75, 90, 120)


def fill(engine: Engine, many: int, sink: Sink, now: int) -> None:
    """Phones numbered from 1 on with a reminder each, none of them due before tomorrow."""
    keys = [_base64url(limit.point(limit.key())) for _ in range(KEYS)]
    for first in range(1, many + 1, AT_ONCE):
        numbers = range(first, min(first + AT_ONCE, many + 1))
        with engine.begin() as connection:
            phones = [_phone(each, sink, keys[each % KEYS], now) for each in numbers]
            connection.execute(insert(device), phones)
            far = [_reminder(each, now + DAY + each * 1000, now) for each in numbers]
            connection.execute(insert(reminder), far)


def make_due(engine: Engine, moments: Mapping[int, int], now: int) -> None:
    """The reminders with these numbers become due at these moments, whole seconds."""
    change = update(reminder).where(reminder.c.number == bindparam("of"))
    rows = [_times(number, at, now) | {"of": number} for number, at in moments.items()]
    with engine.begin() as connection:
        connection.execute(change, rows)


def _phone(number: int, sink: Sink, p256dh: str, now: int) -> dict[str, Any]:
    return {
        "id": _name(number),
        "secret": secrets.token_bytes(32),
        "endpoint": sink.endpoint(str(number)),
        "p256dh": p256dh,
        "auth": _base64url(secrets.token_bytes(16)),
        "zone": _zone(number),
        "language": LANGUAGES[number % len(LANGUAGES)],
        "origin": "https://limber.example",
        "seen_at": now,
    }


def _reminder(number: int, at: int, now: int) -> dict[str, Any]:
    of_phone = {"number": number, "device_id": _name(number), "id": secrets.token_hex(8)}
    return of_phone | _times(number, at, now) | {"tries": 0}


def _times(number: int, at: int, now: int) -> dict[str, Any]:
    """A rule, and an anchor from which it is due at this moment."""
    rule, anchor = _rule(number, datetime.fromtimestamp(at / 1000, UTC))
    started = anchor.astimezone(ZoneInfo(_zone(number))).replace(tzinfo=None)
    text = started.isoformat(timespec="seconds")
    return {"rule": rule, "anchor": text, "next_at": at, "ready_at": at, "planned_at": now}


def _rule(number: int, due: datetime) -> tuple[str, datetime]:
    """Six of ten are about drinks, three about a routine, one comes once, as `due.js` says it."""
    wall = due.astimezone(ZoneInfo(_zone(number)))
    match number % 10:
        case 0:
            return "FREQ=DAILY;COUNT=1", due
        case 1 | 2 | 3:
            weekdays = sorted({wall.weekday(), number % 7, (number + 3) % 7})
            on = ",".join(WEEKDAYS[each] for each in weekdays)
            weekly = f"FREQ=WEEKLY;BYDAY={on};BYHOUR={wall.hour};BYMINUTE={wall.minute}"
            return weekly, due - timedelta(weeks=number % 9)
    minutes = INTERVALS[number // 10 % len(INTERVALS)]
    hours = sorted((wall.hour - number % 5 + each) % 24 for each in range(12))
    by_hour = ",".join(map(str, hours))
    rule = f"FREQ=MINUTELY;INTERVAL={minutes};BYHOUR={by_hour}"
    return rule, due - timedelta(minutes=minutes) * (number % 6)


def _zone(number: int) -> str:
    return ZONES[number % len(ZONES)]


def _name(number: int) -> str:
    return f"{number:022}"


def _base64url(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()
