"""A limit: a number that keeps somebody safe, with the evidence it rests on, as content."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from webapp.content.model import Model, Slug
from webapp.content.schema import Grade, SourceId

Unit = Literal["celsius", "seconds", "minutes", "hours"]
SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600}


class Limit(Model):
    """A number in its unit, its grade of evidence and sources, as a claim has them."""

    value: Annotated[int, Field(ge=0)]
    unit: Unit
    grade: Grade
    from_general_knowledge: bool = False
    sources: tuple[SourceId, ...] = ()

    @property
    def seconds(self) -> int:
        """Of a length of time; raises KeyError for degrees."""
        return self.value * SECONDS[self.unit]


class NamedLimit(Limit):
    """One that stands alone; `says` tells its reader what it limits."""

    says: Annotated[str, StringConstraints(min_length=10)]


class Limits(Model):
    """The file of limits that belong to no one page, by name."""

    limits: dict[Slug, NamedLimit] = Field(default_factory=dict)
