"""A shared routine on the patient's device: with no signal, changed, withdrawn, kept, reported."""

from __future__ import annotations

import json
import secrets
import shutil
import statistics
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import journal
from tests.browser.author import STEPS, Author
from tests.browser.conftest import LOOKS, NOON, PHONE, OpenPage
from tests.browser.device import Device, kept, until
from tests.browser.playing import figures_until_done
from tests.browser.relay import Relay
from tests.browser.test_offline import LOADED, MEDIAN_MS, MODES
from tests.browser.test_pages import CHOOSE, SIDEWAYS, SMALL_TARGETS, TARGET_PX, violations
from tests.browser.yardstick import PageYardstick
from tests.serving import Server, serving
from webapp import places

ROOT = places.TEMPLATES.parent
HERE = "On this device: works with no signal"
MOST_OPENED = 5
SESSION = {"kind": "shared", "seconds": 720}


@pytest.fixture
def author(server: Server) -> Author:
    """On the server that all tests share."""
    return Author(server, secret=secrets.token_urlsafe()).publish()


def opened(device: Device, author: Author, path: str = "") -> Page:
    """A tab in which the routine was opened once, until it is kept with its player."""
    page = device.open(path or author.path)
    expect(page.get_by_text(HERE)).to_be_visible()
    return page


def copy_of(device: Device, page: Page, author: Author) -> dict[str, Any]:
    found: dict[str, Any] = device.summary(page)["opened"].get(author.path, {})
    return found


@pytest.mark.timed
def test_opened_once_it_opens_quickly_however_the_network_goes(
    browser: Browser, tmp_path: Path
) -> None:
    """Page and player, before and after the packs are here; and the short address on a print."""
    with (
        serving(tmp_path / "instance") as own,
        kept(browser, own.address, viewport=PHONE) as device,
    ):
        author = Author(own).publish()
        page = opened(device, author)
        yardstick = PageYardstick(browser)
        for mode, cut_off in MODES.items():
            cut_off(device, own)
            took, slow = [], []
            for path in [author.path, f"{author.path}/play", f"/r/{author.code}"] * MOST_OPENED:
                answer = page.goto(device.address + path)
                took.append(page.evaluate(LOADED))
                slow.append(yardstick.slowness())
                assert answer
                assert answer.from_service_worker
                assert page.url == device.address + path.replace("/r/", "/en/r/").replace(
                    "/en/en", "/en"
                )
                expect(page.locator("h1")).to_have_text("Low back, week 2")
                assert page.evaluate("getComputedStyle(document.body).fontSize") == "17px"
            median, slow_by = statistics.median(took), statistics.median(slow)
            print(f"\n{mode}: {median:.0f} ms to the load event, slow by {slow_by:.2f}")
            assert median <= MEDIAN_MS * slow_by, took


def test_a_session_runs_to_its_end_with_the_server_gone_and_can_be_told(
    device: Device, relay: Relay, author: Author
) -> None:
    page = opened(device, author)
    relay.target = None
    page.clock.install(time=NOON)
    page.goto(f"{device.address}{author.path}/play")
    page.clock.pause_at(NOON + 60)
    assert figures_until_done(page, 4000) == {step["exercise"] for step in STEPS}
    page.get_by_role("link", name="Finish").click()
    expect(page.get_by_role("heading", name="Tell how it went")).to_be_visible()


def test_of_a_routine_that_was_changed_page_and_player_change_together(
    device: Device, relay: Relay, author: Author
) -> None:
    page = opened(device, author)
    author.change(steps=STEPS[:1], title="Low back, week 3", times=[])
    page.reload()
    expect(page.get_by_text("has changed it.")).to_be_visible()
    expect(page.locator("h1")).to_have_text("Low back, week 2")
    expect(page.locator("[data-news]")).to_be_hidden()
    player = device.open(f"{author.path}/play")
    expect(player.locator("[data-start] [data-step]")).to_have_count(2)
    relay.target = None
    page.get_by_role("button", name="Show the new version").click()
    expect(page.locator("h1")).to_have_text("Low back, week 3")
    expect(page.locator("[data-changes] li")).to_have_text(
        ["No longer in it: Look back over the shoulder", "Its name", "Suggested times"]
    )
    page.goto(f"{device.address}{author.path}/play")
    expect(page.locator("[data-start] [data-step]")).to_have_count(1)
    page.goto(device.address + author.path)
    page.get_by_role("button", name="Understood").click()
    expect(page.locator("[data-news]")).to_be_hidden()
    page.reload()
    expect(page.get_by_text(HERE)).to_be_visible()
    expect(page.locator("[data-news]")).to_be_hidden()


def test_one_that_was_withdrawn_says_so_and_stays_readable(
    device: Device, relay: Relay, author: Author
) -> None:
    page = opened(device, author)
    page.get_by_role("button", name="Remind me at these times").click()
    expect(page.locator("[data-reminded]")).to_be_visible()
    author.withdraw()
    page.reload()
    expect(page.get_by_text("This routine has been withdrawn.")).to_be_visible()
    expect(page.get_by_role("link", name="Start, ")).to_be_hidden()
    expect(page.get_by_role("button", name="Keep under my routines")).to_be_hidden()
    expect(page.get_by_role("button", name="Remind me at these times")).to_be_hidden()
    expect(page.get_by_role("link", name="Change it in the builder")).to_be_hidden()
    expect(page.get_by_text("Its reminders on this device are switched off.")).to_be_visible()
    relay.target = None
    page.reload()
    expect(page.get_by_text("This routine has been withdrawn.")).to_be_visible()
    expect(page.locator("h1")).to_have_text("Low back, week 2")


def test_a_code_that_is_typed_with_no_signal_leads_to_what_is_kept(
    device: Device, relay: Relay, author: Author
) -> None:
    page = device.ready("/en/")
    page.goto(device.address + author.path)
    expect(page.get_by_text(HERE)).to_be_visible()
    relay.target = None
    typed = f"{author.code[:5]}-{author.code[5:]}".upper()
    page.goto(f"{device.address}/en/r/open?code={typed}")
    assert page.url == device.address + author.path
    page.goto(f"{device.address}/en/r/open?code=0000000000")
    expect(page.locator("h1")).to_have_text("Not on this device")


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """The app as it will be, with another style and so other addresses of all files."""
    folder = tmp_path / "newer"
    for tree in ("webapp", "templates", "static", "translations"):
        shutil.copytree(ROOT / tree, folder / tree)
    with (folder / "static/built/bundles/css/main.css").open("a") as file:
        file.write("/* newer */\n")
    return folder


@pytest.mark.sweep
def test_a_copy_outlives_the_version_of_limber_that_it_came_from(
    browser: Browser, relay: Relay, tmp_path: Path, newer: Path
) -> None:
    instance = str(tmp_path / "instance")
    with kept(browser, relay.address, viewport=PHONE) as device:
        with serving(Path(instance)) as own:
            relay.target = own
            author = Author(own).publish()
            page = device.ready("/en/")
            page.goto(device.address + author.path)
            expect(page.get_by_text(HERE)).to_be_visible()
            old = copy_of(device, page, author)["now"]
        relay.target = None
        with serving(newer / "instance", PYTHONPATH=str(newer), LIMBER_INSTANCE=instance) as own:
            own.wait_for_packs()
            relay.target = own
            device.restart_worker(page)
            page.goto(f"{device.address}/en/settings/")
            device.wait(page, lambda found: found["waits"])
            page.goto(f"{device.address}/en/")
            device.wait(page, lambda found: not found["waits"])
            relay.target = None
            for path in (author.path, f"{author.path}/play"):
                page.goto(device.address + path)
                assert page.evaluate("getComputedStyle(document.body).fontSize") == "17px"
            page.locator("[data-begin]").click()
            expect(page.locator("[data-run] svg[data-figure=raise-one-hand]")).to_be_visible()
            page.locator("[data-leave]").click()
            page.locator("[data-end-here]").click()
            relay.target = own
            page.goto(device.address + author.path)
            device.wait(page, lambda found: found["opened"][author.path]["next"])
            page.reload()
            assert copy_of(device, page, author)["now"] != old
            expect(page.locator("[data-news]")).to_be_hidden()


def test_it_is_kept_under_my_routines_and_taken_off_again(
    open_page: OpenPage, author: Author
) -> None:
    page = open_page(author.path)
    page.get_by_role("button", name="Keep under my routines").click()
    expect(page.get_by_role("button", name="Do not keep it")).to_be_focused()
    page.reload()
    expect(page.get_by_text("Kept under my routines")).to_be_visible()
    page.get_by_role("button", name="Do not keep it").click()
    expect(page.get_by_role("button", name="Keep under my routines")).to_be_focused()


def test_what_was_kept_outlives_a_device_that_does_not_answer_once(
    open_page: OpenPage, author: Author
) -> None:
    page = open_page(author.path)
    page.get_by_role("button", name="Keep under my routines").click()
    expect(page.get_by_role("button", name="Do not keep it")).to_be_focused()
    page.add_init_script(
        "if (!sessionStorage.answers) { sessionStorage.answers = 1;"
        "IDBObjectStore.prototype.getAll = () => { throw new Error('busy'); }; }"
    )
    page.reload()
    expect(page.get_by_role("button", name="Keep under my routines")).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name="Do not keep it")).to_be_visible()


# Makes the one routine that was opened the oldest of 51.
OPEN_FIFTY = """(code) => new Promise((resolve, reject) => {
  const opening = indexedDB.open("limber");
  opening.onsuccess = () => {
    const store = opening.result.transaction("journal", "readwrite").objectStore("journal");
    const reading = store.get(["opened", code]);
    reading.onsuccess = () => {
      for (let i = 0; i < 50; i += 1) {
        const code = `other-${i}`;
        store.put({ ...reading.result, code }, ["opened", code]);
      }
      store.put({ ...reading.result, opened: 1 }, ["opened", code]);
    };
    store.transaction.oncomplete = () => { opening.result.close(); resolve(); };
    store.transaction.onerror = reject;
  };
})"""


def test_of_what_was_only_opened_the_oldest_goes_with_its_copies(
    device: Device, author: Author, server: Server
) -> None:
    page = opened(device, author)
    page.goto(f"{device.address}{author.path.replace('/en/', '/ar/')}")
    device.wait(page, lambda found: len(found["opened"]) == 2)
    page.evaluate(OPEN_FIFTY, author.code)
    other = Author(server, secret=secrets.token_urlsafe()).publish()
    page = opened(device, other)
    device.wait(page, lambda found: list(found["opened"]) == [other.path])
    until(page, lambda: author.code not in codes(page))
    until(page, lambda: len(codes(page)) == 50)
    assert other.code in codes(page)


def codes(page: Page) -> list[str]:
    """Of the shared routines that were opened on the device."""
    return [each["code"] for each in journal.kept(page) if "code" in each]


def test_suggested_times_become_reminders_with_one_tap(
    open_page: OpenPage, author: Author, server: Server
) -> None:
    page = open_page(author.path)
    page.get_by_role("button", name="Remind me at these times").click()
    strip = page.locator("[data-reminded]")
    expect(strip).to_contain_text("You are reminded at these times.")
    strip.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Remind me at these times")).to_be_focused()
    page.get_by_role("button", name="Remind me at these times").click()
    page.get_by_role("link", name="Choose how they reach you").click()
    rows = page.locator("[data-list] > li")
    expect(rows.locator("[data-name]")).to_have_text(["Low back, week 2", "Low back, week 2"])
    rows.first.locator("[data-edit]").click()
    expect(page.locator("#slug option:checked")).to_have_text("Low back, week 2")
    page.locator("#time").fill("08:15")
    page.get_by_role("button", name="Save", exact=True).click()
    changed = rows.filter(has_text="8:15")
    expect(changed.locator("[data-name]")).to_have_text("Low back, week 2")
    reminder = changed.get_attribute("data-of")
    page.goto(f"{server.address}/en/reminders/#{reminder}")
    expect(page.locator("[data-due-title]")).to_have_text("Low back, week 2")
    page.locator("[data-due-start]").click()
    page.wait_for_url(f"**{author.path}")


def test_under_an_emergency_sign_nothing_of_it_calls_to_move(
    open_page: OpenPage, author: Author
) -> None:
    page = open_page(author.path)
    page.get_by_role("button", name="Remind me at these times").click()
    expect(page.locator("[data-reminded]")).to_be_visible()
    page.evaluate("localStorage.setItem('limber.locked', String(Date.now()))")
    page.reload()
    expect(page.locator(".locked .call-bar")).to_be_visible()
    expect(page.locator("[data-remind]")).to_be_hidden()
    expect(page.get_by_role("link", name="Start")).to_be_hidden()
    page.goto("/en/reminders/")
    expect(page.locator("[data-list] [data-on]").first).to_be_disabled()


def tell(page: Page, author: Author) -> None:
    """Two sessions of the routine, one of another."""
    now = page.evaluate("Date.now()")
    journal.put(
        page,
        journal.session(now - 2 * journal.DAY, slug=author.code, **SESSION),
        journal.session(now - journal.DAY, slug=author.code, **SESSION, early=True, signs=True),
        journal.session(now - journal.DAY + 1, seconds=1),
    )
    page.reload()
    expect(page.locator("[data-report-text]")).not_to_have_value("")


def test_how_it_went_is_shown_before_it_is_sent(open_page: OpenPage, author: Author) -> None:
    page = open_page(author.path)
    expect(page.get_by_role("heading", name="Tell how it went")).to_be_hidden()
    tell(page, author)
    text = page.get_by_label("What is sent")
    written = text.input_value()
    lines = written.splitlines()
    assert lines[0] == "Low back, week 2: what I did in the last 14\u00a0days"
    assert lines[1].endswith("12\u00a0min, Pain 3 before, 2 after")
    assert "ended early" in lines[2]
    assert lines[2].endswith("numbness, weakness, tingling or dizziness")
    text.fill("Better & better\n#2")
    page.reload()
    expect(text).to_have_value(written)
    text.fill("Better & better\n#2")
    mail = page.get_by_role("link", name="E-mail").get_attribute("href") or ""
    assert mail.startswith("mailto:?subject=Low%20back%2C%20week%202&body=")
    assert unquote(mail).endswith("body=Better & better\r\n#2")
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save as a file").click()
    assert Path(saving.value.path()).read_text("utf-8") == "Better & better\n#2"


def test_how_it_went_goes_by_the_share_sheet_and_nowhere_else(
    open_page: OpenPage, author: Author
) -> None:
    page = open_page(author.path)
    tell(page, author)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.method + request.url))
    page.evaluate("navigator.share = async (what) => { window.shared = what; }")
    page.get_by_role("button", name="Share", exact=True).click()
    sent = json.loads(page.evaluate("JSON.stringify(window.shared)"))
    assert sent == {"text": page.get_by_label("What is sent").input_value()}
    assert [each for each in asked if "/static/" not in each] == []


@pytest.mark.parametrize(("prefix", "theme"), LOOKS)
def test_axe_finds_nothing_in_any_of_it_and_it_fits(
    open_page: OpenPage, author: Author, prefix: str, theme: str
) -> None:
    path = f"/{prefix}/r/{author.code}"
    page = open_page(path, viewport={"width": 320, "height": 640})
    page.add_init_script(CHOOSE % theme)
    tell(page, author)
    expect(page.locator("[data-report]")).to_be_visible()
    page.locator("[data-remind-add]").click()
    author.change(steps=STEPS[:1])
    page.reload()
    expect(page.locator("[data-news]")).to_be_visible()
    page.evaluate(
        "for (const each of document.querySelectorAll('[data-copy]')) { each.hidden = false; }"
    )
    assert violations(page) == []
    assert not page.evaluate(SIDEWAYS)
    assert page.evaluate(SMALL_TARGETS, TARGET_PX) == []
