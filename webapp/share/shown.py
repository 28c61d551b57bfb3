"""A shared routine as its page, its sheet, its card and its player show it, in one language."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from babel.dates import get_day_names
from flask_babel import gettext

from webapp import locales, wording
from webapp.content import cautions, lane, needs
from webapp.content.cautions import Advice
from webapp.content.durations import paced, session_seconds
from webapp.content.lane import Mark
from webapp.content.library import Library
from webapp.content.needs import Saying
from webapp.content.schema import Dose, Exercise
from webapp.player import session
from webapp.share import bounds, codes
from webapp.share.readers import Found
from webapp.share.routine import SharedRoutine, SuggestedTime

WEEK = range(1, 8)


@dataclass(frozen=True)
class Step:
    """One step; the exercise is led at the pace of the step."""

    exercise: Exercise
    dose: Dose
    pace: float
    note: str


@dataclass(frozen=True)
class Time:
    """A suggested time in words."""

    at: str
    days: str


@dataclass(frozen=True)
class Shown:
    """A published version of a routine beside what the library says of its exercises."""

    found: Found
    steps: tuple[Step, ...]
    saying: Saying

    @property
    def code(self) -> str:
        return self.found.code

    @property
    def spoken(self) -> str:
        return codes.spoken(self.code)

    @property
    def version(self) -> int:
        return self.found.version

    @property
    def changed(self) -> int:
        return self.found.changed

    @property
    def changed_on(self) -> datetime.date:
        return datetime.datetime.fromtimestamp(self.changed / 1000, datetime.UTC).date()

    @property
    def routine(self) -> SharedRoutine:
        return self.found.routine

    @property
    def is_missing_some(self) -> bool:
        """Whether the library no longer has one of its exercises."""
        return len(self.steps) < len(self.routine.steps)

    @property
    def seconds(self) -> int:
        return session_seconds(self._doses(), self.routine.rounds, self.routine.rest)

    @property
    def marks(self) -> list[Mark]:
        return lane.of_steps(self._doses(), self.routine.rounds, self.routine.rest)

    @property
    def cautions(self) -> dict[str, Advice]:
        """Those of the whole first, then gathered from its exercises."""
        exercises = (step.exercise for step in self.steps)
        return cautions.of_exercises(exercises, self.saying.cautions)

    @property
    def easier(self) -> dict[str, str]:
        return {step.exercise.name: step.exercise.easier for step in self.steps}

    @property
    def before(self) -> tuple[str, ...]:
        return (*self.saying.before, *wording.unreviewed(each.exercise for each in self.steps))

    @property
    def stop(self) -> tuple[str, ...]:
        lines = [*self.saying.stop, *(line for step in self.steps for line in step.exercise.stop)]
        return tuple(dict.fromkeys(lines))

    @property
    def after(self) -> tuple[str, ...]:
        return self.saying.after

    @property
    def times(self) -> list[Time]:
        return [Time(locales.digits(each.at), _days(each)) for each in self.routine.times]

    @property
    def week(self) -> list[tuple[str, int]]:
        """The days of a week, and how often it is to be done on each; with no times once a day."""
        days = [day for time in self.routine.times for day in time.days]
        return [(_day(day, "short"), days.count(day) if days else 1) for day in WEEK]

    @property
    def as_json(self) -> dict[str, Any]:
        """As `GET /api/routines/<code>` answers."""
        return {
            "code": self.code,
            "version": self.version,
            "published": self.found.published,
            "changed": self.changed,
            "routine": self.routine.as_json,
        }

    def session(self, library: Library) -> dict[str, Any]:
        """What the player leads through."""
        steps = [
            {**session.step(each.exercise, each.dose, _said(each.note)), "pace": each.pace}
            for each in self.steps
        ]
        rounds = self.routine.rounds, self.routine.rest
        found = session.whole("shared", self.code, steps, self.saying.cautions, rounds)
        if self.routine.need == "before-cold":
            found["leastMoving"] = session.least_moving(library)
        return found

    def _doses(self) -> Iterator[tuple[Exercise, Dose]]:
        return ((step.exercise, step.dose) for step in self.steps)


def of(found: Found, library: Library) -> Shown:
    """With the library in the reader's language."""
    routine = found.routine
    steps = tuple(
        Step(paced(library.exercises[each.exercise], each.pace), each.dose, each.pace, each.note)
        for each in routine.steps
        if each.exercise in library.led
    )
    exercises = [each.exercise for each in steps]
    return Shown(found, steps, needs.of(routine.need, library, exercises))


def may_start(routine: SharedRoutine, library: Library) -> bool:
    """Whether what the library still has of it keeps every bound."""
    left = tuple(each for each in routine.steps if each.exercise in library.led)
    return not any(bounds.faults(routine.model_copy(update={"steps": left}), library))


def _said(note: str) -> str:
    """Whose words they are, for the player, which shows them beside the library's.

    In marks that keep their direction apart from that of the page.
    """
    return str(gettext("Their note: %(note)s", note=f"\u2068{note}\u2069")) if note else ""


def _days(time: SuggestedTime) -> str:
    if len(time.days) == len(WEEK):
        return str(gettext("Every day"))
    # Translators: what stands between the items of a list
    return str(gettext(", ")).join(_day(day) for day in time.days)


def _day(day: int, width: Literal["abbreviated", "short"] = "abbreviated") -> str:
    """1 is Monday; as it stands alone."""
    names = get_day_names(width, "stand-alone", locales.current().locale)
    return str(names[day - 1])
