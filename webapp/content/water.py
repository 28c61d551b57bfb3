"""The shape of what is about water: bands of temperature, what is done in it, rewarming."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from webapp.content.limits import Limit
from webapp.content.model import Model, Slug
from webapp.content.schema import Caution, Claim, Reviewed, Text

# How far one may go, the strictest first: it colours the gauge and stands as a word on the page.
Verdict = Literal["no", "only-with", "with-care", "usual", "too-warm"]
# What somebody says of themselves before they go in, where it changes the plan.
Answer = Literal["no-wetsuit", "first-time", "alone"]


class Edge(Model):
    """Where a band begins or ends; of two neighbours exactly one contains it."""

    limit: Limit
    contained: bool


class Change(Model):
    """What an answer changes: with `stays_out` nobody with that answer goes in.

    `below` is the temperature under which it does, where that is not all of the band.
    """

    answer: Answer
    text: Text
    stays_out: bool = False
    below: Limit | None = None


class Band(Model):
    """What water of a temperature does, whether to go in at all, and what prepares for it.

    `lowest` and `highest` are its edges; the first and the last band have one only. Without
    `warm_ups` there is no plan: the page is about staying safe, and nothing leads into the water.
    """

    slug: Slug
    number: Annotated[int, Field(ge=1)]
    lowest: Edge | None = None
    highest: Edge | None = None
    verdict: Verdict
    title: Text
    say: Text
    water: Annotated[tuple[Text, ...], Field(min_length=1)]
    go: Annotated[tuple[Text, ...], Field(min_length=1)]
    changes: tuple[Change, ...] = ()
    warm_ups: tuple[Slug, ...] = ()
    check: tuple[Text, ...] = ()
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    reviewed: Reviewed

    @model_validator(mode="after")
    def _plans_all_or_nothing(self) -> Self:
        if (self.verdict == "no") == bool(self.warm_ups):
            raise ValueError("warm_ups: name them, but with verdict `no` there are none")
        return self


class SwimDay(Model):
    """What holds at every temperature: before going in, in the water, and on land afterwards.

    `check` is ticked before going in, `float` is the card for an emergency, `out` are the signs to
    get out at, `minutes` says why there are none, `turn_back` is the time one sets for oneself.
    """

    slug: Slug
    first: Annotated[tuple[Text, ...], Field(min_length=1)]
    check: Annotated[tuple[Text, ...], Field(min_length=1)]
    entry: Annotated[tuple[Text, ...], Field(min_length=1)]
    float: Annotated[tuple[Text, ...], Field(min_length=1)]
    picture: Slug
    out: Annotated[tuple[Text, ...], Field(min_length=1)]
    minutes: Annotated[tuple[Text, ...], Field(min_length=1)]
    turn_back: Annotated[tuple[Text, ...], Field(min_length=1)]
    on_land: Annotated[tuple[Text, ...], Field(min_length=1)]
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    reviewed: Reviewed


class WaterStep(Model):
    """One thing to do in the water; `more` says it in full."""

    do: Text
    more: Text | None = None
    picture: Slug | None = None


class WaterRoutine(Model):
    """What is done in water, in order: read on land before, because no player runs in water."""

    slug: Slug
    title: Text
    summary: Text
    what_for: Text
    for_whom: Text
    cautions: tuple[Caution, ...] = ()
    before: Annotated[tuple[Text, ...], Field(min_length=1)]
    stop: Annotated[tuple[Text, ...], Field(min_length=1)]
    steps: Annotated[tuple[WaterStep, ...], Field(min_length=3, max_length=12)]
    picture: Slug
    after: Annotated[tuple[Text, ...], Field(min_length=1)]
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    reviewed: Reviewed


class WarmStep(Model):
    """One thing to do to get warm, in few words; `more` says it in full."""

    do: Annotated[Text, StringConstraints(max_length=60)]
    more: Text | None = None


class Rewarming(Model):
    """Getting warm after cold water, in order; `wait` is when one asks oneself again.

    `call` are the signs of an emergency, `never` what harms, `routine` the movements that suit.
    """

    slug: Slug
    title: Text
    lede: Text
    call: Annotated[tuple[Text, ...], Field(min_length=1)]
    steps: Annotated[tuple[WarmStep, ...], Field(min_length=3)]
    never: Annotated[tuple[Text, ...], Field(min_length=1)]
    wait: Limit
    routine: Slug
    warm: Annotated[tuple[Text, ...], Field(min_length=1)]
    still_cold: Annotated[tuple[Text, ...], Field(min_length=1)]
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    reviewed: Reviewed
