"""A real browser against a real server; whatever the browser complains of fails the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Playwright,
    ViewportSize,
    expect,
    sync_playwright,
)

from tests.browser.chromium import launch
from tests.browser.device import TIMEOUT_MS, Device, kept
from tests.browser.relay import Relay, relaying
from tests.serving import Server

PHONE: ViewportSize = {"width": 360, "height": 740}

# What the browser says where the worker is kept out; and where, on a busy machine, a page is there
# before its transition: it goes without.
EXPECTED = {
    "Service Worker registration blocked by Playwright",
    "Transition was aborted because of invalid state. Page already revealed",
}

OpenPage = Callable[..., Page]

NOON = 1_800_000_000

# One language for each way of writing: what axe sees does not depend on the words. `make test` sees
# each direction, and the theme of the strongest contrast; `make test-all` sees all with all.
SEEN = [("ar", "dark"), ("en", "sun")]
LOOKS = [
    pytest.param(prefix, theme, marks=[] if (prefix, theme) in SEEN else [pytest.mark.sweep])
    for prefix in ("en", "ar")
    for theme in ("light", "dark", "sun")
]


def open_at_noon(page: Page, path: str) -> None:
    """Open an address with a clock that goes on only when the test says so, however slow it is."""
    page.clock.install(time=NOON)
    page.goto(path)
    page.clock.pause_at(NOON + 60)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    expect.set_options(timeout=TIMEOUT_MS)
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    started = launch(playwright)
    yield started
    started.close()


@pytest.fixture
def open_page(browser: Browser, server: Server) -> Iterator[OpenPage]:
    """Open an address on a phone; options are Playwright's context options."""
    contexts = []
    complaints: list[str] = []

    def note(complaint: str) -> None:
        if complaint not in EXPECTED:
            complaints.append(complaint)

    def listen(said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            note(said.text)

    def open_one(path: str, **options: Any) -> Page:
        defaults = {"viewport": PHONE, "base_url": server.address, "locale": "en"}
        # Packs would be taken over in each; tests/browser/device.py is for who wants them.
        defaults["service_workers"] = "block"
        context = browser.new_context(**{**defaults, **options})
        context.set_default_timeout(TIMEOUT_MS)
        contexts.append(context)
        page = context.new_page()
        page.on("console", listen)
        page.on("pageerror", lambda error: note(error.message))
        page.goto(path)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def relay(server: Server) -> Iterator[Relay]:
    """Between the browser and the server that all tests share, so that it can go away."""
    server.wait_for_packs()
    with relaying(server) as started:
        yield started


@pytest.fixture
def device(browser: Browser, relay: Relay) -> Iterator[Device]:
    """A phone that keeps Limber, behind the relay."""
    with kept(browser, relay.address, viewport=PHONE) as made:
        yield made


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/tests/browser/" in str(item.path):
            item.add_marker(pytest.mark.browser)
