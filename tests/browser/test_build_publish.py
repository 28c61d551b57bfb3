"""Publishing from the builder: faults, lost answers, two edits at once, versions, withdrawing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from tests.browser.builder import compose, draft, names, publish, rows, said
from tests.browser.conftest import PHONE
from tests.browser.device import Device, kept, until
from tests.browser.test_pages import SIDEWAYS, SMALL_TARGETS, TARGET_PX, violations
from tests.serving import Server

API = "**/api/routines*"
SCRIPT = "**/build/later/publish.*"


@pytest.fixture
def phone(browser: Browser, server: Server) -> Iterator[Device]:
    """One where the server may refuse something, of which the browser complains."""
    with kept(browser, server.address, viewport=PHONE, service_workers="block") as made:
        yield made


def progress(page: Page) -> Any:
    return expect(page.locator("[data-progress]"))


def without_proof(request: Request) -> dict[str, str]:
    """Its headers but the one that a secret belongs in."""
    return {name: value for name, value in request.all_headers().items() if name != "authorization"}


def edit_link(page: Page) -> str:
    link = draft(page)["link"]
    return f"/en/build/#{link['code']}.{link['secret']}"


def test_a_fault_is_named_with_its_field_and_focused(phone: Device) -> None:
    page = phone.open("/en/build/")
    fault = page.locator("[data-draft-fault]")
    page.locator("[data-publish]").click()
    expect(fault).to_have_text("Name: Give it a name first.")
    expect(page.locator("#title")).to_be_focused()
    page.locator("#title").fill("Low back")
    expect(fault).to_be_hidden()
    page.locator("[data-publish]").click()
    expect(fault).to_contain_text("Add an exercise first.")
    compose(page, "march-on-the-spot")
    page.locator("[data-open]").click()
    amount = rows(page).first.locator("[name=amount]")
    amount.fill("2000")
    page.locator("[data-publish]").click()
    expect(fault).to_contain_text("Step 1: Seconds:")
    expect(amount).to_be_focused()
    expect(amount).to_have_attribute("aria-invalid", "true")
    assert violations(page) == []


def test_times_are_added_and_their_faults_said_where_they_are(phone: Device) -> None:
    page = phone.open("/en/build/")
    compose(page, "cat-cow")
    page.locator(".build-details summary").first.click()
    for _ in range(6):
        page.locator("[data-add-time]").click()
    expect(page.locator("[data-add-time]")).to_be_hidden()
    times = page.locator(".build-time")
    for box in times.nth(1).locator("[name=days]").all():
        box.uncheck()
    page.locator("[data-publish]").click()
    fault = page.locator("[data-draft-fault]")
    expect(fault).to_have_text("On these days: choose at least one.")
    expect(times.nth(1).locator("[name=days]").first).to_be_focused()
    times.nth(1).locator("[name=days]").first.check()
    times.nth(2).locator("[name=at]").fill("")
    page.locator("[data-publish]").click()
    expect(fault).to_have_text("At: choose an hour and minute.")
    expect(times.nth(2).locator("[name=at]")).to_be_focused()
    times.nth(2).locator("[data-drop-time]").click()
    expect(page.locator("[data-add-time]")).to_be_focused()
    publish(page)


def test_what_is_published_can_be_shared_and_found_again(phone: Device) -> None:
    page = phone.open("/en/build/")
    compose(page, "cat-cow")
    code = publish(page)
    link = page.locator("[data-link]")
    expect(link).to_have_text(f"{phone.address}/r/{code}")
    expect(page.locator("[data-qr]")).to_have_attribute("src", f"/r/{code}/qr.svg")
    expect(page.locator("[data-print]")).to_have_attribute("href", f"/en/r/{code}/print")
    assert violations(page) == []
    assert page.evaluate(SMALL_TARGETS, TARGET_PX) == []
    assert not page.evaluate(SIDEWAYS)
    with page.expect_download() as downloading:
        page.locator("[data-save-edit]").click()
    assert edit_link(page) in Path(downloading.value.path()).read_text("utf-8")
    page.reload()
    expect(page.locator("[data-published] [data-row-title]")).to_have_text("Low back")


def test_an_edit_link_that_cannot_be_copied_is_shown(phone: Device) -> None:
    page = phone.open("/en/build/")
    compose(page, "cat-cow")
    publish(page)
    shown = page.get_by_label("Edit link of Low back")
    expect(shown).to_be_hidden()
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    page.locator("[data-copy-edit]").click()
    progress(page).to_contain_text("copy it by hand")
    expect(shown).to_have_value(phone.address + edit_link(page))
    expect(shown).to_be_focused()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.locator("[data-row-share]").click()
    expect(shown).to_be_hidden()


def test_an_edit_link_opens_it_and_its_secret_stays_on_the_device(phone: Device) -> None:
    page = phone.open("/en/build/")
    compose(page, "cat-cow")
    publish(page)
    link, secret = edit_link(page), draft(page)["link"]["secret"]
    other = phone.context.new_page()
    seen: list[str] = []
    other.on("request", lambda request: seen.append(f"{request.url} {without_proof(request)}"))
    other.goto(phone.address + link)
    expect(said(other)).to_have_text("In the form now: Low back.")
    assert "#" not in other.url
    other.locator("[data-adding]").click()
    other.locator("[data-add=arm-swings]").click()
    expect(rows(other)).to_have_count(2)
    assert not [each for each in seen if secret in each]
    other.locator("[data-publish]").click()
    progress(other).to_have_text("Published, version 2.")


def test_an_edit_link_is_believed_when_it_is_proven(phone: Device) -> None:
    page = phone.open("/en/build/")
    compose(page, "cat-cow")
    code = publish(page)
    page.keyboard.press("Escape")
    link = edit_link(page)
    false = f"/en/build/#{code}.{'x' * 26}"
    page.goto(phone.address + false)
    expect(said(page)).to_contain_text("This edit link does not open it")
    page.locator("[data-row-share]").click()
    page.locator("[data-versions]").click()
    expect(page.locator("[data-version-list] li")).to_have_count(1)
    page.keyboard.press("Escape")
    page.route("**/api/routines/*/versions", lambda route: route.abort(), times=1)
    page.goto(phone.address + link)
    expect(said(page)).to_contain_text("No signal")
    assert page.url == phone.address + link
    page.reload()
    expect(said(page)).to_have_text("In the form now: Low back.")
    assert "#" not in page.url


def test_a_version_of_another_routine_is_not_put_into_this_one(phone: Device) -> None:
    page = phone.open("/en/build/")
    compose(page, "cat-cow", title="First")
    first = publish(page)
    page.keyboard.press("Escape")
    page.goto(f"{phone.address}/en/build/#from.back-mobility")
    expect(said(page)).to_contain_text("In the form now")
    page.locator("[data-publish]").click()
    progress(page).to_have_text("Published, version 1.")
    second = draft(page)["link"]["code"]
    page.keyboard.press("Escape")
    assert first != second
    page.locator("[data-published] li", has_text="First").locator("[data-row-share]").click()
    page.locator("[data-versions]").click()
    page.locator("[data-version-list] [data-look]").click()
    page.locator("[data-restore]").click()
    expect(page.locator("#title")).to_have_value("First")
    assert draft(page)["link"]["code"] == first
    page.locator("[data-strip] [data-undo]").click()
    assert draft(page)["link"]["code"] == second
    expect(said(page)).to_be_focused()  # the button is gone
    page.locator("[data-history-redo]").click()
    page.reload()
    page.locator("[data-history-undo]").click()
    assert draft(page)["link"]["code"] == second
    expect(page.locator("#title")).not_to_have_value("First")


def test_without_a_network_nothing_is_lost_and_it_is_tried_again(phone: Device) -> None:
    page = phone.open("/en/build/")
    compose(page, "cat-cow")
    phone.context.set_offline(True)
    page.locator("[data-publish]").click()
    progress(page).to_contain_text("Not published")
    assert draft(page)["routine"]["title"] == "Low back"
    page.keyboard.press("Escape")
    page.locator("[data-adding]").click()
    page.locator("[data-add=arm-swings]").click()
    expect(said(page)).to_contain_text("Not added")
    assert names(page) == ["Cat-cow"]
    page.locator("[data-publish]").click()
    progress(page).to_contain_text("Not published")
    phone.context.set_offline(False)
    progress(page).to_have_text("Published, version 1.")


def test_what_publishing_needs_comes_before_the_signal_is_gone(phone: Device) -> None:
    page = phone.open("/en/build/")
    with page.expect_response(SCRIPT):
        page.locator("#title").fill("L")


@pytest.mark.parametrize("is_open", [True, False])
def test_publishing_that_did_not_load_says_so_and_is_tried_again(
    phone: Device, *, is_open: bool
) -> None:
    page = phone.open("/en/build/")
    asked: list[Route] = []
    page.route(SCRIPT, lambda route: asked.append(route))  # noqa: PLW0108 needs a function
    compose(page, "cat-cow")
    page.locator("[data-publish]").click()
    if not is_open:
        page.keyboard.press("Escape")
    asked.pop().abort()
    (progress(page) if is_open else expect(said(page))).to_contain_text("could not be loaded")
    assert asked == []
    if not is_open:
        page.locator("[data-publish]").click()
        progress(page).to_have_text("Publishing…")
        until(page, lambda: len(asked) == 1)
        asked.pop().abort()
    page.unroute(SCRIPT)
    page.locator("[data-retry]").click()
    progress(page).to_have_text("Published, version 1.")
    expect(page.locator("[data-retry]")).to_be_hidden()


def test_what_fills_the_form_and_did_not_load_is_asked_for_again(phone: Device) -> None:
    phone.context.route("**/build/later/start.*", lambda route: route.abort(), times=2)
    page = phone.open("/en/build/#from.back-mobility")
    expect(said(page)).to_contain_text("could not be loaded")
    page.locator("[data-start]").click()
    expect(page.locator("#start")).to_be_hidden()
    page.locator("[data-start]").click()
    expect(page.locator("#start")).to_be_visible()
    assert page.url.endswith("#from.back-mobility")
    page.reload()
    expect(said(page)).to_contain_text("In the form now")


def lose_an_answer(page: Page) -> list[str]:
    """The next publication arrives, and its answer does not; the code that was made."""
    made: list[str] = []

    def lose(route: Route) -> None:
        made.append(route.fetch().json()["code"])
        route.abort()

    page.route(API, lose, times=1)
    return made


def test_a_lost_answer_makes_no_second_routine(phone: Device) -> None:
    page = phone.open("/en/build/")
    compose(page, "cat-cow")
    made = lose_an_answer(page)
    page.locator("[data-publish]").click()
    progress(page).to_contain_text("Not published")
    page.locator("[data-retry]").click()
    expect(page.locator("[data-code]")).not_to_be_empty()
    assert page.locator("[data-code]").inner_text().replace("-", "") == made[0]


def test_a_page_in_place_of_an_answer_is_none(phone: Device) -> None:
    page = phone.open("/en/build/")
    compose(page, "cat-cow")
    sign_in = {"status": 200, "content_type": "text/html", "body": "<h1>Sign in</h1>"}
    page.route(API, lambda route: route.fulfill(**sign_in), times=1)
    page.locator("[data-publish]").click()
    progress(page).to_contain_text("Not published")
    assert draft(page)["link"] is None
    page.locator("[data-retry]").click()
    progress(page).to_have_text("Published, version 1.")


def test_with_the_sheet_closed_it_is_tried_again_and_said(phone: Device) -> None:
    page = phone.open("/en/build/")
    compose(page, "cat-cow")
    made = lose_an_answer(page)
    page.locator("[data-publish]").click()
    progress(page).to_contain_text("Not published")
    page.keyboard.press("Escape")
    expect(page.locator("[data-kept]")).to_have_text("Not published yet")
    page.locator("#title").fill("Changed meanwhile")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(said(page)).to_have_text("Published: Low back, version 1.")
    expect(page.locator("[data-kept]")).to_have_text("Draft kept on this device")
    assert draft(page)["link"]["code"] == made[0]
    expect(page.locator("[data-published] li")).to_have_count(1)


def test_the_second_of_two_edits_is_told_and_keeps_its_text(phone: Device) -> None:
    page = phone.open("/en/build/")
    compose(page, "cat-cow", title="Mine")
    publish(page)
    page.keyboard.press("Escape")
    base = draft(page)["link"]
    routine = {**draft(page)["routine"], "title": "Theirs"}
    headers = {"Authorization": f"Bearer {base['secret']}", "If-Match": '"1"'}
    address = f"{phone.address}/api/routines/{base['code']}"
    assert phone.context.request.put(address, data=routine, headers=headers).ok
    page.locator("#title").fill("Mine again")
    page.locator("[data-publish]").click()
    progress(page).to_contain_text("Version 2 was published elsewhere")
    expect(page.locator("#title")).to_have_value("Mine again")
    page.locator("[data-theirs]").click()
    expect(page.locator("[data-looked-title]")).to_have_text("Version 2: Theirs")
    page.locator("[data-over]").click()
    progress(page).to_have_text("Published, version 3.")
    page.locator("[data-versions]").click()
    page.locator("[data-version-list] [data-look]").nth(2).click()
    expect(page.locator("[data-looked-title]")).to_have_text("Version 1: Mine")
    page.locator("[data-restore]").click()
    expect(page.locator("#title")).to_have_value("Mine")
    page.locator("[data-publish]").click()
    progress(page).to_have_text("Published, version 4.")


def test_it_is_withdrawn_after_a_question(phone: Device) -> None:
    page = phone.open("/en/build/")
    compose(page, "cat-cow")
    code = publish(page)
    page.locator("[data-withdraw]").click()
    expect(page.locator("[data-sure-words]")).to_be_focused()
    page.locator("[data-withdraw-no]").click()
    page.locator("[data-withdraw]").click()
    page.locator("[data-withdraw-yes]").click()
    progress(page).to_contain_text("Withdrawn")
    progress(page).to_be_focused()
    assert phone.context.request.get(f"{phone.address}/api/routines/{code}").status == 410
    expect(page.locator("[data-published] li")).to_have_count(0)
    assert draft(page)["link"] is None


def test_a_draft_starts_from_a_code_a_file_and_the_library(phone: Device) -> None:
    page = phone.open("/en/build/#from.back-mobility")
    expect(page.locator("#title")).not_to_have_value("")
    code = publish(page)
    page.keyboard.press("Escape")
    page.locator("[data-start]").click()
    with page.expect_download() as downloading:
        page.locator("[data-save-file]").click()
    file = Path(downloading.value.path())
    page.locator("[data-clear]").click()
    assert names(page) == []
    assert draft(page)["link"] is None
    page.locator("[data-start]").click()
    page.locator("#code").fill("zzzzz zzzzz")
    page.keyboard.press("Enter")
    expect(page.locator("#code-fault")).to_contain_text("no routine with this code")
    expect(page.locator("#code")).to_be_focused()
    page.locator("#code").fill(f"{code[:5]} - {code[5:]}")
    page.keyboard.press("Enter")
    expect(rows(page).first).to_be_visible()
    steps = names(page)
    page.locator("[data-start]").click()
    page.locator("[data-clear]").click()
    page.locator("[data-start]").click()
    page.locator("#file").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": b"{}"}
    )
    expect(page.locator("#file-fault")).to_be_visible()
    content = file.read_bytes()
    page.locator("#file").set_input_files(
        {"name": "a.limber.json", "mimeType": "application/json", "buffer": content}
    )
    expect(rows(page).first).to_be_visible()
    assert names(page) == steps
