"""The whole way of a notification: switched on, told to the server, pushed, shown, opened."""

from __future__ import annotations

import itertools
import json
import math
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import journal
from tests.browser.conftest import PHONE
from tests.browser.device import PUSH_SECONDS, Device, kept, until
from tests.browser.drinks import ANSWERED
from tests.browser.test_reminders import SHOWN, add, deliver
from tests.reminders.standin import Manner, PushService, Subscription
from tests.serving import Server, serving

# Chromium here has no push service of its maker: what it would hand out is a subscription of ours.
SUBSCRIBE = """subscriptions => {
  const [first, ...others] = subscriptions.map(each => (
    { ...each, toJSON: () => each, unsubscribe: async () => true }
  ));
  let made = first, now = null;
  globalThis.keys = [];
  PushManager.prototype.subscribe = async function ({ applicationServerKey }) {
    keys.push(applicationServerKey);
    now = made;
    made = others.shift() ?? made;
    return now;
  };
  PushManager.prototype.getSubscription = async function () { return now; };
}"""
HAVE = """subscription => {
  const made = { ...subscription, toJSON: () => subscription, unsubscribe: async () => true };
  PushManager.prototype.subscribe = async function () { return made; };
  PushManager.prototype.getSubscription = async function () { return made; };
}"""


@dataclass
class Phone:
    """A device whose server may push to a service of ours."""

    device: Device
    server: Server
    service: PushService
    subscription: Subscription
    another: Subscription
    """What the browser gives out the second time."""
    instance: Path

    def stored(self, page: Page) -> list[str]:
        """The rules that the server has of this device."""
        asked = "SELECT rule FROM reminder WHERE device_id = ?"
        with closing(sqlite3.connect(self.instance / "limber.sqlite3")) as database:
            found = database.execute(asked, [reach(page)["device"]])
            return [rule for (rule,) in found]

    def open(self) -> Page:
        page = self.device.ready("/en/reminders/")
        [worker] = self.device.context.service_workers
        worker.evaluate(HAVE, self.subscription.as_json)
        expect(page.locator("[data-push-on]")).to_be_visible()
        return page

    def message(self) -> dict[str, Any]:
        """The next that the push service has taken."""
        end = time.monotonic() + PUSH_SECONDS
        while time.monotonic() < end:
            if found := self.service.deliver(self.subscription):
                message: dict[str, Any] = found[-1].json
                return message
            time.sleep(0.1)
        raise AssertionError("nothing was pushed")


@dataclass
class World:
    """A server of ours and the push service that it may send to."""

    server: Server
    service: PushService
    instance: Path
    visitors: Iterator[int]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    instance = tmp_path_factory.mktemp("push") / "instance"
    with (
        PushService().running() as service,
        serving(
            instance,
            LIMBER_CONTACT="mailto:club@limber.example",
            LIMBER_PUSH_HOSTS="127.0.0.1",
            LIMBER_WORKER="1",
            TRUSTED_PROXIES="1",
        ) as server,
    ):
        server.wait_for_packs()
        yield World(server, service, instance, itertools.count(1))


@pytest.fixture
def phone(browser: Browser, world: World) -> Iterator[Phone]:
    server, service = world.server, world.service
    # Each from a network of its own: what one network may ask in a minute is for one person.
    network = {"X-Forwarded-For": f"192.0.2.{next(world.visitors)}"}
    with kept(browser, server.address, viewport=PHONE, extra_http_headers=network) as device:
        subscription, another = service.subscribe(), service.subscribe()
        device.context.add_init_script(
            f"({SUBSCRIBE})({json.dumps([subscription.as_json, another.as_json])});"
            "Notification.requestPermission = async () => 'granted';"
        )
        device.context.grant_permissions(["notifications"], origin=device.address)
        yield Phone(device, server, service, subscription, another, world.instance)


def switch_on(page: Page) -> None:
    page.get_by_role("button", name="Switch notifications on").click()
    expect(page.locator("[data-synced]")).to_be_visible()


def change(page: Page, key: list[str | int], values: dict[str, Any]) -> None:
    """Of what the device keeps under a key."""
    page.evaluate(
        """async ([key, values]) => {
          const opening = indexedDB.open("limber");
          const db = await new Promise(ok => (opening.onsuccess = () => ok(opening.result)));
          const store = db.transaction("journal", "readwrite").objectStore("journal");
          const kept = await new Promise(ok => {
            const asked = store.get(key);
            asked.onsuccess = () => ok(asked.result);
          });
          store.put({ ...kept, ...values }, key);
        }""",
        [key, values],
    )


def reach(page: Page) -> dict[str, Any]:
    [found] = [each for each in journal.kept(page) if "secret" in each]
    return found


def test_a_test_is_sent_and_shown_and_both_times_are_said(phone: Phone) -> None:
    page = phone.open()
    switch_on(page)
    page.get_by_role("button", name="Send a test").click()
    message = phone.message()
    notification = message["notification"]
    assert message["web_push"] == 8030
    assert notification["title"] == "Limber: a reminder"
    assert notification["navigate"].startswith(f"{phone.server.address}/en/reminders/")
    deliver(phone.device, page, json.dumps(message))
    expect(page.locator("[data-tested]")).to_contain_text("shown")
    assert [each["title"] for each in page.evaluate(SHOWN)] == ["Limber: a reminder"]


def test_one_in_a_minute_is_pushed_when_it_is_due(phone: Phone) -> None:
    page = phone.open()
    add(page, "once", **{"in": "1"})
    [reminder] = [each for each in journal.kept(page) if "every" in each]
    # So that nobody waits for two minutes: it is for the next.
    soon = 60_000 * math.ceil((time.time() + 3) / 60)
    change(page, ["reminder", reminder["id"]], {"at": soon})
    switch_on(page)
    message = phone.message()
    assert message["notification"]["tag"] == reminder["id"]


def test_a_server_with_another_key_is_subscribed_to_anew(phone: Phone) -> None:
    page = phone.open()
    switch_on(page)
    [key] = page.evaluate("keys")
    change(page, ["reach", 0], {"key": "of-a-server-before"})
    add(page, "routine")
    until(page, lambda: reach(page)["key"] == key)
    expect(page.locator("[data-synced]")).to_be_visible()
    assert page.evaluate("keys") == [key, key]


def test_an_address_that_the_browser_dropped_is_asked_for_again(phone: Phone) -> None:
    page = phone.open()
    switch_on(page)
    page.reload()  # the browser of this test forgets with its page
    until(page, lambda: len(page.evaluate("keys")) == 1)
    page.get_by_role("button", name="Send a test").click()
    assert phone.message()["notification"]["title"] == "Limber: a reminder"


def test_an_address_that_the_push_service_ended_is_replaced(phone: Phone) -> None:
    page = phone.open()
    switch_on(page)
    phone.service.behave(Manner(status=410), only=phone.subscription)
    page.get_by_role("button", name="Send a test").click()
    until(page, lambda: len(page.evaluate("keys")) == 2)
    expect(page.locator("[data-tested]")).to_contain_text("try again")
    page.get_by_role("button", name="Send a test").click()
    until(page, lambda: bool(phone.service.deliver(phone.another)))


def test_where_a_doctor_decides_first_the_server_forgets_drinks_at_once(phone: Phone) -> None:
    page = phone.open()
    page.evaluate(ANSWERED % (time.time() * 1000))
    page.reload()
    add(page, "drink")
    add(page, "routine")
    switch_on(page)
    until(page, lambda: len(phone.stored(page)) == 2)
    assert any("UNTIL=" in rule for rule in phone.stored(page))
    page.goto(f"{phone.device.address}/en/conditions/")
    page.locator("input[value=under-18]").check()
    until(page, lambda: len(phone.stored(page)) == 1)
    assert "WEEKLY" in phone.stored(page)[0]


def test_while_an_emergency_sign_stands_the_server_calls_nobody_to_move(phone: Phone) -> None:
    page = phone.open()
    add(page, "routine")
    add(page, "once", **{"in": "600"})
    switch_on(page)
    until(page, lambda: len(phone.stored(page)) == 2)
    page.evaluate("localStorage.setItem('limber.locked', JSON.stringify(Date.now()))")
    page.goto(f"{phone.device.address}/en/")
    until(page, lambda: phone.stored(page) == ["FREQ=DAILY;COUNT=1"])
    page.evaluate("localStorage.setItem('limber.locked', 'null')")
    page.reload()
    until(page, lambda: len(phone.stored(page)) == 2)


def test_switched_off_with_no_network_it_says_that_the_server_still_has_them(phone: Phone) -> None:
    page = phone.open()
    add(page, "routine")
    switch_on(page)
    phone.device.context.set_offline(True)
    page.get_by_role("button", name="Switch off, and delete them on the server").click()
    expect(page.get_by_text("The server still has the times")).to_be_visible()
    phone.device.context.set_offline(False)
    until(page, lambda: phone.stored(page) == [])
    expect(page.get_by_role("button", name="Switch notifications on")).to_be_visible()


def test_a_browser_that_gives_out_no_address_says_so(phone: Phone) -> None:
    page = phone.open()
    page.evaluate("() => void (PushManager.prototype.subscribe = () => Promise.reject())")
    page.get_by_role("button", name="Switch notifications on").click()
    expect(page.get_by_text("gave out no address")).to_be_visible()
    expect(page.get_by_role("button", name="Switch notifications on")).to_be_visible()
    assert reach(page)["push"] is False


def test_switched_off_the_server_forgets(phone: Phone) -> None:
    page = phone.open()
    switch_on(page)
    ways = reach(page)
    page.get_by_role("button", name="Switch off, and delete them on the server").click()
    expect(page.locator("[data-push-on]")).to_be_visible()
    status = page.evaluate(
        """({ device, secret }) => fetch(`/api/reminders/${device}/test`, {
          method: "POST", headers: { Authorization: `Bearer ${secret}` },
        }).then(({ status }) => status)""",
        ways,
    )
    assert status == 404


def test_what_is_made_with_no_network_waits_and_is_told_later(phone: Phone) -> None:
    page = phone.open()
    switch_on(page)
    phone.device.context.set_offline(True)
    add(page, "routine")
    expect(page.get_by_text("it does not know your last changes yet")).to_be_visible()
    phone.device.context.set_offline(False)
    expect(page.locator("[data-synced]")).to_be_visible()
    assert reach(page)["waiting"] is False


def test_a_calendar_address_gives_the_calendar_until_it_is_deleted(phone: Phone) -> None:
    page = phone.open()
    add(page, "routine")
    page.get_by_role("button", name="Make an address").click()
    expect(page.locator("[data-feed]")).to_contain_text(".ics")
    address = page.locator("[data-feed]").inner_text()
    status, headers, body = phone.server.get(address.removeprefix(phone.server.address))
    assert (status, headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert b"SUMMARY:Limber: a reminder" in body
    page.get_by_role("button", name="Delete the address").click()
    expect(page.get_by_role("button", name="Make an address")).to_be_visible()
    assert phone.server.get(address.removeprefix(phone.server.address))[0] == 404
