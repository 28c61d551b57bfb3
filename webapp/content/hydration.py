"""The shape of what is said of drinking: thirst, too much, a sweat test, the plan, beliefs."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from webapp.content.model import Model, Slug
from webapp.content.schema import Claim, Reviewed, Text

Lines = Annotated[tuple[Text, ...], Field(min_length=1)]
Claims = Annotated[tuple[Claim, ...], Field(min_length=1)]


class Why(Model):
    """Something often asked or believed, and what is known of it."""

    question: Text
    answer: Text
    claims: Claims


class Hydration(Model):
    """What is said of drinks; amounts are computed on the phone from tests of one's own.

    `signs` mean call now; `over` is for who drank too much and has none of them, `over_why` what
    that is. `closed` stands in place of plans for whom a doctor is first.

    A sweat test is `weigh_in`, `during_test` and `weigh_out`; `bias` is what makes it wrong. The
    plan is `before`, `during` and `after`. `over_claims` and `urine_claims` are what those lines
    rest on, `claims` what the test and the plan do.
    """

    slug: Slug
    thirst: Lines
    signs: Lines
    over: Lines
    over_why: Lines
    closed: Lines
    weigh_in: Lines
    during_test: Lines
    weigh_out: Lines
    bias: Lines
    before: Lines
    during: Lines
    after: Lines
    plain: Lines
    sodium: Lines
    urine: Lines
    whys: Annotated[tuple[Why, ...], Field(min_length=1)]
    over_claims: Claims
    urine_claims: Claims
    claims: Claims
    reviewed: Reviewed
