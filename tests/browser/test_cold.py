"""Before a massage the player asks whether somebody is cold, and a Yes leads to getting warm."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.author import STEPS, Author
from tests.browser.conftest import NOON, PHONE, OpenPage
from tests.browser.device import kept
from tests.browser.relay import relaying
from tests.browser.test_mine import take_in
from tests.serving import Server, serving
from webapp import places

ROOT = places.TEMPLATES.parent
EXERCISES = "webapp/content/data/exercises/whole-body"


@pytest.fixture(scope="module")
def massaging(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app with two of its movements being massage, whatever the library has."""
    folder = tmp_path_factory.mktemp("massaging")
    for tree in ("webapp", "templates", "static", "translations"):
        shutil.copytree(ROOT / tree, folder / tree)
    for step in STEPS:
        file = folder / EXERCISES / f"{step['exercise']}.yaml"
        file.write_text(file.read_text("utf-8").replace("\npurpose: [", "\npurpose: [massage, "))
    instance = folder / "instance"
    with serving(instance, PYTHONPATH=str(folder), LIMBER_PACKS=str(folder / "packs")) as server:
        yield server


@pytest.fixture
def own(open_page: OpenPage, massaging: Server) -> Page:
    """The player of an own routine of two steps."""
    page = open_page("about:blank", base_url=massaging.address)
    page.clock.install(time=NOON)
    page.goto("/en/mine/")
    take_in(page, steps=STEPS)
    page.locator("[data-own] [data-play]").click()
    expect(page.locator("[data-not-cold]")).to_be_visible()
    return page


def begin(page: Page) -> None:
    page.locator("[data-not-cold]").click()
    page.locator("[data-begin]").click()
    expect(page.locator("[data-run]")).to_be_visible()
    page.clock.run_for(1000)  # a second tap of those that started it would be none


def skip_all(page: Page) -> None:
    for _ in STEPS:
        page.locator("[data-skip]").click()
    expect(page.locator("[data-done]")).to_be_visible()


def left_and_seen_again(page: Page) -> None:
    for _ in ("left", "seen again"):
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def told_elsewhere(page: Page) -> None:
    """A yes in another tab."""
    other = page.context.new_page()
    other.goto("/en/rewarm/")
    other.locator("[data-begin]").click()
    expect(other.locator("[data-clock]")).to_be_visible()
    other.close()


def is_asked(page: Page, part: str = "not-cold") -> None:
    expect(page.locator("[data-run]")).to_be_hidden()
    expect(page.locator(f"[data-{part}]")).to_be_visible()


def test_nothing_begins_without_an_answer(own: Page) -> None:
    own.locator("[data-begin]").click()
    expect(own.locator("[data-cold-heading]")).to_be_focused()
    expect(own.locator("[data-run]")).to_be_hidden()
    own.locator("[data-not-cold]").click()
    expect(own.locator("[data-cold-question]")).to_be_hidden()
    expect(own.locator("[data-begin]")).to_be_focused()
    own.keyboard.press("Enter")
    expect(own.locator("[data-run]")).to_be_visible()


def test_a_yes_leads_to_getting_warm_and_keeps_it_closed(own: Page) -> None:
    played = own.url
    own.locator("[data-cold]").click()
    own.wait_for_url("**/en/rewarm/")
    own.goto(played)
    expect(own.locator("[data-warming]")).to_be_visible()
    expect(own.locator("[data-not-cold]")).to_be_hidden()
    own.locator("[data-begin]").click()
    expect(own.locator("[data-run]")).to_be_hidden()


def test_a_session_that_runs_stops_when_another_tab_is_told_a_yes(own: Page) -> None:
    begin(own)
    told_elsewhere(own)
    is_asked(own, "warming")
    expect(own.locator("[data-cold-heading]")).to_be_focused()
    own.locator("[data-begin]").click()
    is_asked(own, "warming")
    assert own.evaluate("navigator.locks.query().then(({ held }) => held.length)") == 0


def test_a_no_here_does_not_stand_against_a_yes_beside_it(own: Page) -> None:
    own.locator("[data-not-cold]").click()
    told_elsewhere(own)
    own.locator("[data-begin]").click()
    is_asked(own, "warming")


@pytest.mark.parametrize("way", ["key", "button"])
def test_after_a_long_pause_it_is_asked_again_and_goes_on_from_there(own: Page, way: str) -> None:
    begin(own)
    own.locator("[data-skip]").click()
    own.locator("[data-pause]").click()
    own.clock.run_for(1000)
    own.clock.fast_forward("11:00")
    if way == "key":
        own.locator("[data-pause]").evaluate("each => each.blur()")
        own.keyboard.press("Space")
    else:
        own.locator("[data-pause]").click()
    is_asked(own)
    own.locator("[data-not-cold]").click()
    go_on = own.get_by_role("button", name="Go on at step 2 of 2")
    expect(go_on).to_be_focused()
    go_on.click()
    expect(own.locator("[data-name]")).to_have_text("Look back over the shoulder")


def test_a_short_pause_asks_nothing(own: Page) -> None:
    begin(own)
    for icon in ("resume-icon", "pause-icon"):
        own.locator("[data-pause]").click()
        expect(own.locator(f"[data-{icon}]")).to_be_visible()


def test_a_page_that_was_left_in_a_pause_asks_again(own: Page) -> None:
    begin(own)
    own.locator("[data-pause]").click()
    left_and_seen_again(own)
    is_asked(own)


def test_after_a_reload_one_goes_on_only_with_an_answer(own: Page) -> None:
    begin(own)
    own.locator("[data-skip]").click()
    own.clock.run_for(2000)
    own.reload()
    own.locator("[data-resume]").click()
    is_asked(own)
    own.locator("[data-not-cold]").click()
    expect(own.locator("[data-resume]")).to_be_focused()


@pytest.mark.parametrize("part", ["again", "undo"])
def test_what_is_over_neither_begins_nor_goes_on_unasked(own: Page, part: str) -> None:
    begin(own)
    skip_all(own)
    left_and_seen_again(own)
    own.locator(f"[data-{part}]").first.click()
    is_asked(own)


@pytest.mark.parametrize("part", ["again", "undo"])
def test_what_is_over_stays_so_while_somebody_gets_warm(own: Page, part: str) -> None:
    begin(own)
    skip_all(own)
    told_elsewhere(own)
    own.locator(f"[data-{part}]").first.click()
    is_asked(own, "warming")


def test_a_routine_of_the_library_asks_as_well(open_page: OpenPage, massaging: Server) -> None:
    page = open_page("/en/routines/qigong-short/play", base_url=massaging.address)
    page.locator("[data-begin]").click()
    is_asked(page)
    page.locator("[data-not-cold]").click()
    page.locator("[data-begin]").click()
    expect(page.locator("[data-run]")).to_be_visible()


def test_where_the_question_does_not_come_the_page_says_why(
    browser: Browser, massaging: Server
) -> None:
    """Not opened as others are: of what does not come the browser complains."""
    page = browser.new_page(base_url=massaging.address, service_workers="block")
    page.goto("/en/mine/")
    take_in(page, steps=STEPS)
    page.route("**/player/later/question.js*", lambda route: route.abort())
    page.locator("[data-own] [data-play]").click()
    expect(page.locator("[data-unloaded-player]")).to_be_visible()
    expect(page.locator("[data-begin]")).to_be_hidden()
    page.context.close()


@pytest.mark.sweep
def test_a_shared_one_that_is_kept_asks_with_no_signal(browser: Browser, massaging: Server) -> None:
    massaging.wait_for_packs()
    author = Author(massaging).publish()
    with (
        relaying(massaging) as relay,
        kept(browser, relay.address, viewport=PHONE) as device,
    ):
        page = device.open(author.path)
        expect(page.get_by_text("On this device: works with no signal")).to_be_visible()
        relay.target = None
        page.goto(f"{device.address}{author.path}/play")
        page.locator("[data-begin]").click()
        is_asked(page)
        page.locator("[data-not-cold]").click()
        page.locator("[data-begin]").click()
        expect(page.locator("[data-run]")).to_be_visible()


def test_a_movement_asks_nothing(open_page: OpenPage) -> None:
    page = open_page("/en/exercises/bird-dog/play")
    expect(page.locator("[data-cold-question]")).to_have_count(0)
    page.locator("[data-begin]").click()
    expect(page.locator("[data-run]")).to_be_visible()
