"""Beach and class: digits seen from afar, a screen that is one button, a lock that no drip opens.

Keys and screen readers are never locked out.
"""

from __future__ import annotations

import base64
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.beach import (
    BEACH,
    BIRD_DOG,
    CLASS,
    CUT,
    MIDDLE,
    SCROLLS,
    SEEN,
    WARM_UP,
    Fingers,
    name,
    opened,
    pause_button,
)
from tests.browser.conftest import OpenPage

LOCKED = {"touchlock": "on"}
PLAYER_TARGET_PX = 64
# How tall and wide what differs from its ground is in a picture; a blank page may read it.
INK = """async ([picture, ground]) => {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const drawing = canvas.getContext("2d");
  drawing.drawImage(image, 0, 0);
  const { data } = drawing.getImageData(0, 0, width, height);
  const rows = [], columns = [];
  for (let i = 0; i < data.length; i += 4) {
    if (ground.some((value, channel) => Math.abs(data[i + channel] - value) > 60)) {
      rows.push(Math.floor(i / 4 / width));
      columns.push((i / 4) % width);
    }
  }
  const extent = (all) => all.reduce((most, each) => Math.max(most, each), 0)
    - all.reduce((least, each) => Math.min(least, each), Infinity) + 1;
  return [extent(rows), extent(columns)];
}"""


@pytest.fixture
def begun(open_page: OpenPage) -> Any:
    """A session in its display, a second after the start tap."""

    def begin(path: str = BIRD_DOG.format("en"), chosen: Any = None, **options: Any) -> Page:
        page = opened(open_page, path, {**BEACH, **(chosen or {})}, **options)
        page.locator("[data-begin]").click()
        page.locator(".lane-scale").wait_for(state="attached")
        page.clock.run_for(1000)
        return page

    return begin


def is_running(page: Page) -> bool:
    return bool(page.locator("body").get_attribute("data-running"))


def drawn(page: Page, scratch: Page) -> tuple[int, int]:
    """How tall and wide the digits are in the picture of the screen."""
    picture = base64.b64encode(page.locator("[data-clock]").screenshot()).decode()
    ground = page.locator("body").evaluate("each => getComputedStyle(each).backgroundColor")
    channels = [int(each) for each in ground.removeprefix("rgb(").removesuffix(")").split(",")]
    tall, wide = scratch.evaluate(INK, [picture, channels])
    return tall, wide


def quiet(page: Page, seconds: float) -> None:
    """On by so much, to where no call turns the colours of the clock round."""
    page.clock.run_for(int(seconds * 1000))
    page.wait_for_function("() => !document.querySelector('[data-clock]').dataset.call")


def test_digits_are_200_pixels_tall_on_a_small_phone(begun: Any, open_page: OpenPage) -> None:
    scratch = open_page("about:blank")
    page = begun()
    for seconds in (1, 4.8):
        quiet(page, seconds)
        tall, wide = drawn(page, scratch)
        assert tall >= 200, page.locator("[data-clock]").inner_text()
        assert wide <= 340
    page = begun(WARM_UP.format("en"))
    quiet(page, 12.7)
    assert ":" in page.locator("[data-clock]").inner_text()
    tall, wide = drawn(page, scratch)
    assert tall >= 200
    assert wide <= 340


@pytest.mark.parametrize("size", [(1280, 800), (1024, 768), (360, 740)])
def test_in_a_class_digits_take_two_fifths_of_the_shorter_side(
    begun: Any, open_page: OpenPage, size: tuple[int, int]
) -> None:
    page = begun(chosen=CLASS, viewport={"width": size[0], "height": size[1]})
    quiet(page, 1)
    tall, _ = drawn(page, open_page("about:blank"))
    assert tall >= 0.4 * min(size)
    assert page.evaluate(CUT, [*SEEN, ".player-next", "[data-name]"]) == []
    assert not page.evaluate(SCROLLS)
    expect(pause_button(page)).to_be_visible()


def test_a_tap_anywhere_pauses_and_one_on_the_digits_goes_on(begun: Any) -> None:
    page = begun()
    fingers = Fingers(page)
    for at in (MIDDLE, (20, 20), (340, 720)):
        fingers.press(80, at)
        assert not is_running(page), at
        page.wait_for_timeout(300)  # what the browser makes of it comes a little later
        assert not is_running(page), at
        fingers.press(80, (180, 560))
        assert not is_running(page), "a tap beside the digits is no answer"
        page.locator("[data-clock]").tap()
        assert is_running(page)


def test_a_second_skips_and_less_does_nothing(begun: Any) -> None:
    page = begun(WARM_UP.format("en"))
    fingers = Fingers(page)
    fingers.press(960)
    assert is_running(page)
    assert name(page) == "March on the spot"
    fingers.send("touchStart", MIDDLE)
    expect(page.locator(".press-done")).to_be_visible()
    expect(page.locator(".press-done")).to_have_attribute("cx", "180")
    page.clock.run_for(1010)
    assert name(page) == "Arm swings"
    expect(page.locator(".press-done")).to_be_hidden()
    fingers.send("touchEnd")
    page.wait_for_timeout(300)
    assert is_running(page)
    undo = page.get_by_role("button", name="Undo")
    box = undo.bounding_box()
    assert box
    fingers.press(80, (int(box["x"]) + 30, int(box["y"]) + 20))
    expect(page.locator("[data-name]")).to_have_text("March on the spot")
    assert is_running(page)


def test_two_fingers_and_one_that_strays_do_nothing(begun: Any) -> None:
    page = begun()
    fingers = Fingers(page)
    fingers.send("touchStart", MIDDLE)
    fingers.send("touchStart", MIDDLE, (60, 500))
    page.clock.run_for(1100)
    fingers.send("touchEnd")
    fingers.send("touchStart", MIDDLE)
    fingers.send("touchMove", (MIDDLE[0] + 60, MIDDLE[1]))
    page.clock.run_for(100)
    fingers.send("touchEnd")
    page.wait_for_timeout(300)
    assert is_running(page)
    assert name(page) == "Bird dog"


@pytest.mark.parametrize("display", ["beach", "class"])
def test_drips_on_a_locked_screen_only_show_how_to_unlock(begun: Any, display: str) -> None:
    page = begun(chosen={"display": display, **LOCKED})
    fingers = Fingers(page)
    words = page.locator(".press-words")
    expect(page.get_by_text("Touch lock on")).to_be_visible()
    expect(words).to_be_hidden()
    # Also where the keys and the way out are.
    for at in (MIDDLE, (30, 30), (180, 700), (330, 700), (60, 700)):
        fingers.press(90, at)
        expect(words).to_be_visible()
        fingers.send("touchStart", at, (at[0] + 5, 400))
        page.clock.run_for(100)
        fingers.send("touchEnd")
    page.wait_for_timeout(300)
    assert is_running(page)
    assert name(page) == "Bird dog"
    fingers.press(1960)
    assert is_running(page)
    fingers.press(2010)
    assert not is_running(page)
    expect(page.get_by_text("Touch lock on")).to_be_hidden()


def test_keys_and_what_a_screen_reader_presses_are_never_locked_out(begun: Any) -> None:
    page = begun(WARM_UP.format("en"), chosen=LOCKED)
    expect(pause_button(page)).to_have_accessible_description(
        "In a pause there are buttons to go back, skip, lock and end."
    )
    page.keyboard.press("ArrowRight")
    assert name(page) == "Arm swings"
    pause_button(page).press("Enter")
    assert not is_running(page)
    page.get_by_role("button", name="Go on").press("Space")
    assert is_running(page)
    pause_button(page).evaluate("each => each.click()")
    assert not is_running(page)
    for button in ("Back one step", "Skip this step", "Touch lock", "End the session"):
        expect(page.get_by_role("button", name=button).first).to_be_visible()


def test_the_lock_is_set_in_a_pause_and_kept(begun: Any) -> None:
    page = begun()
    Fingers(page).press(80)
    key = page.locator("[data-lock-key]")
    key.tap()
    expect(key).to_have_attribute("aria-pressed", "true")
    assert not is_running(page)
    page.get_by_role("button", name="Go on").tap()
    expect(page.get_by_text("Touch lock on")).to_be_visible()
    assert "touchlock" in page.evaluate("localStorage.getItem('limber.screen')")


def test_who_is_waited_for_finds_done_and_behind_the_lock_after_unlocking(
    open_page: OpenPage,
) -> None:
    page = opened(open_page, BIRD_DOG.format("en"), {**BEACH, **LOCKED})
    page.locator("[data-adjust]").click()
    page.locator("input[name=count][value=tap]").check()
    page.keyboard.press("Escape")
    page.locator("[data-begin]").click()
    page.clock.run_for(16_000)
    fingers = Fingers(page)
    done = page.get_by_role("button", name="Done")
    box = done.bounding_box()
    assert box
    assert box["width"] < PLAYER_TARGET_PX or "inset" in done.evaluate(
        "each => getComputedStyle(each).clipPath"
    )
    expect(page.locator(".press-words")).to_be_visible()
    fingers.press(2010)
    assert is_running(page), "what waits is not paused"
    box = done.bounding_box()
    assert box
    assert box["height"] >= PLAYER_TARGET_PX
    done.tap()
    expect(page.locator("[data-phase-name]")).to_have_text("Switch sides")
    expect(page.get_by_text("Touch lock on")).to_be_visible()


def test_a_beach_is_in_the_sun_and_gives_the_theme_back(begun: Any) -> None:
    page = begun(chosen={"theme": "dark"})
    root = page.locator("html")
    expect(root).to_have_attribute("data-theme", "sun")
    page.clock.run_for(16_000)
    ground = "each => getComputedStyle(each).backgroundColor"
    assert page.locator("body").evaluate(ground) == "rgb(0, 72, 58)"
    expect(page.locator("meta[name=theme-color]").first).to_have_attribute("content", "#00483a")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-done]")).to_be_visible()
    expect(root).to_have_attribute("data-theme", "dark")


def test_keys_of_a_pause_are_large(begun: Any) -> None:
    page = begun()
    Fingers(page).press(80)
    for key in page.locator(".player-keys button").all():
        box = key.bounding_box()
        assert box
        assert min(box["height"], box["width"]) >= PLAYER_TARGET_PX
