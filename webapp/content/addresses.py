"""Every page that content has or leads to, by its address after the language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from webapp.content.library import Library

# Pages of their own, whatever the content.
FIXED = (
    *("about", "about/article", "about/install", "about/privacy", "about/sources", "build"),
    *("check", "check/likeness", "compress", "conditions", "cramp", "emergency", "exercises"),
    *(
        "hydration",
        "hydration/plan",
        "hydration/sweat-test",
        "hydration/too-much",
        "journal",
        "learn",
    ),
    *("mine", "r", "reminders", "rewarm", "routines", "settings", "swim"),
)


def addresses(library: Library) -> set[str]:
    return {*FIXED, *_of_items(library)}


def _of_items(library: Library) -> Iterator[str]:
    folders = {
        "exercises": library.exercises,
        "routines": {**library.routines, **library.water},
        "cramp": library.cramps,
        "check": library.questions,
        "check/result": library.results,
        "swim": library.bands,
        "compress": library.compresses,
        "learn": library.lessons,
    }
    for folder, items in folders.items():
        yield from (f"{folder}/{slug}" for slug in items)
