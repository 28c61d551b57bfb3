"""Questions before cold and heat on the skin: who may start, and who is sent elsewhere."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.compress import (
    MINUTE,
    SECOND,
    answer,
    go_on,
    opened,
    press,
)
from tests.browser.conftest import OpenPage


def test_both_questions_come_before_the_start(open_page: OpenPage) -> None:
    page = opened(open_page)
    expect(page.get_by_role("heading", name="Cold, shivering, or numb")).to_be_visible()
    expect(page.locator("[data-start]")).to_be_hidden()
    press(page, "No")
    expect(page.get_by_role("heading", name="Does any of this apply?")).to_be_focused()
    expect(page.locator("[data-start]")).to_be_hidden()
    press(page, "No, none")
    expect(page.locator("[data-start]")).to_have_text("Start, 10 min")
    page.reload()
    expect(page.locator("[data-start]")).to_be_hidden()


def test_answers_of_a_while_ago_are_asked_for_again(open_page: OpenPage) -> None:
    page = opened(open_page)
    answer(page)
    go_on(page, 10 * MINUTE + SECOND)
    expect(page.locator("[data-start]")).to_be_hidden()
    expect(page.get_by_role("heading", name="Cold, shivering, or numb")).to_be_visible()


def test_an_old_no_does_not_answer_the_second_question(open_page: OpenPage) -> None:
    page = opened(open_page)
    answer(page)
    go_on(page, 10 * MINUTE + SECOND)
    press(page, "No")
    expect(page.get_by_role("heading", name="Does any of this apply?")).to_be_visible()
    expect(page.locator("[data-start]")).to_be_hidden()


@pytest.mark.parametrize(
    ("begins", "ends"),
    [
        (
            "localStorage.setItem('limber.rewarming', Date.now())",
            "localStorage.setItem('limber.rewarming', '')",
        ),
        (
            "document.documentElement.dataset.locked = ''",
            "delete document.documentElement.dataset.locked",
        ),
    ],
    ids=["warming", "closed"],
)
def test_who_got_warm_or_had_a_warning_sign_is_asked_from_the_beginning(
    open_page: OpenPage, begins: str, ends: str
) -> None:
    page = opened(open_page)
    answer(page)
    page.evaluate(begins)
    go_on(page, SECOND)
    expect(page.locator("[data-start]")).to_be_hidden()
    page.evaluate(ends)
    go_on(page, SECOND)
    expect(page.get_by_role("heading", name="Cold, shivering, or numb")).to_be_visible()
    expect(page.locator("[data-start]")).to_be_hidden()


def test_yes_or_not_sure_ends_in_asking_a_doctor(open_page: OpenPage) -> None:
    page = opened(open_page, "/en/compress/heat")
    press(page, "No")
    page.get_by_role("link", name="Yes, or not sure").click()
    expect(page.get_by_text("Ask a doctor or pharmacist whether it suits you.")).to_be_visible()
    expect(page.locator("[data-start]")).to_be_hidden()


@pytest.mark.parametrize("path", ["", "cold", "heat"])
def test_who_is_cold_gets_warm_and_starts_nothing_until_then(
    open_page: OpenPage, path: str
) -> None:
    page = opened(open_page, f"/en/compress/{path}")
    page.get_by_role("link", name="Yes: get warm first").click()
    expect(page).to_have_url(f"{page.url.split('/en/')[0]}/en/rewarm/")
    expect(page.locator("[data-waiting]")).to_be_visible()
    for kind in ("cold", "heat"):
        page.goto(f"/en/compress/{kind}")
        expect(
            page.get_by_role("heading", name="You said that you are getting warm.")
        ).to_be_visible()
        expect(page.locator("[data-start]")).to_be_hidden()
    page.goto("/en/compress/")
    expect(page.locator("[data-chooser]")).to_be_hidden()
    expect(page.locator("[data-warming]")).to_be_visible()
