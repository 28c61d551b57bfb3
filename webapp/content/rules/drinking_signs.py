"""The signs of having drunk too much are those of the self-check, which is led to for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from webapp.content.faults import Fault

if TYPE_CHECKING:
    from webapp.content.library import Library

QUESTION = "after-exercise"


def check(library: Library) -> Iterator[Fault]:
    question = library.questions.get(QUESTION)
    for drinks in library.hydration.values():
        if question is None:
            remedy = f"there is no question {QUESTION} that asks these signs; add it"
            yield Fault(library.file_of(drinks), "signs", remedy)
        elif drinks.signs != question.signs:
            remedy = f"name the signs of questions/{QUESTION}.yaml, in the same words and order"
            yield Fault(library.file_of(drinks), "signs", remedy)
