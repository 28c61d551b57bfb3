"""Devices and their reminders, as phones and calendars put, read and delete them."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, RowMapping, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError

from webapp.reminders.models import device, reminder
from webapp.reminders.schedule import Rule, next_time

DAY = 24 * 3600 * 1000
# After so long without a word from phone or calendar nobody wants them any more.
KEPT = 60 * DAY
# Devices that are forgotten at a time: others wait for the database meanwhile.
FORGOTTEN = 500


class NotYoursError(Exception):
    """The secret is not that of the device."""


class FeedTakenError(Exception):
    """Another device has this secret for its calendar."""


@dataclass(frozen=True)
class Subscription:
    """Where the browser takes pushes, and the keys that only its phone can open them with."""

    endpoint: str
    p256dh: str
    auth: str


@dataclass(frozen=True)
class Device:
    """A phone, as the server knows it."""

    id: str
    subscription: Subscription | None
    zone: str
    language: str
    origin: str


@dataclass(frozen=True)
class Wish:
    """A reminder as the phone wants it."""

    id: str
    rule: Rule
    not_before: int | None


@dataclass(frozen=True)
class Wanted:
    """All that a phone puts at once."""

    phone: Device
    secret: str
    feed: str | None
    wishes: Sequence[Wish]


@dataclass(frozen=True)
class Stored:
    """What became of it: when each reminder is next, and whether the subscription is over."""

    next: Mapping[str, int | None]
    ended: bool


def put(engine: Engine, wanted: Wanted, now: int) -> Stored:
    """Make or replace a device with all its reminders, whole or not at all."""
    fresh = {wish.id: _row(wanted.phone, wish, now) for wish in wanted.wishes}
    if wanted.phone.subscription:
        _free(engine, wanted.phone.subscription, wanted.phone.id)
    try:
        with engine.begin() as connection:
            return _put(connection, wanted, fresh, now)
    except IntegrityError:
        raise FeedTakenError from None


def _free(engine: Engine, to: Subscription, newest: str) -> None:
    """A browser that lost its store comes with a new name, which then has its subscription alone.

    By its secret too: whoever knows only the address must not silence its owner. Each device in a
    transaction of its own: of two that lock several each may wait for the other.
    """
    same = (device.c.endpoint == to.endpoint, device.c.auth == to.auth)
    with engine.connect() as connection:
        asked = select(device.c.id).where(*same, device.c.id != newest)
        others = connection.execute(asked).scalars().all()
    for other in others:
        with engine.begin() as connection:
            _silence(connection, other, *same)


def _put(
    connection: Connection, wanted: Wanted, fresh: Mapping[str, dict[str, Any]], now: int
) -> Stored:
    before = _take(connection, wanted, now)
    phone, ended = wanted.phone, _has_ended(wanted.phone, before)
    if ended:
        phone = replace(phone, subscription=None)
    feed = wanted.feed and digest(wanted.feed)
    change = update(device).where(device.c.id == phone.id)
    connection.execute(change.values(**_columns(phone), feed=feed, seen_at=now))
    _replace(connection, phone, fresh, same_zone=before["zone"] == phone.zone)
    return Stored({row.id: row.next_at for row in _reminders(connection, phone.id)}, ended)


def _take(connection: Connection, wanted: Wanted, now: int) -> RowMapping:
    """The device's row, made when missing and locked; of two that put at once one waits.

    Writes first, so that SQLite too has its lock before anything is read.
    """
    phone = wanted.phone
    new = {**_columns(phone), "id": phone.id, "secret": digest(wanted.secret), "seen_at": now}
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    connection.execute(dialect.insert(device).values(**new).on_conflict_do_nothing())
    found = _find(connection, phone.id, wanted.secret)
    # When it was deleted between the two it is made anew.
    return found or _take(connection, wanted, now)


def _find(connection: Connection, device_id: str, secret: str) -> RowMapping | None:
    """The device, if this is its secret."""
    asked = select(device).where(device.c.id == device_id).with_for_update()
    found = connection.execute(asked).mappings().one_or_none()
    if found is not None and not hmac.compare_digest(found["secret"], digest(secret)):
        raise NotYoursError
    return found


def _has_ended(phone: Device, row: RowMapping) -> bool:
    """Whether the phone puts what its push service has ended, which it does not know yet."""
    return phone.subscription is not None and digest(phone.subscription.endpoint) == row["ended"]


def _columns(phone: Device) -> dict[str, str | None]:
    to = phone.subscription
    return {
        "endpoint": to.endpoint if to else None,
        "p256dh": to.p256dh if to else None,
        "auth": to.auth if to else None,
        "zone": phone.zone,
        "language": phone.language,
        "origin": phone.origin,
    }


def _replace(
    connection: Connection, phone: Device, fresh: Mapping[str, dict[str, Any]], *, same_zone: bool
) -> None:
    """One that did not change stays as it is: it may be due this very moment."""
    found = {row.id: row for row in _reminders(connection, phone.id)}
    kept = set()
    if phone.subscription and same_zone:
        kept = {key for key, new in fresh.items() if _is_same(new, found.get(key))}
    others = [row.number for key, row in found.items() if key not in kept]
    if others:
        connection.execute(delete(reminder).where(reminder.c.number.in_(others)))
    unsent = {} if phone.subscription else {"ready_at": None}
    added = [new | unsent for key, new in fresh.items() if key not in kept]
    if added:
        connection.execute(insert(reminder), added)


def _reminders(connection: Connection, device_id: str) -> Sequence[Any]:
    """In the order in which workers lock them too, so that neither waits for the other."""
    asked = select(reminder).where(reminder.c.device_id == device_id).order_by(reminder.c.number)
    return connection.execute(asked.with_for_update()).all()


def _silence(
    connection: Connection, device_id: str, *conditions: ColumnElement[bool], **more: Any
) -> RowMapping | None:
    """Push nothing to a device until it subscribes again; its calendar, if the device is there."""
    its = (device.c.id == device_id, *conditions)
    over = update(device).where(*its).values(endpoint=None, p256dh=None, auth=None, **more)
    found = connection.execute(over.returning(device.c.feed)).mappings().one_or_none()
    if found is not None:
        _reminders(connection, device_id)  # locked in order
        due = update(reminder).where(reminder.c.device_id == device_id)
        connection.execute(due.values(ready_at=None, claim=None))
    return found


def _is_same(new: dict[str, Any], row: Any) -> bool:
    if row is None or row.fault or row.ready_at is None:
        return False
    return all(new[name] == getattr(row, name) for name in ("rule", "anchor", "not_before"))


def _row(phone: Device, wish: Wish, now: int) -> dict[str, Any]:
    next_at = next_time(wish.rule, now, wish.not_before)
    return {
        "device_id": phone.id,
        "id": wish.id,
        "rule": wish.rule.text,
        "anchor": wish.rule.anchor.isoformat(timespec="seconds"),
        "not_before": wish.not_before,
        "next_at": next_at,
        "ready_at": next_at,
        "planned_at": now,
        "tries": 0,
    }


def is_known(engine: Engine, device_id: str) -> bool:
    with engine.connect() as connection:
        asked = select(device.c.id).where(device.c.id == device_id)
        return connection.execute(asked).one_or_none() is not None


def get(engine: Engine, device_id: str, secret: str) -> Device | None:
    """The device, if it is there; NotYoursError for another's."""
    with engine.begin() as connection:
        found = _find(connection, device_id, secret)
    return _device(found) if found else None


def _device(row: RowMapping) -> Device:
    to = None
    if row["endpoint"] is not None:
        to = Subscription(row["endpoint"], row["p256dh"], row["auth"])
    return Device(row["id"], to, row["zone"], row["language"], row["origin"])


def forget(engine: Engine, device_id: str, secret: str) -> None:
    """Delete a device and all of its reminders; one that is not there is deleted already."""
    with engine.begin() as connection:
        if _find(connection, device_id, secret):
            _reminders(connection, device_id)  # locked in order
            connection.execute(delete(device).where(device.c.id == device_id))


def forget_subscription(engine: Engine, device_id: str, endpoint: str) -> bool:
    """The push service knows it no longer: so do we, but for what tells the phone when it asks.

    The reminders go too, unless the calendar is still read. Only while the phone has not
    subscribed anew; says whether anything was forgotten.
    """
    same = device.c.endpoint == endpoint
    with engine.begin() as connection:
        found = _silence(connection, device_id, same, ended=digest(endpoint))
        if found and found["feed"] is None:
            connection.execute(delete(reminder).where(reminder.c.device_id == device_id))
        return found is not None


def feed(engine: Engine, secret: str, now: int) -> tuple[Device, list[tuple[str, Rule]]] | None:
    """The device whose calendar has this secret, and its reminders. Reading it keeps it alive."""
    mine = device.c.feed == digest(secret)
    with engine.begin() as connection:
        found = connection.execute(select(device).where(mine)).mappings().one_or_none()
        if found is None:
            return None
        if found["seen_at"] < now - DAY:
            connection.execute(update(device).where(mine).values(seen_at=now))
        asked = select(reminder).where(reminder.c.device_id == found["id"])
        rows = connection.execute(asked.order_by(reminder.c.id)).all()
    phone = _device(found)
    return phone, [(row.id, rule(row.rule, row.anchor, phone.zone)) for row in rows]


def rule(text: str, anchor: str, zone: str) -> Rule:
    """A stored rule, which was checked before it was stored."""
    return Rule(text, datetime.fromisoformat(anchor), zone)


def forget_silent(engine: Engine, now: int, most: int) -> int:
    """Delete devices that have been silent for too long, at most so many; how many."""
    silent = (
        select(device.c.id)
        .where(device.c.seen_at < now - KEPT)
        .limit(most)
        .with_for_update(skip_locked=True)
        .cte("silent")
    )
    with engine.begin() as connection:
        gone = delete(device).where(device.c.id.in_(select(silent.c.id)))
        return len(connection.execute(gone.returning(device.c.id)).all())


def digest(secret: str) -> bytes:
    """Secrets are random and long, so one round of hashing is enough."""
    return hashlib.sha256(secret.encode()).digest()
