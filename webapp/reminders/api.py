"""What phones ask of the server about reminders, from its own pages only, and calendars."""

from __future__ import annotations

import asyncio
import re
from functools import cached_property
from http import HTTPStatus
from threading import BoundedSemaphore
from typing import NoReturn
from urllib.parse import urlsplit

from flask import Blueprint, Flask, Response, current_app, jsonify, make_response, request
from sqlalchemy import Engine

from webapp import counters
from webapp.api import SECRET, Fault, bearer, guard, json_body
from webapp.clock import Clock
from webapp.config import Config
from webapp.counters import Counters
from webapp.reminders import feed, forms, messages, store, vapid
from webapp.reminders.decisions import GRACE
from webapp.reminders.encryption import SubscriptionError
from webapp.reminders.endpoints import EndpointError
from webapp.reminders.forms import FormError
from webapp.reminders.sender import Message, Outcome, Sender
from webapp.reminders.store import Device, FeedTakenError, NotYoursError, Subscription, Wanted
from webapp.reminders.vapid import Vapid
from webapp.security import Allowance

# Without a language in its addresses, and so a blueprint of its own.
api = Blueprint("reminders_api", __name__, url_prefix="/api/reminders")
# Calendar programs send nothing but the address.
guard(api, public=["calendar"])

KEY = "limber.reminders"
# Of one address: each makes rows or asks a push service.
RATE = "30 per minute"
# Devices that are new here, of one network: each may keep fifty reminders for two months.
NEWCOMERS = "60 per hour"
# Tests at once: each holds one of the eight threads that answer, as long as a push service takes.
TESTS = 2
DEVICE = re.compile(r"[A-Za-z0-9_-]{22}")
ORIGIN = re.compile(r"https?://[a-z0-9.\-\[\]:]{1,200}")
NO_PUSH = "this server sends no messages; whoever runs it has to set LIMBER_CONTACT"


class Push:
    """What one running app needs to answer and to send."""

    def __init__(self, config: Config, engine: Engine, counters: Counters) -> None:
        self.config = config
        self.engine = engine
        self.clock = Clock()
        self.allowance = Allowance(RATE, counters, of="reminders")
        self.newcomers = Allowance(NEWCOMERS, counters, of="newcomers")
        self.tests = BoundedSemaphore(TESTS)

    @cached_property
    def subject(self) -> str | None:
        return messages.subject(self.config)

    @cached_property
    def vapid(self) -> Vapid:
        return vapid.load_or_create(self.config.push_key)

    def send(self, message: Message) -> Outcome:
        """One message at once, over a connection of its own; the worker keeps its connections."""
        return asyncio.run(self._send(message, self.subject or refuse_push()))

    async def _send(self, message: Message, subject: str) -> Outcome:
        sender = Sender(self.vapid, subject, self.config.push_services)
        try:
            return await sender.send(message)
        finally:
            await sender.close()


def init_app(app: Flask, config: Config) -> None:
    engine, counted = app.extensions["limber.database"], app.extensions[counters.KEY]
    app.extensions[KEY] = Push(config, engine, counted)


def push() -> Push:
    found: Push = current_app.extensions[KEY]
    return found


@api.get("/key")
def key() -> Response:
    """What a phone subscribes to. With no contact there is none: push services would refuse us."""
    return jsonify(key=_key(), ready=push().subject is not None)


def _key() -> str | None:
    return push().vapid.public_key if push().subject else None


@api.put("/<device>")
def put(device: str) -> Response:
    """Answers `next`, the time of each reminder; `seen`, the server's time; `ended` and `key`.

    `ended` is true when the push service has ended the very subscription that was put. All else
    was stored, nothing is pushed, and the phone should unsubscribe, subscribe to `key` and put
    again.
    """
    push().allowance.take()
    body, secret, now = json_body(), _secret(), push().clock.now()
    asked = forms.read(body, push().config.push_services)
    if asked.subscription and push().subject is None:
        raise Fault(HTTPStatus.CONFLICT, f"subscription: {NO_PUSH}")
    phone = Device(_device(device), asked.subscription, asked.zone, asked.language, _origin())
    wanted = Wanted(phone, secret, asked.feed, asked.wishes)
    if not store.is_known(push().engine, phone.id):
        push().newcomers.take()
    stored = store.put(push().engine, wanted, now)
    return jsonify(next=stored.next, seen=now, ended=stored.ended, key=_key())


@api.post("/<device>/test")
def test(device: str) -> Response:
    push().allowance.take()
    phone = store.get(push().engine, _device(device), _secret())
    if phone is None or phone.subscription is None:
        status = HTTPStatus.CONFLICT if phone else HTTPStatus.NOT_FOUND
        raise Fault(status, "subscription: there is none; switch push on first")
    if not push().tests.acquire(blocking=False):
        raise Fault(HTTPStatus.SERVICE_UNAVAILABLE, "subscription: others test too; try again")
    try:
        return _try(phone, phone.subscription)
    finally:
        push().tests.release()


def _try(phone: Device, to: Subscription) -> Response:
    now = push().clock.now()
    try:
        outcome = push().send(messages.message(phone, to, messages.TEST, GRACE // 1000))
    except (EndpointError, SubscriptionError) as error:
        raise Fault(HTTPStatus.CONFLICT, f"subscription.{error}") from None
    if outcome.gone:
        store.forget_subscription(push().engine, phone.id, to.endpoint)
        raise Fault(HTTPStatus.GONE, "subscription: it is over; switch push on again")
    if outcome.fault:
        said = f"subscription: the push service did not take it ({outcome.fault}); try again later"
        raise Fault(HTTPStatus.BAD_GATEWAY, said)
    return jsonify(sent=now)


@api.delete("/<device>")
def delete(device: str) -> tuple[str, HTTPStatus]:
    store.forget(push().engine, _device(device), _secret())
    return "", HTTPStatus.NO_CONTENT


@api.get("/<secret>.ics")
def calendar(secret: str) -> Response:
    """For calendar programs, which send nothing but the address."""
    push().allowance.take()
    now = push().clock.now()
    found = store.feed(push().engine, secret, now) if SECRET.fullmatch(secret) else None
    if found is None:
        raise Fault(HTTPStatus.NOT_FOUND, "address: no device has this calendar; copy it again")
    phone, rules = found
    words = feed.Words(messages.title(messages.language(phone)))
    body = feed.calendar(rules, words, lambda name: messages.address(phone, name), now)
    answer = make_response(body)
    answer.headers["Content-Type"] = "text/calendar; charset=utf-8"
    answer.headers["Content-Disposition"] = 'inline; filename="limber.ics"'
    return answer


def _origin() -> str:
    """Where messages lead to: the operator's address, else that of the page which asked."""
    given = push().config.origin or request.headers.get("Origin") or request.host_url.rstrip("/")
    if not ORIGIN.fullmatch(given) or not _has_host(given):
        raise Fault(HTTPStatus.BAD_REQUEST, "Origin: send that of the page")
    return given


def _has_host(origin: str) -> bool:
    try:
        return bool(urlsplit(origin).hostname)
    except ValueError:  # brackets that hold no IPv6
        return False


def _device(text: str) -> str:
    if not DEVICE.fullmatch(text):
        raise Fault(HTTPStatus.BAD_REQUEST, "device: must be 22 url-safe signs")
    return text


def _secret() -> str:
    return bearer("device's")


def refuse_push() -> NoReturn:
    raise Fault(HTTPStatus.CONFLICT, f"subscription: {NO_PUSH}")


@api.errorhandler(FormError)
def _answer_form(fault: FormError) -> tuple[Response, HTTPStatus]:
    return jsonify(fault=str(fault)), HTTPStatus.BAD_REQUEST


@api.errorhandler(NotYoursError)
def _answer_stranger(_: NotYoursError) -> tuple[Response, HTTPStatus]:
    return jsonify(fault="Authorization: not the secret of this device"), HTTPStatus.FORBIDDEN


@api.errorhandler(FeedTakenError)
def _answer_taken(_: FeedTakenError) -> tuple[Response, HTTPStatus]:
    return jsonify(fault="feed: another device has it; choose a new one"), HTTPStatus.CONFLICT
