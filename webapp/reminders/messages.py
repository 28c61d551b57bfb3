"""What is pushed: neutral words in the device's language, and where a tap on them leads."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import lru_cache

from webapp.config import Config
from webapp.locales import ENGLISH, LANGUAGES, Language
from webapp.reminders import vapid
from webapp.reminders.sender import Message
from webapp.reminders.store import Device, Subscription

# What declares a message that the browser can show without our worker (Declarative Web Push).
DECLARATIVE = 8030
TOPIC_BYTES = 24
SHORTEST_SECONDS = 60
TEST = "test"

# Made once: `json.dumps` makes one for each message.
_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
# Stands for the name of a reminder where none is known yet: a sign that no text has.
_NAME = "\ue000"
_BY_PREFIX = {each.prefix: each for each in LANGUAGES}


def subject(config: Config) -> str | None:
    """Whom push services can write to; None when that is nobody, and then nothing is sent."""
    return config.contact if vapid.is_contact(config.contact) else None


def message(phone: Device, to: Subscription, reminder: str, seconds: int) -> Message:
    """Of a reminder of this device, for as many seconds as it makes sense."""
    return Message(
        endpoint=to.endpoint,
        p256dh=to.p256dh,
        auth=to.auth,
        payload=_payload(phone, reminder),
        topic=_topic(phone.id, reminder),
        ttl=max(SHORTEST_SECONDS, seconds),
        # It is of this hour: a phone at rest should wake up for it.
        urgency="high",
    )


def _payload(phone: Device, reminder: str) -> bytes:
    quoted = _ENCODER.encode(reminder)
    return quoted[1:-1].join(_around(phone.language, phone.origin)).encode()


@lru_cache(maxsize=64)
def _around(prefix: str, origin: str) -> list[str]:
    """What is said before, between and after the names of a reminder: the same for many."""
    spoken = _spoken(prefix)
    said = {
        "web_push": DECLARATIVE,
        "notification": {
            "title": title(spoken),
            "lang": spoken.tag,
            "dir": spoken.direction,
            # The same each time, so that a later one takes the place of the first.
            "tag": _NAME,
            "navigate": _address(origin, prefix, _NAME),
            "silent": False,
        },
        "mutable": True,
    }
    return _ENCODER.encode(said).split(_NAME)


def language(phone: Device) -> Language:
    return _spoken(phone.language)


def _spoken(prefix: str) -> Language:
    return _BY_PREFIX.get(prefix, ENGLISH)


def title(spoken: Language) -> str:
    """A lock screen is read by others too."""
    return spoken.messages.gettext("Limber: a reminder")


def address(phone: Device, reminder: str) -> str:
    return _address(phone.origin, phone.language, reminder)


def _address(origin: str, prefix: str, reminder: str) -> str:
    return f"{origin}/{prefix}/reminders/#{reminder}"


def _topic(device_id: str, reminder: str) -> str:
    """One for each reminder, which tells the push service nothing of it."""
    digest = hashlib.sha256(f"{device_id} {reminder}".encode()).digest()
    return base64.urlsafe_b64encode(digest[:TOPIC_BYTES]).decode()
