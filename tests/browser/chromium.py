"""Where Chromium is, and how it is started: without talking to anyone but the page."""

from __future__ import annotations

import os
import shutil

from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find_chromium() -> str | None:
    """The path in CHROMIUM, else the first browser found."""
    given = os.environ.get("CHROMIUM")
    return given or next(filter(None, map(shutil.which, NAMES)), None)


def launch(playwright: Playwright, *flags: str) -> Browser:
    """Start the browser that is installed; Playwright's own is never downloaded."""
    return playwright.chromium.launch(executable_path=find_chromium(), args=[*FLAGS, *flags])
