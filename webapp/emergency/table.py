"""The numbers of each region, by the names of this language and by time zone."""

from __future__ import annotations

from typing import Any, NamedTuple

from babel import Locale

from webapp import collation, locales
from webapp.content.library import Library
from webapp.content.schema import EmergencyNumbers
from webapp.emergency import zones


class Region(NamedTuple):
    """A region's name in this language, and its numbers."""

    name: str
    numbers: EmergencyNumbers


def regions(content: Library) -> list[Region]:
    """In the order of this language's names."""
    language = locales.current()
    names = Locale.parse(language.locale).territories
    found = [Region(names[code], numbers) for code, numbers in content.emergency.items()]
    return sorted(found, key=lambda each: collation.key(each.name, language))


def numbers(content: Library) -> dict[str, Any]:
    """By region: the ambulance, where there is one of its own the water rescue, the time zones."""
    by_region: dict[str, dict[str, Any]] = {
        code: {
            "ambulance": each.ambulance,
            "water": each.water.number if each.water else None,
            "service": each.water.service if each.water else None,
            "zones": [],
        }
        for code, each in content.emergency.items()
    }
    for zone, code in zones.by_zone().items():
        if code in by_region:
            by_region[code]["zones"].append(zone)
    return by_region


def sources(content: Library) -> list[str]:
    """What the numbers of water rescue rest on, each source once."""
    waters = [each.water for each in content.emergency.values() if each.water]
    return sorted({source for water in waters for source in water.sources}, key=_number)


def _number(source: str) -> tuple[str, int]:
    """E2 stands before E10."""
    return source[:1], int(source[1:])
