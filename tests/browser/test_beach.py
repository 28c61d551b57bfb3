"""Beach and class: digits seen from afar, a screen that is one button, a lock that no drip opens.

Keys and screen readers are never locked out.
"""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import LOOKS, NOON, OpenPage

BIRD_DOG = "/{}/exercises/bird-dog/play"
WARM_UP = "/{}/routines/cold-water-10/play"
CHOOSE = "localStorage.setItem('limber.screen', JSON.stringify(%s))"
BEACH, CLASS = {"display": "beach"}, {"display": "class"}
LOCKED = {"touchlock": "on"}
TOUCH = {"has_touch": True, "is_mobile": True}
PLAYER_TARGET_PX = 64
FRAME_MS = 20

Point = tuple[int, int]
MIDDLE: Point = (180, 300)

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

# What is seen of these and does not lie between the edges of the screen.
CUT = """names => names
  .map(name => [name, document.querySelector(name)])
  .filter(([, each]) => each && each.checkVisibility() && each.textContent)
  .map(([name, each]) => [name, each.getBoundingClientRect()])
  .filter(([, box]) => box.width > 1)
  .filter(([, box]) => box.top < 0 || box.left < 0 ||
    box.bottom > innerHeight + 0.5 || box.right > innerWidth + 0.5)
  .map(([name, box]) => `${name}: ${JSON.stringify(box)}`)"""
SEEN = [
    "[data-phase-name]",
    "[data-clock]",
    "[data-cue]",
    "[data-lane]",
    "[data-hints]",
    "[data-keys]",
]
SCROLLS = """() => {
  const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
  return scrollHeight > clientHeight || scrollWidth > clientWidth;
}"""


class Fingers:
    """Touches as a screen makes them, for as long as the test's own clock says."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.devtools = page.context.new_cdp_session(page)

    def send(self, kind: str, *points: Point) -> None:
        touches = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(points)]
        self.devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    def press(self, milliseconds: int, at: Point = MIDDLE) -> None:
        self.send("touchStart", at)
        self.page.clock.run_for(milliseconds)
        self.send("touchEnd")
        self.page.clock.run_for(FRAME_MS)


def opened(
    open_page: OpenPage, path: str, chosen: dict[str, str], still: bool = True, **options: Any
) -> Page:
    """Where the clock does not stand still it goes on by itself too, as axe needs it."""
    page = open_page("about:blank", **{**TOUCH, **options})
    page.add_init_script(CHOOSE % json.dumps(chosen))
    page.clock.install(time=NOON)
    page.goto(path)
    page.locator("[data-display-before]").wait_for(state="attached")
    if still:
        page.clock.pause_at(NOON + 60)
    return page


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


def pause_button(page: Page) -> Locator:
    return page.get_by_role("button", name="Pause", exact=True)


def is_running(page: Page) -> bool:
    return bool(page.locator("body").get_attribute("data-running"))


def name(page: Page) -> str | None:
    return page.locator("[data-name]").text_content()


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {[node['html'] for node in each['nodes']]}" for each in found]


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


@pytest.mark.parametrize("prefix", ["en", "ar"])
@pytest.mark.parametrize("display", ["usual", "beach", "class"])
def test_nothing_is_cut_on_a_phone_that_lies_on_its_side(
    open_page: OpenPage, display: str, prefix: str
) -> None:
    page = open_page("about:blank", viewport={"width": 740, "height": 360}, **TOUCH)
    page.add_init_script(CHOOSE % json.dumps({"display": display}))
    page.clock.install(time=NOON)
    page.goto(BIRD_DOG.format(prefix))
    if display != "usual":
        page.locator("[data-display-before]").wait_for(state="attached")
    page.clock.pause_at(NOON + 60)
    page.locator("[data-begin]").click()
    for seconds in (1, 15, 3):
        page.clock.run_for(seconds * 1000)
        assert page.evaluate(CUT, SEEN) == [], seconds
        assert not page.evaluate(SCROLLS), seconds
    page.locator("[data-pause]").evaluate("each => each.click()")
    assert page.evaluate(CUT, SEEN) == []
    assert not page.evaluate(SCROLLS)


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


def test_it_is_chosen_before_the_start_and_changed_in_a_pause(open_page: OpenPage) -> None:
    page = open_page(BIRD_DOG.format("en"), **TOUCH)
    start = page.locator("[data-displays]")
    start.get_by_role("radio", name="Beach").check()
    expect(start.get_by_role("switch", name="Touch lock")).to_be_visible()
    page.locator("[data-begin]").click()
    expect(page.locator("body")).to_have_attribute("data-shown", "beach")
    page.wait_for_timeout(700)
    page.keyboard.press("Space")
    page.get_by_role("button", name="Adjust the session").click()
    choice = page.get_by_role("dialog").get_by_role("group", name="Display")
    expect(choice.get_by_role("radio", name="Beach")).to_be_checked()
    choice.get_by_role("radio", name="Usual").check()
    page.keyboard.press("Escape")
    assert page.locator("body").get_attribute("data-shown") is None
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    expect(page.locator("[data-practise]")).to_be_visible()


def test_what_does_not_come_leaves_the_usual_display_and_is_tried_again(
    open_page: OpenPage,
) -> None:
    page = open_page("about:blank", **TOUCH)
    page.add_init_script(CHOOSE % json.dumps(BEACH))
    page.route("**/settings/", lambda route: route.fulfill(content_type="text/html", body="<p>"))
    page.goto(BIRD_DOG.format("en"))
    page.locator("[data-begin]").click()
    expect(pause_button(page)).to_be_visible()
    assert page.locator("body").get_attribute("data-shown") is None
    page.unroute("**/settings/")
    page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="Do it again").click()
    expect(page.locator("body")).to_have_attribute("data-shown", "beach")


@pytest.mark.parametrize("display", ["beach", "class"])
@pytest.mark.parametrize(("prefix", "theme"), LOOKS)
def test_axe_finds_nothing_in_any_state(
    open_page: OpenPage, prefix: str, theme: str, display: str
) -> None:
    chosen = {"display": display, "theme": theme}
    page = opened(open_page, BIRD_DOG.format(prefix), chosen, still=False)
    assert violations(page) == [], "start"
    page.locator("[data-begin]").click()
    for seconds in (1, 15, 3, 58):
        page.clock.run_for(seconds * 1000)
        assert violations(page) == [], seconds
    page.locator("[data-pause]").press("Enter")
    assert violations(page) == [], "paused"
    page.locator("[data-lock-key]").press("Enter")
    assert violations(page) == [], "lock wanted"
    page.locator("[data-pause]").press("Enter")
    assert violations(page) == [], "locked"
    Fingers(page).send("touchStart", MIDDLE)
    expect(page.locator(".press-words")).to_be_visible()
    assert violations(page) == [], "how to unlock"


def test_keys_of_a_pause_are_large(begun: Any) -> None:
    page = begun()
    Fingers(page).press(80)
    for key in page.locator(".player-keys button").all():
        box = key.bounding_box()
        assert box
        assert min(box["height"], box["width"]) >= PLAYER_TARGET_PX


# Up to eight lines of each exercise in them are to be read while one gets ready.
@pytest.mark.parametrize(
    "path", [WARM_UP, "/{}/routines/ba-duan-jin/play", "/{}/routines/qigong-short/play"]
)
def test_the_usual_clock_stays_above_the_keys(open_page: OpenPage, path: str) -> None:
    page = open_page("about:blank")
    page.clock.install(time=NOON)
    page.goto(path.format("en"))
    page.clock.pause_at(NOON + 60)
    page.locator("[data-begin]").click()
    for _ in range(2):
        for seconds in (1, 16):
            page.clock.run_for(seconds * 1000)
            for height in (640, 740):
                page.set_viewport_size({"width": 360, "height": height})
                assert beyond_the_keys(page) == [], (name(page), seconds, height)
        page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.set_viewport_size({"width": 360, "height": 740})
    expect(page.get_by_role("list", name="How")).to_be_visible()
    page.clock.resume()
    assert violations(page) == []


def test_so_it_does_in_a_rest(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    page.clock.install(time=NOON)
    page.goto(BIRD_DOG.format("en"))
    page.clock.pause_at(NOON + 60)
    page.locator("[data-begin]").click()
    page.clock.run_for(143_000)
    assert page.locator("[data-run]").get_attribute("data-kind") == "rest"
    for height in (640, 740):
        page.set_viewport_size({"width": 360, "height": height})
        assert beyond_the_keys(page) == []


def beyond_the_keys(page: Page) -> list[str]:
    bar = page.locator(".player-bar").bounding_box()
    assert bar
    found = []
    for part in ("phase-name", "cue", "clock"):
        box = page.locator(f"[data-{part}]").bounding_box()
        assert box
        if box["y"] < 0 or box["y"] + box["height"] > bar["y"] + 0.5:
            found.append(part)
    return found
