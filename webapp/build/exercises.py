"""What the builder needs of the catalog: how long a step takes, what can be chosen of it."""

from __future__ import annotations

from typing import Any

from webapp.content.library import Library
from webapp.player.catalog import measured

# Beside what its length goes by.
OF_EACH = ("name", "cautions", "awaitsInstructor")


def needed(library: Library) -> dict[str, Any]:
    """As `static/js/shared/session_of.js` and `routine.js` read it."""
    return measured(library, of_each=OF_EACH)
