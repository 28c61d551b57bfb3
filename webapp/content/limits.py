"""A limit: a number that keeps somebody safe, with the evidence it rests on, as content."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from webapp.content.model import Model
from webapp.content.schema import Grade, SourceId

Unit = Literal["celsius", "seconds", "minutes", "hours", "days"]


class Limit(Model):
    """A number in its unit, its grade of evidence and sources, as a claim has them."""

    value: Annotated[int, Field(ge=0)]
    unit: Unit
    grade: Grade
    from_general_knowledge: bool = False
    sources: tuple[SourceId, ...] = ()
