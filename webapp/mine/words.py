"""What the page of one's own routines needs to name what this device has kept, and says of it."""

from __future__ import annotations

from typing import Any

from flask import url_for
from flask_babel import gettext as _

from webapp.content.library import Library
from webapp.today import sessions
from webapp.wording import step_forms


def guide(content: Library) -> dict[str, Any]:
    """With where each kind of page lies, what is called how, and its player."""
    return {
        **sessions.naming(content),
        "steps": step_forms(),
        "edit": url_for("mine.edit"),
        "journal": url_for("journal.show"),
        "words": {
            # Translators: of a routine in a list: how long, how many steps
            "short": _("%(length)s, %(steps)s"),
            "copied": _("Copied: %(title)s"),
            "copy": _("Copy of %(title)s"),
            "deleted": _("Deleted: %(title)s"),
            "opened": _("Kept under your routines: %(title)s"),
            "unkept": _("This browser did not keep it. Nothing was changed."),
            "unread": _("%(name)s could not be read."),
            "more": _("More for %(title)s"),
            "favourite": _("Favourite: %(title)s"),
        },
    }
