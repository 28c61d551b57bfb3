"""What a page about cramp says beside its content: signs in few words, and words for the script."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _

from webapp import locales
from webapp.content.safety import Cramp


def signs() -> list[str]:
    """The emergency signs (evidence §3, rows 1 to 14) in so few words that a timer fits below."""
    return [
        _("chest pain or pressure"),
        _("short breath"),
        _("went under against your will, or breathed in water"),
        _("numb between the legs"),
        _("new trouble with pee or poo"),
        _("both legs weak, numb or tingling"),
        _("one side, face or speech fails"),
        _("sudden tearing pain, or severe pain and faint"),
        _("after a crash, a fall from a height or a shallow dive"),
        _("confused, drowsy or very hot"),
        _("cold, and shivering stops"),
        _("vomiting, headache or a seizure after effort"),
        _("pee like tea or cola"),
    ]


def guide(cramp: Cramp) -> dict[str, Any]:
    """What the script needs to lead through the steps one at a time."""
    return {
        "locale": locales.current().intl,
        "seconds": 60 * (cramp.minutes or 0),
        "words": {
            "of": _("%(n)s of %(total)s"),
            "in": _("In"),
            "out": _("Out"),
            "over": _("Ten minutes are over. If it has not loosened: get medical advice today."),
        },
    }
