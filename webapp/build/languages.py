"""The languages that a physio's own words may be in, each by its own name."""

from __future__ import annotations

from babel import Locale

from webapp.locales import LANGUAGES

# Beside those of the app: what physios and patients write in most.
OTHERS = (
    "bn bg ca cs cy da de el es et eu fa fi fr ga gl gu he hi hr hu id is it ja ko lt lv mr ms nb "
    "nl pa pl pt ro ru sk sl sr sv sw ta te th tr uk ur vi zh-Hant"
)


def tongues() -> list[tuple[str, str]]:
    """Tag and name, those of the app first."""
    ours = [language.tag for language in LANGUAGES]
    return [(tag, _name(tag)) for tag in [*ours, *OTHERS.split()]]


def _name(tag: str) -> str:
    locale = Locale.parse(tag, sep="-")
    return locale.get_display_name(locale) or tag
