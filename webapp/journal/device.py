"""What the script of the things on a device says of them, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from webapp import locales
from webapp.wording import NUMBER, forms


def guide() -> dict[str, Any]:
    """`static/js/journal/device` fills in numbers, names and sizes."""
    return {
        "locale": locales.current().intl,
        "page": url_for("journal.show"),
        "mine": url_for("mine.index"),
        "counts": {name: forms(form) for name, form in _COUNTED.items()},
        "names": _names(),
        "faults": _faults(),
        "words": _words(),
    }


# A count in words whose number is still to be filled in.
_COUNTED: dict[str, Callable[[int], str]] = {
    "sessions": lambda n: ngettext("%(n)s session", "%(n)s sessions", n, n=NUMBER),
    "drinks": lambda n: ngettext("%(n)s drink", "%(n)s drinks", n, n=NUMBER),
    "sweatTests": lambda n: ngettext("%(n)s sweat test", "%(n)s sweat tests", n, n=NUMBER),
    "rounds": lambda n: ngettext(
        "%(n)s round of cold or heat", "%(n)s rounds of cold or heat", n, n=NUMBER
    ),
    "own": lambda n: ngettext(
        "%(n)s routine of your own", "%(n)s routines of your own", n, n=NUMBER
    ),
    "opened": lambda n: ngettext(
        "%(n)s shared routine that you opened", "%(n)s shared routines that you opened", n, n=NUMBER
    ),
    "published": lambda n: ngettext(
        "%(n)s routine that you published", "%(n)s routines that you published", n, n=NUMBER
    ),
    "reminders": lambda n: ngettext("%(n)s reminder", "%(n)s reminders", n, n=NUMBER),
    "favourites": lambda n: ngettext("%(n)s favourite", "%(n)s favourites", n, n=NUMBER),
    "conditions": lambda n: ngettext(
        "%(n)s thing that applies to you", "%(n)s things that apply to you", n, n=NUMBER
    ),
    "differing": lambda n: ngettext(
        "%(n)s setting differs from yours", "%(n)s settings differ from yours", n, n=NUMBER
    ),
    "damaged": lambda n: ngettext(
        "%(n)s entry is damaged and cannot be read. It goes only when you delete all.",
        "%(n)s entries are damaged and cannot be read. They go only when you delete all.",
        n,
        n=NUMBER,
    ),
    "left": lambda n: ngettext(
        "%(n)s entry could not be deleted.", "%(n)s entries could not be deleted.", n, n=NUMBER
    ),
}


def _names() -> dict[str, str]:
    """Of what is counted in a table."""
    return {
        "sessions": _("Sessions"),
        "drinks": _("Drinks"),
        "sweatTests": _("Sweat tests"),
        "rounds": _("Cold or heat"),
        "own": _("My routines"),
        "opened": _("Shared routines"),
        "published": _("Published routines"),
        "reminders": _("Reminders"),
        "favourites": _("Favourites"),
        "conditions": _("What applies to me"),
    }


def _faults() -> dict[str, str]:
    """What is wrong with a file, or kept it from coming, and what to do."""
    return {
        "damaged": _(
            "It is damaged, or no file of Limber's. Save it once more on the other device."
        ),
        "foreign": _(
            "It is no copy that Limber has saved. Choose the file whose name ends in %(ending)s.",
            ending=".limber-data.json",
        ),
        "routine": _("It is a single routine. Open it under My routines."),
        "newer": _(
            "It comes from a newer Limber. Load this page again with a network until Limber "
            "is up to date here, then bring it in."
        ),
        "size": _("It is larger than anything that Limber saves. Choose another file."),
        "many": _("%(field)s: there are more entries than Limber can take. Choose another file."),
        "field": _(
            "%(field)s: this is not as Limber writes it. Save it once more on the other device."
        ),
        "codes": _("The codes do not belong together, or one was not read whole. Begin anew."),
        "device": _(
            "What is on this device could not be read. Close other tabs of Limber and try again."
        ),
        "full": _("This device has not enough room for it, or the browser gives none. Free some."),
        "refused": _("This browser did not keep it. Try again, or install Limber first."),
    }


def _words() -> dict[str, str]:
    return {
        "settings": _("Your settings"),
        "drafts": _("The routine you are composing, and earlier drafts"),
        "nothing": _("Nothing of yours yet."),
        "size": _("With the app itself about %(size)s."),
        "saved": _("Saved: %(name)s"),
        "unread": _("%(name)s could not be brought in."),
        "codes": _("What the codes hold"),
        "taken": _("Brought in."),
        "undone": _("Undone. It is as it was before."),
        # Translators: of a routine; %(fault)s is a whole sentence that says what to do
        "faulty": _("%(title)s cannot be started here. %(fault)s"),
        "waiting": _("%(n)s of %(total)s codes read."),
        "code": _("Code %(n)s of %(total)s"),
        **_effects(),
    }


def _effects() -> dict[str, str]:
    """What comes beside lists, each said once."""
    settings = _("Your settings come along.")
    return {
        **{
            f"takes-{name}": settings
            for name in ("screen", "voice", "region", "portions", "adjusted")
        },
        "takes-locked": _(
            "An emergency sign was answered with yes there. Exercises close here too, for 24 hours."
        ),
        "takes-rewarming": _("Somebody is getting warm there after cold water."),
        "takes-doctorFirst": _("What you said about a doctor and drinks comes along."),
        "takes-lastRound": _("The gap after the last round of cold or heat counts here too."),
        "takes-draft": _("The routine you are composing comes along."),
    }
