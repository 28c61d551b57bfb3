"""What all models of content have in common."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]


class Model(BaseModel):
    """Unknown keys are refused, nothing is converted, nothing changes after reading."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", serialize_by_alias=True)
