"""No signal: every page, visited or not, with the browser offline, the server gone, or frozen."""

from __future__ import annotations

import statistics
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import NOON, PHONE
from tests.browser.device import Device, kept
from tests.browser.playing import figures_until_done
from tests.browser.relay import Relay
from tests.browser.yardstick import PageYardstick, beside_caches
from tests.serving import Server, serving
from webapp import addresses
from webapp.locales import ENGLISH, LANGUAGES, Language

MEDIAN_MS = 100
COUNT_MS = 20
# Milliseconds from the tap to the load event, as the browser itself has them.
LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"


def set_offline(device: Device, _: Server) -> None:
    device.context.set_offline(True)


def freeze(device: Device, server: Server) -> None:
    server.freeze()
    device.context.set_offline(False)


def kill(_: Device, server: Server) -> None:
    server.kill()


# How the network goes away, one after the other.
MODES = {"browser offline": set_offline, "server frozen": freeze, "server killed": kill}


def pages(app: Flask, language: Language, most: int | None = None) -> list[str]:
    """The pages of a language, of each kind at most so many; what is no page is left out."""
    find = app.url_map.bind("localhost")
    by_kind: dict[str, list[str]] = {}
    for path in addresses.of_language(app, language):
        if not path.endswith((".webmanifest", ".json", "/rest", "/stills")):
            by_kind.setdefault(str(find.match(path)[0]), []).append(path)
    return [path for paths in by_kind.values() for path in paths[:most]]


@pytest.mark.timed
@pytest.mark.parametrize("every", [1, pytest.param(None, marks=pytest.mark.sweep)])
def test_pages_open_quickly_after_one_visit_however_the_network_goes(
    app: Flask, browser: Browser, tmp_path: Path, every: int | None
) -> None:
    """One page of every kind; in the long sweep, every page."""
    with (
        serving(tmp_path / "instance") as own,
        kept(browser, own.address, viewport=PHONE) as device,
    ):
        own.wait_for_packs()
        page = device.ready("/en/")
        yardstick = PageYardstick(browser)
        for mode, cut_off in MODES.items():
            cut_off(device, own)
            print(f"\n{mode}: ", end="")
            open_pages(device, page, pages(app, ENGLISH, every), yardstick)
            page.goto(f"{device.address}/en/nothing/here")
            expect(page.locator("h1")).to_have_text("Not on this device")


def open_pages(device: Device, page: Page, paths: list[str], yardstick: PageYardstick) -> None:
    took, slow = [], []
    for path in paths:
        answer = page.goto(device.address + path)
        took.append(page.evaluate(LOADED))
        slow.append(yardstick.slowness())
        assert answer
        assert answer.status == 200
        assert answer.from_service_worker
        assert page.url == device.address + path
        assert page.locator("h1").inner_text()
        assert page.evaluate("getComputedStyle(document.body).fontSize") == "17px", "has its style"
    median, slow_by = statistics.median(took), statistics.median(slow)
    print(f"{len(took)} pages, {median:.0f} ms to the load event, slow by {slow_by:.2f}")
    assert median <= MEDIAN_MS * slow_by, took


@pytest.mark.sweep
@pytest.mark.parametrize("language", LANGUAGES[1:], ids=lambda each: each.prefix)
def test_every_page_of_another_language_opens_with_the_server_gone(
    app: Flask, device: Device, relay: Relay, language: Language
) -> None:
    page = device.ready(f"/{language.prefix}/")
    relay.target = None
    for path in pages(app, language):
        answer = page.goto(device.address + path)
        assert answer
        assert answer.status == 200
        expect(page.locator("html")).to_have_attribute("lang", language.tag)


def test_the_number_to_call_is_known_with_no_signal(browser: Browser, relay: Relay) -> None:
    with kept(browser, relay.address, viewport=PHONE, timezone_id="Asia/Tokyo") as device:
        page = device.ready("/ar/")
        relay.target = None
        page.goto(f"{device.address}/ar/cramp/open-water")
        expect(page.locator(".cramp-bar [data-tel]")).to_have_attribute("href", "tel:119")
        expect(page.locator("[data-water-tel]")).to_have_attribute("href", "tel:118")


def test_an_emergency_answer_locks_with_no_signal(device: Device, relay: Relay) -> None:
    page = device.ready("/en/")
    relay.target = None
    page.goto(f"{device.address}/en/check/chest")
    page.get_by_role("link", name="Yes", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Get emergency help now")
    page.goto(f"{device.address}/en/routines/qigong-short/play")
    expect(page.locator(".locked .call-bar")).to_be_visible()
    expect(page.locator("[data-begin]")).to_be_hidden()


def test_a_whole_session_runs_with_the_server_gone(device: Device, relay: Relay) -> None:
    page = device.ready("/en/")
    relay.target = None
    page.clock.install(time=NOON)
    page.goto(f"{device.address}/en/routines/qigong-short/play")
    page.clock.pause_at(NOON + 60)
    assert figures_until_done(page, 8000) == {"hold-up-heavens", "raise-one-hand", "look-back"}
    expect(page.locator("[data-kept]")).to_contain_text("Kept on this device")
    page.get_by_role("link", name="Finish").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Short Qigong")


def test_a_movement_is_practised_with_the_server_gone(device: Device, relay: Relay) -> None:
    page = device.ready("/en/")
    relay.target = None
    page.goto(f"{device.address}/en/routines/qigong-short/play")
    page.locator("[data-begin]").click()
    page.locator("[data-practise]").click()
    expect(page.locator("#practise .figure")).to_be_visible()
    expect(page.locator(".lane-scale")).to_be_attached()


def test_the_entrance_leads_to_the_language_that_was_last_read(
    device: Device, relay: Relay
) -> None:
    page = device.ready("/en/")
    page = device.ready("/ar/")
    for path in ("/", "/?app"):
        page.goto(device.address + path)
        assert page.url == f"{device.address}/ar/"
    relay.target = None
    page.goto(f"{device.address}/?app")
    assert page.url == f"{device.address}/ar/"


def test_the_page_for_what_is_not_here_has_a_way_on(device: Device, relay: Relay) -> None:
    page = device.ready("/en/")
    relay.target = None
    page.goto(f"{device.address}/en/nothing/here")
    expect(page.locator("h1")).to_have_text("Not on this device")
    page.get_by_role("main").get_by_role("link", name="Today").click()
    expect(page.locator("h1")).to_have_text("Today")


def test_an_address_without_its_last_slash_or_with_a_query_is_the_page(
    device: Device, relay: Relay
) -> None:
    page = device.ready("/en/")
    relay.target = None
    page.goto(f"{device.address}/en")
    assert page.url == f"{device.address}/en/"
    page.goto(f"{device.address}/en/exercises/?from=a-message#purpose=ease")
    expect(page.locator("h1")).to_have_text("Exercises")


def test_the_pictures_of_the_long_list_come_from_the_pack(device: Device, relay: Relay) -> None:
    page = device.ready("/en/")
    relay.target = None
    page.goto(f"{device.address}/en/exercises/")
    last = page.locator("[data-atlas] li").last
    last.scroll_into_view_if_needed()
    expect(last.locator("svg")).to_be_visible()


def test_with_no_signal_only_languages_on_the_device_are_offered(
    device: Device, relay: Relay
) -> None:
    page = device.ready("/en/")
    device.ready("/ar/").close()
    relay.target = None
    device.restart_worker(page)
    page.goto(f"{device.address}/en/settings/")
    chinese = page.get_by_role("link", name="简体中文")
    expect(chinese).to_have_count(0)
    expect(page.get_by_role("link", name="العربية").first).to_be_visible()
    expect(page.locator(".needs-network")).to_be_visible()
    page.goto(f"{device.address}/zh-hans/")
    expect(page.locator("h1")).to_have_text("Not on this device")


@pytest.mark.timed
def test_counting_what_is_here_takes_no_time(device: Device) -> None:
    """At each start of the worker: the marker of each pack and how many entries it has."""
    page = device.ready("/en/")
    took, slow = beside_caches(
        page,
        """async () => {
          const names = (await caches.keys()).filter((name) => name.startsWith("pack-"));
          const counts = await Promise.all(names.map(async (name) => {
            await caches.match(name.replace("pack-", "/pack/"), { cacheName: name });
            return (await (await caches.open(name)).keys()).length;
          }));
          if (!counts.length || counts.includes(0)) throw new Error("nothing to count");
        }""",
    )
    print(f"\ncounting: {took:.1f} ms")
    assert took < COUNT_MS * slow
