"""Words for the script of the emergency page."""

from __future__ import annotations

from flask_babel import gettext as _

from webapp import locales


def guide() -> dict[str, object]:
    return {
        "locale": locales.current().intl,
        "words": {
            "guessed": _("Guessed from this device's time zone: %(region)s."),
            "chosen": _("Chosen by you: %(region)s."),
            "unknown": _("Your region is not known. Choose it below."),
            "seeking": _("Looking for your place …"),
            "accuracy": _("within %(meters)s m"),
            "denied": _("This browser may not tell where you are. Describe the place instead."),
            "failed": _(
                "Your place could not be found. Go outside, or describe the place instead."
            ),
        },
    }
