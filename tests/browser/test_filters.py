"""The library on a phone: chips and words, kept after `#`; its pictures fetched in time."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import LOOKS, PHONE, OpenPage
from tests.browser.test_pages import SIDEWAYS, SMALL_TARGETS, TARGET_PX, violations
from tests.sampling import each_prefix
from webapp.content import library
from webapp.exercises.views import PICTURED

LIBRARY = "/en/exercises/"
REST = "**/exercises/rest?*"
TOTAL = len(library.english().exercises)
EVERYTHING = f"{TOTAL} exercises"
LANGUAGES = ["en", "ar"]
PREFIXES = [*LANGUAGES, "zh-hans"]

CHIPS = """() => [...document.querySelectorAll(".chip")]
  .filter(chip => chip.checkVisibility())
  .map(chip => chip.getBoundingClientRect())
  .map(({ width, height }) => Math.min(width, height))"""
COLUMNS = """list => new Set(
  [...list.children].map(each => each.getBoundingClientRect().left)
).size"""


def listed(page: Page) -> Locator:
    return page.locator(".atlas > li:visible")


def often(page: Page, name: str) -> Locator:
    return page.get_by_role("group", name="Often used").get_by_role("checkbox", name=name)


def count(page: Page) -> Locator:
    return page.locator("[data-count]")


def after_hash(page: Page) -> str:
    return page.url.partition("#")[2]


def expect_hash(page: Page, wanted: str) -> None:
    page.wait_for_function("wanted => location.hash === wanted", arg=wanted and f"#{wanted}")


def matching(region: str = "", position: str = "") -> int:
    exercises = library.english().exercises.values()
    return sum(
        (not region or region in each.regions) and (not position or position == each.position)
        for each in exercises
    )


def test_what_was_chosen_goes_along_into_another_language(open_page: OpenPage) -> None:
    page = open_page(f"{LIBRARY}#region=neck")
    chosen = page.locator(".atlas > li:visible").count()
    page.locator(".foot a[hreflang=ar]").click()
    page.wait_for_url("**/ar/exercises/#region=neck")
    expect(listed(page)).to_have_count(chosen)
    assert chosen < TOTAL


def test_chips_leave_what_fits_and_say_how_many(open_page: OpenPage) -> None:
    page = open_page(LIBRARY)
    expect(count(page)).to_have_text(EVERYTHING)
    often(page, "Lower back").check()
    expect(count(page)).to_have_text(f"{matching('lower-back')} exercises")
    often(page, "Standing").check()
    left = matching("lower-back", "standing")
    expect(listed(page)).to_have_count(left)
    expect(count(page)).to_have_text(f"{left} exercises")
    assert after_hash(page) == "position=standing&region=lower-back"


def test_clear_brings_everything_back_and_keeps_the_focus_near(open_page: OpenPage) -> None:
    page = open_page(f"{LIBRARY}#region=lower-back&q=bridge")
    expect(listed(page)).to_have_count(1)
    page.get_by_role("button", name="Clear").click()
    expect(count(page)).to_have_text(EVERYTHING)
    expect(page.get_by_role("searchbox")).to_have_value("")
    expect(page.get_by_role("button", name="Clear")).to_be_hidden()
    expect(page.get_by_role("heading", name=EVERYTHING)).to_be_focused()
    assert after_hash(page) == ""


@pytest.mark.parametrize(
    ("path", "typed", "found"),
    [
        (LIBRARY, "THREAD", "Thread the needle"),
        (LIBRARY, "yunshou", "Wave hands like clouds"),
        (LIBRARY, "云手", "Wave hands like clouds"),
        ("/ar/exercises/", "الخيط في الابره", "تمرين إدخال الخيط في الإبرة"),
    ],
)
def test_words_find_names_in_any_writing(
    open_page: OpenPage, path: str, typed: str, found: str
) -> None:
    page = open_page(path)
    page.get_by_role("searchbox").fill(typed)
    expect(listed(page)).to_have_count(1)
    expect(listed(page)).to_contain_text(found)


def test_words_find_what_is_said_of_an_exercise(open_page: OpenPage) -> None:
    page = open_page(LIBRARY)
    summary = library.english().exercises["bridge"].summary
    page.get_by_role("searchbox").fill(" ".join(reversed(summary.rstrip(".").split()[:3])))
    expect(page.get_by_role("link", name="Bridge")).to_be_visible()


def test_letters_on_their_way_to_a_word_are_not_searched_for(open_page: OpenPage) -> None:
    page = open_page("/en/exercises/")
    page.get_by_role("searchbox").focus()
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "zzz", "selectionStart": 3, "selectionEnd": 3})
    expect(count(page)).to_have_text(EVERYTHING)
    session.send("Input.insertText", {"text": "云手"})
    expect(listed(page)).to_have_count(1)


def test_typing_is_one_step_back_and_each_chip_is_one(open_page: OpenPage) -> None:
    page = open_page(LIBRARY)
    page.get_by_role("searchbox").press_sequentially("back", delay=20)
    expect_hash(page, "q=back")
    often(page, "Standing").check()
    expect_hash(page, "position=standing&q=back")
    page.go_back()
    expect_hash(page, "q=back")
    expect(often(page, "Standing")).not_to_be_checked()
    page.go_back()
    expect_hash(page, "")
    expect(page.get_by_role("searchbox")).to_have_value("")
    expect(count(page)).to_have_text(EVERYTHING)
    page.go_forward()
    page.go_forward()
    expect_hash(page, "position=standing&q=back")
    expect(often(page, "Standing")).to_be_checked()
    expect(page.get_by_role("searchbox")).to_have_value("back")


def test_a_link_and_a_reload_show_the_same(open_page: OpenPage) -> None:
    page = open_page(f"{LIBRARY}#region=lower-back&position=all-fours&q=cat")
    for _ in range(2):
        expect(listed(page)).to_have_count(1)
        expect(often(page, "Lower back")).to_be_checked()
        expect(often(page, "On hands and knees")).to_be_checked()
        expect(page.get_by_role("searchbox")).to_have_value("cat")
        page.reload()


def test_back_from_an_exercise_finds_filter_place_and_focus(open_page: OpenPage) -> None:
    page = open_page(f"{LIBRARY}#region=lower-back")
    last = listed(page).last.get_by_role("link")
    last.scroll_into_view_if_needed()
    scrolled = page.evaluate("scrollY")
    last.click()
    page.wait_for_url(re.compile("/exercises/[a-z]"))
    page.go_back()
    expect(count(page)).to_have_text(f"{matching('lower-back')} exercises")
    expect(listed(page).last.get_by_role("link")).to_be_focused()
    assert page.evaluate("scrollY") == pytest.approx(scrolled, abs=2)


def test_the_skip_link_leaves_the_filter_alone(open_page: OpenPage) -> None:
    page = open_page(f"{LIBRARY}#region=lower-back")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    expect_hash(page, "region=lower-back")
    expect(listed(page)).to_have_count(matching("lower-back"))


def test_enter_leads_from_the_words_to_what_they_found(open_page: OpenPage) -> None:
    page = open_page(LIBRARY)
    page.get_by_role("searchbox").fill("bridge")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="1 exercise")).to_be_focused()
    expect_hash(page, "q=bridge")


def test_all_filters_open_in_place_and_what_is_chosen_stays_in_sight(open_page: OpenPage) -> None:
    page = open_page(LIBRARY)
    more = page.get_by_role("button", name="All filters")
    place = more.bounding_box()
    more.click()
    expect(more).to_have_attribute("aria-expanded", "true")
    assert more.bounding_box() == place
    position = page.get_by_role("group", name="Position")
    position.get_by_role("checkbox", name="Lying on the back").check()
    position.get_by_role("checkbox", name="Standing").check()
    expect(often(page, "Standing")).to_be_checked()
    expect(count(page)).to_be_in_viewport(ratio=1)
    more.click()
    expect(position).to_be_hidden()
    pinned = often(page, "Lying on the back")
    expect(pinned).to_be_checked()
    pinned.uncheck()
    expect(pinned).to_be_focused()
    assert after_hash(page) == "position=standing"


def test_a_chip_that_would_leave_nothing_says_so_and_can_be_chosen(open_page: OpenPage) -> None:
    page = open_page(f"{LIBRARY}#position=lying")
    page.get_by_role("button", name="All filters").click()
    neck = page.get_by_role("group", name="Region").get_by_role("checkbox", name="Neck")
    expect(neck).to_have_accessible_name("Neck 0 exercises")
    look = "input => getComputedStyle(input.nextElementSibling).borderTopStyle"
    assert neck.evaluate(look) == "dashed"
    neck.check()
    expect(page.get_by_text("No exercise fits all of this.")).to_be_visible()
    page.get_by_role("button", name="Show all exercises").click()
    expect(listed(page)).to_have_count(TOTAL)


def test_choosing_moves_no_chip(open_page: OpenPage) -> None:
    page = open_page(LIBRARY)
    page.get_by_role("button", name="All filters").click()
    places = "() => [...document.querySelectorAll('.chip')].map(each => each.offsetLeft + ' ' + each.offsetTop)"  # noqa: E501
    before = page.evaluate(places)
    page.get_by_role("group", name="Region").get_by_role("checkbox", name="Hips").check()
    page.get_by_role("group", name="Position").get_by_role("checkbox", name="Standing").check()
    assert page.evaluate(places) == before


def test_chips_stay_under_the_thumb_however_few_are_left(open_page: OpenPage) -> None:
    page = open_page(LIBRARY)
    page.get_by_role("button", name="All filters").click()
    chip = page.get_by_role("group", name="Place").get_by_role("checkbox", name="At home")
    chip.scroll_into_view_if_needed()
    page.mouse.wheel(0, 300)
    page.wait_for_function("scrollY > 300")
    place = chip.bounding_box()
    page.get_by_role("group", name="Region").get_by_role("checkbox", name="Neck").evaluate(
        "input => input.click()"
    )
    chip.evaluate("input => input.click()")
    assert chip.bounding_box() == place


def test_the_other_pictures_come_with_the_first_scroll_and_move_nothing(
    open_page: OpenPage,
) -> None:
    page = open_page("about:blank")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(LIBRARY, wait_until="networkidle")
    assert [url for url in fetched if "/exercises/rest?" in url] == []
    expect(page.locator("[data-still]")).to_have_count(TOTAL - PICTURED)
    height = page.evaluate("document.documentElement.scrollHeight")
    with page.expect_response(REST):
        page.mouse.wheel(0, 1200)
    expect(page.locator("[data-still]")).to_have_count(0)
    expect(page.locator(".atlas svg.still")).to_have_count(TOTAL)
    assert page.evaluate("document.documentElement.scrollHeight") == height
    assert len([url for url in fetched if "/exercises/rest?" in url]) == 1


def test_a_filter_that_needs_them_fetches_the_other_pictures(open_page: OpenPage) -> None:
    last = max(library.english().exercises.values(), key=lambda exercise: exercise.number)
    page = open_page(LIBRARY)
    with page.expect_response(REST):
        page.get_by_role("searchbox").fill(last.name)
    expect(listed(page).locator("svg.still")).to_have_count(1)


def test_pictures_that_did_not_come_can_be_asked_for_again(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    page.route(REST, _nothing)
    page.goto(LIBRARY)
    page.mouse.wheel(0, 1200)
    said = page.get_by_role("status").filter(has_text="could not be fetched")
    expect(said).to_be_in_viewport(ratio=1)
    again = page.get_by_role("button", name="Try again")
    again.click()
    expect(said).to_be_visible()
    assert page.evaluate(SMALL_TARGETS, TARGET_PX) == []
    assert violations(page) == []
    page.unroute(REST)
    again.click()
    expect(page.locator(".atlas svg.still")).to_have_count(TOTAL)
    expect(again).to_be_hidden()
    expect(page.locator(".atlas a").last).to_be_focused()


def test_pictures_come_by_themselves_when_the_signal_is_back(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    page.route(REST, _nothing)
    page.goto(f"{LIBRARY}#time=6")
    expect(page.get_by_role("button", name="Try again")).to_be_attached()
    page.unroute(REST)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator(".atlas svg.still")).to_have_count(TOTAL)


def _nothing(route: Route) -> None:
    """As good as no answer, without the browser complaining of one."""
    route.fulfill(status=204)


def test_without_a_script_the_whole_list_is_there_and_nothing_dead(open_page: OpenPage) -> None:
    page = open_page(LIBRARY, java_script_enabled=False)
    expect(listed(page)).to_have_count(TOTAL)
    expect(page.get_by_role("heading", name=EVERYTHING)).to_be_visible()
    for control in page.locator("main").locator("input, button").all():
        expect(control).to_be_hidden()
    heading = page.get_by_role("heading", name=EVERYTHING).bounding_box()
    assert heading
    assert heading["y"] < 150, "no room is kept for what cannot be used"


def test_paper_shows_the_list_alone(open_page: OpenPage) -> None:
    page = open_page(f"{LIBRARY}#region=lower-back")
    page.emulate_media(media="print")
    expect(page.get_by_role("searchbox")).to_be_hidden()
    expect(page.get_by_role("button", name="Clear")).to_be_hidden()
    expect(listed(page)).to_have_count(matching("lower-back"))


@pytest.mark.parametrize(("prefix", "theme"), LOOKS)
def test_axe_finds_nothing_with_filters_open_chosen_and_empty(
    open_page: OpenPage, prefix: str, theme: str
) -> None:
    page = open_page("about:blank")
    page.add_init_script(f"localStorage.setItem('limber.screen', JSON.stringify({{theme: '{theme}'}}))")  # fmt: skip  # noqa: E501
    page.goto(f"/{prefix}{LIBRARY[3:]}#position=standing")
    page.locator("[data-more]").click()
    assert violations(page) == []
    page.get_by_role("searchbox").fill("zebra")
    assert violations(page) == []


@each_prefix("en", "ar")
@pytest.mark.parametrize("width", [320, pytest.param(PHONE["width"], marks=pytest.mark.sweep)])
def test_targets_are_large_and_nothing_goes_sideways(
    open_page: OpenPage, prefix: str, width: int
) -> None:
    page = open_page(
        f"/{prefix}{LIBRARY[3:]}#region=neck", viewport={"width": width, "height": 740}
    )
    page.locator("[data-more]").click()
    assert min(page.evaluate(CHIPS)) >= TARGET_PX
    search = page.get_by_role("searchbox").bounding_box()
    assert search
    assert search["height"] >= TARGET_PX
    assert page.evaluate(SMALL_TARGETS, TARGET_PX) == []
    assert not page.evaluate(SIDEWAYS)


@pytest.mark.parametrize(("width", "columns"), [(320, 2), (360, 2), (1280, 4)])
def test_the_atlas_has_two_columns_on_a_phone_and_more_where_there_is_room(
    open_page: OpenPage, width: int, columns: int
) -> None:
    page = open_page(LIBRARY, viewport={"width": width, "height": 740})
    assert page.locator(".atlas").evaluate(COLUMNS) == columns


def test_forced_colours_still_tell_chosen_from_not(open_page: OpenPage) -> None:
    page = open_page(f"{LIBRARY}#position=standing", forced_colors="active")
    looks = "each => getComputedStyle(each.nextElementSibling).backgroundColor"
    assert often(page, "Standing").evaluate(looks) != often(page, "Lower back").evaluate(looks)
