"""What a device may have kept, put there, saved and brought in by its section of the journal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser import journal
from tests.browser.conftest import OpenPage

PATH = "/en/journal/"
NOW = 1_795_000_000_000
STEP = {
    "exercise": "cat-cow",
    "dose": {"repetitions": 2, "sides": "none", "sets": 1, "rest": 0},
    "pace": 1,
    "note": "",
}
ROUTINE: dict[str, Any] = {
    "format": "limber-routine",
    "version": 1,
    "title": "After the pool",
    "whatFor": "",
    "notes": "",
    "language": "en",
    "rounds": 1,
    "rest": 0,
    "beginner": False,
    "need": "any",
    "conditions": [],
    "times": [],
    "steps": [STEP],
}
OWN = {"id": "a1b2c3", "routine": ROUTINE, "made": NOW, "changed": NOW, "from": ""}
PUT = """records => new Promise((resolve, reject) => {
  const opening = indexedDB.open("limber");
  opening.onupgradeneeded = () => opening.result.createObjectStore("journal");
  opening.onsuccess = () => {
    const change = opening.result.transaction("journal", "readwrite");
    records.forEach(([key, value]) => change.objectStore("journal").put(value, key));
    change.onabort = () => reject(change.error);
    change.oncomplete = () => resolve(opening.result.close());
  };
})"""
CHOSEN = """chosen => Object.entries(chosen).forEach(([key, value]) =>
  localStorage.setItem(`limber.${key}`, value))"""
LIMBERS = (
    "Object.fromEntries(Object.entries(localStorage).filter(([k]) => k.startsWith('limber.')))"
)


def drink(at: int) -> dict[str, Any]:
    return {"id": at, "at": at, "ml": 250, "kind": "water", "sodium": None}


def records() -> list[Any]:
    return [
        *([["session", NOW + i], journal.session(NOW + i)] for i in range(2)),
        *([["drink", NOW + i], drink(NOW + i)] for i in range(3)),
        [["own", OWN["id"]], OWN],
    ]


def used(open_page: OpenPage, **options: Any) -> Page:
    """A device on which something was done and chosen."""
    page = open_page("/en/about/", **options)
    page.evaluate(PUT, records())
    page.evaluate(CHOSEN, {"screen": '{"sound":"off"}', "region": "DE", "conditions": '["knees"]'})
    return opened(page)


def opened(page: Page) -> Page:
    page.goto(f"{PATH}#device")
    expect(page.locator("[data-device-all]")).to_be_visible()
    return page


def lines(page: Page) -> Locator:
    return page.locator("[data-device-list] li")


def saved(page: Page, button: str = "Save a copy") -> tuple[str, bytes]:
    with page.expect_download() as started:
        page.locator("[data-device]").get_by_role("button", name=button).click()
    return started.value.suggested_filename, Path(started.value.path()).read_bytes()


def take(page: Page, body: bytes | dict[str, Any], name: str = "my.limber-data.json") -> Locator:
    body = body if isinstance(body, bytes) else json.dumps(body).encode()
    given: Any = {"name": name, "mimeType": "application/json", "buffer": body}
    page.locator("[data-device-file]").set_input_files([given])
    sheet = page.get_by_role("dialog")
    expect(sheet).to_be_visible()
    return sheet


def says(sheet: Locator, words: str) -> None:
    """It shows them; others stand in it and are hidden."""
    expect(sheet.get_by_text(words).filter(visible=True)).to_have_count(1)


def everything(page: Page) -> tuple[list[Any], Any]:
    """But how reminders reach this device, and the sign to other pages."""
    chosen = page.evaluate(LIMBERS)
    chosen.pop("limber.changed", None)
    return [each for each in journal.kept(page) if "synced" not in each], chosen


def of_records(**kinds: Any) -> dict[str, Any]:
    return {"format": "limber-device", "version": 1, "records": kinds, "settings": {}}
