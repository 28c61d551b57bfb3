"""What the builder keeps under one's own routines: whose words it has, what it belongs to."""

from __future__ import annotations

import secrets
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.author import Author
from tests.browser.builder import compose, draft, publish, said
from tests.browser.conftest import OpenPage
from tests.browser.test_mine import file_of
from tests.serving import Server

MARK = "Note from the person who made this routine"


@pytest.fixture
def author(server: Server) -> Author:
    return Author(server, secret=secrets.token_urlsafe()).publish()


def keep_own(page: Page) -> None:
    page.locator("[data-start]").click()
    page.locator("[data-keep-own]").click()
    expect(said(page)).to_have_text("Kept under your own routines.")


def take_file(page: Page, routine: Any) -> None:
    page.locator("[data-start]").click()
    expect(page.locator("#start")).to_be_visible()
    page.locator("#file").set_input_files([file_of(routine)])


@pytest.mark.parametrize("way", ["copy", "edit", "file"])
def test_another_persons_words_are_marked_when_they_are_kept(
    open_page: OpenPage, author: Author, way: str
) -> None:
    page = open_page("/en/build/")
    if way == "file":
        routine = page.request.get(f"{author.server.address}/api/routines/{author.code}").json()
        take_file(page, routine["routine"])
    else:
        ways = {"copy": f"copy.{author.code}", "edit": f"{author.code}.{author.secret}"}
        page.evaluate("hash => { location.hash = hash; }", ways[way])
    expect(said(page)).to_have_text("In the form now: Low back, week 2.")
    page.reload()
    page.locator("#title").fill("Mine now")
    keep_own(page)
    page.goto("/en/mine/")
    page.get_by_role("link", name="Mine now").click()
    expect(page.get_by_text(MARK)).to_be_visible()


def test_ones_own_words_are_not(open_page: OpenPage) -> None:
    page = open_page("/en/build/#from.cold-water-10")
    expect(said(page)).to_contain_text("In the form now")
    page.locator("#title").fill("Mine now")
    keep_own(page)
    page.goto("/en/mine/")
    page.get_by_role("link", name="Mine now").click()
    expect(page.locator("[data-what-for]")).to_be_visible()
    expect(page.get_by_text(MARK)).to_be_hidden()


def test_one_of_ones_own_is_published_changed_and_kept_as_one(open_page: OpenPage) -> None:
    page = open_page("/en/build/")
    compose(page, "cat-cow", title="First")
    keep_own(page)
    own = draft(page)["own"]
    code = publish(page)
    page.keyboard.press("Escape")
    page.locator("#title").fill("Second")
    keep_own(page)
    page.locator("[data-start]").click()
    page.locator("[data-clear]").click()
    page.goto("/en/mine/")
    expect(page.locator("[data-own] [data-title]")).to_have_text(["Second"])
    page.goto(f"/en/mine/edit#{own}")
    expect(page.locator("#title")).to_have_value("Second")
    page.locator("[data-publish]").click()
    expect(page.locator("[data-progress]")).to_have_text("Published, version 2.")
    assert (draft(page)["link"]["code"], draft(page)["own"]) == (code, own)
    page.keyboard.press("Escape")
    page.locator("[data-start]").click()
    page.locator("[data-clear]").click()
    page.locator("[data-row-edit]").click()
    expect(page.locator("#title")).to_have_value("Second")
    assert (draft(page)["link"]["code"], draft(page)["own"]) == (code, own)


def test_what_is_published_is_kept_and_stays_published(open_page: OpenPage) -> None:
    page = open_page("/en/build/")
    compose(page, "cat-cow")
    code = publish(page)
    page.keyboard.press("Escape")
    keep_own(page)
    own = draft(page)["own"]
    page.goto("/en/build/#from.back-mobility")
    expect(page.locator("#title")).not_to_have_value("Low back")
    page.goto(f"/en/build/#own.{own}")
    expect(page.locator("#title")).to_have_value("Low back")
    assert draft(page)["link"]["code"] == code


def test_looking_at_others_loses_nothing(open_page: OpenPage) -> None:
    page = open_page("/en/build/")
    compose(page, "cat-cow", title="Two hours of work")
    for slug in ("back-mobility", "cold-water-10"):
        page.goto("/en/about/")
        page.goto(f"/en/build/#from.{slug}")
        expect(said(page)).to_contain_text("In the form now")
    page.reload()
    page.locator("[data-history-undo]").click()
    page.locator("[data-history-undo]").click()
    expect(page.locator("#title")).to_have_value("Two hours of work")


def test_what_was_published_from_here_is_changed_from_its_page(open_page: OpenPage) -> None:
    page = open_page("/en/build/")
    compose(page, "cat-cow", title="Mine")
    code = publish(page)
    page.keyboard.press("Escape")
    page.locator("[data-start]").click()
    page.locator("[data-clear]").click()
    page.goto(f"/en/r/{code}")
    page.get_by_role("link", name="Change it in the builder").click()
    expect(page.locator("#title")).to_have_value("Mine")
    page.locator("#title").fill("Mine again")
    page.locator("[data-publish]").click()
    expect(page.locator("[data-progress]")).to_have_text("Published, version 2.")
    assert draft(page)["link"]["code"] == code


def test_what_has_no_name_is_not_kept_without_one(open_page: OpenPage) -> None:
    page = open_page("/en/build/")
    page.locator("[data-start]").click()
    page.locator("[data-keep-own]").click()
    expect(page.locator("[data-draft-fault]")).to_have_text("Name: Give it a name first.")
    expect(page.locator("#title")).to_be_focused()
    page.goto("/en/mine/")
    expect(page.locator("[data-own] [data-title]")).to_have_count(0)
