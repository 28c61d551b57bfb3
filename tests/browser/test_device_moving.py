"""What is on a device moves by codes, and comes from older versions."""

from __future__ import annotations

import base64
import json
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Route, expect

from tests.browser import journal
from tests.browser.conftest import OpenPage
from tests.browser.device_data import (
    CHOSEN,
    NOW,
    OWN,
    PUT,
    ROUTINE,
    drink,
    lines,
    of_records,
    opened,
    saved,
    says,
    take,
    used,
)
from webapp import places

DECODE = """async (picture) => {
  const { decodeQR } = await import("/sources/vendor/qr/decode.js");
  const bytes = Uint8Array.from(atob(picture), (sign) => sign.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(image.width, image.height);
  const drawn = canvas.getContext("2d");
  drawn.drawImage(image, 0, 0);
  return decodeQR(drawn.getImageData(0, 0, image.width, image.height));
}"""


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


def test_a_copy_that_is_opened_as_a_routine_is_asked_about_in_the_journal(
    open_page: OpenPage,
) -> None:
    page = open_page("/en/mine/")
    body = json.dumps(of_records(sessions=[journal.session(NOW)])).encode()
    given: Any = {"name": "my.json", "mimeType": "application/json", "buffer": body}
    page.locator("[data-file]").set_input_files([given])
    page.wait_for_url("**/en/journal/")
    sheet = page.get_by_role("dialog")
    says(sheet, "Sessions")
    assert journal.kept(page) == []
    sheet.get_by_role("button", name="Bring it in").click()
    expect(lines(page).filter(has_text="1 session")).to_be_visible()
