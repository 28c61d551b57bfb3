"""What can be chosen, in words; `static/js/shared/screen.js` holds the same values and keeps them.

A choice is a value and its words; of a screen's, the icon too. The first is what holds without one.
"""

from __future__ import annotations

from babel import Locale
from flask_babel import gettext as _

from webapp import locales

# Skin tones with their hair, as numbered in figures.css.
SKINS = 6

Choice = tuple[str, str]
Pictured = tuple[str, str, str]


def themes() -> list[Pictured]:
    return [
        ("phone", _("As this device"), "smartphone"),
        ("light", _("Light"), "sun-medium"),
        ("dark", _("Dark"), "moon"),
        ("sun", _("Bright sun"), "umbrella"),
    ]


def sizes() -> list[Choice]:
    return [("phone", _("As this device")), ("large", _("Large")), ("larger", _("Larger"))]


def units() -> list[Choice]:
    return [("metric", _("Metric: °C, kg, ml")), ("us", _("US: °F, lb, oz"))]


def on_off() -> list[Choice]:
    return [("on", _("On")), ("off", _("Off"))]


def looks() -> list[tuple[str, str, list[Choice]]]:
    """Each part of the figures' look: its name in the page's root, its words, its choices."""
    return [("skin", _("Skin and hair"), _skins()), ("clothes", _("Clothes"), _clothes())]


def _skins() -> list[Choice]:
    total = locales.number(SKINS)
    return [
        (str(i), _("Skin and hair %(n)s of %(total)s", n=locales.number(i), total=total))
        for i in range(1, SKINS + 1)
    ]


def _clothes() -> list[Choice]:
    return [
        ("green", _("Green")),
        ("plum", _("Plum")),
        ("sand", _("Sand")),
        ("brick", _("Brick red")),
    ]


# What the CLDR lists beside the countries and territories of ISO 3166-1.
NO_REGION = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}


def regions() -> list[Choice]:
    """Countries and territories by their two letters, in the order of this language's names."""
    names = Locale.parse(locales.current().locale).territories
    found = [
        (code, name) for code, name in names.items() if code.isalpha() and code not in NO_REGION
    ]
    return sorted(found, key=lambda each: each[1].casefold())
