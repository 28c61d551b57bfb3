"""What the page of reminders says through its script, and a phone in its notifications."""

from __future__ import annotations

from typing import Any

from flask import url_for
from flask_babel import gettext as _

from webapp import locales
from webapp.content.library import Library
from webapp.wording import duration_forms

Choice = tuple[str, str]


def kinds() -> list[Choice]:
    """What one can be reminded of, in the order of the page."""
    return [
        ("drink", _("Thirsty?")),
        ("routine", _("A routine")),
        ("electrolytes", _("Drink for a long session")),
        ("compress", _("End of the gap after cold or heat")),
        ("once", _("In some minutes")),
    ]


def notifications() -> dict[str, str]:
    """By kind, and buttons; `neutral` and `later` say nothing of what it is about."""
    return {
        "neutral": _("Limber: a reminder"),
        "drink": _("Thirsty?"),
        "routine": _("Time for your routine"),
        "electrolytes": _("Thirsty? Your drink for the long session"),
        "compress": _("The gap after cold or heat is over"),
        "once": _("You asked to be reminded"),
        # Translators: button of a notification: it asks again in 30 minutes; as short as possible
        "later": _("In 30 minutes"),
        # Translators: button of a notification about drinking: it logs a drink
        "did": _("I drank"),
    }


def guide(content: Library) -> dict[str, Any]:
    return {
        "locale": locales.current().intl,
        "language": locales.current().prefix,
        "page": url_for("reminders.show"),
        # Once it is there, it is no longer in some minutes.
        "kinds": {**dict(kinds()), "once": notifications()["once"]},
        "notifications": notifications(),
        "routines": {slug: routine.title for slug, routine in content.routines.items()},
        "start": url_for("routines.index"),
        "shared": url_for("share.index"),
        "durations": duration_forms(),
        # Hours until cold or heat is open again.
        "gap": max(each.gap.value for each in content.compresses.values()),
        "words": {**_said(), **_faults()},
    }


def of_today() -> dict[str, Any]:
    return {
        "locale": locales.current().intl,
        "page": url_for("reminders.show"),
        # Also of what is still to come: until then nothing is over.
        "notifications": {**notifications(), "compress": dict(kinds())["compress"]},
        "words": {
            # Translators: a reminder; such as Due since 14:05
            "due": _("Due since %(time)s"),
            # Translators: a reminder; such as At 14:05
            "next": _("At %(time)s"),
        },
    }


def _said() -> dict[str, str]:
    return {
        "comma": _(", "),
        "moment": _("%(day)s, %(time)s"),
        # Translators: when it asks; from and to are hours such as 9:00, `every` such as 90 min
        "window": _("%(from)s to %(to)s, %(every)s after the last drink"),
        # Translators: `days` are weekdays, `time` such as 7:30
        "weekly": _("%(time)s, %(days)s"),
        # Translators: a session; `when` is a date and time, `length` such as 90 min
        "around": _("%(when)s, %(length)s"),
        "next": _("Next: %(when)s"),
        "over": _("Over"),
        "off": _("Off"),
        "switch": _("On: %(name)s"),
        "edit": _("Change: %(name)s"),
        "deleted": _("Deleted: %(name)s"),
        "everyDay": _("every day"),
        # Translators: times such as 8:02
        "tested": _("Sent %(sent)s, shown %(shown)s."),
        "testing": _("Sent %(sent)s. Waiting for it to be shown."),
        "untested": _(
            "Sent %(sent)s, and not shown within half a minute. Look whether the device is set to "
            "be quiet, and whether notifications are allowed for the browser."
        ),
        "unsent": _("It could not be sent. Is there a network? Try again."),
        "untaken": _("It was not taken on the way. Wait a minute, then try again."),
        "synced": _("On. The server has known them since %(when)s."),
        "moved": _("Your reminders have the times of %(then)s, and you seem to be in %(now)s."),
        "filed": _("Saved. Open the file to put it into your calendar."),
        "nothing": _("There is nothing to put into a calendar yet."),
        "copied": _("Copied."),
        "uncopied": _("It could not be copied. Copy it by hand."),
        "waits": _("It works once there is a network."),
        "skin": _(
            "The skin was not as usual: cold and heat stay closed for the rest of that day, and "
            "until you have said on their page that it is as usual again."
        ),
        "most": _("There are 50 already, which is the most. Delete one first."),
        "gone": _("The reminder of this notification is no longer there."),
        "noRound": _("There is no round of cold or heat whose gap goes on."),
    }


def _faults() -> dict[str, str]:
    return {
        "days": _("On these days: choose at least one."),
        "time": _("At: choose an hour and minute."),
        "start": _("The session begins: choose a day and time that is still to come."),
        "minutes": _("How long: type a number from %(low)s to %(high)s."),
        "in": _("From now: type a number of minutes from %(low)s to %(high)s."),
    }
