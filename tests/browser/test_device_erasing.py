"""All of it is deleted, here and on the server."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser import journal
from tests.browser.author import Author
from tests.browser.conftest import OpenPage
from tests.browser.device import Device
from tests.browser.device_data import CHOSEN, LIMBERS, PATH, PUT, everything, records, says, used
from tests.serving import Server


def nothing_is_left(page: Page) -> bool:
    return journal.kept(page) == [] and page.evaluate(LIMBERS) == {}


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
    with page.expect_event("load"):
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
