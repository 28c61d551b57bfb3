"""What is on a device: said, saved, brought in whole or not at all, moved by codes, deleted."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser import journal
from tests.browser.author import Author
from tests.browser.conftest import LOOKS, PHONE, OpenPage
from tests.browser.device import Device
from tests.browser.test_pages import CHOOSE, SIDEWAYS, SMALL_TARGETS, TARGET_PX, violations
from tests.serving import Server
from webapp import places

PATH = "/en/journal/"
NOW = 1_795_000_000_000
SMALL_QUOTA = 1_000_000
STEP = {
    "exercise": "cat-cow",
    "dose": {"repetitions": 2, "sides": "none", "sets": 1, "rest": 0},
    "pace": 1,
    "note": "",
}
ROUTINE: dict[str, Any] = {
    "format": "limber-routine",
    "version": 1,
    "title": "After the pool",
    "whatFor": "",
    "notes": "",
    "language": "en",
    "rounds": 1,
    "rest": 0,
    "beginner": False,
    "need": "any",
    "conditions": [],
    "times": [],
    "steps": [STEP],
}
OWN = {"id": "a1b2c3", "routine": ROUTINE, "made": NOW, "changed": NOW, "from": ""}
PUT = """records => new Promise((resolve, reject) => {
  const opening = indexedDB.open("limber");
  opening.onupgradeneeded = () => opening.result.createObjectStore("journal");
  opening.onsuccess = () => {
    const change = opening.result.transaction("journal", "readwrite");
    records.forEach(([key, value]) => change.objectStore("journal").put(value, key));
    change.onabort = () => reject(change.error);
    change.oncomplete = () => resolve(opening.result.close());
  };
})"""
CHOSEN = """chosen => Object.entries(chosen).forEach(([key, value]) =>
  localStorage.setItem(`limber.${key}`, value))"""
LIMBERS = (
    "Object.fromEntries(Object.entries(localStorage).filter(([k]) => k.startsWith('limber.')))"
)
# Of one key, so that what was written before it has to be taken back.
REFUSES = """void (Storage.prototype.setItem = new Proxy(Storage.prototype.setItem, {
  apply(set, storage, [key, value]) {
    if (key === "limber.region") throw new DOMException("", "QuotaExceededError");
    return Reflect.apply(set, storage, [key, value]);
  },
}))"""
DECODE = """async (picture) => {
  const { decodeQR } = await import("/sources/vendor/qr/decode.js");
  const bytes = Uint8Array.from(atob(picture), (sign) => sign.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(image.width, image.height);
  const drawn = canvas.getContext("2d");
  drawn.drawImage(image, 0, 0);
  return decodeQR(drawn.getImageData(0, 0, image.width, image.height));
}"""


def drink(at: int) -> dict[str, Any]:
    return {"id": at, "at": at, "ml": 250, "kind": "water", "sodium": None}


def records() -> list[Any]:
    return [
        *([["session", NOW + i], journal.session(NOW + i)] for i in range(2)),
        *([["drink", NOW + i], drink(NOW + i)] for i in range(3)),
        [["own", OWN["id"]], OWN],
    ]


def used(open_page: OpenPage, **options: Any) -> Page:
    """A device on which something was done and chosen."""
    page = open_page("/en/about/", **options)
    page.evaluate(PUT, records())
    page.evaluate(CHOSEN, {"screen": '{"sound":"off"}', "region": "DE", "conditions": '["knees"]'})
    return opened(page)


def opened(page: Page) -> Page:
    page.goto(f"{PATH}#device")
    expect(page.locator("[data-device-all]")).to_be_visible()
    return page


def lines(page: Page) -> Locator:
    return page.locator("[data-device-list] li")


def saved(page: Page, button: str = "Save a copy") -> tuple[str, bytes]:
    with page.expect_download() as started:
        page.locator("[data-device]").get_by_role("button", name=button).click()
    return started.value.suggested_filename, Path(started.value.path()).read_bytes()


def take(page: Page, body: bytes | dict[str, Any], name: str = "my.limber-data.json") -> Locator:
    body = body if isinstance(body, bytes) else json.dumps(body).encode()
    given: Any = {"name": name, "mimeType": "application/json", "buffer": body}
    page.locator("[data-device-file]").set_input_files([given])
    sheet = page.get_by_role("dialog")
    expect(sheet).to_be_visible()
    return sheet


def says(sheet: Locator, words: str) -> None:
    """It shows them; others stand in it and are hidden."""
    expect(sheet.get_by_text(words).filter(visible=True)).to_have_count(1)


def of_records(**kinds: Any) -> dict[str, Any]:
    return {"format": "limber-device", "version": 1, "records": kinds, "settings": {}}


def everything(page: Page) -> tuple[list[Any], Any]:
    """But how reminders reach this device, and the sign to other pages."""
    chosen = page.evaluate(LIMBERS)
    chosen.pop("limber.changed", None)
    return [each for each in journal.kept(page) if "synced" not in each], chosen


def nothing_is_left(page: Page) -> bool:
    return journal.kept(page) == [] and page.evaluate(LIMBERS) == {}


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


def source(route: Route) -> None:
    name = urlsplit(route.request.url).path.removeprefix("/sources/")
    route.fulfill(path=places.STATIC / name, content_type="text/javascript")


def test_another_phone_reads_the_codes_off_the_screen(open_page: OpenPage) -> None:
    page = used(open_page, device_scale_factor=2)
    many = [[["drink", NOW - i], drink(NOW - i * 7_654_321)] for i in range(1, 60)]
    page.evaluate(PUT, many)
    camera = open_page("/en/about/")
    camera.route("**/sources/**", source)
    phone = open_page("/en/about/")
    page.locator("[data-device-move]").click()
    sheet = page.get_by_role("dialog", name="Move to another phone")
    sheet.get_by_role("button", name="Show the codes").click()
    said = sheet.locator("[data-codes-said]")
    expect(said).to_contain_text("Code 1 of ")
    count = int((said.text_content() or "").split()[-1])
    assert count > 1
    for n in range(1, count + 1):
        expect(said).to_have_text(f"Code {n} of {count}")
        picture = base64.b64encode(sheet.locator("[data-codes-place]").screenshot()).decode()
        link = camera.evaluate(DECODE, picture)
        assert len(link) <= 600
        phone.goto("about:blank")
        phone.goto(link)
        if n < count:
            expect(phone.get_by_text(f"{n} of {count} codes read.")).to_be_visible()
            sheet.get_by_role("button", name="The next code").click()
    assert "#" not in phone.url
    asked = phone.get_by_role("dialog", name="Bring in a copy")
    expect(asked.get_by_role("row", name="Drinks")).to_have_text("Drinks6200")
    asked.get_by_role("button", name="Bring it in").click()
    rest = lines(page).all_inner_texts()[2:]
    expect(lines(phone)).to_have_text(["2 sessions", "62 drinks", *rest])
    assert phone.evaluate("localStorage.getItem('limber.take')") == "{}"


def test_what_is_too_much_for_codes_is_said_with_two_ways(open_page: OpenPage) -> None:
    page = used(open_page)
    noise = "async () => [...crypto.getRandomValues(new Uint8Array(9000))].join('')"
    text = page.evaluate(noise)[:9000]
    page.evaluate(PUT, [[["session", 5], journal.session(5, note=text)]])
    page.locator("[data-device-move]").click()
    sheet = page.get_by_role("dialog", name="Move to another phone")
    sheet.get_by_role("button", name="Show the codes").click()
    expect(sheet.get_by_role("button", name="Save a copy")).to_be_visible()
    sheet.get_by_role("button", name="Codes for the last 30 days").click()
    expect(sheet.locator("[data-codes-said]")).to_contain_text("Code 1 of ")


# As the versions of these days wrote them, by their sources.
OLD = [
    # 24 November: sessions came with the journal, of two kinds.
    [["session", 1], journal.session(1)],
    [["session", 2], journal.session(2, kind="exercise", slug="bird-dog", before=None, note="x")],
    # 26 November: rounds, drinks and sweat tests came beside them.
    [
        ["compress", 3],
        {"began": 3, "kind": "cold", "ended": 4, "seconds": 600, "end": "whole", "skin": None},
    ],
    [["drink", 4], drink(4)],
    # 27 November: a shared routine had no need yet, a published one knew no own routine.
    [
        ["opened", "4k7pq9x2mw"],
        {
            "code": "4k7pq9x2mw",
            "version": 1,
            "title": "Back",
            "opened": 5,
            "kept": True,
            "seenVersion": 1,
            "seen": {**ROUTINE, "title": "Back"},
        },
    ],
    [
        ["published", "4k7pq9x2mx"],
        {"code": "4k7pq9x2mx", "secret": "s" * 22, "version": 1, "title": "Mine", "changed": 6},
    ],
    [["own", "a1b2c3"], OWN],
]
OLD_DRAFT = {
    "routine": ROUTINE,
    "link": {"own": "a1b2c3", "from": "routines/desk", "made": 1},
    "secret": "",
}


def test_what_older_versions_kept_is_all_here(open_page: OpenPage) -> None:
    page = open_page("/en/about/")
    old = json.loads(json.dumps(OLD))
    del old[4][1]["seen"]["need"]
    page.evaluate(PUT, old)
    page.evaluate(CHOSEN, {"draft": json.dumps(OLD_DRAFT), "screen": '{"theme":"dark"}'})
    opened(page)
    expect(lines(page)).to_have_text(
        [
            *("2 sessions", "1 drink", "1 round of cold or heat", "1 routine of your own"),
            *("1 shared routine that you opened", "1 routine that you published"),
            *("The routine you are composing, and earlier drafts", "Your settings"),
        ]
    )
    expect(page.locator("[data-device-damaged]")).to_be_hidden()
    _name, body = saved(page)
    file = json.loads(body)
    assert sum(map(len, file["records"].values())) == len(old)
    assert file["settings"]["draft"]["own"] == "a1b2c3"
    says(take(page, body), "All of it is here already.")


def erase(page: Page) -> Locator:
    page.locator("[data-device-erase]").click()
    sheet = page.get_by_role("dialog", name="Delete all my data")
    says(sheet, "2 sessions")
    sheet.get_by_role("button", name="Delete…").click()
    sheet.get_by_role("button", name="Delete for good").click()
    return sheet


def test_deleted_nothing_of_it_is_left(open_page: OpenPage) -> None:
    page = used(open_page)
    page.evaluate("sessionStorage.setItem('limber.covered', 'x')")
    page.evaluate(CHOSEN, {"unknown": "of a newer version", "draft": "cannot be read"})
    sheet = erase(page)
    says(sheet, "Nothing of yours is left on this device.")
    assert nothing_is_left(page)
    assert page.evaluate("sessionStorage.length") == 0
    page.keyboard.press("Escape")
    expect(page.get_by_text("Nothing of yours yet.").first).to_be_visible()
    assert nothing_is_left(page)


def test_deleting_asks_twice(open_page: OpenPage) -> None:
    page = used(open_page)
    before = everything(page)
    page.locator("[data-device-erase]").click()
    sheet = page.get_by_role("dialog", name="Delete all my data")
    sheet.get_by_role("button", name="Delete…").click()
    says(sheet, "This cannot be undone.")
    sheet.get_by_role("button", name="Leave it").filter(visible=True).click()
    assert everything(page) == before


def test_what_the_server_has_goes_first_or_is_told(device: Device) -> None:
    page = device.open(PATH)
    reach = {"device": "d" * 22, "secret": "s" * 32, "push": False, "calendar": True, "synced": 5}
    page.evaluate(PUT, [*records(), [["reach", 0], reach]])
    page.goto(f"{device.address}{PATH}#device")
    expect(page.locator("[data-device-all]")).to_be_visible()
    device.context.set_offline(True)
    sheet = erase(page)
    says(sheet, "The server could not be told.")
    assert len(journal.kept(page)) == 7
    device.context.set_offline(False)
    # The relay between stands for the network and takes no requests to delete.
    page.route("**/api/reminders/**", lambda route: route.fulfill(status=204))
    with page.expect_request("**/api/reminders/**") as asked:
        sheet.get_by_role("button", name="Try again").click()
    says(sheet, "Nothing of yours is left on this device.")
    assert asked.value.method == "DELETE"
    assert nothing_is_left(page)


def test_copies_of_shared_routines_go_and_the_app_stays(device: Device, server: Server) -> None:
    author = Author(server, secret="device-" + "x" * 22).publish()
    page = device.open(author.path)
    expect(page.get_by_text("On this device: works with no signal")).to_be_visible()
    device.wait(page, lambda found: "en" in found["ready"] and found["taken"] is None)
    page.goto(f"{device.address}{PATH}#device")
    page.evaluate(PUT, records())
    assert author.path in device.summary(page)["opened"]
    sheet = erase(page)
    says(sheet, "Nothing of yours is left on this device.")
    found = device.summary(page)
    assert found["opened"] == {}
    assert "en" in found["ready"]
    assert nothing_is_left(page)


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
