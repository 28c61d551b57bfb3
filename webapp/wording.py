"""Words for values: names of enumerations, doses, durations, and the template filters for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from babel import Locale
from flask import Flask
from flask_babel import LazyString, gettext, ngettext
from flask_babel import lazy_gettext as _l

from webapp import locales
from webapp.content.durations import exercise_seconds, routine_seconds
from webapp.content.library import Library
from webapp.content.schema import Dose, Exercise, Need, Routine

PURPOSES = {
    "raise": _l("Raise warmth"),
    "mobilise": _l("Mobilise"),
    "activate": _l("Activate"),
    "stretch": _l("Stretch"),
    "ease": _l("Ease"),
    "strengthen": _l("Strengthen"),
    "massage": _l("Massage"),
}
POSITIONS = {
    "standing": _l("Standing"),
    "all-fours": _l("On hands and knees"),
    "lying": _l("Lying on the back"),
    "side-lying": _l("Lying on the side"),
    "prone": _l("Lying face down"),
    "sitting": _l("Sitting"),
    "kneeling": _l("Kneeling"),
}
# The same within a sentence.
POSITIONS_IN = {
    "standing": _l("standing"),
    "all-fours": _l("on hands and knees"),
    "lying": _l("on the back"),
    "side-lying": _l("on the side"),
    "prone": _l("face down"),
    "sitting": _l("sitting"),
    "kneeling": _l("kneeling"),
}
REGIONS = {
    "whole-body": _l("Whole body"),
    "neck": _l("Neck"),
    "shoulders": _l("Shoulders"),
    "upper-back": _l("Upper back"),
    "lower-back": _l("Lower back"),
    "hips": _l("Hips"),
    "legs": _l("Legs"),
}
EQUIPMENT = {
    "none": _l("Nothing"),
    "mat": _l("A mat or towel"),
    "support": _l("A rail or wall to hold"),
    "chair": _l("A chair"),
    "wall": _l("A wall"),
    "doorway": _l("A doorway"),
    "strap": _l("A strap"),
    "ball": _l("A ball"),
    "roller": _l("A foam roller"),
}
PLACES = {
    "land": _l("On land"),
    "home": _l("At home"),
    "pool-side": _l("At the pool side"),
    "beach": _l("On the beach"),
    "water": _l("In the water"),
}
NEEDS: dict[Need, LazyString] = {
    "before-cold": _l("Before cold water"),
    "before-effort": _l("Before effort"),
    "after-cold": _l("After cold water"),
    "sore-back": _l("For a sore back"),
    "daily": _l("Every day"),
    "strength": _l("Strength and control"),
    "slow-movement": _l("Slow movement"),
    "desk": _l("At the desk"),
    "evening": _l("In the evening"),
    "massage": _l("Self-massage"),
}
CONDITIONS = {
    "heart": _l("Heart or other health condition"),
    "pregnant": _l("Pregnant"),
    "osteoporosis": _l("Osteoporosis or a past fracture"),
    "flexion-sensitive": _l("Bending forward hurts"),
    "extension-sensitive": _l("Bending backward hurts"),
    "knees": _l("Sore knees"),
    "wrists": _l("Sore wrists"),
    "shoulder": _l("Sore shoulder"),
    "balance": _l("Unsteady on your feet"),
    "dizziness": _l("Easily dizzy"),
}
URGENCIES = {
    "emergency": _l("Emergency signs"),
    "same-day": _l("Advice the same day"),
    "urgent": _l("Urgent"),
    "doctor": _l("Doctor or physiotherapist"),
    "self-care": _l("Self-care"),
}
STAGES = {
    1: PURPOSES["raise"],
    2: PURPOSES["mobilise"],
    3: PURPOSES["activate"],
    4: _l("Enter the water"),
    5: _l("Swim in"),
}
SERVICES = {
    "coastguard": _l("coastguard"),
    "sea-rescue": _l("sea rescue"),
    "police": _l("police"),
}
GRADES = {
    "A": _l("consistent trials or a strong guideline"),
    "B": _l("limited or mixed trials, or a conditional guideline"),
    "C": _l("observation, physiology or extrapolation"),
    "D": _l("expert consensus, tradition or a choice made for this app"),
    "X": _l("contradicted by the evidence"),
}
KNOWN = {
    "read": _l("An excerpt of the source was read."),
    "read-copy": _l("Read on a third party's copy or summary, in part or whole."),
    "known": _l("From general knowledge, in part or whole; not opened."),
}
TOPICS = {
    "causes": _l("Causes of cramp"),
    "back": _l("Back pain and warning signs"),
    "water": _l("Cold water"),
    "hydration": _l("Drinking"),
    "heat-and-cold": _l("Heat and cold on the skin"),
    "mind-body": _l("Tai Chi and Qigong"),
    "exercise": _l("Exercise and warm-up"),
    "treatments": _l("Treatments by a clinician"),
    "rules": _l("Rules for health apps"),
    "emergency": _l("Emergency numbers"),
}

COUNT = "%(count)s"
NUMBER = "%(n)s"


def init_app(app: Flask) -> None:
    app.jinja_env.filters.update(
        number=locales.number,
        clock=locales.clock,
        date=locales.date,
        dose=dose,
        duration=duration,
        in_one_line=in_one_line,
        in_short=in_short,
        names=names,
    )
    app.jinja_env.globals.update(
        words={
            "purposes": PURPOSES,
            "positions": POSITIONS,
            "regions": REGIONS,
            "equipment": EQUIPMENT,
            "places": PLACES,
            "needs": NEEDS,
            "conditions": CONDITIONS,
            "stages": STAGES,
            "urgencies": URGENCIES,
            "services": SERVICES,
            "grades": GRADES,
            "known": KNOWN,
            "topics": TOPICS,
        },
        routine_seconds=routine_seconds,
        exercise_seconds=exercise_seconds,
    )


def names(values: tuple[str, ...], of: dict[str, LazyString]) -> str:
    """Several names in one line, joined by the language's comma."""
    return in_one_line(str(of[value]) for value in values)


def in_one_line(names: Iterable[str]) -> str:
    """Joined by the language's comma."""
    # Translators: what stands between the items of a list
    return gettext(", ").join(names)


def duration(seconds: int) -> str:
    """Seconds in words: 20 s, 4 min, 10 min 59 s."""
    minutes, rest = divmod(seconds, 60)
    values = {"minutes": locales.number(minutes), "seconds": locales.number(rest)}
    if not minutes:
        return gettext("%(seconds)s\u00a0s", **values)
    if not rest:
        return gettext("%(minutes)s\u00a0min", **values)
    return gettext("%(minutes)s\u00a0min %(seconds)s\u00a0s", **values)


def duration_forms() -> dict[str, str]:
    """The same for the scripts, which fill in the numbers."""
    return {
        "seconds": gettext("%(seconds)s\u00a0s"),
        "minutes": gettext("%(minutes)s\u00a0min"),
        "minutesAndSeconds": gettext("%(minutes)s\u00a0min %(seconds)s\u00a0s"),
    }


def minutes(seconds: int) -> str:
    """In whole minutes, as one asks before one has decided: 11 min."""
    return duration(60 * max(1, round(seconds / 60)))


def in_short(routine: Routine, library: Library) -> str:
    """How long, how many steps, in which positions: what one asks of a routine in a list."""
    positions = dict.fromkeys(library.exercise_of(step).position for step in routine.steps)
    count = len(routine.steps)
    return gettext(
        "%(length)s, %(steps)s, %(positions)s",
        length=minutes(routine_seconds(routine, library)),
        steps=ngettext("%(n)s step", "%(n)s steps", count, n=locales.number(count)),
        positions=gettext(", ").join(str(POSITIONS_IN[position]) for position in positions),
    )


def dose(value: Dose) -> str:
    """A dose in words: 10 times, 4 times each side, 2 × 20 s."""
    once = _once(value)
    if value.sets == 1:
        return once
    return gettext("%(sets)s\u00a0× %(dose)s", sets=locales.number(value.sets), dose=once)


def _once(value: Dose) -> str:
    if value.seconds:
        length = duration(value.seconds)
        return length if value.sides == "none" else gettext("%(length)s each side", length=length)
    count = value.repetitions or value.breaths or 0
    form = _COUNTED["breaths" if value.breaths else value.sides](count)
    return form % {"count": locales.number(count)}


# A count in words whose number is still to be filled in, for breaths and for repetitions by sides.
_COUNTED: dict[str, Callable[[int], str]] = {
    "breaths": lambda n: ngettext("%(count)s breath", "%(count)s breaths", n, count=COUNT),
    "none": lambda n: ngettext("%(count)s time", "%(count)s times", n, count=COUNT),
    "each": lambda n: ngettext(
        "%(count)s time each side", "%(count)s times each side", n, count=COUNT
    ),
    "alternate": lambda n: ngettext(
        "%(count)s time, taking turns", "%(count)s times, taking turns", n, count=COUNT
    ),
}


# A number of each kind that a language's plural rules know.
_SAMPLES = (0, 1, 2, 3, 6, 11, 20, 100)


def dose_forms() -> dict[str, dict[str, Any]]:
    """The same for the scripts: `static/js/shared/doses.js` chooses by the plural of the count."""
    return {
        "words": {
            **duration_forms(),
            "lengthEach": gettext("%(length)s each side"),
            "sets": gettext("%(sets)s\u00a0× %(dose)s"),
        },
        "plurals": {
            name: {_plural(n): form(n) for n in reversed(_SAMPLES)}
            for name, form in _COUNTED.items()
        },
    }


def forms(form: Callable[[int], str]) -> dict[str, str]:
    """Of a count whose number a script fills in, by the plural of the count."""
    return {_plural(n): form(n) for n in reversed(_SAMPLES)}


def step_forms() -> dict[str, str]:
    """So many steps, by the plural of the count."""
    return forms(lambda n: ngettext("%(n)s step", "%(n)s steps", n, n=NUMBER))


def session_forms() -> dict[str, str]:
    """So many sessions, by the plural of the count."""
    return forms(lambda n: ngettext("%(n)s session", "%(n)s sessions", n, n=NUMBER))


def found_forms() -> dict[str, str]:
    """So many pages were found, by the plural of the count."""
    return forms(lambda n: ngettext("%(n)s page found", "%(n)s pages found", n, n=NUMBER))


def done_forms() -> dict[str, str]:
    """Who has added so many steps is done."""
    return forms(lambda n: ngettext("Done, %(n)s step", "Done, %(n)s steps", n, n=NUMBER))


def _plural(count: int) -> str:
    plural: str = Locale.parse(locales.current().locale).plural_form(count)
    return plural


def unreviewed(exercises: Iterable[Exercise]) -> tuple[str, ...]:
    """Which of them no instructor has looked at; nothing where there is none."""
    names = dict.fromkeys(each.name for each in exercises if each.awaits_instructor)
    if not names:
        return ()
    return (unreviewed_form() % {"names": in_one_line(names)},)


def unreviewed_form() -> str:
    """The same for the scripts, which fill in the names."""
    return gettext(
        "Not reviewed by an instructor, the details are from general knowledge: %(names)s."
    )


def figure_label() -> str:
    """What a figure is said to show in a tempo part; the script fills in name and cue."""
    return gettext("%(name)s: %(cue)s")


def other_side_label() -> str:
    """The same of a mirrored figure."""
    return gettext("%(name)s, other side: %(cue)s")
