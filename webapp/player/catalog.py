"""Every exercise as the phone makes sessions of it: for one's own routines and for the builder.

The phone computes how long such a routine takes, what is wrong with it and its session:
`static/js/shared/session_of.js` and `static/js/shared/routine.js`.
"""

from __future__ import annotations

from typing import Any, get_args

from flask_babel import gettext as _

from webapp import wording
from webapp.content import needs
from webapp.content.library import Library
from webapp.content.needs import Saying
from webapp.content.schema import Condition, Exercise
from webapp.player import session


def catalog(library: Library) -> dict[str, Any]:
    """In the reader's language."""
    return {
        "exercises": {slug: _entry(each) for slug, each in library.led.items()},
        "conditions": {each: str(wording.CONDITIONS[each]) for each in get_args(Condition)},
        "cautions": session.doctor_first(),
        "massage": library.massage["self-massage"].before,
        "needs": {need: _saying(needs.of(need, library)) for need in needs.NEEDS},
        "roundRest": session.ROUND_REST_SECONDS,
        "leastMoving": session.least_moving(library),
        "longestStayBeforeCold": library.limits["longest-stay-before-effort"].seconds,
        "longestStay": library.limits["longest-stay"].seconds,
        "longestSession": library.limits["longest-session"].seconds,
        "faults": _faults(),
        "theirNote": _("Their note: %(note)s"),
        "unreviewed": wording.unreviewed_form(),
        **session.frame(),
    }


def _saying(saying: Saying) -> dict[str, Any]:
    """What is said of the whole session, by what it is for."""
    return {
        "before": saying.before,
        "stop": saying.stop,
        "after": saying.after,
        "cautions": session.by_condition(saying.cautions),
    }


def _faults() -> dict[str, str]:
    """What to do about what is wrong with a routine, by the names of `shared/routine.js`."""
    return {
        "format": _("This is no routine of Limber: choose a file that ends in “.limber.json”."),
        "version": _("It comes from a newer Limber: update this one."),
        "unknown": _("Take this out: Limber does not know it."),
        "text": _("Write %(least)s to %(most)s signs, none of them a control character."),
        "language": _("Give a language tag, such as “en” or “zh-Hans”."),
        "number": _("Give a whole number from %(least)s to %(most)s."),
        "choice": _("Give one of these: %(choices)s."),
        "many": _("Give %(least)s to %(most)s of them."),
        "time": _("Give a time such as 07:30, and days from 1, Monday, to 7 in their order."),
        "one": _("Give exactly one of these: repetitions, seconds, breaths."),
        "exercise": _("Limber has no exercise %(exercise)s: take this step out."),
        "once": _("Name it only once."),
        # Translators: where something is wrong with a routine, and what to do about it
        "atStep": _("Step %(n)s: %(fault)s"),
        # Translators: a field of a routine, and what is wrong with it
        "atField": _("%(field)s: %(fault)s"),
        # Translators: what stands between the items of a list
        "comma": _(", "),
        "cold": _(
            "Before cold water it has to move for ten minutes or more: add steps or repetitions."
        ),
        "massage": _("No massage before or after cold water: take this step out."),
        "long": _("It takes more than 90\u00a0minutes: take fewer rounds or leave steps out."),
    }


def _entry(exercise: Exercise) -> dict[str, Any]:
    """`counts` and `sides` are what a dose of it may be counted in and done with."""
    return {
        **session.movement(exercise),
        "stop": list(exercise.stop),
        "dose": exercise.dose.model_dump(exclude_none=True),
        "counts": counts(exercise),
        "sides": sides(exercise),
        "isMassage": exercise.is_massage,
        "awaitsInstructor": exercise.awaits_instructor,
    }


def counts(exercise: Exercise) -> list[str]:
    """A length of time is one phase with one clock, so it goes with one tempo part."""
    found = ["repetitions"]
    if len(exercise.tempo) == 1:
        found.append("seconds")
    if exercise.dose.breaths:
        found.append("breaths")
    return found


def sides(exercise: Exercise) -> list[str]:
    """Taking turns goes with repetitions only."""
    return ["none"] if exercise.dose.sides == "none" else ["each", "alternate"]
