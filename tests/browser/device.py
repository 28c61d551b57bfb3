"""A phone that keeps Limber: its pages, its worker, and what they say of the packs on it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

# As long as all packs may take to come to a device on a busy machine.
PATIENCE_SECONDS = 120
# The same for what is due in a minute and then pushed.
PUSH_SECONDS = 75
# How long a page may take to become what a test expects, on a slow machine: no bar.
TIMEOUT_MS = 30_000

SUMMARY = """async () => {
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    active.postMessage({ wish: "state" }, [port2]);
  });
}"""

# What the worker remembers, read and changed behind its back; it reads it when it is started anew.
STATE = """async (change) => {
  const opening = indexedDB.open("limber-offline");
  const db = await new Promise((resolve) => (opening.onsuccess = () => resolve(opening.result)));
  const store = db.transaction("state", "readwrite").objectStore("state");
  const reading = store.get("state");
  return new Promise((resolve) => (reading.onsuccess = () => {
    const state = { ...reading.result, ...change };
    const writing = store.put(state, "state");
    writing.onsuccess = () => { db.close(); resolve(state); };
  }));
}"""

Summary = dict[str, Any]


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait for what no locator shows; AssertionError if it never comes."""
    end = time.monotonic() + PUSH_SECONDS
    while not holds():
        assert time.monotonic() < end
        page.wait_for_timeout(50)


class Device:
    """One browser profile; `address` is where it finds Limber."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.address = address
        self.errors: list[str] = []

    def open(self, path: str = "/en/") -> Page:
        """A new tab."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.goto(self.address + path)
        return page

    def summary(self, page: Page) -> Summary:
        found: Summary = page.evaluate(SUMMARY)
        return found

    def wait(self, page: Page, holds: Callable[[Summary], Any]) -> Summary:
        """Until something holds of what the worker says."""
        end = time.monotonic() + PATIENCE_SECONDS
        while True:
            found = self.summary(page)
            if holds(found):
                return found
            assert time.monotonic() < end, found
            page.wait_for_timeout(50)

    def ready(self, path: str = "/en/") -> Page:
        """A tab on a device that has taken everything over."""
        page = self.open(path)
        language = path.split("/")[1]
        self.wait(page, lambda found: language in found["ready"] and found["taken"] is None)
        return page

    def state(self, page: Page, **change: Any) -> dict[str, Any]:
        found: dict[str, Any] = page.evaluate(STATE, change)
        return found

    def restart_worker(self, page: Page) -> None:
        """As a browser does after half a minute of silence."""
        devtools = self.context.new_cdp_session(page)
        devtools.send("ServiceWorker.enable")
        devtools.send("ServiceWorker.stopAllWorkers")
        devtools.detach()

    def press(self, page: Page, name: str) -> None:
        page.locator("[data-offline]").get_by_role("button", name=name, exact=True).click()


@contextmanager
def kept(browser: Browser, address: str, **options: Any) -> Iterator[Device]:
    """A device; what goes wrong in one of its pages fails the test."""
    context = browser.new_context(**{"locale": "en", **options})
    context.set_default_timeout(TIMEOUT_MS)
    device = Device(context, address)
    yield device
    context.close()
    assert not device.errors, device.errors
