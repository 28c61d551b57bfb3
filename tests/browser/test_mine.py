"""One's own routines: made, changed, played, handed on and taken in, on the device alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import journal
from tests.browser.conftest import OpenPage
from tests.browser.device import Device
from tests.browser.relay import Relay
from tests.browser.test_pages import SMALL_TARGETS, TARGET_PX, violations

ROUTINE: dict[str, Any] = {
    "format": "limber-routine",
    "version": 1,
    "title": "After the pool",
    "whatFor": "A stiff back",
    "language": "en",
    "steps": [
        {"exercise": "cat-cow", "dose": {"repetitions": 2}},
        {
            "exercise": "bird-dog",
            "dose": {"repetitions": 2, "sides": "each"},
            "pace": 0.5,
            "note": "Keep still",
        },
    ],
}
LOCK = "localStorage.setItem('limber.locked', JSON.stringify(Date.now()))"
WHOLE = {"whatFor": "", "notes": "", "rounds": 1, "rest": 0, "beginner": False}
DRAFT = "draft => localStorage.setItem('limber.draft', JSON.stringify(draft))"


def file_of(routine: dict[str, Any], name: str = "pool.limber.json") -> Any:
    body = json.dumps(routine).encode()
    return {"name": name, "mimeType": "application/json", "buffer": body}


def take_in(page: Page, **changed: Any) -> None:
    expect(page.locator("[data-scripted]").first).to_be_visible()
    page.locator("[data-file]").set_input_files([file_of({**ROUTINE, **changed})])


@pytest.fixture
def mine(open_page: OpenPage) -> Page:
    """The page of one's own routines, with one that came in a file."""
    page = open_page("/en/mine/")
    take_in(page)
    expect(page.get_by_text("Kept under your routines: After the pool")).to_be_visible()
    return page


def titles(page: Page) -> Locator:
    return page.locator("[data-own] [data-title]")


def more(page: Page, act: str, title: str = "After the pool") -> None:
    page.get_by_role("button", name=f"More for {title}", exact=True).click()
    page.get_by_role("dialog").get_by_text(act, exact=True).click()


def test_who_has_none_is_told_what_to_do(open_page: OpenPage) -> None:
    page = open_page("/en/routines/")
    page.get_by_role("link", name="Mine").click()
    expect(page.get_by_text("No routine of your own yet")).to_be_visible()
    expect(page.get_by_role("link", name="Compose a routine")).to_be_visible()


def test_a_routine_of_the_library_becomes_ones_own(open_page: OpenPage) -> None:
    page = open_page("/en/routines/cold-water-10")
    page.get_by_role("button", name="Make it mine").click()
    expect(page).to_have_url("/en/build/")
    expect(page.get_by_label("Name")).to_have_value("Cold-water warm-up")
    page.get_by_label("Name").fill("My warm-up")
    page.wait_for_timeout(500)
    page.goto("/en/mine/")
    expect(page.locator("[data-own] [data-title]")).to_have_text(["My warm-up"])
    expect(page.locator("[data-own] [data-short]")).to_have_text("11 min, 6 steps")


def test_a_copy_still_says_what_its_routine_says(open_page: OpenPage) -> None:
    page = open_page("/en/routines/before-run-or-ride")
    page.get_by_role("button", name="Make it mine").click()
    expect(page).to_have_url("/en/build/")
    page.wait_for_timeout(500)
    page.goto("/en/mine/")
    page.locator("[data-own] a").first.click()
    expect(page.locator("[data-heed] li").first).to_contain_text("For a run or a ride")
    expect(page.locator("[data-stop] li").first).to_contain_text("do not run or ride today")
    expect(page.locator("[data-heed]")).not_to_contain_text("the pool")


def test_a_copy_keeps_names_in_signs_and_pinyin(open_page: OpenPage) -> None:
    page = open_page("/en/mine/")
    take_in(page, steps=[{"exercise": "cloud-hands", "dose": {"repetitions": 2}}])
    page.locator("[data-own] a").first.click()
    page.get_by_role("button", name="Start, ").click()
    expect(page.locator("[data-characters]")).to_have_text("云手")
    expect(page.locator("[data-pinyin]")).to_contain_text("shǒu")


def test_without_the_exercises_it_says_so_and_keeps_the_routine(mine: Page) -> None:
    mine.route("**/mine/catalog.json", lambda route: route.fulfill(body="cut off"))
    mine.get_by_role("link", name="After the pool").click()
    expect(mine.get_by_role("heading", level=1)).to_have_text("After the pool")
    expect(mine.get_by_text("This could not be loaded.").first).to_be_visible()
    expect(mine.locator("[data-begin]")).to_be_hidden()


def test_it_is_played_kept_and_offered_again(mine: Page) -> None:
    mine.get_by_role("link", name="After the pool").click()
    expect(mine.get_by_role("heading", level=1)).to_have_text("After the pool")
    expect(mine.locator("[data-start] [data-dose]")).to_have_text(["2 times", "2 times each side"])
    expect(mine.get_by_text("A stiff back")).to_be_visible()
    mine.get_by_role("button", name="Start, ").click()
    expect(mine.locator("[data-name]")).to_have_text("Cat-cow")
    mine.wait_for_timeout(700)
    mine.locator("[data-skip]").click()
    expect(mine.locator("[data-note]")).to_contain_text("Keep still")
    mine.locator("[data-skip]").click()
    expect(mine.get_by_role("heading", name="The session is over")).to_be_visible()
    expect(mine.locator("[data-kept]")).to_have_text("Kept on this device only.")
    mine.get_by_role("link", name="Finish").click()
    expect(mine).to_have_url("/en/mine/")
    expect(mine.get_by_role("region", name="Do it again").get_by_role("link")).to_contain_text(
        "After the pool"
    )
    mine.goto("/en/")
    last = mine.get_by_role("region", name="Last sessions")
    row = last.get_by_role("link", name="After the pool")
    row.click()
    expect(mine.get_by_role("button", name="Start, ")).to_be_visible()


def test_a_session_that_was_cut_off_goes_on(mine: Page) -> None:
    mine.get_by_role("link", name="After the pool").click()
    mine.get_by_role("button", name="Start, ").click()
    mine.wait_for_timeout(1200)
    mine.reload()
    mine.get_by_role("button", name="Go on at step 1 of 2").click()
    expect(mine.locator("[data-name]")).to_have_text("Cat-cow")


def test_adjusting_knows_its_steps(mine: Page) -> None:
    mine.get_by_role("link", name="After the pool").click()
    mine.get_by_role("button", name="Adjust pace, time and steps").click()
    sheet = mine.get_by_role("dialog", name="Adjust the session")
    sheet.get_by_role("switch", name="Cat-cow").uncheck()
    mine.keyboard.press("Escape")
    expect(mine.locator("[data-start] [data-step]").first).to_be_hidden()
    mine.reload()
    expect(mine.get_by_text("Adjusted by you.")).to_be_visible()


def test_copied_deleted_and_brought_back(mine: Page) -> None:
    more(mine, "Copy")
    expect(mine.get_by_text("Copied: Copy of After the pool")).to_be_visible()
    expect(titles(mine)).to_have_text(["Copy of After the pool", "After the pool"])
    more(mine, "Delete", "Copy of After the pool")
    expect(mine.get_by_text("Deleted: Copy of After the pool")).to_be_visible()
    expect(titles(mine)).to_have_text(["After the pool"])
    expect(mine.get_by_role("button", name="Undo")).to_be_focused()
    mine.keyboard.press("Enter")
    expect(mine.locator("[data-own] [data-title]")).to_have_count(2)
    expect(mine.get_by_role("button", name="More for Copy of After the pool")).to_be_focused()


def test_favourites_come_first(mine: Page) -> None:
    take_in(mine, title="Newer")
    expect(mine.locator("[data-own] [data-title]")).to_have_text(["Newer", "After the pool"])
    mine.get_by_role("button", name="Favourite: After the pool").click()
    expect(mine.locator("[data-own] [data-title]")).to_have_text(["After the pool", "Newer"])
    mine.goto("/en/exercises/bird-dog")
    mine.get_by_role("button", name="Favourite").click()
    mine.goto("/en/mine/")
    favourites = mine.get_by_role("region", name="Favourites")
    favourites.get_by_role("link", name="Bird dog").click()
    expect(mine.get_by_role("button", name="Favourite")).to_have_attribute("aria-pressed", "true")


def test_saved_as_a_file_it_is_the_same(mine: Page, tmp_path: Path) -> None:
    with mine.expect_download() as started:
        more(mine, "Save as a file")
    download = started.value
    assert download.suggested_filename == "After the pool.limber.json"
    download.save_as(tmp_path / "saved.json")
    saved = json.loads((tmp_path / "saved.json").read_text("utf-8"))
    assert saved["title"] == ROUTINE["title"]
    assert [step["note"] for step in saved["steps"]] == ["", "Keep still"]


def test_a_file_with_faults_is_refused_field_by_field(mine: Page) -> None:
    take_in(mine, rounds=99, steps=[{"exercise": "cat-cow", "dose": {"repetitions": 0}}])
    faults = mine.get_by_role("alert")
    expect(faults).to_contain_text("pool.limber.json could not be read.")
    expect(faults).to_contain_text("rounds: Give a whole number from 1 to 10.")
    expect(faults).to_contain_text("steps.0.dose.repetitions: Give a whole number from 1 to 100.")
    expect(titles(mine)).to_have_text(["After the pool"])


def test_what_limber_can_no_longer_do_says_so_and_does_not_start(mine: Page) -> None:
    own = mine.locator("[data-own] [data-id]").get_attribute("data-id")
    mine.evaluate(BREAK, own)
    mine.reload()
    expect(
        mine.get_by_text("Step 1: Limber has no exercise gone: take this step out.")
    ).to_be_visible()
    expect(mine.locator("[data-own] a[href*='/mine/play']")).to_have_count(0)
    mine.goto(f"/en/mine/play#{own}")
    expect(mine.get_by_text("Step 1: Limber has no exercise gone")).to_be_visible()
    expect(mine.locator("[data-begin]")).to_be_hidden()
    expect(mine.get_by_role("link", name="Change it")).to_be_visible()


BREAK = """id => new Promise((resolve) => {
  const opening = indexedDB.open("limber");
  opening.onsuccess = () => {
    const change = opening.result.transaction("journal", "readwrite");
    const store = change.objectStore("journal");
    const reading = store.get(["own", id]);
    reading.onsuccess = () => {
      reading.result.routine.steps[0].exercise = "gone";
      store.put(reading.result, ["own", id]);
    };
    change.oncomplete = () => resolve(opening.result.close());
  };
})"""


def test_one_that_is_not_here_says_so(open_page: OpenPage) -> None:
    page = open_page("/en/mine/play#nothing")
    expect(page.get_by_text("This routine is not on this device")).to_be_visible()
    expect(page.locator("[data-begin]")).to_be_hidden()


def test_while_locked_nothing_of_it_starts(mine: Page) -> None:
    routine = mine.locator("[data-own] a")
    expect(routine).not_to_have_attribute("href", "")
    address = routine.get_attribute("href") or ""
    mine.evaluate(LOCK)
    mine.reload()
    expect(mine.locator(".locked .call-bar")).to_be_visible()
    expect(mine.locator("[data-own]")).to_be_hidden()
    mine.goto(address)
    expect(mine.locator(".locked .call-bar")).to_be_visible()
    expect(mine.locator("[data-begin]")).to_be_hidden()


def test_the_draft_is_tried_and_kept_nowhere(open_page: OpenPage) -> None:
    page = open_page("/en/")
    steps = [{"pace": 1, "note": "", **step} for step in ROUTINE["steps"]]
    for step in steps:
        step["dose"] = {"sides": "none", "sets": 1, "rest": 0, **step["dose"]}
    whole = {**WHOLE, "need": "any", "conditions": [], "times": [], **ROUTINE, "steps": steps}
    page.evaluate(DRAFT, {"routine": whole, "link": None, "secret": ""})
    page.goto("/en/mine/play#draft")
    page.get_by_role("button", name="Start, ").click()
    page.wait_for_timeout(700)
    page.locator("[data-skip]").click()
    page.locator("[data-skip]").click()
    expect(page.get_by_role("heading", name="The session is over")).to_be_visible()
    expect(page.locator("[data-kept]")).to_have_text("")
    page.get_by_role("link", name="Finish").click()
    expect(page).to_have_url("/en/build/")
    assert [each for each in journal.kept(page) if "kind" in each] == []


def test_it_plays_with_no_server(device: Device, relay: Relay) -> None:
    page = device.ready("/en/mine/")
    take_in(page)
    expect(page.locator("[data-own] [data-title]")).to_have_text(["After the pool"])
    relay.target = None
    page.reload()
    page.get_by_role("link", name="After the pool").click()
    page.get_by_role("button", name="Start, ").click()
    expect(page.locator("[data-name]")).to_have_text("Cat-cow")
    expect(page.locator("[data-figure-place] svg")).to_be_visible()
    assert device.errors == []


HAND_OVER = """text => {
  const form = Object.assign(document.createElement("form"), {
    method: "post", action: "/en/mine/", enctype: "multipart/form-data",
  });
  const field = Object.assign(document.createElement("input"), { type: "file", name: "routine" });
  const files = new DataTransfer();
  files.items.add(new File([text], "pool.limber.json", { type: "application/json" }));
  field.files = files.files;
  form.append(field);
  document.body.append(form);
  form.submit();
}"""


WORKED = """() => navigator.serviceWorker.controller ? true : new Promise((resolve) =>
  navigator.serviceWorker.addEventListener("controllerchange", () => resolve(true)))"""


def test_a_file_that_another_app_hands_over_is_kept_after_a_yes(device: Device) -> None:
    page = device.open("/en/")
    page.evaluate(WORKED)
    page.evaluate(HAND_OVER, json.dumps(ROUTINE))
    sheet = page.get_by_role("dialog")
    expect(sheet).to_contain_text("After the pool")
    expect(sheet).to_contain_text("2 steps")
    assert violations(page) == []
    assert page.evaluate(SMALL_TARGETS, TARGET_PX) == []
    sheet.get_by_role("button", name="Keep it", exact=True).click()
    expect(page.get_by_text("Kept under your routines: After the pool")).to_be_visible()
    expect(titles(page)).to_have_text(["After the pool"])
    page.reload()
    expect(page.locator("[data-own] [data-title]")).to_have_count(1)
    page.evaluate(HAND_OVER, json.dumps({**ROUTINE, "title": "Unasked"}))
    expect(sheet).to_contain_text("Unasked")
    sheet.get_by_role("button", name="Do not keep it").click()
    expect(sheet).to_be_hidden()
    page.evaluate(HAND_OVER, json.dumps({**ROUTINE, "title": "Unasked"}))
    expect(sheet).to_be_visible()
    page.keyboard.press("Escape")
    page.reload()
    expect(page.locator("[data-own] [data-title]")).to_have_text(["After the pool"])
