"""A routine as JSON: the one shape of a draft, a file, an own routine and a shared one.

Only its shape is checked here, against nothing but itself; `bounds` knows the exercises.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, FailFast, Field, ValidationError, model_validator

from webapp.content import faults
from webapp.content.durations import PACES
from webapp.content.model import Model, Slug
from webapp.content.needs import ComposedNeed
from webapp.content.schema import Condition, Dose

VERSION = 1
LONGEST_FAULT, LONGEST_FIELD = 300, 60
LONGEST_LINE = 300

# The same in Python and in the published schema.
VISIBLE = r"[^\s\u0000-\u001f\u007f-\u009f]"
ONE_LINE = r"[^\u0000-\u001f\u007f-\u009f]"
LINES = r"[^\u0000-\u0009\u000b-\u001f\u007f-\u009f]"


class RoutineError(ValueError):
    """What was given is no routine that can be used; the message is `field: what to do`."""


def _matching(pattern: str, remedy: str) -> Any:
    """Checks by a pattern, which the schema shows, and says in words what to do."""
    compiled = re.compile(pattern)

    def check(text: str) -> str:
        if not compiled.fullmatch(text):
            raise ValueError(remedy)
        return text

    return AfterValidator(check), Field(json_schema_extra={"pattern": f"^(?:{pattern})$"})


def _once(values: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(set(values)) < len(values):
        raise ValueError("name each once")
    return values


def _in_order(days: tuple[int, ...]) -> tuple[int, ...]:
    if list(days) != sorted(days):
        raise ValueError("write them from Monday, 1, to Sunday, 7")
    return days


def _is_version(version: int) -> int:
    if version != VERSION:
        raise ValueError(f"this Limber reads version {VERSION}; use a newer one")
    return version


def _is_pace(pace: float) -> float:
    if pace not in PACES:
        raise ValueError(f"possible: {', '.join(map(str, PACES))}")
    return pace


_no_signs = "leave out signs that cannot be seen, such as tabs"
# Of a list the first fault is enough: twenty thousand would take a second.
_first = FailFast()
_unique = Field(json_schema_extra={"uniqueItems": True})

Title = Annotated[
    str,
    Field(max_length=80),
    *_matching(f"{ONE_LINE}*{VISIBLE}{ONE_LINE}*", f"write one line of words; {_no_signs}"),
]
Line = Annotated[str, Field(max_length=LONGEST_LINE), *_matching(f"{ONE_LINE}*", _no_signs)]
Notes = Annotated[str, Field(max_length=2000), *_matching(f"{LINES}*", _no_signs)]
Tag = Annotated[
    str,
    Field(max_length=35),
    *_matching("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", "write a language as en or zh-Hans"),
]
At = Annotated[
    str, *_matching("(?:[01][0-9]|2[0-3]):[0-5][0-9]", "write hours and minutes as 07:30")
]
Day = Annotated[int, Field(ge=1, le=7)]
Pace = Annotated[float, AfterValidator(_is_pace), Field(json_schema_extra={"enum": list(PACES)})]


def _counts_one(schema: dict[str, Any]) -> None:
    """As `Dose` and `SharedDose` check it: exactly one count, never null, a rest between sets."""
    counts = ("repetitions", "seconds", "breaths")
    for name in counts:
        field = schema["properties"][name]
        field.update(next(each for each in field.pop("anyOf") if each["type"] != "null"))
        del field["default"]
    schema["oneOf"] = [{"required": [name]} for name in counts]
    schema["if"] = {"properties": {"sets": {"minimum": 2}}, "required": ["sets"]}
    schema["then"] = {"properties": {"rest": {"minimum": 1}}, "required": ["rest"]}


class SharedDose(Dose):
    """How much: as in the library, but seconds have narrower bounds."""

    model_config = {"json_schema_extra": _counts_one}

    seconds: Annotated[int, Field(ge=5, le=1800)] | None = None

    @model_validator(mode="before")
    @classmethod
    def _leaves_out_what_is_not(cls, given: Any) -> Any:
        if isinstance(given, dict) and None in given.values():
            raise ValueError("leave out what does not count, instead of null")
        return given


class SuggestedTime(Model):
    """When the author suggests to do it: a time of day and days, 1 Monday to 7 Sunday."""

    at: At
    days: Annotated[
        tuple[Day, ...],
        _first,
        Field(min_length=1, max_length=7),
        AfterValidator(_once),
        AfterValidator(_in_order),
        _unique,
    ]


class SharedStep(Model):
    """One exercise of the library, with its dose, its pace and what the author says of it."""

    exercise: Slug
    dose: SharedDose
    pace: Pace = 1
    note: Line = ""


class SharedRoutine(Model):
    """A routine that a person has composed of the library's exercises.

    Title, what it is for and notes are the author's words, plain text in `language`; `conditions`
    are those which the person it is for has.
    """

    format: Literal["limber-routine"]
    version: Annotated[
        int, AfterValidator(_is_version), Field(json_schema_extra={"const": VERSION})
    ]
    title: Title
    what_for: Annotated[Line, Field(alias="whatFor")] = ""
    notes: Notes = ""
    language: Tag
    rounds: Annotated[int, Field(ge=1, le=10)] = 1
    rest: Annotated[int, Field(ge=0, le=300)] = 0
    beginner: bool = False
    need: ComposedNeed = "any"
    conditions: Annotated[tuple[Condition, ...], _first, AfterValidator(_once), _unique] = ()
    times: Annotated[
        tuple[SuggestedTime, ...], _first, Field(max_length=6), AfterValidator(_once), _unique
    ] = ()
    steps: Annotated[tuple[SharedStep, ...], _first, Field(min_length=1, max_length=30)]

    @classmethod
    def of(cls, text: str) -> Self:
        """A routine that was checked before it was stored."""
        return cls.model_validate_json(text)

    @property
    def as_text(self) -> str:
        """As JSON, written in one way only."""
        return self.model_dump_json(exclude_none=True)

    @property
    def as_json(self) -> dict[str, Any]:
        return self.model_dump(mode="json", exclude_none=True)


def read(body: bytes | str) -> SharedRoutine:
    """The routine in a file or a request; RoutineError for the first thing that is wrong."""
    try:
        return SharedRoutine.model_validate_json(body)
    except ValidationError as error:
        raise RoutineError(_fault(error)[:LONGEST_FAULT]) from None


def _fault(error: ValidationError) -> str:
    first_of_all = error.errors(include_url=False)[0]
    if first_of_all["type"] in ("json_invalid", "model_type") and not first_of_all["loc"]:
        return "routine: this is none; give one that Limber has written"
    first = faults.from_validation("", error, SharedRoutine)[0]
    return f"{first.field[:LONGEST_FIELD]}: {first.remedy}"
