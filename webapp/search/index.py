"""What can be found: every page by its name, its names elsewhere, what people call it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from webapp import wording
from webapp.content import library
from webapp.content.addresses import FIXED
from webapp.content.library import Library
from webapp.content.schema import Exercise, Routine
from webapp.content.water import Band
from webapp.degrees import fahrenheit
from webapp.directory import FOLDERS, named
from webapp.locales import LANGUAGES, Language

# What a page is, by the folder of its address: what one may look through alone.
KINDS = {
    "exercises": "exercise",
    "routines": "routine",
    "learn": "lesson",
    "cramp": "help",
    "check/result": "help",
    "swim": "page",
    "compress": "page",
}
ORDER = ("help", "lesson", "routine", "page", "exercise")
# Of these one is shown by another's result.
UNLISTED = ("check",)
# Water above this, in degrees Celsius, nobody looks for.
HOTTEST = 40
# Whose names are found in every language. German, Spanish and French ones are found in their own:
# a slip apart, they would be found for words of each other and of English.
ELSEWHERE = ("en", "ar", "zh-Hans")
# Where help is found first.
HELP = ("check", "cramp", "emergency", "hydration/too-much", "rewarm")


@dataclass(frozen=True)
class Entry:
    """A page: `address` is what follows the language in its path, `names` what else it is called,
    in other languages too, `marks` what it may be chosen by: where and with what it is done.
    """

    kind: str
    address: str
    title: str
    about: str
    names: tuple[str, ...]
    marks: str


def entries(language: Language) -> list[Entry]:
    """Help first, single exercises last; equally good finds keep this order."""
    content = library.localized(language)
    found = [_entry(address, content, language) for address in _addresses(content)]
    return sorted(found, key=lambda each: ORDER.index(each.kind))


def columns(found: list[Entry]) -> dict[str, list[Any]]:
    """As the phone reads it: like beside like takes fewer bytes."""
    names = ("kind", "address", "title", "about", "names", "marks")
    return {name: [getattr(each, name) for each in found] for name in names}


def _addresses(content: Library) -> Iterator[str]:
    yield from FIXED
    for folder, (_endpoint, items, _title) in FOLDERS.items():
        if folder not in UNLISTED:
            yield from (f"{folder}/{slug}" for slug in items(content))


def _entry(address: str, content: Library, language: Language) -> Entry:
    place = named(address, content)
    path = place.address.removeprefix(f"/{language.prefix}/")
    kind = "help" if address in HELP else KINDS.get(address.rpartition("/")[0], "page")
    item = _item(address, content)
    about = getattr(item, "summary", None) or getattr(item, "why", None) or ""
    elsewhere = [
        named(address, library.localized(other), other).title
        for other in LANGUAGES
        if other != language and other.tag in ELSEWHERE
    ]
    names = (
        *elsewhere,
        *_of_tradition(item),
        *(_temperatures(item) if isinstance(item, Band) else ()),
        *_synonyms(address, content, language),
    )
    return Entry(kind, path, place.title, about, tuple(dict.fromkeys(names)), _marks(item))


def _item(address: str, content: Library) -> Any:
    folder, _slash, slug = address.rpartition("/")
    return None if address in FIXED else FOLDERS[folder][1](content)[slug]


def _of_tradition(item: Any) -> tuple[str, ...]:
    native = getattr(item, "native", None)
    return (native.characters, native.pinyin) if native else ()


def _marks(item: Any) -> str:
    if isinstance(item, Routine):
        return str(wording.NEEDS[item.need])
    if not isinstance(item, Exercise):
        return ""
    words = (
        *(wording.PURPOSES[each] for each in item.purpose),
        wording.POSITIONS[item.position],
        *(wording.REGIONS[each] for each in item.regions),
        *(wording.EQUIPMENT[each] for each in item.equipment if each != "none"),
        *(wording.PLACES[each] for each in item.place),
    )
    return " ".join(map(str, words))


def _temperatures(band: Band) -> tuple[str, ...]:
    """What it says in short, and each whole degree of it, Celsius and then Fahrenheit."""
    low = band.lowest.limit.value if band.lowest else 0
    high = band.highest.limit.value if band.highest else HOTTEST
    within = [each for each in range(low, high + 1) if _is_in(each, band)]
    warmer = range(round(fahrenheit(within[0])), round(fahrenheit(within[-1])) + 1)
    return (band.title, " ".join(map(str, within)), " ".join(map(str, warmer)))


def _is_in(celsius: int, band: Band) -> bool:
    return not (
        (band.lowest and celsius == band.lowest.limit.value and not band.lowest.contained)
        or (band.highest and celsius == band.highest.limit.value and not band.highest.contained)
    )


def _synonyms(address: str, content: Library, language: Language) -> tuple[str, ...]:
    return content.synonyms[language.tag].pages.get(address, ())
