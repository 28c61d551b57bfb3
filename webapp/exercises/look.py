"""What can be chosen of how the figures look; `static/js/shared/look.js` keeps the choice."""

from __future__ import annotations

from flask_babel import gettext as _

from webapp import locales

# Skin tones with their hair, as numbered in figures.css.
SKINS = 6

Choice = tuple[str, str]


def choices() -> list[tuple[str, str, list[Choice]]]:
    """Each part of the look: its name in the page's root, its words, its values with words."""
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
