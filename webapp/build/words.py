"""What the builder says through its script."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from webapp import assets, locales, wording
from webapp.content.library import Library

# Minutes that are long for who begins.
BEGINNER_MINUTES = 40


def guide(content: Library) -> dict[str, Any]:
    language = locales.current()
    return {
        "locale": language.intl,
        "language": language.tag,
        "build": url_for("build.show"),
        "play": url_for("mine.play"),
        "shared": url_for("share.index"),
        "stills": f"{url_for('build.stills')}?{assets.content_hash()}",
        "raising": [each.slug for each in content.exercises.values() if "raise" in each.purpose],
        "beginnerMinutes": BEGINNER_MINUTES,
        "steps": wording.step_forms(),
        "done": wording.done_forms(),
        "words": {**_said(), **_fields(), **_warnings(), **_publishing()},
    }


def _said() -> Mapping[str, str]:
    """What was done, said by the line that also undoes it."""
    return {
        "added": _("Added: %(name)s, step %(n)s."),
        "moved": _("%(name)s is now step %(n)s of %(total)s."),
        "removed": _("Taken out: %(name)s."),
        "undone": _("Undone."),
        "redone": _("Done again."),
        "replaced": _("In the form now: %(title)s."),
        "emptied": _("The form is empty."),
        "nameless": _("a routine without a name"),
        "unadded": _("Not added: no signal, or the server does not answer. Tap Add again."),
        "unfound": _("Not searched: no signal, or the server does not answer."),
        "full": _("A routine has at most 30 steps: take one out first."),
        "kept": _("Draft kept on this device"),
        "ownKept": _("Kept under your own routines."),
        "unkept": _("Not saved: this browser refused."),
        "open": _("Change %(name)s"),
        "share": _("Share %(name)s"),
        "rounds": _("Rounds: %(n)s"),
        "session": _("%(length)s, %(steps)s"),
    }


def _fields() -> Mapping[str, str]:
    """The names of fields where a fault is said, and of amounts."""
    return {
        "repetitions": _("Repetitions"),
        "seconds": _("Seconds"),
        "breaths": _("Breaths"),
        "title": _("Name"),
        "whatFor": _("What for"),
        "notes": _("Notes"),
        "language": _("Language of your words"),
        "rest": _("Rest"),
        "sets": _("Sets"),
        "sides": _("Sides"),
        "note": _("Note for this step"),
        "times": _("Suggested times"),
        "steps": _("Steps"),
        "noTitle": _("Give it a name first."),
        "noSteps": _("Add an exercise first."),
        "noTime": _("At: choose an hour and minute."),
        "noDays": _("On these days: choose at least one."),
    }


def _warnings() -> Mapping[str, str]:
    """What is worth a second look; none of it holds anything up."""
    return {
        "cold": _("Before cold water, warm up first: begin with an exercise that raises warmth."),
        "beginner": _("That is more than 40\u00a0minutes, long for a beginner."),
        "unreviewed": _(
            "Step %(n)s, %(name)s, is not reviewed by an instructor: take another for a beginner."
        ),
        "condition": _("Step %(n)s, %(name)s, with “%(condition)s”: %(text)s"),
        "personal": _("%(field)s: this looks like %(what)s. Leave out who it is for."),
        "email": _("an e-mail address"),
        "phone": _("a phone number"),
        "birth": _("a date of birth"),
        "person": _("a name"),
        # Translators: words that stand before a person's name, all in small letters, parted by |
        # One with ~ in front, such as ~先生, stands after a name in Han signs and without a space.
        "titles": _("mr|mrs|ms|miss|mx|dr|patient"),
    }


def _publishing() -> Mapping[str, str]:
    return {
        "publishing": _("Publishing…"),
        "unloaded": _("This could not be loaded. Try again when you have a signal."),
        "published": _("Published, version %(n)s."),
        "publishedLater": _("Published: %(title)s, version %(n)s."),
        "unpublished": _("Not published yet"),
        "offline": _(
            "Not published: no signal, or the server does not answer. Everything is kept; it is "
            "tried again when there is a signal."
        ),
        "refused": _(
            "Not published: the server does not take it as it is. Load this page again, "
            "then publish."
        ),
        "busy": _("Too many at once: try again in a minute."),
        "gone": _("It was withdrawn or has expired. What is in the form can be published anew."),
        "notYours": _(
            "This edit link does not open it. What is in the form can be published anew."
        ),
        "conflict": _("Version %(n)s was published elsewhere meanwhile. Yours is kept here."),
        "version": _("Version %(n)s: %(title)s"),
        "changed": _("Version %(n)s, %(date)s"),
        "restored": _("Version %(n)s is in the form: publish it to put it in place."),
        "withdrawn": _("Withdrawn: the link says so from now on."),
        "copied": _("Copied."),
        "unshared": _("Could not be copied: mark it and copy it by hand."),
        "mail": _("A routine for you: %(address)s"),
        "noCode": _("There is no routine with this code: look whether every sign is right."),
        "withdrawnCode": _("This routine was withdrawn."),
        "noRoutine": _("The library has no such routine, or no longer."),
        "noAnswer": _("No signal, or the server does not answer: try again later."),
        "edit": _("Edit link of %(title)s"),
    }
