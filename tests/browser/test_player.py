"""The player in a real browser: led through by itself, right to the second, never lost."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import OpenPage, open_at_noon
from tests.serving import Server

WARM_UP = "/{}/routines/cold-water-10/play"
BIRD_DOG = "/{}/exercises/bird-dog/play"
HOUR_MS = 3_600_000
FRAME_MS = 20
SIZES = [(360, 740), (320, 568), (740, 360), (568, 320), (1280, 800)]


@pytest.fixture
def start(open_page: OpenPage) -> object:
    """Open a player with a clock of the test's own and tap start."""

    def begin(path: str, **options: Any) -> Page:
        page = open_page("about:blank", **options)
        open_at_noon(page, path)
        page.locator("[data-begin]").click()
        return page

    return begin


def part(page: Page, name: str) -> str:
    return page.locator(f"[data-{name}]").inner_text()


def run(page: Page, seconds: float) -> None:
    """Let time pass, and one more frame, so that the last second is drawn."""
    page.clock.run_for(int(seconds * 1000) + FRAME_MS)


def test_from_today_to_the_first_movement_in_three_taps(open_page: OpenPage) -> None:
    page = open_page("/en/")
    page.get_by_role("link", name="About this routine").click()
    page.get_by_role("link", name="Start, 11 min 9 s").click()
    page.get_by_role("button", name="Start, 11 min 9 s").click()
    expect(page.locator("[data-phase-name]")).to_have_text("Get ready")
    expect(page.locator("[data-name]")).to_have_text("March on the spot")


@pytest.mark.timed
def test_real_seconds_pass(open_page: OpenPage) -> None:
    page = open_page(BIRD_DOG.format("en"))
    page.locator("[data-begin]").click()
    expect(page.locator("[data-clock]")).to_have_text("15")
    expect(page.locator("[data-clock]")).to_have_text("13", timeout=4000)


def test_it_leads_through_the_whole_warm_up_by_itself(start: OpenPage) -> None:
    page = start(WARM_UP.format("en"))
    seen: list[str] = []
    kinds: set[str] = set()
    for _ in range(223):
        label = f"{part(page, 'position')}: {part(page, 'name')}"
        if label not in seen:
            seen.append(label)
        kinds.add(page.locator("[data-run]").get_attribute("data-kind") or "")
        page.clock.run_for(3000)
    run(page, 0)
    assert seen == [
        "Step 1 of 6: March on the spot",
        "Step 2 of 6: Arm swings",
        "Step 3 of 6: Trunk turns",
        "Step 4 of 6: Hip hinge",
        "Step 5 of 6: Leg swings",
        "Step 6 of 6: Bird dog",
    ]
    assert kinds == {"ready", "move", "stay", "switch"}
    expect(page.get_by_role("heading", name="The session is over")).to_be_focused()
    expect(page.get_by_text("Wade in slowly. Never jump.")).to_be_visible()
    expect(page.locator("[data-run]")).to_be_hidden()


def test_sides_sets_and_rests_are_shown(start: OpenPage) -> None:
    page = start(BIRD_DOG.format("en"))
    run(page, 19)
    assert part(page, "phase-name") == "Stay"
    assert part(page, "clock") == "3"
    assert part(page, "count") == "Repetition 1 of 6 · Side 1 of 2 · Set 1 of 2"
    run(page, 57)
    assert part(page, "phase-name") == "Switch sides"
    run(page, 66)
    assert part(page, "phase-name") == "Rest"


def test_a_phone_that_slept_comes_back_to_the_right_second(start: OpenPage) -> None:
    page = start(WARM_UP.format("en"))
    page.clock.fast_forward(300_000)
    assert part(page, "name") == "Arm swings"
    assert part(page, "left") == "6:09 left"
    page.clock.fast_forward(HOUR_MS)
    expect(page.locator("[data-done]")).to_be_visible()


def test_pause_stands_still_and_goes_on(start: OpenPage) -> None:
    page = start(WARM_UP.format("en"))
    run(page, 5)
    page.get_by_role("button", name="Pause").click()
    left = part(page, "left")
    page.clock.fast_forward(HOUR_MS)
    assert part(page, "left") == left
    page.get_by_role("button", name="Go on").click()
    run(page, 2)
    assert part(page, "clock") == "3"


def test_a_double_tap_on_start_does_not_pause(open_page: OpenPage) -> None:
    page = open_page(BIRD_DOG.format("en"))
    page.locator("[data-begin]").dblclick()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    expect(page.locator("[data-clock]")).to_have_text("14")


def test_a_pause_is_announced_each_time_and_so_is_going_on(start: OpenPage) -> None:
    page = start(BIRD_DOG.format("en"))
    announced = page.get_by_role("status")
    run(page, 2)
    said = []
    for _ in range(2):
        page.get_by_role("button", name="Pause").click()
        said.append(announced.text_content())
        page.get_by_role("button", name="Go on").click()
        said.append(announced.text_content())
    assert [each.strip() for each in said if each] == ["Paused", "Going on"] * 2


def test_the_lock_is_given_back_in_a_pause(start: OpenPage) -> None:
    page = start(BIRD_DOG.format("en"))
    expect(page.locator("[data-awake]")).to_have_text("The screen stays on.")
    run(page, 2)
    page.get_by_role("button", name="Pause").click()
    expect(page.locator("[data-awake]")).to_have_text("")


@pytest.mark.parametrize("prefix", ["en", "ar"])
def test_clock_and_count_lie_above_the_buttons(start: OpenPage, prefix: str) -> None:
    page = start(BIRD_DOG.format(prefix))
    for seconds in (1, 15, 60):
        run(page, seconds)
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            assert beyond_the_buttons(page) == [], (seconds, width, height)


def beyond_the_buttons(page: Page) -> list[str]:
    """What does not lie between the upper edge and the buttons."""
    bar = page.locator(".player-bar").bounding_box()
    assert bar
    found = []
    for name in ("phase-name", "clock", "count"):
        box = page.locator(f"[data-{name}]").bounding_box()
        assert box
        if box["y"] < 0 or box["y"] + box["height"] > bar["y"]:
            found.append(name)
    return found


def test_without_its_script_the_page_says_so(browser: Browser, server: Server) -> None:
    page = browser.new_page(base_url=server.address)
    page.route("**/*.js", lambda route: route.abort())
    page.goto(BIRD_DOG.format("en"))
    expect(page.get_by_text("The timer needs JavaScript.")).to_be_visible()
    expect(page.locator("[data-begin]")).to_be_hidden()
    page.close()


def test_skip_can_be_taken_back(start: OpenPage) -> None:
    page = start(WARM_UP.format("en"))
    run(page, 1)
    page.get_by_role("button", name="Skip this step").click()
    assert part(page, "name") == "Arm swings"
    page.get_by_role("button", name="Back one step").click()
    assert part(page, "name") == "March on the spot"


def test_skipping_the_last_step_ends_and_again_begins_anew(start: OpenPage) -> None:
    page = start(BIRD_DOG.format("en"))
    run(page, 1)
    page.get_by_role("button", name="Skip this step").click()
    page.get_by_role("button", name="Do it again").click()
    assert part(page, "phase-name") == "Get ready"
    assert part(page, "clock") == "15"


def test_the_keyboard_pauses_skips_and_goes_back(start: OpenPage) -> None:
    page = start(WARM_UP.format("en"))
    run(page, 1)
    page.locator("body").press("ArrowRight")
    assert part(page, "name") == "Arm swings"
    page.locator("body").press("ArrowLeft")
    assert part(page, "name") == "March on the spot"
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Go on")).to_be_visible()


def test_in_arabic_digits_are_arabic_and_arrows_follow_the_reading(start: OpenPage) -> None:
    page = start(WARM_UP.format("ar"))
    assert part(page, "clock") == "١٠"
    page.locator("body").press("ArrowLeft")
    run(page, 1)
    assert part(page, "clock") == "٧"
    text = page.locator("[data-run]").inner_text()
    assert not any(sign in text for sign in "0123456789")


def test_the_clock_is_silent_and_steps_are_announced(start: OpenPage) -> None:
    page = start(BIRD_DOG.format("en"))
    assert page.get_by_role("timer").get_attribute("aria-live") == "off"
    announced = page.get_by_role("status")
    expect(announced).to_have_text(
        "Get ready: Bird dog. Kneel on hands and knees on a mat or towel."
    )
    run(page, 16)
    expect(announced).to_have_text(
        "Reach: Bird dog. Breathe out. One arm forward, the opposite leg back."
    )
    run(page, 20)
    expect(announced).to_have_text(
        "Reach: Bird dog. Breathe out. One arm forward, the opposite leg back."
    )
    run(page, 40)
    expect(announced).to_have_text(
        "Switch sides: Bird dog. The same once more with the other side."
    )


def test_it_says_whether_the_screen_stays_on(start: OpenPage) -> None:
    page = start(BIRD_DOG.format("en"))
    expect(page.locator("[data-awake]")).to_have_text("The screen stays on.")


def test_without_script_the_steps_can_be_read(open_page: OpenPage) -> None:
    page = open_page(WARM_UP.format("en"), java_script_enabled=False)
    expect(page.get_by_role("listitem").filter(has_text="Bird dog")).to_be_visible()
    expect(page.locator("[data-begin]")).to_be_hidden()


def test_a_whole_session_by_keys_alone(open_page: OpenPage) -> None:
    """Nothing is pointed at: adjust, start, pause, skip, undo, end early, answer, finish."""
    page = open_page(BIRD_DOG.format("en"))
    reach(page, "Adjust pace, time and steps")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    reach(page, "Start, ")
    page.keyboard.press("Enter")
    expect(page.locator("[data-pause]")).to_be_focused()
    expect(page.locator("[data-clock]")).to_have_text("14")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Go on")).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-done-heading]")).to_be_focused()
    reach(page, "Undo")
    page.keyboard.press("Enter")
    expect(page.locator("[data-pause]")).to_be_focused()
    reach(page, "End the session")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="End the session?")).to_be_visible()
    reach(page, "End here and keep it")
    page.keyboard.press("Enter")
    reach(page, "–")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-report]").get_by_role("radio", name="0", exact=True)).to_be_checked()
    reach(page, "Finish")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/en/exercises/bird-dog")


FOCUSED = """() => {
  const { activeElement: focused } = document;
  return focused.ariaLabel ?? (focused.closest("label") ?? focused).textContent.trim();
}"""


def reach(page: Page, name: str) -> None:
    """Press Tab until what has the focus bears this name."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED).startswith(name):
            return
    raise AssertionError(f"Tab does not lead to {name}")


def test_a_whole_session_by_the_accessibility_tree_alone(start: OpenPage) -> None:
    """Only roles and names: what a screen reader is told is enough to be led."""
    page = start(BIRD_DOG.format("en"))
    clock, said = page.get_by_role("timer"), page.get_by_role("status").filter(has_text="Bird dog")
    expect(clock).to_have_text("15")
    expect(said).to_have_text("Get ready: Bird dog. Kneel on hands and knees on a mat or towel.")
    run(page, 16)
    expect(page.get_by_role("img", name="Reach: Breathe out.")).to_be_visible()
    expect(page.get_by_role("region", name="Bird dog")).to_contain_text("Repetition 1 of 6")
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Adjust the session").click()
    page.get_by_role("group", name="Repetitions").get_by_role("radio", name="I tap").check()
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("region", name="Bird dog")).to_contain_text("In your own time")
    page.get_by_role("button", name="Done").click()
    expect(said).to_contain_text("Switch sides: Bird dog.")
    page.get_by_role("button", name="Skip this step").click()
    expect(page.get_by_role("heading", name="The session is over")).to_be_focused()
    after = page.get_by_role("group", name="How much does it hurt now?")
    after.get_by_role("radio", name="2", exact=True).check()
    page.get_by_role("textbox", name="Note for yourself").fill("good")
    page.get_by_role("link", name="Finish").click()
    expect(page).to_have_url("/en/exercises/bird-dog")
