"""What is on a device: said, saved, brought in whole or not at all, moved by codes, deleted."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from tests.browser import journal
from tests.browser.conftest import LOOKS, PHONE, OpenPage
from tests.browser.device_data import (
    NOW,
    OWN,
    PATH,
    PUT,
    ROUTINE,
    STEP,
    drink,
    everything,
    lines,
    of_records,
    opened,
    records,
    saved,
    says,
    take,
    used,
)
from tests.browser.test_pages import CHOOSE, SIDEWAYS, SMALL_TARGETS, TARGET_PX, violations

SMALL_QUOTA = 1_000_000
# Of one key, so that what was written before it has to be taken back.
REFUSES = """void (Storage.prototype.setItem = new Proxy(Storage.prototype.setItem, {
  apply(set, storage, [key, value]) {
    if (key === "limber.region") throw new DOMException("", "QuotaExceededError");
    return Reflect.apply(set, storage, [key, value]);
  },
}))"""


def test_it_says_what_is_here_and_what_the_browser_promises(open_page: OpenPage) -> None:
    page = opened(open_page("/en/about/"))
    expect(page.get_by_text("Nothing of yours yet.").first).to_be_visible()
    used_page = used(open_page)
    expect(lines(used_page)).to_have_text(
        [
            *("2 sessions", "3 drinks", "1 routine of your own", "1 thing that applies to you"),
            "Your settings",
        ]
    )
    expect(used_page.get_by_text("The browser may delete it when")).to_be_visible()
    expect(used_page.locator("[data-install-first]")).to_be_hidden()


def test_on_an_iphone_installing_comes_first(open_page: OpenPage) -> None:
    agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/605.1.15"
    page = opened(open_page("/en/about/", user_agent=agent))
    for path in ("/en/mine/", "/en/welcome/", f"{PATH}#device"):
        page.goto(path)
        expect(page.get_by_text("after seven days without use")).to_be_visible()


def test_the_script_comes_when_one_gets_near_or_asks(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(PATH, wait_until="networkidle")
    expect(page.get_by_role("button", name="Show it")).to_be_visible()
    assert not any("journal/device" in url for url in asked)
    page.locator("[data-device]").scroll_into_view_if_needed()
    page.mouse.move(5, 5)
    expect(page.locator("[data-device-all]")).to_be_visible()
    assert not any("qr.js" in url for url in asked)
    page.goto(f"{PATH}#device")
    expect(page.get_by_text("Nothing of yours yet.").first).to_be_visible()


def test_saved_and_brought_in_it_is_the_same_and_twice_changes_nothing(open_page: OpenPage) -> None:
    page = used(open_page)
    name, body = saved(page)
    assert name.startswith("limber-")
    assert name.endswith(".limber-data.json")
    other = opened(open_page("/en/about/"))
    sheet = take(other, body)
    expect(sheet.get_by_role("row", name="Sessions")).to_have_text("Sessions200")
    expect(sheet.get_by_text("differs from yours")).to_be_hidden()
    before = everything(other)
    sheet.get_by_role("button", name="Bring it in").click()
    expect(lines(other)).to_have_text(lines(page).all_inner_texts())
    assert everything(other) == everything(page)
    says(take(other, body), "All of it is here already.")
    other.keyboard.press("Escape")
    other.get_by_role("button", name="Undo").click()
    expect(other.get_by_text("Undone. It is as it was before.")).to_be_visible()
    assert everything(other) == before


def test_where_both_were_chosen_it_is_asked_and_shown_at_once(open_page: OpenPage) -> None:
    page = used(open_page)
    file = of_records() | {"settings": {"region": "CN", "screen": {"theme": "dark"}}}
    sheet = take(page, file)
    expect(sheet.get_by_text("1 setting differs from yours")).to_be_visible()
    sheet.get_by_role("radio", name="Take theirs").check()
    sheet.get_by_role("button", name="Bring it in").click()
    expect(page.get_by_text("Brought in.")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate("localStorage.getItem('limber.region')") == "CN"
    chosen = json.loads(page.evaluate("localStorage.getItem('limber.screen')"))
    assert chosen == {"theme": "dark", "sound": "off"}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'{"format":"limber-dev', "It is damaged"),
        (b'{"format":"other"}', "It is no copy that Limber has saved"),
        (json.dumps({**of_records(), "version": 2}).encode(), "newer Limber"),
        (json.dumps(ROUTINE).encode(), "Open it under My routines"),
        (json.dumps(of_records(drinks=[drink(1), 5])).encode(), "records.drinks.1: this is not"),
        (b" " * 5_000_001, "larger than anything"),
    ],
)
def test_what_cannot_be_read_says_so_and_changes_nothing(
    open_page: OpenPage, body: bytes, said: str
) -> None:
    page = used(open_page)
    before = everything(page)
    sheet = take(page, body)
    says(sheet, "my.limber-data.json could not be brought in.")
    says(sheet, said)
    says(sheet, "Nothing was changed.")
    assert everything(page) == before


def test_with_no_room_for_all_nothing_comes(open_page: OpenPage) -> None:
    """By the browser's own bound, over which it lets nobody write."""
    page = open_page("/en/about/")
    bound = {"origin": page.evaluate("location.origin"), "quotaSize": SMALL_QUOTA}
    devtools = page.context.new_cdp_session(page)
    devtools.send("Storage.overrideQuotaForOrigin", bound)
    page.evaluate(PUT, records())
    opened(page)
    before = everything(page)
    notes = [journal.session(NOW - i, note="n" * 9_000) for i in range(1, 401)]
    sheet = take(page, of_records(sessions=notes, drinks=[drink(7)]))
    sheet.get_by_role("button", name="Bring it in").click()
    says(sheet, "This device has not enough room for it")
    assert everything(page) == before


def test_when_a_setting_cannot_be_kept_records_go_back_too(open_page: OpenPage) -> None:
    page = used(open_page)
    page.evaluate("localStorage.removeItem('limber.region')")
    before = everything(page)
    page.evaluate(REFUSES)
    file = of_records(drinks=[drink(7)]) | {"settings": {"favourites": ["routine/desk"]}}
    file["settings"]["region"] = "CN"
    sheet = take(page, file)
    sheet.get_by_role("button", name="Bring it in").click()
    says(sheet, "not enough room")
    assert everything(page) == before


def test_who_leaves_it_changes_nothing(open_page: OpenPage) -> None:
    page = used(open_page)
    before = everything(page)
    take(page, of_records(drinks=[drink(7)]))
    page.keyboard.press("Escape")
    take(page, of_records(drinks=[drink(8)])).get_by_role("button", name="Leave it").click()
    page.wait_for_timeout(200)
    assert everything(page) == before


def test_a_routine_that_cannot_be_started_here_comes_and_is_named(open_page: OpenPage) -> None:
    page = opened(open_page("/en/about/"))
    gone = {**OWN, "routine": {**ROUTINE, "steps": [{**STEP, "exercise": "gone"}]}}
    sheet = take(page, of_records(own=[gone]))
    says(sheet, "After the pool cannot be started here. Step 1:")
    sheet.get_by_role("button", name="Bring it in").click()
    expect(lines(page)).to_have_text(["1 routine of your own"])


def test_tables_have_a_line_for_each(open_page: OpenPage) -> None:
    page = used(open_page)
    name, body = saved(page, "Sessions as a table")
    assert name.startswith("limber-sessions-")
    text = body.decode("utf-8-sig")
    assert text.count("\r\n") == 3
    assert text.startswith("began,ended,kind,name,title,seconds,steps,planned_steps,")
    assert ",routine,cold-water-10,,669,6,6,false,3,2,false," in text
    _name, body = saved(page, "Drinks as a table")
    assert body.decode("utf-8-sig").count("\r\n") == 4


@pytest.mark.parametrize(("prefix", "theme"), LOOKS)
def test_nobody_is_shut_out(open_page: OpenPage, prefix: str, theme: str) -> None:
    page = used(open_page)
    page.evaluate(CHOOSE % theme)
    page.goto(f"/{prefix}/journal/#device")
    expect(page.locator("[data-device-all]")).to_be_visible()
    for sheet in ("", "move", "erase"):
        if sheet:
            page.locator(f"[data-device-{sheet}]").click()
        assert violations(page) == []
        assert page.evaluate(SMALL_TARGETS, TARGET_PX) == []
        page.set_viewport_size({"width": 320, "height": 640})
        assert not page.evaluate(SIDEWAYS)
        page.set_viewport_size(PHONE)
        page.keyboard.press("Escape")
    take(page, of_records(drinks=[drink(7)]) | {"settings": {"region": "CN"}})
    assert violations(page) == []
    assert page.evaluate(SMALL_TARGETS, TARGET_PX) == []
