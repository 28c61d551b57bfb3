"""The way through the self-check: which question comes next, and where a result leads."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from flask import url_for

from webapp.content.library import Library
from webapp.content.safety import Question, Result, Urgency


class Place(NamedTuple):
    """Which of its group a question is."""

    urgency: Urgency
    number: int
    total: int


def groups(content: Library) -> list[tuple[Urgency, list[Question]]]:
    """The questions by how urgent a yes is, most urgent first."""
    by_urgency = groupby(content.questions.values(), lambda each: content.result_of(each).urgency)
    return [(urgency, list(questions)) for urgency, questions in by_urgency]


def place(question: Question, content: Library) -> Place:
    urgency = content.result_of(question).urgency
    (group,) = [questions for each, questions in groups(content) if each == urgency]
    return Place(urgency, group.index(question) + 1, len(group))


def following(question: Question, content: Library) -> str:
    """Where a no leads: the next question, after the last what the pain is like."""
    questions = list(content.questions.values())
    after = questions[questions.index(question) + 1 :]
    return url_for("check.question", slug=after[0].slug) if after else url_for("check.likeness")


def before(result: Result, content: Library) -> str:
    """The page that leads to a result."""
    for question in content.questions.values():
        if question.result == result.slug:
            return url_for("check.question", slug=question.slug)
    return url_for("check.likeness")


def likenesses(content: Library) -> list[Result]:
    """What the pain may be like; that it is like none of them comes last."""
    found = [each for each in content.results.values() if each.likeness]
    return sorted(found, key=lambda each: each.slug == "no-sign")


def onward(result: Result, content: Library) -> list[tuple[str, str]]:
    """Address and name of each page that suits after a result."""
    return [_page(each, content) for each in result.onward]


def _page(address: str, content: Library) -> tuple[str, str]:
    kind, slug = address.split("/")
    names = {
        "cramp": lambda: content.cramps[slug].title,
        "routines": lambda: content.routines[slug].title,
        "exercises": lambda: content.exercises[slug].name,
    }
    return url_for(f"{kind}.show", slug=slug), names[kind]()
