"""No page of any language goes sideways, on the smallest phone or with text of twice the size."""

from __future__ import annotations

import pytest
from flask import Flask
from playwright.sync_api import Page, Playwright

from tests.browser.chromium import launch
from tests.browser.conftest import PHONE, OpenPage
from tests.browser.test_offline import pages
from tests.browser.test_pages import SIDEWAYS
from tests.serving import Server
from webapp.locales import LANGUAGES, Language

# Of all of them, a page of each kind is in each run: tests/browser/test_pages.py.
pytestmark = pytest.mark.sweep
LANGUAGE = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)


def sideways(page: Page, paths: list[str]) -> list[str]:
    found = []
    for path in paths:
        page.goto(path)
        if page.evaluate(SIDEWAYS):
            found.append(path)
    return found


@LANGUAGE
def test_no_page_does_on_the_smallest_phone(
    app: Flask, open_page: OpenPage, language: Language
) -> None:
    page = open_page("about:blank", viewport={"width": 320, "height": 568})
    assert sideways(page, pages(app, language)) == []


@LANGUAGE
def test_no_page_does_in_text_of_twice_the_size(
    app: Flask, playwright: Playwright, server: Server, language: Language
) -> None:
    with launch(playwright, "--blink-settings=defaultFontSize=32") as large:
        page = large.new_page(viewport=PHONE, base_url=server.address, service_workers="block")
        assert sideways(page, pages(app, language)) == []
