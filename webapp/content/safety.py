"""The shape of what helps in an emergency: questions, their results, and what to do in a cramp."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from webapp.content.model import Model, Slug
from webapp.content.schema import Claim, Reviewed, Text

# How soon, most urgent first; only the first of them locks what moves.
Urgency = Literal["emergency", "same-day", "urgent", "doctor", "self-care"]
Onward = Annotated[
    str, StringConstraints(pattern=r"^(cramp|routines|exercises)/[a-z0-9]+(-[a-z0-9]+)*$")
]


class Question(Model):
    """One question of the self-check: any of its signs is a yes, and so is not being sure.

    `number` is its place, `rows` are the rows of the table of warning signs (evidence §3) it asks,
    `result` is where a yes leads.
    """

    slug: Slug
    number: Annotated[int, Field(ge=1)]
    rows: tuple[Annotated[int, Field(ge=1, le=24)], ...] = ()
    ask: Text
    signs: Annotated[tuple[Text, ...], Field(min_length=1, max_length=6)]
    note: Text | None = None
    result: Slug


class Result(Model):
    """What to do after an answer, and how soon; `say` is what to tell the clinician.

    `likeness` is how people describe such a pain: of those one is chosen after all questions.
    `onward` are pages that suit then.
    """

    slug: Slug
    urgency: Urgency
    title: Text
    why: Text
    do: tuple[Text, ...] = ()
    say: Text
    likeness: Text | None = None
    onward: tuple[Onward, ...] = ()
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    reviewed: Reviewed


class Breathing(Model):
    """A paced breath, in seconds."""

    inward: Annotated[int, Field(ge=1, le=12)]
    outward: Annotated[int, Field(ge=1, le=12)]


class CrampStep(Model):
    """One thing to do, in a few large words; `more` says it in full.

    `question` is asked before what follows: a yes leads to getting warm.
    """

    do: Annotated[Text, StringConstraints(max_length=60)]
    more: Text | None = None
    pictures: Annotated[tuple[Slug, ...], Field(max_length=2)] = ()
    breathing: Breathing | None = None
    question: bool = False


class Cramp(Model):
    """What to do in a cramp at one place, in order.

    In water `first` stands before everything: float, signal, call. On land `minutes` is how long a
    cramp may last before one gets help, and the signs that mean call now stand before it.
    """

    slug: Literal["open-water", "pool", "land"]
    title: Text
    where: Text
    first: tuple[Text, ...] = ()
    steps: Annotated[tuple[CrampStep, ...], Field(min_length=3, max_length=9)]
    minutes: Annotated[int, Field(ge=1, le=10)] | None = None
    helpers: tuple[Text, ...] = ()
    rewarm: Annotated[tuple[Text, ...], Field(min_length=1)]
    after: Annotated[tuple[Text, ...], Field(min_length=1)]
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    reviewed: Reviewed

    @model_validator(mode="after")
    def _counts_on_land_only(self) -> Self:
        if (self.slug == "land") == (self.minutes is None):
            raise ValueError("minutes: the timer runs on land, and only there")
        if (self.slug == "land") == bool(self.first):
            raise ValueError("first: in water float, signal and call stand first, and only there")
        return self
