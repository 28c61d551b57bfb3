"""Where each source stands behind a statement, so that links work both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from webapp.content.cited import cited
from webapp.content.library import FOLDERS, Item, Library
from webapp.content.safety import Result
from webapp.directory import Place, named

# Before the slug of an item, by the folder of its file, where it is not that folder.
PAGES = {
    "results": "check/result",
    "cramps": "cramp",
    "bands": "swim",
    "compresses": "compress",
    "water": "routines",
}
# Where the parts of the one file of drinks are shown.
DRINKS = {
    "whys": ("hydration",),
    "urine_claims": ("hydration",),
    "claims": ("hydration/plan", "hydration/sweat-test"),
    "over_claims": ("hydration/plan", "hydration/sweat-test", "hydration/too-much"),
}


def by_source(content: Library) -> dict[str, list[Place]]:
    """Pages by the id of a source, each once, in the order of the content."""
    found: dict[str, dict[Place, None]] = defaultdict(dict)
    for item in content.items():
        for source, address in _shown(item, content):
            found[source][named(address, content)] = None
    return {source: list(places) for source, places in found.items()}


def _shown(item: Item, content: Library) -> Iterator[tuple[str, str]]:
    """Each source of an item with the address of a page that shows it."""
    for field, each in cited(item):
        for address in _addresses(item, field.split(".")[0], content):
            yield from ((source, address) for source in each.sources)


def _addresses(item: Item, field: str, content: Library) -> Iterable[str]:
    folder = FOLDERS[type(item)]
    if folder == "massage" or (isinstance(item, Result) and item.urgency == "emergency"):
        # The one stands before routines with pages of their own, the other says only what to do.
        return ()
    if folder == "hydration":
        return DRINKS[field]
    if folder == "swim":
        return [f"swim/{slug}" for slug in content.bands]  # holds at every temperature
    return [folder if folder == "rewarm" else f"{PAGES.get(folder, folder)}/{item.slug}"]
