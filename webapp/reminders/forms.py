"""What a phone puts, checked field by field; nothing of it is stored before all of it is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from webapp.locales import LANGUAGES
from webapp.reminders import encryption, endpoints, zones
from webapp.reminders.encryption import SubscriptionError
from webapp.reminders.endpoints import EndpointError
from webapp.reminders.schedule import RuleError, parse
from webapp.reminders.store import Subscription, Wish

MOST = 50
# Signs of what is told: an unknown field may have any name.
LONGEST_FAULT, LONGEST_FIELD = 300, 60
# Milliseconds until the year 2100.
LAST = 4_102_444_800_000

Secret = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{22,128}$")]


class FormError(ValueError):
    """What a phone put cannot be used; the message is `field: what to do`."""


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Keys(_Form):
    """What a browser states its keys as."""

    p256dh: str = Field(max_length=120)
    auth: str = Field(max_length=40)


class SubscriptionForm(_Form):
    """A `PushSubscription` as its `toJSON` writes it."""

    endpoint: str = Field(max_length=endpoints.LONGEST)
    keys: Keys
    expirationTime: float | None = None  # noqa: N815 the browser's name


class ReminderForm(_Form):
    """One reminder: when, and nothing of what about."""

    id: str = Field(pattern=r"^[a-z0-9-]{1,40}$")
    rule: str = Field(max_length=300)
    anchor: str = Field(max_length=19)
    notBefore: int | None = Field(None, ge=0, le=LAST)  # noqa: N815 as JavaScript writes it


class DeviceForm(_Form):
    """All that a phone puts."""

    subscription: SubscriptionForm | None
    zone: str = Field(max_length=64)
    language: str = Field(max_length=16)
    feed: Secret | None
    reminders: list[ReminderForm] = Field(max_length=MOST)


@dataclass(frozen=True)
class Asked:
    """The same, understood."""

    subscription: Subscription | None
    zone: str
    language: str
    feed: str | None
    wishes: Sequence[Wish]


def read(body: bytes, hosts: Sequence[str]) -> Asked:
    """Raises FormError for the first field that is wrong."""
    try:
        form = DeviceForm.model_validate_json(body)
    except ValidationError as error:
        raise FormError(_fault(dict(error.errors()[0]))) from None
    if form.zone not in zones.known():
        raise FormError("zone: name a zone of the IANA list, such as Europe/Berlin")
    if form.language not in [language.prefix for language in LANGUAGES]:
        prefixes = ", ".join(language.prefix for language in LANGUAGES)
        raise FormError(f"language: choose one of {prefixes}")
    to = _subscription(form.subscription, hosts) if form.subscription else None
    return Asked(to, form.zone, form.language, form.feed, _wishes(form))


def _fault(item: Mapping[str, Any]) -> str:
    field = ".".join(map(str, item["loc"]))[:LONGEST_FIELD] or "body"
    return f"{field}: {str(item['msg'])[:1].lower()}{str(item['msg'])[1:]}"[:LONGEST_FAULT]


def _subscription(form: SubscriptionForm, hosts: Sequence[str]) -> Subscription:
    try:
        endpoints.check(form.endpoint, hosts)
    except EndpointError as error:
        raise FormError(f"subscription.{error}") from None
    try:
        encryption.keys(form.keys.p256dh, form.keys.auth)
    except SubscriptionError as error:
        raise FormError(f"subscription.keys.{error}") from None
    return Subscription(form.endpoint, form.keys.p256dh, form.keys.auth)


def _wishes(form: DeviceForm) -> list[Wish]:
    for name, count in Counter(each.id for each in form.reminders).items():
        if count > 1:
            raise FormError(f"reminders: {name} is there {count} times; name each once")
    return [_wish(number, each, form.zone) for number, each in enumerate(form.reminders)]


def _wish(number: int, form: ReminderForm, zone: str) -> Wish:
    try:
        return Wish(form.id, parse(form.rule, form.anchor, zone), form.notBefore)
    except RuleError as error:
        raise FormError(f"reminders.{number}.{error}") from None
