"""What the scripts of a swim day need: the bands, and the words for what they find."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from webapp import degrees, locales
from webapp.content.library import Library
from webapp.content.water import Band
from webapp.swim import gauge


def of_gauge(bands: Iterable[Band]) -> dict[str, Any]:
    return {
        "locale": locales.current().intl,
        "scale": [gauge.LOWEST, gauge.HIGHEST],
        "bands": [_band(band) for band in bands],
        "units": {"metric": _("°C"), "us": _("°F")},
        "words": {
            "wrong": _("Water temperature: type a number of degrees, such as %(example)s."),
            "outside": _("Water temperature: from %(low)s to %(high)s degrees. Is the unit right?"),
            "plan": _("Plan for %(range)s"),
            "safety": _("Stay out: what to know"),
        },
    }


def _band(band: Band) -> dict[str, Any]:
    return {
        **degrees.edges(band),
        "address": url_for("swim.show", slug=band.slug),
        "verdict": band.verdict,
        "title": band.title,
        "say": band.say,
        "name": {"metric": degrees.metric(band), "us": degrees.us(band)},
    }


def of_day(band: Band, content: Library) -> dict[str, Any]:
    return {
        "locale": locales.current().intl,
        "cold": content.is_cold(band),
        # Which of the bands this is, to know what was said of which water.
        "band": band.number - 1,
        "bands": [degrees.edges(each) for each in content.bands.values()],
        "words": {
            "ticked": _("%(done)s of %(all)s"),
            "where": _("Where I go in: name the place, such as a beach and its entrance."),
            "in": _("In at: choose a time."),
            "turn": _("Turn back at: choose a time after you go in."),
            "out": _("Out by: choose a time after you turn back, later than now."),
            "message": _(
                "I am going swimming: %(where)s. In at %(in)s, turning back at %(turn)s, out by "
                "%(out)s. If I have not told you by then that I am out, call me. If you cannot "
                "reach me, call the emergency number."
            ),
            "copied": _("Copied. Paste it into a message."),
            "unshared": _("This browser cannot share. Copy the text above by hand."),
            "unkept": _("This browser keeps nothing: it will not remind you of this swim."),
        },
    }


def swimming() -> dict[str, str]:
    """For the strip that says that somebody is in the water, and where it leads."""
    return {
        "locale": locales.current().intl,
        "rewarm": url_for("rewarm.show"),
        "out": _("I have been out of the water since %(time)s."),
        "copied": _("Copied. Paste it into a message."),
        "unshared": _("This browser cannot share. Write to them yourself."),
        "by": _("In the water: %(where)s, out by %(out)s"),
        "late": _("You wanted to be out by %(out)s: %(where)s"),
    }
