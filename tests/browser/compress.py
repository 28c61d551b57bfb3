"""Cold and heat on the skin as tests use them: a page at noon, its questions, its clock."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.conftest import NOON, OpenPage, open_at_noon

SECOND, MINUTE = 1000, 60_000
ANSWER = "Yes, as usual: put it back"
LOCK = f"localStorage.setItem('limber.locked', '{NOON * 1000}')"
# A lock that the test may refuse, and take away again.
WAKE = """Object.defineProperty(navigator, "wakeLock", { value: { request: async () => {
  if (window.refuses) throw new DOMException("low battery", "NotAllowedError");
  window.sentinel = Object.assign(new EventTarget(), { release: async () => {} });
  return window.sentinel;
} } })"""
REFUSE = f"window.refuses = true; {WAKE}"
ALARM = "This phone will not wake you: set its own alarm, stay awake."
MUTE = "Tap once, so that the phone can sound again."
SEEN_AGAIN = "document.dispatchEvent(new Event('visibilitychange'))"
# What a screen reader reads out: each text that comes, also when it is the same as before.
LISTEN = """new MutationObserver(([{ target }]) => {
  if (target.textContent) (window.heard ??= []).push(target.textContent);
}).observe(document.querySelector("[data-announce]"), { childList: true })"""
FULL = "void (Storage.prototype.setItem = () => { throw new DOMException('full') })"
UNDELETABLE = "void (IDBObjectStore.prototype.delete = () => { throw new DOMException('no') })"
# As a phone hums it: what is called out, in order.
HUM = "navigator.vibrate = pattern => (window.hummed ??= []).push(pattern.length)"
NOTHING_KEPT = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("denied", "SecurityError"); },
});
Object.defineProperty(window, "indexedDB", { value: undefined })"""
CONDITIONS = "localStorage.setItem('limber.conditions', JSON.stringify(['%s']))"


def opened(
    open_page: OpenPage, path: str = "/en/compress/cold", script: str = "", **options: Any
) -> Page:
    """A page at noon whose clock goes on only when the test says so."""
    page = open_page("about:blank", **options)
    page.add_init_script(HUM)
    if script:
        page.add_init_script(script)
    open_at_noon(page, path)
    page.clock.run_for(SECOND)
    return page


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    page.clock.run_for(300)


def go_on(page: Page, milliseconds: int) -> None:
    """As a phone that was busy with something else: the time has passed, few ticks have."""
    page.clock.fast_forward(milliseconds)
    page.clock.run_for(300)


def answer(page: Page) -> None:
    press(page, "No")
    press(page, "No, none")


def start(page: Page) -> None:
    answer(page)
    page.locator("[data-start]").click()
    expect(page.locator("[data-stage=on]")).to_be_visible()


def clock(page: Page) -> str:
    return page.locator("[data-clock]").inner_text()


def look(page: Page) -> Any:
    return page.locator("[data-plate=check]")
