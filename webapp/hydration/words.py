"""What the scripts of the pages about drinks say; the amounts they fill in are formatted there."""

from __future__ import annotations

from typing import Any

from flask import url_for
from flask_babel import gettext as _

from webapp import locales
from webapp.conditions import choices

Choice = tuple[str, str]


def kinds() -> list[Choice]:
    """What was drunk."""
    return [
        ("water", _("Water")),
        ("electrolyte", _("Electrolyte drink")),
        ("other", _("Other drink")),
    ]


def sessions() -> list[Choice]:
    """Where somebody sweats alike; `static/js/shared/sweat_tests.js` holds the same values."""
    return [
        ("pool", _("Swim in a pool")),
        ("open-water", _("Swim in open water")),
        ("wetsuit", _("Swim in a wetsuit")),
        ("run", _("Run")),
        ("ride", _("Bike ride")),
        ("gym", _("Training indoors")),
    ]


def of_keys() -> dict[str, Any]:
    """For one tap that logs a drink, on Today too."""
    return {
        **reader(),
        "tooMuch": url_for("hydration.too_much"),
        "kinds": dict(kinds()),
        "words": _said_of_keys(),
    }


def _said_of_keys() -> dict[str, str]:
    return {
        # Translators: of a drink; such as 250 ml at 14:05
        "logged": _("%(amount)s at %(time)s"),
        # Translators: of a drink that was changed; such as 250 ml at 14:05
        "changed": _("Changed: %(amount)s at %(time)s"),
        # Translators: of a drink that was deleted; such as 250 ml at 14:05
        "deleted": _("Deleted: %(amount)s at %(time)s"),
        # Translators: after a tap on Undo
        "undone": _("Undone."),
        # Translators: what a button does; such as Log 250 ml: Water
        "log": _("Log %(amount)s: %(kind)s"),
        # Translators: all drinks of a day
        "today": _("%(amount)s today"),
    }


def of_log() -> dict[str, Any]:
    keys = of_keys()
    words = {**keys["words"], **_said_of_day(), **_said_of_limit(), **_faults_of_log()}
    axis = {"metric": _("%(amount)s\u00a0L"), "us": _("%(amount)s\u00a0fl\u00a0oz")}
    return {**keys, "sessions": dict(sessions()), "words": {**words, "axis": axis}}


def _said_of_day() -> dict[str, str]:
    return {
        "comma": _(", "),
        # Translators: a drink as a row; such as Electrolyte drink, 500 mg sodium per litre
        "sodium": _("%(kind)s, %(sodium)s\u00a0mg sodium per litre"),
        "edit": _("Change %(amount)s at %(time)s"),
        # Translators: when a session was, such as 14:05 to 14:25
        "span": _("%(from)s to %(to)s"),
        # Translators: a session in a chart that is read out; `span` such as 14:05 to 14:25
        "session": _("%(name)s from %(span)s"),
        "sweatTest": _("Sweat test: %(kind)s"),
        # Translators: a chart, read out; `drinks` are such as 250 ml at 14:05
        "chart": _("Drinks through the day: %(drinks)s"),
        "noDrinks": _("Drinks through the day: none"),
        "ceiling": _("%(amount)s an hour"),
        # Translators: a session and its temperature; such as Swim in a pool, 27 °C
        "day": _("%(kind)s, %(degrees)s"),
    }


def _said_of_limit() -> dict[str, str]:
    return {
        "ofLimit": _("Of the %(limit)s a day that your clinician has set."),
        "overLimit": _(
            "More than the %(limit)s a day that your clinician has set. Ask them what to do."
        ),
        "limitKept": _("Saved."),
        "limitUnkept": _("This browser keeps nothing: it holds until you leave the page."),
    }


def _faults_of_log() -> dict[str, str]:
    return {
        "wrongAmount": _("Amount: type a number from %(low)s to %(high)s."),
        "wrongSodium": _("Sodium: type the mg per litre of the label, from 0 to %(high)s."),
        "wrongTime": _("Drunk at: choose an hour and minute that has passed."),
        "wrongLimit": _("Limit: type a number from %(low)s to %(high)s."),
    }


def of_sweat_test() -> dict[str, Any]:
    return {
        **reader(),
        "tooMuch": url_for("hydration.too_much"),
        "sessions": dict(sessions()),
        "words": {**_faults_of_test(), **_places(), **_said_of_sums(), **_said_of_tests()},
    }


def _faults_of_test() -> dict[str, str]:
    return {
        "before": _("Weight before: type a number from %(low)s to %(high)s."),
        "after": _("Weight after: type a number from %(low)s to %(high)s."),
        "change": _(
            "Weight after: it is more than a tenth away from the weight before. "
            "Is one of them mistyped?"
        ),
        "minutes": _("Minutes: type a number from %(low)s to %(high)s."),
        "degrees": _("Temperature: type a number from %(low)s to %(high)s."),
        "drunk": _("Drunk: type a number from %(low)s to %(high)s; 0 for nothing."),
        "passed": _("Passed as urine: type a number from %(low)s to %(high)s; 0 for none."),
        "food": _("Food: type its weight, from %(low)s to %(high)s; 0 for none."),
    }


def _places() -> dict[str, str]:
    """Whose temperature counts."""
    return {"water": _("Water temperature"), "air": _("Air temperature")}


def _said_of_sums() -> dict[str, str]:
    return {
        "perHour": _("%(amount)s an hour"),
        "percent": _("%(percent)s of your weight"),
        "gained": _("%(percent)s more than before"),
        "hours": _("%(hours)s\u00a0h"),
        "unsure": _("Nothing sure is left: only thirst."),
        "error": _(
            "A scale in steps of 0.1\u00a0kg may be wrong by about %(low)s to %(high)s: "
            "in this test up to %(rate)s."
        ),
        "shown": _("%(rate)s, less the weighing error, never more than %(most)s, rounded down."),
        "soon": _(
            "With the next session within %(hours)s hours: %(low)s to %(high)s over the "
            "hours until then, never more than %(most)s an hour."
        ),
    }


def _said_of_tests() -> dict[str, str]:
    return {
        # Translators: an amount from and to; such as 2.5 L to 3 L
        "range": _("%(low)s to %(high)s"),
        # Translators: of sweat tests; `degrees` such as 26 °C to 28 °C
        "tested": _("%(degrees)s: %(rates)s an hour"),
        # Translators: a sweat test in a list; such as 9 May, 26 °C, 90 min
        "test": _("%(day)s, %(degrees)s, %(minutes)s\u00a0min"),
        "delete": _("Delete the sweat test: %(test)s"),
        "deleted": _("Deleted: %(test)s"),
    }


def of_plan() -> dict[str, Any]:
    return {
        **reader(),
        "sessions": dict(sessions()),
        "words": {**_faults_of_plan(), **_places(), **_said_of_plan(), **_said_of_label()},
    }


def _faults_of_plan() -> dict[str, str]:
    return {
        "minutes": _("Minutes: type a number from %(low)s to %(high)s."),
        "degrees": _("Temperature: type a number from %(low)s to %(high)s."),
        "every": _("Minutes between feeds: type a number from %(low)s to %(high)s."),
        "lengths": _("Lengths between feeds: type a number from %(low)s to %(high)s."),
        "metres": _("Length of the pool: type its metres, from %(low)s to %(high)s."),
        "pace": _("Seconds for 100\u00a0m: type a number from %(low)s to %(high)s."),
        "sip": _("One sip: type a number from %(low)s to %(high)s, or leave it empty."),
        "portion": _("On the label: type a number from 0 to %(high)s."),
        "makes": _("Makes: type a number from %(low)s to %(high)s."),
    }


def _said_of_plan() -> dict[str, str]:
    return {
        "comma": _(", "),
        # Translators: a session on a card; such as Swim in a pool, 27 °C
        "day": _("%(kind)s, %(degrees)s"),
        "ceiling": _("At most %(amount)s an hour"),
        # Translators: days as dates
        "from": _("From your own sweat tests: %(days)s."),
        "made": _("Made on %(date)s, for that day's temperature only."),
        "feedMinutes": _("Every %(minutes)s\u00a0min at most %(amount)s, if you are thirsty."),
        "feedLengths": _(
            "Every %(lengths)s lengths, about %(minutes)s\u00a0min, at most %(amount)s, if "
            "you are thirsty."
        ),
        "sips": _("That is at most %(sips)s sips."),
        "floor": _(
            "Below about %(amount)s an hour you would lose more than 2\u00a0percent of your weight."
        ),
        "early": _("4 hours before or earlier: %(low)s to %(high)s in all."),
        "late": _(
            "About 2 hours before, only if your urine is dark or there is none: "
            "%(low)s to %(high)s."
        ),
    }


def _said_of_label() -> dict[str, str]:
    return {
        # Translators: milligrams, beside a field
        "mg": _("mg"),
        # Translators: grams, beside a field
        "g": _("g"),
        "lost": _("With sweat of middling saltiness you lose about %(mg)s\u00a0mg in an hour."),
        "litre": _("%(mg)s\u00a0mg sodium per litre."),
        "hour": _("At your ceiling %(mg)s\u00a0mg sodium an hour."),
    }


def of_too_much() -> dict[str, Any]:
    return {
        **reader(),
        "words": {
            "logged": _("You logged %(amount)s between %(from)s and %(to)s."),
            "gained": _("You weighed %(amount)s more after the session than before."),
        },
    }


def reader() -> dict[str, Any]:
    """How the reader writes, the units in words, and what closes amounts."""
    ounces = _("%(amount)s\u00a0fl\u00a0oz")
    return {
        "locale": locales.current().intl,
        "closing": choices.DRINKS_DOCTOR_FIRST,
        "names": {
            "volume": {"metric": _("%(amount)s\u00a0ml"), "us": ounces},
            "litres": {"metric": _("%(amount)s\u00a0L"), "us": ounces},
            "weight": {"metric": _("%(amount)s\u00a0kg"), "us": _("%(amount)s\u00a0lb")},
            "degrees": {"metric": _("%(amount)s\u00a0°C"), "us": _("%(amount)s\u00a0°F")},
        },
    }
