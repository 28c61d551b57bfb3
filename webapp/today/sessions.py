"""What the script needs to name the sessions that a device has kept: the same for everyone."""

from __future__ import annotations

from flask import url_for
from flask_babel import gettext

from webapp import locales
from webapp.content.library import Library
from webapp.reminders import words as reminders


def naming(content: Library) -> dict[str, object]:
    """Where the pages of each kind lie, what each is called, and the words of a row.

    What own and shared routines are called, the device knows.
    """
    routines = {slug: routine.title for slug, routine in content.routines.items()}
    exercises = {slug: exercise.name for slug, exercise in content.exercises.items()}
    return {
        "locale": locales.current().intl,
        "kinds": {
            "routine": {"address": url_for("routines.index"), "names": routines},
            "exercise": {"address": url_for("exercises.index"), "names": exercises},
            "own": {"address": f"{url_for('mine.play')}#", "names": {}},
            "shared": {"address": f"{url_for('today.show')}r/", "names": {}},
        },
        "words": words(),
    }


def coming() -> dict[str, object]:
    """What the card of the routine that comes next says."""
    said = reminders.of_today()
    return {
        "names": {
            "due": said["notifications"]["routine"],
            # Translators: heading of the routine for which a reminder comes later today
            "next": gettext("Your next routine"),
            # Translators: heading of the routine that was done last
            "again": gettext("Do it again"),
        },
        "due": said["words"]["due"],
        "at": said["words"]["next"],
    }


def words() -> dict[str, str]:
    """How long it took and how much it hurt."""
    return {
        "minutes": gettext("%(minutes)s\u00a0min"),
        "seconds": gettext("%(seconds)s\u00a0s"),
        # Translators: of a session in a list; "when" is such as Yesterday or 9 May
        "early": gettext("%(when)s, ended early"),
        # Translators: of a session in a list; from 0, none, to 10
        "both": gettext("Pain %(before)s before, %(after)s after"),
        # Translators: of a session in a list; from 0, none, to 10
        "before": gettext("Pain %(before)s before"),
        # Translators: of a session in a list; from 0, none, to 10
        "after": gettext("Pain %(after)s after"),
    }
