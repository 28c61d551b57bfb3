"""A new version: it waits for its turn, mixes nothing, and never comes into a session."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NOON
from tests.browser.device import Device
from tests.browser.relay import Relay
from tests.serving import Server, serving
from webapp import assets, places

ROOT = places.TEMPLATES.parent
NEWER = '<p id="newer">newer</p>'
FETCH = "async (address) => (await fetch(address)).text()"
BIRD_DOG = "/en/exercises/bird-dog"
# Whether a newer worker waits; a browser asks for it some time after a page was opened.
WAITING = """async () => {
  const registration = await navigator.serviceWorker.ready;
  await registration.update();
  return Boolean(registration.installing ?? registration.waiting);
}"""
CORRECTIONS = """corrections:
  - on: 2026-12-24
    why: The cue for the second side named the wrong arm
    corrected: [exercises/bird-dog]
"""


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app as it will be: another style and worker, a line more on pages, a correction."""
    folder = tmp_path_factory.mktemp("newer")
    for tree in ("webapp", "templates", "static", "translations"):
        shutil.copytree(ROOT / tree, folder / tree)
    bundles = folder / "static/built/bundles"
    for name in ("css/main.css", "js/offline/worker/main.js"):
        with (bundles / name).open("a") as file:
            file.write("/* newer */\n")
    page = folder / "templates/exercises/show.html"
    words = page.read_text("utf-8").replace("{% block main %}", "{% block main %}" + NEWER)
    page.write_text(words, "utf-8")
    rest = folder / "templates/exercises/_rest.html"
    rest.write_text(rest.read_text("utf-8").replace("<svg ", f"{NEWER}<svg ", 1), "utf-8")
    (folder / "webapp/content/data/corrections.yaml").write_text(CORRECTIONS, "utf-8")
    with serving(folder / "instance", PYTHONPATH=str(folder)) as started:
        assert NEWER.encode() in started.get(BIRD_DOG)[2]
        started.wait_for_packs()
        yield started


def look(device: Device, page: Page) -> None:
    """The worker asks for the newest version, as at a start."""
    device.restart_worker(page)
    page.evaluate(
        """async () => {
      const { active } = await navigator.serviceWorker.ready;
      active.postMessage({ wish: "want", language: "en", may: true, asked: false });
    }"""
    )


def is_newer(page: Page) -> bool:
    return page.locator("#newer").count() == 1


def style(page: Page) -> str:
    return page.locator("link[rel=stylesheet]").first.get_attribute("href") or ""


def begin_last_step(page: Page) -> None:
    """Of a session of three steps; a button is dead for a moment after the start."""
    page.locator("[data-begin]").click()
    for _ in range(2):
        page.wait_for_timeout(700)
        page.locator("[data-skip]").click()


def update(device: Device, relay: Relay, page: Page, newer: Server) -> None:
    """The server is replaced, and the new packs are here and wait."""
    relay.target = newer
    look(device, page)
    device.wait(page, lambda found: found["waits"])


def test_a_new_version_waits_and_comes_with_the_next_page(
    device: Device, relay: Relay, newer: Server
) -> None:
    page = device.ready("/en/exercises/cat-cow")
    old = style(page)
    update(device, relay, page, newer)
    assert style(page) == old, "nothing changes under the reader's hands"
    relay.target = None
    page.goto(f"{device.address}/en/exercises/cat-cow")
    assert is_newer(page)
    assert style(page) != old
    expect(page.locator("h1")).to_have_css("font-weight", "800")
    for path in ("/en/", "/en/settings/", "/en/routines/qigong-short/play"):
        page.goto(device.address + path)
        assert style(page) not in ("", old)
    assert device.summary(page)["waits"] is False


def test_the_settings_say_that_a_new_version_waits(
    device: Device, relay: Relay, newer: Server
) -> None:
    page = device.ready("/en/settings/")
    update(device, relay, page, newer)
    expect(page.get_by_text("A new version is here.")).to_be_visible()
    page.reload()
    expect(page.get_by_text("A new version is here.")).to_be_hidden()
    expect(page.get_by_text("Ready with no signal")).to_be_visible()


def test_no_version_comes_into_a_session(device: Device, relay: Relay, newer: Server) -> None:
    page = device.ready("/en/")
    page.clock.install(time=NOON)
    page.goto(f"{device.address}/en/routines/qigong-short/play")
    page.clock.pause_at(NOON + 60)
    page.locator("[data-begin]").click()
    page.clock.run_for(5000)
    old = style(page)
    update(device, relay, page, newer)
    other = device.open("/en/exercises/cat-cow")
    assert not is_newer(other), "a session runs in another tab"
    assert style(other) == old
    # Figures that are fetched later still come from the version that the session began with.
    page.clock.run_for(150_000)
    expect(page.locator("[data-run] svg[data-figure=raise-one-hand]")).to_be_visible()
    page.locator("[data-leave]").click()
    page.locator("[data-end-here]").click()
    other.goto(f"{device.address}/en/exercises/cat-cow")
    assert is_newer(other)


def test_of_two_tabs_the_one_that_was_open_goes_on_with_what_it_came_from(
    device: Device, relay: Relay, newer: Server
) -> None:
    page = device.ready("/en/")
    page.goto(f"{device.address}/en/routines/qigong-short/play")
    old = style(page)
    other = device.open("/en/")
    update(device, relay, other, newer)
    other.goto(f"{device.address}/en/exercises/cat-cow")
    assert is_newer(other)
    assert style(page) == old
    # The tab begins its session after the change: figures of its version are still here.
    relay.target = None
    begin_last_step(page)
    expect(page.locator("[data-run] svg[data-figure=look-back]")).to_be_visible()
    hash_of = old.split("/")[2]
    assert hash_of == assets.content_hash()
    page.locator("[data-leave]").click()
    page.locator("[data-end-here]").click()
    # Once nobody uses it any longer, the old version leaves the device.
    page.goto(f"{device.address}/en/")
    look(device, page)
    page.wait_for_function("async () => (await caches.keys()).length === 2", timeout=20_000)


def test_a_list_that_was_open_gets_its_pictures_from_its_own_version(
    device: Device, relay: Relay, newer: Server
) -> None:
    page = device.ready("/en/")
    page.goto(f"{device.address}/en/exercises/")
    rest = page.locator("[data-atlas]").get_attribute("data-rest")
    other = device.open("/en/")
    update(device, relay, other, newer)
    other.goto(f"{device.address}/en/exercises/")
    assert NEWER not in page.evaluate(FETCH, rest)
    assert NEWER in other.evaluate(FETCH, other.locator("[data-atlas]").get_attribute("data-rest"))


def test_an_old_page_with_a_new_server_and_no_packs_goes_on(
    device: Device, relay: Relay, newer: Server
) -> None:
    """Before anything is kept: figures of the old version are gone from the new server."""
    relay.cut["/pack/"] = 10
    page = device.open("/en/routines/qigong-short/play")
    device.wait(page, lambda found: found["fault"])
    relay.target = newer
    begin_last_step(page)
    expect(page.locator("[data-name]")).to_have_text("Look back over the shoulder")
    expect(page.locator("[data-clock]")).not_to_be_empty()


def test_a_new_page_with_an_old_server_goes_on_and_takes_the_old_version_back(
    device: Device, relay: Relay, server: Server, newer: Server
) -> None:
    relay.target = newer
    page = device.ready("/en/exercises/cat-cow")
    assert is_newer(page)
    update(device, relay, page, server)
    page.goto(f"{device.address}/en/exercises/cat-cow")
    assert not is_newer(page)
    expect(page.locator("h1")).to_have_css("font-weight", "800")


def test_the_worker_itself_is_replaced_once_no_page_is_open(
    device: Device, relay: Relay, newer: Server
) -> None:
    page = device.ready("/en/")
    relay.target = newer
    assert page.evaluate(WAITING)
    page.goto(f"{device.address}/en/exercises/cat-cow")
    assert page.evaluate(WAITING), "the older one goes on as long as a page is open"
    page.close()
    relay.target = None
    page = device.open("/en/exercises/cat-cow")
    page.wait_for_function("async () => !(await navigator.serviceWorker.ready).waiting")
    assert not is_newer(page), "and what was kept stays"


def test_a_corrected_page_is_covered_at_once_until_its_new_version_is_here(
    device: Device, relay: Relay, newer: Server
) -> None:
    page = device.ready("/en/")
    page.goto(device.address + BIRD_DOG)
    relay.target = newer
    relay.cut["/pack/"] = 10  # the correction is known, the new pack is not here
    look(device, page)
    expect(page.locator("h1")).to_have_text("Do not follow this page")
    relay.target = None
    for path in ("/en/exercises/bird-dog/play", "/en/routines/cold-water-10/play"):
        page.goto(device.address + path)
        expect(page.locator("h1")).to_have_text("Do not follow this page")
    page.goto(f"{device.address}/en/exercises/cat-cow")
    expect(page.locator("h1")).to_have_text("Cat-cow")
    relay.target = newer
    relay.cut.clear()
    page.goto(device.address + BIRD_DOG)
    page.get_by_role("button", name="Look for the new version").click()
    expect(page.locator("h1")).to_have_text("Bird dog", timeout=30_000)
    assert is_newer(page)


def test_a_correction_covers_a_session_that_runs(
    device: Device, relay: Relay, newer: Server
) -> None:
    """Safety stands above the rule that nothing comes into a session."""
    page = device.ready("/en/")
    page.goto(f"{device.address}{BIRD_DOG}/play")
    page.locator("[data-begin]").click()
    relay.target = newer
    relay.cut["/pack/"] = 10
    look(device, page)
    expect(page.locator("h1")).to_have_text("Do not follow this page")
