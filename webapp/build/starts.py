"""A routine of the library as a draft to start from, for `static/js/shared/routine.js`."""

from __future__ import annotations

from typing import Any

from webapp import locales
from webapp.content import needs
from webapp.content.library import Library
from webapp.content.schema import Routine, RoutineStep
from webapp.share.routine import LONGEST_LINE


def draft(routine: Routine, library: Library) -> dict[str, Any]:
    """In the reader's language."""
    return {
        "format": "limber-routine",
        "version": 1,
        "title": routine.title,
        "whatFor": routine.summary if len(routine.summary) <= LONGEST_LINE else "",
        "notes": "",
        "language": locales.current().tag,
        "rounds": routine.rounds,
        "rest": routine.rest,
        "beginner": routine.beginner,
        "need": needs.composed(routine.need),
        "conditions": [],
        "times": [],
        "steps": [_step(step, library) for step in routine.steps],
    }


def _step(step: RoutineStep, library: Library) -> dict[str, Any]:
    note = step.note or ""
    return {
        "exercise": step.exercise,
        "dose": library.dose_of(step).model_dump(exclude_none=True),
        "pace": 1,
        "note": note if len(note) <= LONGEST_LINE else "",
    }
