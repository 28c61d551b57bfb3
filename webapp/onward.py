"""Where one can go on from a page: why it is done, where it is part of, what is like it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import Any

from flask_babel import lazy_gettext as _l

from webapp.content.learn import Lesson
from webapp.content.library import Library
from webapp.content.schema import Exercise, Routine
from webapp.directory import Place, named

LESSONS, ROUTINES, ALIKE = 2, 3, 3
# What a page is, in a word, by the folder of its address; of others their name says it.
KINDS = {"learn": _l("Why"), "routines": _l("Routine"), "exercises": _l("Exercise")}


@dataclass(frozen=True)
class Onward:
    """A page to go on to, and in a word what it is."""

    place: Place
    kind: Any


def of_exercise(exercise: Exercise, content: Library) -> list[Onward]:
    routines = [
        f"routines/{routine.slug}"
        for routine in content.routines.values()
        if any(step.exercise == exercise.slug for step in routine.steps)
    ]
    return _onward(
        [
            *lessons_of_exercise(exercise, content)[:LESSONS],
            *routines[:ROUTINES],
            *(f"exercises/{each.slug}" for each in alike(exercise, content)),
        ],
        content,
    )


def of_routine(routine: Routine, content: Library) -> list[Onward]:
    """The lessons that lead to it, or else the one that most of its exercises have."""
    lessons = lessons_of(f"routines/{routine.slug}", content) or [
        slug for slug, _steps in _lessons_of_steps(routine, content).most_common(1)
    ]
    others = [
        f"routines/{each.slug}"
        for each in content.routines.values()
        if each.need == routine.need and each != routine
    ]
    return _onward([*lessons[:LESSONS], *others[:ROUTINES]], content)


def of_lesson(lesson: Lesson, content: Library) -> list[Onward]:
    return _onward(list(_led(lesson)), content)


def of_page(address: str, content: Library) -> list[Onward]:
    return _onward(lessons_of(address, content), content)


def lessons_of_exercise(exercise: Exercise, content: Library) -> list[str]:
    """Those that name it, then those about what it is for."""
    named_in = lessons_of(f"exercises/{exercise.slug}", content)
    about = [f"learn/{each.slug}" for each in content.lessons.values() if _fits(exercise, each)]
    return list(dict.fromkeys([*named_in, *about]))


def alike(exercise: Exercise, content: Library) -> list[Exercise]:
    """What shares most with it; in water only with what is in water."""
    others = [
        each
        for each in content.exercises.values()
        if each != exercise and each.in_water == exercise.in_water
    ]
    return list(islice(sorted(others, key=lambda each: -_shared(exercise, each)), ALIKE))


def _onward(addresses: list[str], content: Library) -> list[Onward]:
    return [
        Onward(named(address, content), KINDS.get(address.rpartition("/")[0]))
        for address in addresses
    ]


def lessons_of(address: str, content: Library) -> list[str]:
    return [f"learn/{each.slug}" for each in content.lessons.values() if address in _led(each)]


def _led(lesson: Lesson) -> tuple[str, ...]:
    related = lesson.related
    return (
        *(f"routines/{each}" for each in related.routines),
        *(f"exercises/{each}" for each in related.exercises),
        *related.pages,
    )


def _fits(exercise: Exercise, lesson: Lesson) -> bool:
    if exercise.native:
        return lesson.related.tradition
    return bool(set(exercise.purpose) & set(lesson.related.purposes))


def _lessons_of_steps(routine: Routine, content: Library) -> Counter[str]:
    return Counter(
        slug
        for step in routine.steps
        for slug in lessons_of_exercise(content.exercise_of(step), content)[:1]
    )


def _shared(one: Exercise, other: Exercise) -> int:
    """What one does it for and where counts twice, in which position and with what once."""
    return (
        2 * len(set(one.purpose) & set(other.purpose))
        + 2 * len(set(one.regions) & set(other.regions))
        + (one.position == other.position)
        + (one.equipment == other.equipment)
        + 2 * (bool(one.native) and bool(other.native))
    )
