"""What is right: documents that parsers take as they are, to be changed a little."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.share.people import whole
from tests.soak.inputs.chance import ATTRIBUTE, TAG
from webapp.locales import LANGUAGES

# A point of P-256, as every browser's key is one, and a secret of sixteen bytes.
P256DH = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
AUTH = "BTBZMqHH6r4Tts7J_aSIgg"
SECRETS = [f"{letter * 22}" for letter in "abcdefghijklmnop"]
DEVICES = [f"{letter * 22}" for letter in "ABCDEFGHIJKLMNOP"]
ZONES = ["UTC", "Europe/Berlin", "Australia/Lord_Howe", "America/St_Johns", "Pacific/Apia"]
FREQUENCIES = [
    *("FREQ=YEARLY", "FREQ=MONTHLY", "FREQ=WEEKLY", "FREQ=DAILY", "FREQ=HOURLY"),
    *(f"FREQ=MINUTELY;INTERVAL={each}" for each in (5, 90, 719, 1439)),
]
PARTS = [
    *("INTERVAL=3", "COUNT=1000", "UNTIL=20271231T215900Z", "UNTIL=20261128", "WKST=SU"),
    *("BYDAY=MO,WE", "BYDAY=2MO,-1FR", "BYHOUR=7,12,21", "BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11"),
    *("BYMINUTE=0,30", "BYMONTHDAY=29,30,31,-1", "BYMONTHDAY=31", "BYMONTH=2", "BYMONTH=1,2,12"),
]
ANCHORS = [
    "1970-01-01T00:00:00",
    "2026-11-26T08:00:00",
    "2016-02-29T02:30:00",
    "2199-12-31T23:59:59",
]


def routine(chance: Random) -> dict[str, Any]:
    """With words that must come out of every page as they went in."""
    document = whole()
    for name in chance.sample(("title", "whatFor", "notes"), 2):
        document[name] = chance.choice((f"A {TAG}", f"B{ATTRIBUTE}", "C {{7*7}} %(x)s & </script>"))
    document["steps"][0]["note"] = chance.choice(("", TAG, ATTRIBUTE))
    return document


def rule(chance: Random) -> str:
    parts = chance.sample(PARTS, chance.choice((0, 1, 1, 2, 3)))
    return ";".join([chance.choice(FREQUENCIES), *parts])


def reminder(chance: Random, name: str = "drink") -> dict[str, Any]:
    return {
        "id": name,
        "rule": rule(chance),
        "anchor": chance.choice(ANCHORS),
        "notBefore": chance.choice((None, 0, 1_795_000_000_000)),
    }


def device(chance: Random, feed: str | None = None) -> dict[str, Any]:
    count = chance.choice((0, 1, 2, 3)) if chance.random() < 0.95 else 50
    return {
        "subscription": chance.choice((None, subscription(chance))),
        "zone": chance.choice(ZONES),
        "language": chance.choice(LANGUAGES).prefix,
        "feed": feed,
        "reminders": [reminder(chance, f"r{number}") for number in range(count)],
    }


def subscription(chance: Random) -> dict[str, Any]:
    host = chance.choice(("fcm.googleapis.com", "web.push.apple.com", "wns2.notify.windows.com"))
    return {
        "endpoint": f"https://{host}/send/abc:DEF-123",
        "keys": {"p256dh": P256DH, "auth": AUTH},
        "expirationTime": None,
    }
