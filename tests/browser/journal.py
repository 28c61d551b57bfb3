"""Sessions put on a device by the browser's own means, so that the journal's are what is tested."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

DAY = 86_400_000

SESSION: dict[str, Any] = {
    "kind": "routine",
    "slug": "cold-water-10",
    "seconds": 669,
    "steps": 6,
    "of": 6,
    "early": False,
    "before": 3,
    "after": 2,
    "signs": False,
    "note": "",
}

PUT = """entries => new Promise((resolve, reject) => {
  const opening = indexedDB.open("limber");
  opening.onupgradeneeded = () => opening.result.createObjectStore("journal");
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const change = opening.result.transaction("journal", "readwrite");
    entries.forEach(each => change.objectStore("journal").put(each, ["session", each.id]));
    change.onerror = () => reject(change.error);
    change.oncomplete = () => resolve(opening.result.close());
  };
})"""


def session(begun: int, **parts: Any) -> dict[str, Any]:
    """One that was begun at that moment, in milliseconds."""
    return {**SESSION, "id": begun, "ended": begun + 669_000, **parts}


def put(page: Page, *sessions: dict[str, Any]) -> None:
    """On a page of ours, whose device it then is."""
    page.evaluate(PUT, list(sessions))


KEPT = """() => new Promise((resolve, reject) => {
  const opening = indexedDB.open("limber");
  opening.onupgradeneeded = () => opening.result.createObjectStore("journal");
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const all = opening.result.transaction("journal").objectStore("journal").getAll();
    all.onerror = () => reject(all.error);
    all.onsuccess = () => resolve((opening.result.close(), all.result));
  };
})"""


def kept(page: Page) -> list[dict[str, Any]]:
    """All sessions on the device of that page."""
    found: list[dict[str, Any]] = page.evaluate(KEPT)
    return found
