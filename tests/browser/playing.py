"""What a person sees while a session plays, for tests that play one to its end."""

from __future__ import annotations

from playwright.sync_api import Page


def figures_until_done(page: Page, step: int) -> set[str | None]:
    """Begin, and go on by so many milliseconds at a time: the figures that were shown."""
    page.locator("[data-begin]").click()
    shown = set()
    while not page.locator("[data-done]").is_visible():
        page.clock.run_for(step)
        figure = page.locator("[data-run] svg[data-figure]")
        if figure.count():
            shown.add(figure.get_attribute("data-figure"))
    return shown
