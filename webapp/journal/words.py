"""What the journal says of sessions, days and weeks; the scripts fill in what the device keeps."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _
from flask_babel import pgettext

from webapp.content.library import Library
from webapp.hydration import words as hydration
from webapp.today import sessions
from webapp.wording import session_forms

Choice = tuple[str, str]


def kinds() -> list[Choice]:
    """What was done, as `static/js/shared/journal.js` has it."""
    return [
        ("", _("Everything")),
        ("routine", _("Routines")),
        ("exercise", _("Exercises")),
        ("own", _("My routines")),
        ("shared", _("From others")),
    ]


def periods() -> list[Choice]:
    """Days until today, as `static/js/journal/filters.js` reads them."""
    return [
        ("", _("All the time")),
        ("7", _("Last 7 days")),
        ("30", _("Last 30 days")),
        ("90", _("Last 90 days")),
        ("365", _("Last 365 days")),
    ]


def ranges() -> list[Choice]:
    """How far back a chart of weeks goes, as `static/js/journal/series.js` has it."""
    return [("12-weeks", _("12 weeks")), ("year", _("A year")), ("all", _("Everything"))]


def spans() -> list[Choice]:
    """The same of the chart of days."""
    return [("14-days", _("14 days")), ("12-weeks", _("12 weeks")), ("year", _("A year"))]


def guide(content: Library) -> dict[str, Any]:
    """With what is called how, how the reader writes amounts, and all that is filled in."""
    naming = sessions.naming(content)
    said = {
        **sessions.words(),
        **_said_of_sessions(),
        **_said_of_changes(),
        **_said_of_week(),
        "charts": _said_of_charts(),
    }
    return {**naming, **hydration.reader(), "counts": session_forms(), "words": said}


def _said_of_sessions() -> dict[str, Any]:
    return {
        # Translators: when a session was begun; such as Yesterday, 7:10
        "when": _("%(day)s, %(time)s"),
        "signs": _("Pain that spreads, or numbness, weakness, tingling or dizziness"),
        "gone": {
            "routine": _("A routine that is gone"),
            "exercise": _("An exercise that is gone"),
            "own": _("A routine that is gone"),
            "shared": _("A routine that is gone"),
        },
        # Translators: above a list of sessions; such as Only 9 May 2026
        "onlyDay": _("Only %(day)s"),
        # Translators: names a calendar for who does not see it; month and year
        "caption": _("Sessions in %(month)s"),
        # Translators: a day of the calendar that is read out; such as 9 May: 14 min, 2 sessions
        "day": _("%(day)s: %(length)s, %(sessions)s"),
        # Translators: the same of a day on which nothing was done
        "dayWithout": _("%(day)s: no session"),
    }


def _said_of_changes() -> dict[str, str]:
    return {
        "minutesWrong": _("Minutes: type a number from %(low)s to %(high)s."),
        # Translators: a session and when it was
        "session": _("%(name)s, %(when)s"),
        "changed": _("Changed: %(title)s"),
        "deleted": pgettext("a session", "Deleted: %(title)s"),
        "undone": _("Undone."),
        "saved": _("Saved."),
        "unsaved": _("Not saved: this browser refused. What you entered is still here."),
        "undropped": _("It could not be deleted. Try again."),
        "notUndone": _("It could not be undone: this browser refused. Try again."),
    }


def _said_of_week() -> dict[str, str]:
    return {
        # Translators: what somebody shares of a week, and what is read out of its picture
        "week": _("This week: %(length)s, %(sessions)s."),
        # Translators: a day of that week; such as Monday 8 min
        "weekday": _("%(day)s %(length)s"),
        "comma": _(", "),
        "title": _("This week"),
        "unit": _("min"),
        "handed": _("Saved as a file."),
        "copied": _("Copied. Paste it where you want it."),
        "unshared": _("This browser could not share it."),
    }


def _said_of_charts() -> dict[str, Any]:
    return {
        "minutes": {"week": _("Minutes a week"), "month": _("Minutes a month")},
        "pain": {
            "session": _("Pain before and after each session"),
            "week": _("Pain before and after, mean of each week"),
            "month": _("Pain before and after, mean of each month"),
        },
        "drinks": {
            "day": _("Drinks a day"),
            "week": _("Drinks a day, mean of the days logged in each week"),
            "month": _("Drinks a day, mean of the days logged in each month"),
        },
        # Translators: a head of a table, whose rows are days and so on
        "heads": {
            "session": pgettext("done", "Session"),
            "day": pgettext("of a chart", "Day"),
            "week": _("Week from"),
            "month": _("Month"),
        },
        # Translators: a chart in short, read out
        "range": _("%(from)s to %(to)s. Most: %(most)s. Last: %(last)s."),
        "painRange": _("%(from)s to %(to)s. Last: %(last)s."),
        "none": _("–"),
    }
