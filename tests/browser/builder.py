"""Hands on the builder, for the tests of it: what is tapped and typed is counted."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page, expect

DRAFT = "localStorage.getItem('limber.draft')"


class Hands:
    """A physio at the page; `count` are taps and keys so far."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.count = 0

    def tap(self, target: str | Locator) -> None:
        found = self.page.locator(target) if isinstance(target, str) else target
        found.click()
        self.count += 1

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.count += len(text)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.count += 1

    def add(self, *slugs: str) -> None:
        for slug in slugs:
            before = len(names(self.page))
            self.tap(f"[data-add={slug}]")
            expect(rows(self.page)).to_have_count(before + 1)


def rows(page: Page) -> Locator:
    return page.locator("#steps > li")


def names(page: Page) -> list[str]:
    return page.locator("#steps [data-name]").all_inner_texts()


def compose(page: Page, *slugs: str, title: str = "Low back") -> Hands:
    """A draft with a name and these steps, on a phone."""
    hands = Hands(page)
    hands.tap("[data-adding]")
    hands.add(*slugs)
    hands.tap("[data-added]")
    page.locator("#title").fill(title)
    return hands


def draft(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(page.evaluate(DRAFT))
    return found


def publish(page: Page) -> str:
    """The code that it got."""
    page.locator("[data-publish]").click()
    code = page.locator("[data-code]")
    expect(code).not_to_be_empty()
    return code.inner_text().replace("-", "")


def said(page: Page) -> Locator:
    return page.locator("[data-strip] [data-undo-words]")
