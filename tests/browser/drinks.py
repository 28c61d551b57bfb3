"""What a person does on the pages about drinks, for the tests of each."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from playwright.sync_api import Page

from tests.browser import journal
from tests.browser.conftest import OpenPage

NOW = datetime(2026, 7, 1, 16, 10, tzinfo=UTC)
ANSWERED = "localStorage.setItem('limber.drinks', JSON.stringify({answer: 'none', at: %d}))"

Drinks = list[dict[str, Any]]


def at_four(open_page: OpenPage, path: str = "/en/hydration/", **options: Any) -> Page:
    """In the afternoon."""
    return answered(open_page, path, NOW, **options)


def answered(open_page: OpenPage, path: str, now: datetime, **options: Any) -> Page:
    """A page now, on a device whose person said that no doctor decides first."""
    page = open_page("/en/about/", timezone_id="UTC", **options)
    page.evaluate(ANSWERED % (now.timestamp() * 1000))
    page.clock.set_fixed_time(now)
    page.goto(path)
    return page


def kept(page: Page) -> Drinks:
    """The drinks on the device of a page."""
    return [each for each in journal.kept(page) if "ml" in each]


def weighed(page: Page) -> list[dict[str, Any]]:
    return [each for each in journal.kept(page) if "drunk" in each]


def log(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def submit(page: Page, stage: str, **fields: str) -> None:
    for name, value in fields.items():
        page.locator(f"#{name}").fill(value)
    page.locator(f"[data-stage={stage}] button[type=submit]").click()


def sweat_test(page: Page, after: str = "69.4", drunk: str = "0.5", minutes: str = "90") -> None:
    """Vector 1 of evidence §5, or another."""
    page.goto("/en/hydration/sweat-test")
    submit(page, "before", before="70")
    submit(page, "session", minutes=minutes, degrees="27", drunk=drunk, passed="0")
    submit(page, "after", after=after)


def plan(page: Page, kind: str = "pool", degrees: str = "27", minutes: str = "90") -> None:
    page.goto("/en/hydration/plan")
    page.locator("#kind").select_option(kind)
    page.locator("#degrees").fill(degrees)
    page.locator("#minutes").fill(minutes)
