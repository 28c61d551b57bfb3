"""Limber as files on a plain server: packs come whole, and then nobody needs to answer any more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from http.server import ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import NOON, PHONE, OpenPage
from tests.browser.device import Device, kept
from tests.browser.playing import figures_until_done
from tests.export.plain import serving_files
from tests.exporting import Exported
from webapp.locales import LANGUAGES

pytestmark = pytest.mark.sweep  # an export takes minutes


@dataclass(frozen=True)
class Files:
    """A server that knows files only."""

    server: ThreadingHTTPServer

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def end(self) -> None:
        """From now on connections are refused."""
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def files(exported: Exported) -> Iterator[Files]:
    with serving_files(exported.folder) as server:
        yield Files(server)


@pytest.fixture
def phone(browser: Browser, files: Files) -> Iterator[Device]:
    """A phone that finds Limber there."""
    with kept(browser, files.address, viewport=PHONE) as made:
        yield made


def open_here(device: Device, page: Page, path: str) -> None:
    """At exactly this address, whoever answers."""
    answer = page.goto(device.address + path)
    assert answer
    assert answer.status == 200
    assert page.url == device.address + path
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "17px", "has its style"


def test_pages_open_at_their_own_addresses_without_a_complaint(
    open_page: OpenPage, files: Files
) -> None:
    page = open_page("/en/", base_url=files.address)
    for path in (
        *("/en/swim/12-15", "/ar/exercises/", "/en/exercises/bird-dog"),
        *("/en/exercises/bird-dog/play", "/zh-hans/routines/cold-water-10", "/en/build/"),
    ):
        page.goto(path)
        assert page.url == files.address + path
        expect(page.get_by_role("heading", level=1).first).to_be_attached()


def test_the_entrance_lets_one_choose_a_language(open_page: OpenPage, files: Files) -> None:
    page = open_page("/", base_url=files.address)
    names = page.get_by_role("main").get_by_role("link")
    expect(names).to_have_count(len(LANGUAGES))
    names.filter(has_text="العربية").click()
    expect(page).to_have_url(f"{files.address}/ar/")


def test_what_is_not_there_has_a_way_on(phone: Device) -> None:
    page = phone.open()
    answer = page.goto(f"{phone.address}/ar/nothing/here")
    assert answer
    assert answer.status == 404
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    page.get_by_role("main").locator("a[href='/ar/exercises/']").click()
    expect(page).to_have_url(f"{phone.address}/ar/exercises/")


def test_packs_come_and_every_byte_of_them_is_proved(phone: Device) -> None:
    page = phone.ready("/en/")
    found = phone.summary(page)
    assert found["ready"] == ["en"]
    assert (found["broken"], found["fault"], found["download"]) == (False, "", 0)
    page.goto(f"{phone.address}/en/settings/")
    phone.press(page, "Check and repair")
    proved = phone.wait(page, lambda now: now["proved"] > found["proved"])
    assert (proved["broken"], proved["ready"]) == (False, ["en"])


def test_a_session_goes_on_to_its_end_when_the_server_goes(phone: Device, files: Files) -> None:
    page = phone.ready("/en/")
    page.clock.install(time=NOON)
    page.goto(f"{phone.address}/en/routines/qigong-short/play")
    page.clock.pause_at(NOON + 60)
    files.end()
    assert figures_until_done(page, 8000) == {"hold-up-heavens", "raise-one-hand", "look-back"}
    expect(page.locator("[data-kept]")).to_contain_text("Kept on this device")
    page.get_by_role("link", name="Finish").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Short Qigong")


def test_pages_open_at_the_same_addresses_with_the_server_gone(phone: Device, files: Files) -> None:
    page = phone.ready("/en/")
    files.end()
    for path in (
        *("/en/", "/en/swim/12-15", "/en/exercises/", "/en/exercises/bird-dog"),
        *("/en/exercises/bird-dog/play", "/en/build/", "/en/r/", "/en/reminders/"),
    ):
        open_here(phone, page, path)
    page.goto(f"{phone.address}/en/nothing/here")
    expect(page.locator("h1")).to_have_text("Not on this device")


def test_another_language_comes_too_and_is_where_the_app_begins(
    phone: Device, files: Files
) -> None:
    phone.ready("/en/").close()
    page = phone.ready("/ar/")
    files.end()
    open_here(phone, page, "/ar/exercises/bird-dog")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    page.goto(f"{phone.address}/?app")
    assert page.url == f"{phone.address}/ar/"


def test_search_finds_and_leads_there_with_the_server_gone(phone: Device, files: Files) -> None:
    page = phone.ready("/en/")
    files.end()
    page.goto(f"{phone.address}/en/search/")
    page.get_by_role("searchbox").fill("bridge")
    page.locator("[data-results] a").first.click()
    expect(page).to_have_url(f"{phone.address}/en/exercises/bridge")


def test_the_builder_says_that_nothing_can_be_found_where_no_server_is(phone: Device) -> None:
    page = phone.open("/en/build/")
    page.locator("[data-adding]").click()
    page.locator("#q").fill("knee")
    expect(page.locator("[data-unfound]")).not_to_be_empty()
