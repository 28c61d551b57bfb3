"""The whole way of a notification: switched on, told to the server, pushed, shown, opened."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import journal
from tests.browser.conftest import PHONE
from tests.browser.device import Device, kept
from tests.browser.test_reminders import SHOWN, add, deliver
from tests.reminders.standin import PushService, Subscription
from tests.serving import Server, serving

PATIENCE_SECONDS = 75
# Chromium here has no push service of its maker: what it would hand out is a subscription of ours.
SUBSCRIBE = """subscription => {
  const made = { ...subscription, toJSON: () => subscription, unsubscribe: async () => true };
  let now = null;
  PushManager.prototype.subscribe = async function () { now = made; return made; };
  PushManager.prototype.getSubscription = async function () { return now; };
}"""
HAVE = """subscription => {
  const made = { ...subscription, toJSON: () => subscription };
  PushManager.prototype.getSubscription = async function () { return made; };
}"""


@dataclass
class Phone:
    """A device whose server may push to a service of ours."""

    device: Device
    server: Server
    service: PushService
    subscription: Subscription

    def open(self) -> Page:
        page = self.device.ready("/en/reminders/")
        [worker] = self.device.context.service_workers
        worker.evaluate(HAVE, self.subscription.as_json)
        expect(page.locator("[data-push-on]")).to_be_visible()
        return page

    def message(self) -> dict[str, Any]:
        """The next that the push service has taken."""
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            if found := self.service.deliver(self.subscription):
                message: dict[str, Any] = found[-1].json
                return message
            time.sleep(0.1)
        raise AssertionError("nothing was pushed")


@pytest.fixture
def phone(browser: Browser, tmp_path: Path) -> Iterator[Phone]:
    with (
        PushService().running() as service,
        serving(
            tmp_path / "instance",
            LIMBER_CONTACT="mailto:club@limber.example",
            LIMBER_PUSH_HOSTS="127.0.0.1",
            LIMBER_WORKER="1",
        ) as server,
        kept(browser, server.address, viewport=PHONE) as device,
    ):
        subscription = service.subscribe()
        device.context.add_init_script(
            f"({SUBSCRIBE})({json.dumps(subscription.as_json)});"
            "Notification.requestPermission = async () => 'granted';"
        )
        device.context.grant_permissions(["notifications"], origin=device.address)
        yield Phone(device, server, service, subscription)


def switch_on(page: Page) -> None:
    page.get_by_role("button", name="Switch notifications on").click()
    expect(page.locator("[data-synced]")).to_be_visible()


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
    page.evaluate(
        """async id => {
          const opening = indexedDB.open("limber");
          const db = await new Promise(ok => (opening.onsuccess = () => ok(opening.result)));
          const store = db.transaction("journal", "readwrite").objectStore("journal");
          const key = ["reminder", id];
          const kept = await new Promise(ok => {
            const asked = store.get(key);
            asked.onsuccess = () => ok(asked.result);
          });
          store.put({ ...kept, at: 60000 * Math.ceil((Date.now() + 3000) / 60000) }, key);
        }""",
        reminder["id"],
    )
    switch_on(page)
    message = phone.message()
    assert message["notification"]["tag"] == reminder["id"]


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
    expect(page.get_by_text("the server does not know your last changes yet")).to_be_visible()
    phone.device.context.set_offline(False)
    page.get_by_role("button", name="Tell the server now").click()
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
