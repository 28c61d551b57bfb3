"""What the page of a shared routine says through its script: what has changed, how it went."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _

from webapp import locales, wording
from webapp.content.library import Library
from webapp.today import sessions


def guide(content: Library) -> dict[str, Any]:
    return {
        "locale": locales.current().intl,
        # Of all exercises: one that is in it no longer has a name, too.
        "names": {slug: exercise.name for slug, exercise in content.exercises.items()},
        "doses": wording.dose_forms(),
        "words": {**sessions.words(), **_changes(), **_report(), **_said()},
    }


def _changes() -> dict[str, str]:
    """Of a routine that its author has changed."""
    return {
        # Translators: a step of a routine; `dose` is such as 8 times
        "added": _("New: %(name)s, %(dose)s"),
        "gone": _("No longer in it: %(name)s"),
        # Translators: what has changed; such as Bridge: now 10 times, before 8 times
        "differs": _("%(name)s: now %(after)s, before %(before)s"),
        "paceOrRest": _("%(name)s: another pace or rest"),
        "note": _("%(name)s: another note"),
        "moved": _("The order of the steps"),
        "rounds": _("Rounds"),
        "rest": _("The rest between rounds"),
        "title": _("Its name"),
        "need": _("When it is done"),
        "notes": _("The note from the person who made it"),
        "times": _("Suggested times"),
    }


def _report() -> dict[str, str]:
    return {
        # Translators: first line of a text about how it went; "title" is what the routine is called
        "reported": _("%(title)s: what I did in the last 14\u00a0days"),
        # Translators: a session; `when` is a date and time, `what` how long it took and pain
        "session": _("%(when)s: %(what)s"),
        "moment": _("%(day)s, %(time)s"),
        "comma": _(", "),
        "signs": _("Pain that spreads, or numbness, weakness, tingling or dizziness"),
    }


def _said() -> dict[str, str]:
    return {
        "reminded": _("You are reminded at these times."),
        "undone": _("Undone."),
        "most": _("There are 50 already, which is the most. Delete one first."),
        "unkept": _("Not saved: this browser refused."),
        "copied": _("Copied. Paste it into a message."),
        "unshared": _("This browser cannot share. Copy the text above by hand."),
    }
