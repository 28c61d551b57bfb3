"""Packs are taken over whole or not at all, whatever happens to them on their way or later."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LOOKS
from tests.browser.device import Device
from tests.browser.relay import Relay
from tests.browser.test_install import STANDALONE
from tests.browser.test_pages import CHOOSE, SIDEWAYS, SMALL_TARGETS, TARGET_PX, violations
from tests.serving import Server

SAVING = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
# Of a pack before it is unpacked; far less than there is.
FEW_BYTES = 20_000
SMALL_QUOTA = 500_000
DAY_MS = 24 * 3600 * 1000
NAMES = "async () => (await caches.keys()).sort()"


def wrong_byte(body: bytes) -> bytes:
    """In the last entry, so that everything before it is fine."""
    return body[:-1] + bytes([body[-1] ^ 1])


def says(page: Page, words: str) -> None:
    """The panel shows them; others stand in the page and are hidden."""
    shown = page.locator("[data-offline]").get_by_text(words).filter(visible=True)
    expect(shown).to_have_count(1, timeout=30_000)


def panel(page: Page, device: Device) -> Page:
    page.goto(f"{device.address}/en/settings/")
    return page


def test_it_comes_by_itself_and_says_so(device: Device) -> None:
    page = device.open("/en/settings/")
    says(page, "Ready with no signal")
    says(page, "MB on this device. Checked")
    names = page.evaluate(NAMES)
    assert [name.rsplit("-", 1)[0] for name in names] == ["pack-en", "pack-shared"]
    page.goto(f"{device.address}/en/")
    says(page, "Ready with no signal")


@pytest.mark.parametrize(("prefix", "theme"), LOOKS)
def test_the_panel_is_for_everyone(device: Device, prefix: str, theme: str) -> None:
    device.context.add_init_script(CHOOSE % theme)
    page = device.ready(f"/{prefix}/settings/")
    for path in ("settings/", ""):
        page.goto(f"{device.address}/{prefix}/{path}")
        expect(page.locator("[data-offline] .state")).to_be_visible()
        assert violations(page) == []
        assert page.evaluate(SMALL_TARGETS, TARGET_PX) == []
        assert not page.evaluate(SIDEWAYS)


def test_the_focus_is_not_lost_with_the_button_that_was_pressed(device: Device) -> None:
    page = panel(device.ready("/en/"), device)
    device.press(page, "Remove the copy")
    says(page, "Limber is not kept on this device")
    assert page.evaluate("document.activeElement.id") == "offline"


def test_the_browser_is_asked_to_keep_it_and_what_it_says_is_told(device: Device) -> None:
    device.context.add_init_script(
        "navigator.storage.persisted = async () => false;"
        "navigator.storage.persist = async () => (window.asked = true, false);"
    )
    page = panel(device.ready("/en/"), device)
    device.press(page, "Ask the browser to keep it")
    expect(page.get_by_text("The browser did not promise it.")).to_be_visible()
    assert page.evaluate("window.asked")


def test_on_the_home_screen_the_browser_is_asked_at_the_start(device: Device) -> None:
    device.context.add_init_script(
        STANDALONE + "navigator.storage.persist = async () => (window.asked = true);"
    )
    page = device.ready("/en/")
    page.wait_for_function("window.asked")


def test_progress_is_shown(device: Device, relay: Relay) -> None:
    relay.slow["/pack/"] = 0.3
    page = device.open("/en/settings/")
    bar = page.get_by_role("progressbar")
    expect(bar).to_be_visible(timeout=30_000)
    says(page, "Being kept for when there is no signal")
    expect(page.locator("[data-percent]")).to_have_text(re.compile(r"^\d+%$"))
    device.wait(page, lambda found: 0 < (found["taken"] or 0) < 1)
    expect(bar).to_be_hidden(timeout=30_000)


def test_who_saves_data_is_asked_first_and_only_once(device: Device, relay: Relay) -> None:
    device.context.add_init_script(SAVING)
    page = device.open("/en/settings/")
    says(page, "waits for your yes")
    says(page, "At most 0.")
    assert relay.count("/pack/") == 0
    device.press(page, "Keep Limber here")
    says(page, "Ready with no signal")
    device.ready("/ar/")


def test_a_transfer_cut_in_the_middle_takes_nothing_over_and_goes_on_later(
    device: Device, relay: Relay
) -> None:
    relay.cut["/pack/en"] = FEW_BYTES
    page = device.open("/en/settings/")
    found = device.wait(page, lambda found: found["fault"])
    assert (found["fault"], found["ready"]) == ("network", [])
    says(page, "It could not be fetched")
    assert device.state(page)["active"] is None
    relay.cut.clear()
    device.press(page, "Try now")
    says(page, "Ready with no signal")
    # What had come whole was not transferred again.
    assert relay.count("/pack/shared") == 1
    assert relay.count("/pack/en") == 2


def test_one_wrong_byte_takes_nothing_over(device: Device, relay: Relay) -> None:
    relay.plain = True
    relay.harm["/pack/en"] = wrong_byte
    page = device.open("/en/settings/")
    found = device.wait(page, lambda found: found["fault"])
    assert (found["fault"], found["ready"]) == ("damaged", [])
    says(page, "It could not be fetched")
    assert relay.count("/pack/en") == 2, "once more past the browser's own cache"
    page.reload()
    page.wait_for_timeout(1500)
    assert relay.count("/pack/en") == 2, "and not with every page"
    relay.harm.clear()
    device.press(page, "Try now")
    says(page, "Ready with no signal")


def test_without_room_it_says_so_works_on_and_leaves_nothing_behind(device: Device) -> None:
    page = device.context.new_page()
    quota = {"origin": device.address, "quotaSize": SMALL_QUOTA}
    devtools = device.context.new_cdp_session(page)
    devtools.send("Storage.overrideQuotaForOrigin", quota)
    page.goto(f"{device.address}/en/settings/")
    found = device.wait(page, lambda found: found["fault"])
    assert (found["fault"], found["ready"]) == ("full", [])
    says(page, "This device has no room for it")
    assert page.evaluate(NAMES) == []
    page.goto(f"{device.address}/en/exercises/cat-cow")
    expect(page.locator("h1")).to_have_text("Cat-cow")
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": device.address})
    device.press(panel(page, device), "Try now")
    says(page, "Ready with no signal")


def test_a_browser_without_workers_says_so(device: Device) -> None:
    device.context.add_init_script("delete Navigator.prototype.serviceWorker")
    page = device.open("/en/settings/")
    says(page, "This browser cannot keep pages here")
    page.goto(f"{device.address}/en/")
    says(page, "Works with a network only")


def test_a_refused_worker_says_so(device: Device, relay: Relay) -> None:
    relay.harm["/sw.js"] = lambda _: b"no script {"
    page = device.open("/en/settings/")
    says(page, "This browser cannot keep pages here")


def test_a_device_that_lost_its_memory_works_with_a_network_and_is_made_ready_anew(
    device: Device,
) -> None:
    page = device.ready("/en/")
    device.restart_worker(page)
    page.evaluate("indexedDB.deleteDatabase('limber-offline')")
    page.goto(f"{device.address}/en/exercises/cat-cow")
    expect(page.locator("h1")).to_have_text("Cat-cow")
    device.wait(page, lambda found: found["ready"] == ["en"])


def test_a_transfer_that_freezes_is_given_up(device: Device, relay: Relay) -> None:
    relay.frozen["/pack/en"] = FEW_BYTES
    page = device.open("/en/settings/")
    found = device.wait(page, lambda found: found["fault"])
    assert (found["fault"], found["ready"]) == ("network", [])


def test_who_saves_data_is_asked_before_a_newer_version_comes(device: Device, relay: Relay) -> None:
    page = device.ready("/en/")
    device.context.add_init_script(SAVING)
    state = device.state(page)
    newer = {**state["version"]["shared"], "name": "shared-of-another-version"}
    device.state(page, version={**state["version"], "shared": newer})
    relay.target = None  # or the worker would learn better
    device.restart_worker(page)
    panel(page, device)
    says(page, "There is a newer version")
    assert page.locator("[data-offline]").get_by_role("button", name="Get the newer version")
    before = relay.count("/pack/")
    page.wait_for_timeout(1000)
    assert relay.count("/pack/") == before


def test_a_page_that_hears_that_the_network_is_back_asks_again(
    device: Device, relay: Relay, server: Server
) -> None:
    page = device.ready("/en/")
    device.restart_worker(page)
    relay.target = None
    panel(page, device)
    device.wait(page, lambda found: not found["reached"])
    expect(page.locator(".needs-network")).to_be_visible()
    relay.target = server
    device.restart_worker(page)
    page.evaluate("dispatchEvent(new Event('online'))")
    device.wait(page, lambda found: found["reached"])
    expect(page.locator(".needs-network")).to_be_hidden()


def test_an_entry_that_is_lost_is_noticed_at_the_next_start_and_put_back(
    device: Device, relay: Relay
) -> None:
    page = device.ready("/en/")
    lose = """async () => {
      const name = (await caches.keys()).find((each) => each.startsWith("pack-en"));
      return (await caches.open(name)).delete("/en/exercises/cat-cow");
    }"""
    assert page.evaluate(lose)
    device.restart_worker(page)
    before = relay.count("/pack/en")
    page.reload()
    device.wait(page, lambda found: found["ready"] == ["en"] and found["taken"] is None)
    end = "async () => Boolean(await caches.match('/en/exercises/cat-cow'))"
    page.wait_for_function(end, timeout=30_000)
    assert relay.count("/pack/en") <= before + 1


def change_one_byte(page: Page, path: str) -> None:
    page.evaluate(
        """async (path) => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        const found = await cache.match(path);
        if (found) {
          const bytes = new Uint8Array(await found.arrayBuffer());
          bytes[bytes.length - 1] ^= 1;
          await cache.put(path, new Response(bytes, { headers: found.headers }));
        }
      }
    }""",
        path,
    )


def test_a_byte_that_changed_on_the_device_is_found_by_the_repair(device: Device) -> None:
    page = panel(device.ready("/en/"), device)
    change_one_byte(page, "/en/exercises/cat-cow")
    was = device.summary(page)["proved"]
    device.press(page, "Check and repair")
    found = device.wait(page, lambda found: found["proved"] > was and found["ready"] == ["en"])
    assert found["fault"] == ""
    whole = page.evaluate(
        "async () => (await (await caches.match('/en/exercises/cat-cow')).text()).endsWith('>\\n')"
        " || (await (await caches.match('/en/exercises/cat-cow')).text()).endsWith('>')"
    )
    assert whole


def test_without_a_network_a_repair_says_what_is_damaged(device: Device, relay: Relay) -> None:
    page = panel(device.ready("/en/"), device)
    change_one_byte(page, "/en/exercises/cat-cow")
    # The browser's own cache would have the pack: this one has forgotten it.
    device.context.new_cdp_session(page).send("Network.clearBrowserCache")
    relay.target = None
    device.press(page, "Check and repair")
    found = device.wait(page, lambda found: found["fault"])
    assert found["ready"] == []
    says(page, "Part of it is missing or damaged")


def test_every_byte_is_proved_after_a_week(device: Device) -> None:
    page = device.ready("/en/")
    change_one_byte(page, "/en/exercises/cat-cow")
    was = device.state(page)["proved"]
    device.state(page, proved=was - 8 * DAY_MS)
    device.restart_worker(page)
    page.reload()
    device.wait(page, lambda found: found["proved"] > was and found["ready"] == ["en"])


def test_what_was_removed_stays_away_until_it_is_asked_for(device: Device, relay: Relay) -> None:
    page = panel(device.ready("/en/"), device)
    device.press(page, "Remove the copy")
    says(page, "Limber is not kept on this device")
    assert page.evaluate(NAMES) == []
    before = relay.count("/pack/")
    page.reload()
    page.wait_for_timeout(1500)
    says(page, "Limber is not kept on this device")
    assert relay.count("/pack/") == before
    device.press(page, "Keep Limber here")
    says(page, "Ready with no signal")


def test_a_language_is_kept_and_removed_alone(device: Device, relay: Relay) -> None:
    page = panel(device.ready("/en/"), device)
    row = page.locator("[data-language=ar]")
    row.get_by_role("button", name="Keep").click()
    device.wait(page, lambda found: found["ready"] == ["en", "ar"])
    expect(row).to_contain_text("On this device")
    assert relay.count("/pack/shared") == 1
    page.goto(f"{device.address}/")
    assert page.url == f"{device.address}/en/", "to keep a language is not to read it"
    panel(page, device)
    row.get_by_role("button", name="Remove").click()
    device.wait(page, lambda found: found["ready"] == ["en"])
    assert len(page.evaluate(NAMES)) == 2
