"""What a page about cold or heat says beside its content: its numbers, and words for the script."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _

from webapp import locales
from webapp.content.compress import Compress
from webapp.content.limits import Limit
from webapp.degrees import fahrenheit
from webapp.wording import duration, duration_forms


def limits(compress: Compress) -> list[tuple[str, str, Limit]]:
    """Every limit with its name and its value in words, so that each stands with its grade."""
    named = [
        (_("One round, usually"), compress.usual),
        (_("One round, at most"), compress.longest),
        *((_("Look at the skin after"), each) for each in compress.checks),
        (_("No answer counts as no after"), compress.answer),
        (_("Until the next round, at least"), compress.gap),
        (_("Suggested after the pain began, for"), compress.first),
        (_("Not after a strain that swells or bruises, for"), compress.swelling),
        (_("At the skin, at most"), compress.warmest),
    ]
    return [(name, value(limit), limit) for name, limit in named if limit]


def value(limit: Limit) -> str:
    number = locales.number(limit.value)
    if limit.unit == "celsius":
        us = locales.number(round(fahrenheit(limit.value)))
        return str(
            _(
                "%(celsius)s\u00a0°C (%(fahrenheit)s\u00a0°F)",
                celsius=number,
                fahrenheit=us,
            )
        )
    if limit.unit == "hours":
        return str(_("%(hours)s\u00a0h", hours=number))
    return duration(limit.seconds)


def guide(compress: Compress) -> dict[str, Any]:
    """The limits that the script keeps to, and what it says."""
    return {
        "locale": locales.current().intl,
        "kind": compress.slug,
        "limits": {
            "usual": compress.usual.value,
            "longest": compress.longest.value,
            "checks": [each.value for each in compress.checks],
            "answer": compress.answer.value,
            "gap": compress.gap.value,
        },
        "words": {
            **duration_forms(),
            "start": _("Start, %(length)s"),
            "look": _("Look at the skin in %(clock)s."),
            "last": _("No more checks: take it off at the end."),
            "answer": _("No answer in %(clock)s means: take it off."),
            "check": _("Look at the skin"),
            "whole": _("The time is over. Take it off, look at the skin."),
            "off": _("Take it off, look at the skin."),
            "unanswered": _("No answer: take it off, look at the skin."),
            "clock": _(
                "The clock of this phone was changed, so the time is not known. Take it off, look "
                "at the skin."
            ),
            "over": _("%(minutes)s over: take it off, look at the skin."),
            "longOver": _("More than an hour over: take it off, look at the skin."),
            "next": _("Next round not before %(time)s"),
        },
    }


def history() -> dict[str, Any]:
    """What the list of past rounds says."""
    return {
        "locale": locales.current().intl,
        "kinds": {"cold": _("Cold"), "heat": _("Heat")},
        "words": {
            **duration_forms(),
            "today": _("Rounds today: %(count)s"),
            "round": _("%(kind)s, %(length)s"),
            "when": _("%(day)s, %(time)s"),
            "delete": _("Delete: %(round)s, %(when)s"),
            "deleted": _("Deleted: %(round)s"),
            "whole": _("The whole time."),
            "early": _("Ended early."),
            "skin": _("Stopped: the skin was not as usual."),
            "unanswered": _("Stopped: a skin check was not answered."),
            "over": _("Ran over its time."),
            "clock": _("Stopped: the clock of the phone was changed."),
            "closed": _("Stopped: a warning sign, or getting warm."),
            "not": _("Skin not as usual afterwards."),
        },
    }
