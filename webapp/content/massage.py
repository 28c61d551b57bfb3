"""The shape of what stands before every self-massage: on whom and where it is not done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from webapp.content.model import Model
from webapp.content.schema import Claim, Exercise, Reviewed, Text

if TYPE_CHECKING:
    from webapp.content.library import Library

Slug = Literal["self-massage"]
# What routines are for in which nothing is massaged: whoever does them is about to get cold, or is.
AT_COLD_WATER = ("before-cold", "after-cold")


class Massage(Model):
    """What whoever massages themselves reads before, in the order of its weight."""

    slug: Slug
    before: Annotated[tuple[Text, ...], Field(min_length=1)]
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    reviewed: Reviewed


def asks_cold(exercises: Iterable[Exercise]) -> bool:
    """Whether somebody has to say first that they are not cold (product safety rule 3)."""
    return any(exercise.is_massage for exercise in exercises)


def before(exercises: Iterable[Exercise], library: Library) -> tuple[str, ...]:
    """Nothing where none of them is a massage."""
    return library.massage["self-massage"].before if asks_cold(exercises) else ()


def claims(exercise: Exercise, library: Library) -> tuple[Claim, ...]:
    """What an exercise rests on; of a massage also what stands before it."""
    if exercise.is_massage:
        return (*exercise.claims, *library.massage["self-massage"].claims)
    return exercise.claims
