"""Reminders in a real browser: made, changed, due, put into a calendar, and pushed to the phone."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.browser import journal
from tests.browser.conftest import LOOKS, OpenPage
from tests.browser.device import Device, until
from tests.browser.drinks import ANSWERED, answered
from tests.browser.test_pages import CHOOSE, SIDEWAYS, SMALL_TARGETS, TARGET_PX, violations

NOW = datetime(2026, 7, 1, 10, 20, tzinfo=UTC)
SHOWN = """async () => {
  const { getNotifications } = ServiceWorkerRegistration.prototype;
  const found = await getNotifications.call(await navigator.serviceWorker.ready);
  return found.map(({ title, tag, lang }) => ({ title, tag, lang }));
}"""
PUT_ROUND = """round => new Promise(done => {
  const opening = indexedDB.open("limber");
  opening.onsuccess = () => {
    const change = opening.result.transaction("journal", "readwrite");
    change.objectStore("journal").put(round, ["compress", round.began]);
    change.oncomplete = () => done(opening.result.close());
  };
})"""
BUTTONS = """async () => {
  const { getNotifications } = ServiceWorkerRegistration.prototype;
  const [found] = await getNotifications.call(await navigator.serviceWorker.ready);
  return found.actions.map(({ title }) => title);
}"""


def at_ten(open_page: OpenPage, path: str = "/en/reminders/", **options: Any) -> Page:
    return answered(open_page, path, NOW, **options)


def kept(page: Page) -> list[dict[str, Any]]:
    return [each for each in journal.kept(page) if "every" in each]


def drunk(page: Page) -> list[float]:
    """ml of each drink on the device."""
    return [each["ml"] for each in journal.kept(page) if "ml" in each]


def add(page: Page, kind: str, **fields: str) -> None:
    page.locator(f"[data-add={kind}]").click()
    for name, value in fields.items():
        page.locator(f"#{name}").fill(value)
    page.locator("#reminder [data-form] [type=submit]").click()


def rows(page: Page) -> list[list[str]]:
    found = page.locator("[data-list] li").evaluate_all("rows => rows.map(row => row.innerText)")
    plain = [text.replace("\u00a0", " ") for text in found]
    return [[line.strip() for line in text.split("\n") if line.strip()] for text in plain]


def test_each_kind_is_made_said_and_kept(open_page: OpenPage) -> None:
    page = at_ten(open_page)
    add(page, "drink")
    add(page, "routine")
    add(page, "electrolytes", start="2026-07-02T10:00", minutes="120")
    add(page, "once", **{"in": "25"})
    expect(page.locator("[data-list] li")).to_have_count(4)
    page.reload()
    expect(page.locator("[data-list] li")).to_have_count(4)
    said = sorted(rows(page))
    assert said == [
        ["After a cramp", "7:30 AM, every day", "Next: Thursday, July 2, 7:30 AM"],
        [
            "Drink for a long session",
            "Thursday, July 2, 10:00 AM, 120 min",
            "Next: Thursday, July 2, 9:30 AM",
        ],
        ["Thirsty?", "9:00 AM to 6:00 PM, 90 min after the last drink", "Next: 11:50 AM"],
        ["You asked to be reminded", "Next: 10:45 AM"],
    ]


def test_one_is_switched_changed_deleted_and_brought_back(open_page: OpenPage) -> None:
    page = at_ten(open_page)
    add(page, "drink")
    page.get_by_role("switch", name="On: Thirsty?").click()
    expect(page.locator("[data-next]")).to_have_text("Off")
    page.get_by_role("button", name="Change: Thirsty?").click()
    page.locator("#every").select_option("60")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("[data-list]")).to_contain_text("60 min after the last drink")
    page.get_by_role("button", name="Change: Thirsty?").click()
    page.get_by_role("button", name="Delete", exact=True).click()
    expect(page.get_by_text("None yet.")).to_be_visible()
    assert kept(page) == []
    page.get_by_role("button", name="Undo").click()
    assert [each["every"] for each in kept(page)] == [60]


def test_what_is_missing_is_said_beside_its_field(open_page: OpenPage) -> None:
    page = at_ten(open_page)
    add(page, "electrolytes", start="2026-06-30T10:00", minutes="x")
    expect(page.locator("#start-fault")).to_contain_text("still to come")
    expect(page.locator("#minutes-fault")).to_contain_text("from 60 to 720")
    page.keyboard.press("Escape")
    page.locator("[data-add=routine]").click()
    for box in page.locator("input[name=days]").all():
        box.uncheck()
    page.locator("#reminder [data-form] [type=submit]").click()
    expect(page.locator("#days-fault")).to_contain_text("at least one")
    assert kept(page) == []


def test_about_drinks_nothing_is_offered_where_a_doctor_decides_first(
    open_page: OpenPage,
) -> None:
    page = at_ten(open_page)
    add(page, "drink")
    page.goto("/en/conditions/")
    page.locator("input[value=under-18]").check()
    page.goto("/en/reminders/")
    for kind in ("drink", "electrolytes"):
        expect(page.locator(f"[data-add={kind}]")).to_be_disabled()
    expect(page.get_by_role("switch", name="On: Thirsty?")).to_be_disabled()
    expect(page.get_by_text("no doctor decides first")).to_be_visible()
    expect(page.locator("[data-add=routine]")).to_be_enabled()


def test_a_notification_leads_to_one_tap_and_the_next_question_moves(open_page: OpenPage) -> None:
    page = at_ten(open_page)
    add(page, "drink")
    page.clock.set_fixed_time(datetime(2026, 7, 1, 11, 55, tzinfo=UTC))
    page.goto("/en/")
    coming = page.locator("[data-coming]")
    expect(coming).to_contain_text("Due since 11:50 AM")
    coming.click()
    expect(page.get_by_role("heading", name="Thirsty?")).to_be_visible()
    page.get_by_role("button", name="Log 250 ml: Water").click()
    expect(page.locator("[data-keys] [data-undo-words]")).to_contain_text("250 ml at 11:55 AM")
    expect(page.locator("[data-next]")).to_have_text("Next: 1:25 PM")
    page.get_by_role("button", name="Done for now").click()
    expect(page.locator("[data-due]")).to_be_hidden()
    page.goto("/en/")
    expect(coming).to_contain_text("At 1:25 PM")


def test_not_now_asks_again_in_half_an_hour(open_page: OpenPage) -> None:
    page = at_ten(open_page)
    add(page, "drink")
    page.goto(f"/en/reminders/#{kept(page)[0]['id']}")
    page.reload()
    page.get_by_role("button", name="Ask again in 30 minutes").click()
    expect(page.locator("[data-list]")).to_contain_text("Next: 10:50 AM")
    page.locator("[data-dropped] [data-undo]").click()
    expect(page.locator("[data-list]")).not_to_contain_text("10:50 AM")


def test_a_button_of_a_notification_does_it_once_with_its_undoing(open_page: OpenPage) -> None:
    page = at_ten(open_page)
    add(page, "drink")
    reminder = kept(page)[0]["id"]
    page.goto(f"/en/reminders/#{reminder}.later")
    expect(page.locator("[data-dropped] [data-undo-words]")).to_contain_text("Next: 10:50 AM")
    page.goto(f"/en/reminders/#{reminder}.did")
    expect(page.locator("[data-keys] [data-undo-words]")).to_contain_text("150 ml")
    assert page.url.endswith(f"#{reminder}")
    until(page, lambda: drunk(page) != [])
    page.reload()
    expect(page.locator("[data-list]")).to_contain_text("Next: 11:50 AM")
    assert drunk(page) == [150]


def test_pages_lead_to_a_reminder_of_what_they_show(open_page: OpenPage) -> None:
    page = at_ten(open_page, "/en/routines/back-mobility")
    page.get_by_role("link", name="Remind me of it").click()
    sheet = page.get_by_role("dialog")
    expect(sheet.get_by_label("Routine")).to_have_value("back-mobility")
    sheet.get_by_role("button", name="Save").click()
    expect(page.locator("[data-list]")).to_contain_text("Next:")
    assert page.url.endswith("/en/reminders/")
    page.goto("/en/reminders/#new.pills")
    page.reload()
    expect(page.locator("[data-list] > li")).to_have_count(1)


def test_put_off_a_drink_stays_one_and_what_was_answered_is_not_asked_again(
    open_page: OpenPage,
) -> None:
    page = at_ten(open_page)
    add(page, "drink")
    reminder = kept(page)[0]["id"]
    page.clock.set_fixed_time(datetime(2026, 7, 1, 11, 55, tzinfo=UTC))
    page.goto("/en/")
    page.locator("[data-coming]").click()
    page.get_by_role("button", name="Ask again in 30 minutes").click()
    expect(page.locator("[data-list]")).to_contain_text("Next: 12:25 PM")
    assert [each["id"] for each in kept(page)] == [reminder]
    page.goto("/en/")
    expect(page.locator("[data-coming]")).to_contain_text("At 12:25 PM")


def test_what_is_over_for_a_day_is_in_nobodys_way(open_page: OpenPage) -> None:
    page = at_ten(open_page)
    add(page, "once", **{"in": "25"})
    page.clock.set_fixed_time(datetime(2026, 7, 2, 10, 40, tzinfo=UTC))
    page.reload()
    expect(page.locator("[data-list] > li")).to_have_count(1)
    page.clock.set_fixed_time(datetime(2026, 7, 2, 10, 50, tzinfo=UTC))
    page.reload()
    expect(page.locator("[data-empty]")).to_be_visible()


@pytest.mark.parametrize(
    ("skin", "said"),
    [
        ("usual", "Next: 12:11 PM"),
        (None, "Next: Thursday, July 2, 12:00 AM"),
        ("not", "The skin was not as usual"),
    ],
)
def test_a_gap_is_over_when_the_coach_says_so(
    open_page: OpenPage, skin: str | None, said: str
) -> None:
    page = at_ten(open_page)
    ended = NOW.timestamp() * 1000 - 10 * 60_000 + 1
    began = {"began": ended - 600_000, "kind": "cold", "seconds": 600, "end": "whole"}
    page.evaluate(PUT_ROUND, {**began, "ended": ended, "skin": skin})
    page.goto("/en/reminders/#new.compress")
    expect(page.locator("[data-dropped] [data-undo-words]")).to_contain_text(said)
    expect(page.locator("[data-list] > li")).to_have_count(0 if skin == "not" else 1)


def test_while_an_emergency_sign_stands_today_calls_nobody_to_move(open_page: OpenPage) -> None:
    page = at_ten(open_page)
    add(page, "routine")
    page.clock.set_fixed_time(datetime(2026, 7, 2, 7, 0, tzinfo=UTC))
    page.goto("/en/")
    expect(page.locator("[data-coming]")).to_be_visible()
    page.evaluate("localStorage.setItem('limber.locked', JSON.stringify(Date.now()))")
    page.reload()
    expect(page.locator("[data-keys]")).to_be_attached()
    page.wait_for_timeout(300)
    expect(page.locator("[data-coming]")).to_be_hidden()


def test_a_routine_that_is_not_there_is_not_chosen(open_page: OpenPage) -> None:
    page = at_ten(open_page)
    page.goto("/en/reminders/#new.routine.nope")
    page.locator("#reminder [data-form] [type=submit]").click()
    expect(page.locator("[data-list] > li")).to_have_count(1)
    expect(page.locator("[data-unkept-reminder]")).to_be_hidden()


def test_the_notification_of_a_deleted_reminder_says_so(open_page: OpenPage) -> None:
    page = at_ten(open_page, "/en/reminders/#abcdefghijklmnopqrstuv.did")
    expect(page.get_by_text("is no longer there")).to_be_visible()
    assert drunk(page) == []


def test_the_focus_stays_where_it_was(open_page: OpenPage) -> None:
    page = at_ten(open_page)
    add(page, "drink")
    add(page, "routine")
    switch = page.get_by_role("switch", name="On: After a cramp")
    switch.press("Space")
    expect(switch).not_to_be_checked()
    expect(switch).to_be_focused()


def test_a_calendar_file_has_what_is_on_in_neutral_words(
    open_page: OpenPage, tmp_path: Path
) -> None:
    page = at_ten(open_page)
    add(page, "routine")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save a calendar file").click()
    path = tmp_path / "limber.ics"
    download.value.save_as(path)
    calendar = Calendar.from_ical(path.read_bytes())
    [event] = calendar.walk("VEVENT")
    assert str(event["SUMMARY"]) == "Limber: a reminder"
    assert event.decoded("DTSTART") == datetime(2026, 7, 2, 7, 30)  # noqa: DTZ001 times of the wall
    assert len(event.walk("VALARM")) == 1


# What is pushed


def deliver(device: Device, page: Page, text: str) -> None:
    """As the push service does, through the browser's own tools."""
    devtools = device.context.new_cdp_session(page)
    found: list[str] = []
    devtools.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda event: found.extend(each["registrationId"] for each in event["registrations"]),
    )
    devtools.send("ServiceWorker.enable")
    page.wait_for_timeout(200)
    message = {"origin": device.address, "registrationId": found[0], "data": text}
    devtools.send("ServiceWorker.deliverPushMessage", message)
    page.wait_for_timeout(300)


def pushed(tag: str) -> str:
    said = {"title": "Limber: a reminder", "lang": "en", "dir": "ltr", "tag": tag}
    return json.dumps(
        {"web_push": 8030, "notification": {**said, "navigate": f"/en/reminders/#{tag}"}}
    )


def test_what_is_pushed_is_shown_neutrally_and_plainly_only_by_choice(device: Device) -> None:
    device.context.grant_permissions(["notifications"], origin=device.address)
    page = device.ready("/en/reminders/")
    add(page, "once", **{"in": "25"})
    [reminder] = kept(page)
    deliver(device, page, pushed(reminder["id"]))
    assert page.evaluate(SHOWN) == [
        {"title": "Limber: a reminder", "tag": reminder["id"], "lang": "en"}
    ]
    page.get_by_role("switch", name="Say on the lock screen what it is about").click()
    deliver(device, page, pushed(reminder["id"]))
    assert [each["title"] for each in page.evaluate(SHOWN)] == ["You asked to be reminded"]


def test_buttons_of_a_notification_say_what_it_is_about_only_by_choice(device: Device) -> None:
    device.context.grant_permissions(["notifications"], origin=device.address)
    page = device.ready("/en/reminders/")
    page.evaluate(ANSWERED % (time.time() * 1000))
    page.reload()
    add(page, "drink")
    [reminder] = [each for each in kept(page) if each["kind"] == "drink"]
    deliver(device, page, pushed(reminder["id"]))
    assert page.evaluate(BUTTONS) == ["In 30 minutes"]
    page.get_by_role("switch", name="Say on the lock screen what it is about").click()
    deliver(device, page, pushed(reminder["id"]))
    assert page.evaluate(BUTTONS) == ["I drank", "In 30 minutes"]


def test_a_push_that_cannot_be_read_is_shown_all_the_same(device: Device) -> None:
    device.context.grant_permissions(["notifications"], origin=device.address)
    page = device.ready("/en/reminders/")
    deliver(device, page, "no json")
    assert [each["title"] for each in page.evaluate(SHOWN)] == ["Limber: a reminder"]


def test_a_tap_on_a_notification_opens_its_page(device: Device) -> None:
    device.context.grant_permissions(["notifications"], origin=device.address)
    page = device.ready("/en/reminders/")
    add(page, "once", **{"in": "25"})
    [reminder] = kept(page)
    page.goto(f"{device.address}/en/")
    deliver(device, page, pushed(reminder["id"]))
    [worker] = device.context.service_workers
    worker.evaluate(
        """async () => {
          const [notification] = await registration.getNotifications();
          dispatchEvent(new NotificationEvent("notificationclick", { notification }));
        }"""
    )
    page.wait_for_url(f"**/en/reminders/#{reminder['id']}")
    expect(page.get_by_role("heading", name="You asked to be reminded")).to_be_visible()


@pytest.mark.parametrize(("prefix", "theme"), LOOKS)
def test_axe_finds_nothing_with_reminders_made(
    open_page: OpenPage, prefix: str, theme: str
) -> None:
    page = at_ten(open_page)
    page.add_init_script(CHOOSE % theme)
    add(page, "drink")
    add(page, "routine")
    page.goto(f"/{prefix}/reminders/#{kept(page)[0]['id']}")
    page.reload()
    assert violations(page) == []
    for kind in ("drink", "routine", "electrolytes", "once"):
        page.locator(f"[data-add={kind}]").click()
        assert violations(page) == [], kind
        page.keyboard.press("Escape")


@pytest.mark.parametrize("prefix", ["en", "ar"])
def test_it_fits_a_narrow_screen_and_wet_fingers(open_page: OpenPage, prefix: str) -> None:
    page = at_ten(open_page, viewport={"width": 320, "height": 640})
    add(page, "drink")
    page.goto(f"/{prefix}/reminders/#{kept(page)[0]['id']}")
    page.reload()
    page.wait_for_timeout(200)
    assert not page.evaluate(SIDEWAYS)
    assert page.evaluate(SMALL_TARGETS, TARGET_PX) == []
