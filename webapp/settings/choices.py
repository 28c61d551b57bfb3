"""What can be chosen, in words; `static/js/shared/screen.js` and `voice.js` hold the same values.

A choice is a value and its words; of a screen's, the icon too. The first is what holds without one.
"""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import pgettext

from webapp import locales
from webapp.content import library
from webapp.emergency import table

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


def off_on() -> list[Choice]:
    return on_off()[::-1]


def voices() -> list[Choice]:
    """How much is spoken in a session."""
    return [
        ("names", _("Names and sides")),
        ("all", pgettext("what a voice says", "Everything")),
        ("tones", _("Tones only")),
    ]


def speeds() -> list[Choice]:
    return [
        ("usual", pgettext("speed of a voice", "Usual")),
        ("slower", pgettext("speed of a voice", "Slower")),
        ("faster", pgettext("speed of a voice", "Faster")),
    ]


def volumes() -> list[Choice]:
    return [
        ("usual", pgettext("volume", "Usual")),
        ("softer", pgettext("volume", "Softer")),
        ("softest", pgettext("volume", "Softest")),
    ]


def tones() -> list[Choice]:
    """By how loud they are, of 1."""
    return [
        ("0.4", pgettext("volume", "Usual")),
        ("0.9", pgettext("volume", "Louder")),
        ("0.15", pgettext("volume", "Softer")),
        ("0", pgettext("volume", "Off")),
    ]


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


def regions() -> list[Choice]:
    """Whose emergency number is known, in the order of this language's names."""
    return [(each.numbers.region, each.name) for each in table.regions(library.english())]
