"""The JSON Schema of a routine's file, made from the models that read it."""

from __future__ import annotations

from functools import cache
from typing import Any

from webapp.share.routine import SharedRoutine

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@cache
def schema() -> dict[str, Any]:
    """What a schema cannot say, such as how an exercise is counted, is told when it is read."""
    return {"$schema": DIALECT, **SharedRoutine.model_json_schema()}
