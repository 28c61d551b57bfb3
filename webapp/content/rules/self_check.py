"""The self-check asks every warning sign, the most urgent first, and leads on only where it may."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, get_args

from webapp.content.faults import Fault
from webapp.content.safety import Urgency

if TYPE_CHECKING:
    from webapp.content.library import Library

# The rows of the table of warning signs (evidence §3).
ROWS = range(1, 25)
ORDER = get_args(Urgency)


def check(library: Library) -> Iterator[Fault]:
    yield from _numbers(library)
    yield from _results(library)
    yield from _urgency(library)
    yield from _onward(library)


def _numbers(library: Library) -> Iterator[Fault]:
    questions = list(library.questions.values())
    for place, question in enumerate(questions, start=1):
        if question.number != place:
            remedy = f"number the questions from 1 without a gap; this one is number {place}"
            yield Fault(library.file_of(question), "number", remedy)
    missing = sorted({*ROWS} - {row for question in questions for row in question.rows})
    if missing:
        remedy = f"no question asks row {', '.join(map(str, missing))}; add it"
        yield Fault("questions", "rows", remedy)


def _results(library: Library) -> Iterator[Fault]:
    led_to = {question.result for question in library.questions.values()}
    for question in library.questions.values():
        if question.result not in library.results:
            remedy = f"there is no result {question.result}; name one of data/results"
            yield Fault(library.file_of(question), "result", remedy)
    for result in library.results.values():
        if (result.slug in led_to) == (result.likeness is not None):
            remedy = "is reached by a question or chosen by its likeness: by exactly one of them"
            yield Fault(library.file_of(result), "likeness", remedy)
        if (result.urgency == "self-care") != (result.likeness is not None):
            remedy = "only what is chosen by its likeness, after all questions, is self-care"
            yield Fault(library.file_of(result), "urgency", remedy)


def _urgency(library: Library) -> Iterator[Fault]:
    known = [each for each in library.questions.values() if each.result in library.results]
    for before, after in pairwise(known):
        urgencies = [ORDER.index(library.result_of(each).urgency) for each in (before, after)]
        if urgencies[0] > urgencies[1]:
            remedy = f"is more urgent than {before.slug}, which comes before it; move it up"
            yield Fault(library.file_of(after), "number", remedy)


def _onward(library: Library) -> Iterator[Fault]:
    pages = {
        *(f"cramp/{slug}" for slug in library.cramps),
        *(f"routines/{slug}" for slug in library.routines),
        *(f"exercises/{slug}" for slug in library.exercises),
    }
    for result in library.results.values():
        for page in result.onward:
            if page not in pages:
                yield Fault(library.file_of(result), "onward", f"there is no page {page}")
        if result.onward and result.urgency != "self-care":
            remedy = "a warning sign leads to help and nowhere else; remove it"
            yield Fault(library.file_of(result), "onward", remedy)
