"""A journal that has been kept for a while, opened on its page."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser import journal
from tests.browser.conftest import OpenPage
from tests.browser.journal import DAY, session

# A Friday; weeks begin on Sunday in a browser of the United States.
NOW = datetime(2026, 11, 27, 16, 10, tzinfo=UTC)
NOON = int(datetime(2026, 11, 27, 12, tzinfo=UTC).timestamp() * 1000)
PUT_DRINKS = journal.PUT.replace('["session", each.id]', '["drink", each.id]')

FIVE = [
    session(NOON, slug="desk-break", seconds=600, note="stiff at first"),
    session(NOON - DAY, slug="qigong-short", seconds=1200, before=None, after=None),
    session(NOON - 3 * DAY, slug="desk-break", seconds=300, before=4, after=3),
    session(NOON - 4 * DAY, kind="own", slug="gone", seconds=240, before=1, after=6),
    session(NOON - 40 * DAY, kind="exercise", slug="bird-dog", seconds=120),
]


def opened(
    open_page: OpenPage,
    *sessions: dict[str, Any],
    prefix: str = "en",
    part: str = "",
    **options: Any,
) -> Page:
    """The journal of a device that has kept these."""
    page = open_page(f"/{prefix}/about/", **{"timezone_id": "UTC", "locale": "en-US", **options})
    journal.put(page, *sessions)
    page.clock.set_fixed_time(NOW)
    page.goto(f"/{prefix}/journal/{part}")
    return page


def drank(page: Page, *drunk: tuple[int, int]) -> None:
    """`drunk`: days ago, and ml."""
    drinks = [
        {"id": NOON - ago * DAY + i, "at": NOON - ago * DAY + i, "ml": ml, "kind": "water"}
        | {"sodium": None}
        for i, (ago, ml) in enumerate(drunk)
    ]
    page.evaluate(PUT_DRINKS, drinks)


def rows(page: Page) -> list[str]:
    return page.locator("[data-list] [data-name]").all_inner_texts()


def edit(page: Page, row: int = 0) -> None:
    """Opens what a row of the list holds; its form opens once its script has come."""
    page.locator("[data-edit]").nth(row).click()
    expect(page.locator("[data-edit-form]:not([inert])")).to_be_visible()
