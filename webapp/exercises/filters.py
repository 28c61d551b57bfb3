"""What exercises can be found by, and what each of them answers; the phone does the finding."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from babel import Locale
from flask_babel import LazyString, gettext, ngettext
from flask_babel import lazy_gettext as _l

from webapp import locales, wording
from webapp.content.durations import exercise_seconds
from webapp.content.schema import Exercise

# Minutes that a whole exercise may take.
MINUTES = (2, 4, 6)

# What a list of things to bring calls "Nothing" needs other words where it stands by itself.
EQUIPMENT = wording.EQUIPMENT | {"none": _l("No equipment")}

# What most people look for: in sight, without opening the rest.
OFTEN = (("region", "lower-back"), ("position", "standing"), ("purpose", "stretch"), ("time", "2"))

Values = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Option:
    """One thing to choose: where it belongs, its value in the address, its words."""

    group: str
    value: str
    label: str


@dataclass(frozen=True)
class Group:
    """Options of one kind; several of them mean "or"."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Entry:
    """An exercise as the list shows it, with what it is found by."""

    exercise: Exercise
    values: Values
    text: str


def entries(exercises: Iterable[Exercise]) -> list[Entry]:
    """All of them in the order of their numbers."""
    ordered = sorted(exercises, key=lambda exercise: exercise.number)
    return [Entry(each, _values(each), _text(each)) for each in ordered]


def groups(found: Iterable[Entry]) -> list[Group]:
    """What can be chosen; what no exercise answers is not offered."""
    answered = {
        (group, value)
        for entry in found
        for group, values in entry.values.items()
        for value in values
    }
    offered = [_group(name, str(label), options(), answered) for name, label, options in _GROUPS]
    return [group for group in offered if group.options]


def often(offered: Iterable[Group]) -> list[Option]:
    """The options that stand in sight."""
    known = {(each.group, each.value): each for group in offered for each in group.options}
    return [known[wanted] for wanted in OFTEN if wanted in known]


def words(total: int) -> dict[str, object]:
    """What the script says: a count by plural category, and what becomes of the pictures."""
    language = locales.current()
    category = Locale.parse(language.locale).plural_form
    counts = {
        category(n): ngettext("%(n)s exercise", "%(n)s exercises", n, n="%(n)s")
        for n in range(total + 1)
    }
    return {
        "locale": language.intl,
        "counts": counts,
        "fetching": gettext("Fetching the other pictures."),
        "failed": gettext("The other pictures could not be fetched."),
    }


def _group(
    name: str, label: str, options: Mapping[str, object], answered: set[tuple[str, str]]
) -> Group:
    shown = [
        Option(name, value, str(words))
        for value, words in options.items()
        if (name, value) in answered
    ]
    return Group(name, label, tuple(shown))


def _values(exercise: Exercise) -> Values:
    seconds = exercise_seconds(exercise)
    return {
        "purpose": exercise.purpose,
        "position": (exercise.position,),
        "region": exercise.regions,
        "equipment": exercise.equipment,
        "place": exercise.place,
        "time": tuple(str(minutes) for minutes in MINUTES if seconds <= minutes * 60),
    }


def _text(exercise: Exercise) -> str:
    native = exercise.native
    named = [exercise.name, *([native.characters, native.pinyin] if native else [])]
    return " ".join([*named, exercise.summary])


def _times() -> Mapping[str, str]:
    return {
        str(minutes): gettext("Up to %(length)s", length=wording.duration(minutes * 60))
        for minutes in MINUTES
    }


# In the order of the address and of the page.
_GROUPS: tuple[tuple[str, LazyString, Callable[[], Mapping[str, str | LazyString]]], ...] = (
    ("purpose", _l("Purpose"), lambda: wording.PURPOSES),
    ("position", _l("Position"), lambda: wording.POSITIONS),
    ("region", _l("Region"), lambda: wording.REGIONS),
    ("equipment", _l("You need"), lambda: EQUIPMENT),
    ("place", _l("Place"), lambda: wording.PLACES),
    ("time", _l("Time"), _times),
)
