"""An ambulance number is an emergency number of its region; another one for water has a source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from webapp.content.faults import Fault
from webapp.content.schema import EmergencyNumbers

if TYPE_CHECKING:
    from webapp.content.library import Library

FILE = "emergency.yaml"
HERE = "EXCEPTIONS in webapp/content/rules/emergency_numbers.py"

# Ambulance numbers that stand although phonenumbers does not count them, and why.
EXCEPTIONS = {
    ("HN", "911"): "the national system for all services; phonenumbers knows only 199",
    ("LK", "1990"): "the national ambulance service; phonenumbers knows its forerunners",
    ("RS", "194"): "phonenumbers still has 94, as it was before the digit 1 was put in front",
    ("RW", "912"): "the national ambulance service; phonenumbers knows police and fire",
    ("SN", "1515"): "the national ambulance service; phonenumbers knows police and fire",
    ("TT", "811"): "the national ambulance service; phonenumbers knows police and fire",
    ("UZ", "103"): "phonenumbers still has 03, as it was before the digit 1 was put in front",
}


def check(library: Library) -> Iterator[Fault]:
    for region, numbers in library.emergency.items():
        yield from _ambulance(region, numbers)
        yield from _water(region, numbers)
        yield from _sources(region, numbers, library)
    for region, number in EXCEPTIONS:
        entry = library.emergency.get(region)
        if entry is None or entry.ambulance != number or _is_emergency_number(number, region):
            remedy = f"{number} needs no exception; take it out of {HERE}"
            yield Fault(FILE, f"regions.{region}.ambulance", remedy)


def _ambulance(region: str, numbers: EmergencyNumbers) -> Iterator[Fault]:
    number = numbers.ambulance
    if _is_emergency_number(number, region) or (region, number) in EXCEPTIONS:
        return
    if _has_emergency_numbers(region):
        problem = f"{number} is no emergency number there by phonenumbers; mend the number"
    else:
        problem = "phonenumbers knows no emergency number there; leave the region out"
    remedy = f"{problem}, or give the reason why it stands under {HERE}"
    yield Fault(FILE, f"regions.{region}.ambulance", remedy)


def _water(region: str, numbers: EmergencyNumbers) -> Iterator[Fault]:
    water = numbers.water
    if water and water.number != numbers.ambulance and not water.sources:
        remedy = f"{water.number} is not the ambulance's number; name a source, or leave it out"
        yield Fault(FILE, f"regions.{region}.water.sources", remedy)


def _sources(region: str, numbers: EmergencyNumbers, library: Library) -> Iterator[Fault]:
    if not (numbers.sources or numbers.from_general_knowledge):
        remedy = "is missing; name a source, or write from_general_knowledge: true"
        yield Fault(FILE, f"regions.{region}.sources", remedy)
    named = [("sources", numbers.sources)]
    if numbers.water:
        named.append(("water.sources", numbers.water.sources))
    for field, sources in named:
        for source in sources:
            if source not in library.sources:
                remedy = f"there is no source {source}; add it to sources.yaml"
                yield Fault(FILE, f"regions.{region}.{field}", remedy)


# Only the patterns of phonenumbers are asked: its example numbers may be the police's.
def _is_emergency_number(number: str, region: str) -> bool:
    from phonenumbers.shortnumberinfo import is_emergency_number

    return is_emergency_number(number, region)


def _has_emergency_numbers(region: str) -> bool:
    from phonenumbers import PhoneMetadata

    known = PhoneMetadata.short_metadata_for_region(region)
    return bool(known and known.emergency and known.emergency.national_number_pattern)
