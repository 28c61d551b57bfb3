"""Every exercise as the phone makes sessions of it: for one's own routines and for the builder.

The phone computes how long such a routine takes, what is wrong with it and its session:
`static/js/shared/session_of.js` and `static/js/shared/routine.js`.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, get_args

from flask_babel import gettext as _

from webapp import assets, wording
from webapp.content import needs
from webapp.content.library import Library
from webapp.content.needs import Saying
from webapp.content.schema import Condition, Exercise, Routine
from webapp.figures import served
from webapp.player import session

# What a length and its bounds go by: of the catalog, of an exercise, of a part of its tempo.
OF_ALL = (
    *("conditions", "faults", "figures", "locale", "doses", "switch"),
    *("roundRest", "longestStay", "longestSession"),
)
OF_EACH = ("ready", "dose", "isMassage")
OF_A_PART = ("kind", "seconds")


def catalog(library: Library) -> dict[str, Any]:
    """In the reader's language."""
    return {
        "exercises": {slug: _entry(each) for slug, each in library.led.items()},
        "figures": assets.pattern(served.name("%(slug)s")),
        "conditions": {each: str(wording.CONDITIONS[each]) for each in get_args(Condition)},
        "cautions": session.doctor_first(),
        "massage": library.massage["self-massage"].before,
        "needs": {need: _saying(needs.of(need, library)) for need in needs.NEEDS},
        "sayings": {slug: _own_saying(each) for slug, each in library.routines.items()},
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


def measured(
    library: Library, of_all: Collection[str] = (), of_each: Collection[str] = ()
) -> dict[str, Any]:
    """Without how anything is done: for pages on which nothing is played.

    They say how long a routine takes and what is wrong with it; `of_all` and `of_each` name what
    they need besides, of the catalog and of an exercise.
    """
    whole = catalog(library)
    exercises = {slug: _measured(each, of_each) for slug, each in whole["exercises"].items()}
    return {name: whole[name] for name in (*OF_ALL, *of_all)} | {"exercises": exercises}


def _measured(entry: dict[str, Any], of_each: Collection[str]) -> dict[str, Any]:
    tempo = [{name: part[name] for name in OF_A_PART} for part in entry["tempo"]]
    wanted = (*OF_EACH, *of_each)
    return {**{name: entry[name] for name in wanted if name in entry}, "tempo": tempo}


def columns(found: dict[str, Any]) -> dict[str, Any]:
    """As a page holds it: of the exercises each field with the values of all.

    None stands where one has no such field. Like beside like takes a page a tenth fewer bytes;
    `static/js/shared/catalog.js` reads it.
    """
    each = found["exercises"]
    names = dict.fromkeys(name for entry in each.values() for name in entry)
    values = {name: [entry.get(name) for entry in each.values()] for name in names}
    return {**found, "exercises": {"slug": list(each), **values}}


def _saying(saying: Saying) -> dict[str, Any]:
    """What is said of the whole session, by what it is for."""
    return {
        "before": saying.before,
        "stop": saying.stop,
        "after": saying.after,
        "cautions": session.by_condition(saying.cautions),
    }


def _own_saying(routine: Routine) -> dict[str, Any]:
    """What a copy of it says, and for what; `before` a massage stands in `massage`."""
    saying = Saying(routine.before, routine.stop, routine.after, routine.cautions)
    return {"need": needs.composed(routine.need), **_saying(saying)}


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
    """What few exercises are stands only at those."""
    marks = {"isMassage": exercise.is_massage, "awaitsInstructor": exercise.awaits_instructor}
    return {
        **session.movement(exercise),
        "stop": list(exercise.stop),
        "dose": exercise.dose.model_dump(exclude_none=True),
        **{name: True for name, holds in marks.items() if holds},
        **session.native(exercise),
    }
