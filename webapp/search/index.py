"""What can be found: every page by its name, its names elsewhere, what people call it."""

from __future__ import annotations

import re
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
# Whose names are found in every language also with a slip. German, Spanish and French ones only as
# they are written: a slip apart, they would be found for words of each other and of English.
EVERYWHERE = ("en", "ar", "zh-Hans")
# Of the latter, words of so many letters or more: shorter ones are articles and the like.
SHORTEST = 4
# Where help is found first.
HELP = ("check", "cramp", "emergency", "hydration/too-much", "rewarm")


@dataclass(frozen=True)
class Entry:
    """A page: `address` is what follows the language in its path, `names` what else it is called,
    in other languages too, `elsewhere` words of its names in languages of the same letters, `marks`
    what it may be chosen by: where and with what it is done.
    """

    kind: str
    address: str
    title: str
    about: str
    names: tuple[str, ...]
    elsewhere: str
    marks: str


def entries(language: Language) -> list[Entry]:
    """Help first, single exercises last; equally good finds keep this order."""
    content = library.localized(language)
    found = [_entry(address, content, language) for address in _addresses(content)]
    return sorted(found, key=lambda each: ORDER.index(each.kind))


def columns(found: list[Entry]) -> dict[str, list[Any]]:
    """As the phone reads it: like beside like takes fewer bytes."""
    names = ("kind", "address", "title", "about", "names", "elsewhere", "marks")
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
    others = [other for other in LANGUAGES if other != language]
    names = (
        *(_title(address, other) for other in others if other.tag in EVERYWHERE),
        *_of_tradition(item),
        *(_temperatures(item) if isinstance(item, Band) else ()),
        *_synonyms(address, content, language),
    )
    titles = [_title(address, other) for other in others if other.tag not in EVERYWHERE]
    elsewhere = _words(titles) if isinstance(item, Exercise | Routine) else ""
    return Entry(
        kind, path, place.title, about, tuple(dict.fromkeys(names)), elsewhere, _marks(item)
    )


def _title(address: str, language: Language) -> str:
    return named(address, library.localized(language), language).title


def _words(titles: list[str]) -> str:
    """Each word once, without those that say nothing."""
    found = re.findall(rf"\w{{{SHORTEST},}}", " ".join(titles).lower())
    return " ".join(dict.fromkeys(found))


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
