"""A session of the journal changed, deleted, brought back."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser import journal
from tests.browser.conftest import OpenPage
from tests.browser.diary import FIVE, NOON, edit, opened, rows
from tests.browser.journal import session
from tests.browser.test_journal import REFUSALS


def test_a_session_is_changed_and_put_back(open_page: OpenPage) -> None:
    page = opened(open_page, *FIVE)
    edit(page)
    page.locator("#minutes").fill("many")
    page.locator("#note").fill("easier later")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#minutes-fault")).to_contain_text("Minutes: type a number from 0 to 300")
    expect(page.locator("#minutes")).to_be_focused()
    expect(page.locator("#note")).to_have_value("easier later")
    page.locator("#minutes").fill("12.5")
    page.locator("[name=after][value='3']").check(force=True)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator("[data-edit]").first).to_be_focused()
    changed = journal.kept(page)[-1]
    assert (changed["seconds"], changed["after"], changed["note"]) == (750, 3, "easier later")
    expect(page.locator("[data-done] [data-undo-words]")).to_contain_text(
        "Changed: Desk break, Today"
    )
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("[data-done] [data-undo-words]")).to_have_text("Undone.")
    assert journal.kept(page)[-1] == FIVE[0]


def test_saving_without_a_change_keeps_the_seconds(open_page: OpenPage) -> None:
    page = opened(open_page, session(NOON, seconds=669))
    edit(page)
    expect(page.locator("#minutes")).to_have_value("11.2")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert journal.kept(page) == [session(NOON, seconds=669)]


def test_bad_answers_get_the_advice_of_the_player_and_it_stays(open_page: OpenPage) -> None:
    page = opened(open_page, *FIVE)
    edit(page)
    advice = page.get_by_text("Stop for today: no more exercises, no swim and no hard work.")
    expect(advice).to_be_hidden()
    page.locator("[name=after][value='5']").check(force=True)
    expect(advice).to_be_visible()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("[data-edit-said]")).to_have_text("Saved.")
    expect(advice).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("[data-streak]")).to_have_text("2")


def test_a_session_is_deleted_and_brought_back(open_page: OpenPage) -> None:
    page = opened(open_page, *FIVE)
    edit(page, 3)
    expect(page.locator("[data-edit-name]")).to_have_text("A routine that is gone")
    page.get_by_role("button", name="Delete", exact=True).click()
    expect(page.locator("[data-list] li")).to_have_count(4)
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("[data-list] li")).to_have_count(5)
    assert len(journal.kept(page)) == 5


def test_the_last_session_can_be_brought_back_too(open_page: OpenPage) -> None:
    page = opened(open_page, FIVE[0])
    edit(page)
    page.get_by_role("button", name="Delete", exact=True).click()
    expect(page.get_by_text("No session yet")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    assert rows(page) == ["Desk break"]


def test_what_a_browser_refuses_to_change_is_not_lost(open_page: OpenPage) -> None:
    page = opened(open_page, *FIVE)
    edit(page)
    page.locator("#note").fill("kept in the field")
    page.evaluate(f"() => {{ {REFUSALS['writing throws']} }}")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("[data-edit-said]")).to_contain_text("Not saved")
    expect(page.locator("#note")).to_have_value("kept in the field")
