"""What a page about cramp says beside its content: signs in few words, and words for the script."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _

from webapp import locales
from webapp.content.safety import Cramp


def signs() -> list[str]:
    """The emergency signs (evidence §3, rows 1 to 14) in few words, each of them."""
    return [
        _("chest pain or pressure, or pain spreading to arm, jaw, neck, back or tummy"),
        _("short breath beyond the effort, a cough that goes on, pink or bloody phlegm"),
        _("went under against your will, breathed in water, or were rescued"),
        _("numb or tingling around genitals, anus, buttocks or inner thighs"),
        _("new trouble with pee, poo or sex"),
        _("both legs weak, numb, tingling or painful, or a leg quickly losing strength"),
        _("numbness and weakness spreading on both sides"),
        _("one side of the body suddenly numb or weak, a drooping face, trouble speaking"),
        _("sudden tearing pain, or severe pain and faint"),
        _("after a crash, a fall from a height or a shallow dive"),
        _("after a small fall with osteoporosis, older age or long use of steroids"),
        _("confused, drowsy, slurred speech or slow breathing"),
        _("cold, and shivering stops"),
        _("from heat: very hot, collapse, or not better after 30 minutes of cooling and drinking"),
        _("headache, vomiting or a seizure during or after exercise"),
        _("pee like tea or cola, or pain or weakness worse than expected after exercise"),
    ]


def short_signs() -> list[str]:
    """The same in still fewer, for beside a timer that runs: all of them were read before it."""
    return [
        _("chest pain or pressure"),
        _("short breath"),
        _("went under against your will, breathed in water, or were rescued"),
        _("numb or tingling between the legs"),
        _("new trouble with pee, poo or sex"),
        _("both legs weak, numb or tingling"),
        _("one side of the body suddenly numb or weak, a drooping face, trouble speaking"),
        _("sudden tearing pain, or severe pain and faint"),
        _("after a crash, a fall from a height or a shallow dive"),
        _("confused, drowsy, slurred speech or slow breathing"),
        _("cold, and shivering stops"),
        _("very hot, or collapse"),
        _("headache, vomiting or a seizure during or after exercise"),
        _("pee like tea or cola"),
    ]


def guide(cramp: Cramp) -> dict[str, Any]:
    """What the script needs to lead through the steps one at a time."""
    return {
        "locale": locales.current().intl,
        "seconds": 60 * (cramp.minutes or 0),
        "words": {
            "in": _("In"),
            "out": _("Out"),
            "awake": _("The screen stays on."),
            "asleep": _("This phone may switch its screen off: set its auto-lock longer."),
            "over": _("Ten minutes are over. If it has not loosened: get medical advice today."),
        },
    }
