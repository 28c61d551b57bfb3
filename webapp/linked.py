"""What search engines are told of a library page, in the words of schema.org (JSON-LD).

How something is done and how long it takes; nothing of what it does for one's health, which stands
on the page with its grade and sources.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask import current_app, url_for

from webapp import locales, wording
from webapp.config import Config
from webapp.content.cited import cited
from webapp.content.durations import exercise_seconds, routine_seconds, step_seconds
from webapp.content.learn import Lesson
from webapp.content.library import Library
from webapp.content.schema import Exercise, Reviewed, Routine, Source

Linked = dict[str, Any]

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def of_routine(routine: Routine, library: Library) -> Linked:
    steps = [(library.exercise_of(step), library.dose_of(step)) for step in routine.steps]
    return {
        **_instructions(routine.title, routine.summary, routine.reviewed),
        "url": _address("routines.show", routine.slug),
        "totalTime": _duration(routine_seconds(routine, library)),
        "step": _numbered(
            {
                "name": exercise.name,
                "text": wording.dose(dose),
                "url": _address("exercises.show", exercise.slug),
                "timeRequired": _duration(step_seconds(exercise, dose)),
            }
            for exercise, dose in steps
        ),
    }


def of_exercise(exercise: Exercise) -> Linked:
    return {
        **_instructions(exercise.name, exercise.summary, exercise.reviewed),
        "url": _address("exercises.show", exercise.slug),
        "totalTime": _duration(exercise_seconds(exercise)),
        "step": _numbered({"text": line} for line in exercise.steps),
    }


def of_lesson(lesson: Lesson, content: Library) -> Linked:
    """An article with what it cites; its claims stand on the page alone, beside their grades."""
    return {
        **_work(lesson.title, lesson.summary, lesson.reviewed),
        "@type": ["Article", "LearningResource"],
        "headline": lesson.title,
        "url": _address("learn.show", lesson.slug),
        "articleSection": [section.heading for section in lesson.sections],
        "citation": [_cited(content.sources[source]) for source in _sources(lesson)],
    }


def _sources(lesson: Lesson) -> list[str]:
    """Each once."""
    return list(dict.fromkeys(source for _field, each in cited(lesson) for source in each.sources))


def _cited(source: Source) -> Linked:
    work: Linked = {"@type": "CreativeWork", "name": source.citation}
    return {**work, "url": source.addresses[0]} if source.addresses else work


def _instructions(name: str, summary: str, reviewed: Reviewed) -> Linked:
    return {**_work(name, summary, reviewed), "@type": "HowTo"}


def _work(name: str, summary: str, reviewed: Reviewed) -> Linked:
    return {
        "@context": "https://schema.org",
        "name": name,
        "description": summary,
        "inLanguage": locales.current().tag,
        "dateModified": reviewed.compiled.isoformat(),
        "isAccessibleForFree": True,
        "license": LICENCE,
    }


def _numbered(steps: Iterable[Linked]) -> list[Linked]:
    return [
        {"@type": "HowToStep", "position": position, **step}
        for position, step in enumerate(steps, start=1)
    ]


def _address(endpoint: str, slug: str) -> str:
    config: Config = current_app.extensions["limber.config"]
    return config.origin + url_for(endpoint, slug=slug)


def _duration(seconds: int) -> str:
    """As ISO 8601 writes it: PT11M9S."""
    minutes, rest = divmod(seconds, 60)
    return "PT" + (f"{minutes}M" if minutes else "") + (f"{rest}S" if rest or not minutes else "")
