"""What a routine may ask for, by the library: its exercises, how they are counted, how long.

The same bounds hold for what the library itself contains (`webapp/content/rules`).
"""

from __future__ import annotations

from collections.abc import Iterator

from webapp.content.durations import longest_stay
from webapp.content.library import Library
from webapp.content.massage import AT_COLD_WATER
from webapp.content.schema import Exercise
from webapp.share import length
from webapp.share.routine import RoutineError, SharedDose, SharedRoutine


def check(routine: SharedRoutine, library: Library) -> None:
    """RoutineError for the first bound that it does not keep."""
    for fault in faults(routine, library):
        raise RoutineError(fault)


def faults(routine: SharedRoutine, library: Library) -> Iterator[str]:
    """Each as `field: what to do`."""
    known = True
    for number, step in enumerate(routine.steps):
        exercise = library.led.get(step.exercise)
        if exercise is None:
            known = False
            yield (
                f"steps.{number}.exercise: this Limber does not know {step.exercise}; "
                "take it out or use a newer Limber"
            )
        else:
            for field, remedy in _of_dose(step.dose, exercise, library):
                yield f"steps.{number}.dose.{field}: {remedy}"
    if known:
        yield from _of_session(routine, library)


def _of_dose(dose: SharedDose, exercise: Exercise, library: Library) -> Iterator[tuple[str, str]]:
    if dose.seconds and len(exercise.tempo) > 1:
        yield "seconds", f"count repetitions instead: {exercise.slug} has several parts"
    if dose.breaths and not exercise.dose.breaths:
        yield "breaths", f"count repetitions instead: {exercise.slug} is not led by the breath"
    if remedy := _of_sides(dose, exercise):
        yield "sides", remedy
    longest = library.limits["longest-stay"].seconds
    if longest_stay(exercise, dose) > longest:
        yield "seconds", f"a position may be kept for {longest} s at most; shorten it"


def _of_sides(dose: SharedDose, exercise: Exercise) -> str | None:
    if exercise.dose.sides == "none":
        return None if dose.sides == "none" else f"write none: {exercise.slug} has no sides"
    if dose.sides == "none":
        return f"write each or alternate: {exercise.slug} has two sides"
    if dose.sides == "alternate" and not dose.repetitions:
        return "write each: only repetitions can take turns"
    return None


def _of_session(routine: SharedRoutine, library: Library) -> Iterator[str]:
    limit = library.limits["longest-session"]
    if routine.need == "before-cold":
        yield from _before_cold(routine, library)
    if routine.need in AT_COLD_WATER:
        yield from _without_massage(routine, library)
    if length.seconds(routine, library) > limit.seconds:
        yield f"steps: takes over {limit.value} minutes; leave steps out or take fewer rounds"


def _without_massage(routine: SharedRoutine, library: Library) -> Iterator[str]:
    """Product safety rule 3."""
    for number, step in enumerate(routine.steps):
        if library.exercises[step.exercise].is_massage:
            yield f"steps.{number}.exercise: no massage before or after cold water; take it out"


def _before_cold(routine: SharedRoutine, library: Library) -> Iterator[str]:
    """Product safety rule 6: what is done before cold water moves for ten minutes or more."""
    least = library.limits["least-warm-up"].seconds
    if length.moving(routine, library) < least:
        minutes = f"{least // 60} minutes"
        yield f"steps: before cold water move for {minutes} or more; add steps or repetitions"
    longest = library.limits["longest-stay-before-effort"].seconds
    for number, step in enumerate(routine.steps):
        if longest_stay(library.exercises[step.exercise], step.dose) > longest:
            remedy = f"before cold water a position is kept for {longest} s at most; shorten it"
            yield f"steps.{number}.dose.seconds: {remedy}"
