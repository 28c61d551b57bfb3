"""What the builder needs of the catalog: how long a step takes, what can be chosen of it."""

from __future__ import annotations

from typing import Any

from webapp.content.library import Library
from webapp.player.catalog import catalog

# How it is done is told by the player and by the exercise's own page.
OF_ALL = ("conditions", "roundRest", "longestStay", "longestSession", "faults", "switch", "locale")
OF_EACH = (
    *("name", "ready", "cautions", "dose", "counts", "sides"),
    *("isMassage", "awaitsInstructor"),
)
OF_A_PART = ("kind", "seconds")


def needed(library: Library) -> dict[str, Any]:
    """As `static/js/shared/session_of.js` and `routine.js` read it."""
    whole = catalog(library)
    exercises = {slug: _exercise(each) for slug, each in whole["exercises"].items()}
    return {
        **{name: whole[name] for name in OF_ALL},
        "doses": whole["doses"],
        "exercises": exercises,
    }


def _exercise(entry: dict[str, Any]) -> dict[str, Any]:
    tempo = [{name: part[name] for name in OF_A_PART} for part in entry["tempo"]]
    return {**{name: entry[name] for name in OF_EACH}, "tempo": tempo}
