"""The JSON Schema of a device's file, made from models of what devices keep."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Literal

from flask import Blueprint, Response, jsonify, request
from pydantic import ConfigDict, Field

from webapp.content.model import Model
from webapp.share.routine import SharedRoutine
from webapp.share.schema import DIALECT

# Without a language in its address, and so a blueprint of its own.
blueprint = Blueprint("journal_schema", __name__)

VERSION = 1
MOST_RECORDS = 80_000
LATEST = 8.64e15

Moment = Annotated[
    float, Field(ge=0, le=LATEST, description="milliseconds since 1970-01-01T00:00:00Z")
]
Amount = Annotated[float, Field(ge=0)]
Pain = Annotated[float, Field(ge=0, le=10)]
Words = Annotated[str, Field(max_length=10_000)]
Name = Annotated[str, Field(min_length=1, max_length=10_000)]
Code = Annotated[str, Field(pattern="^[0-9a-hjkmnp-tv-z]{10}$")]
Hour = Annotated[int, Field(ge=0, le=24)]
Day = Annotated[int, Field(ge=1, le=7)]


class Part(Model):
    """What is not named here may be added by the same version, and is read over."""

    model_config = ConfigDict(extra="ignore")


class Session(Part):
    """A session that is over; `before` and `after` are pain from 0 to 10, null where not given."""

    id: Moment
    kind: Literal["routine", "exercise", "own", "shared"]
    slug: Name
    ended: Moment
    seconds: Amount
    steps: Amount
    of: Amount
    early: bool
    before: Pain | None
    after: Pain | None
    signs: bool
    note: Words


class Drink(Part):
    """A drink; `sodium` in mg per litre, null where nobody has said."""

    id: Moment
    at: Moment
    ml: Annotated[float, Field(gt=0)]
    kind: Literal["water", "electrolyte", "other"]
    sodium: Amount | None


class SweatTest(Part):
    """A weighing before and after, in kg, minutes, litres and degrees Celsius."""

    at: Moment
    kind: Literal["pool", "open-water", "wetsuit", "run", "ride", "gym"]
    celsius: Annotated[float, Field(ge=-30, le=50)]
    minutes: Annotated[float, Field(ge=1, le=1440)]
    before: Annotated[float, Field(ge=20, le=300)]
    after: Annotated[float, Field(ge=20, le=300)]
    drunk: Annotated[float, Field(ge=0, le=10)]
    passed: Annotated[float, Field(ge=0, le=5)]
    food: Annotated[float, Field(ge=0, le=5)]


class Round(Part):
    """A round of cold or heat that is over."""

    began: Moment
    kind: Literal["cold", "heat"]
    ended: Moment
    seconds: Amount
    end: Literal["whole", "early", "skin", "unanswered", "over", "clock", "closed"]
    skin: Literal["usual", "not"] | None


class Own(Part):
    """A routine of one's own."""

    id: Annotated[str, Field(pattern="^[a-z0-9]{1,40}$")]
    routine: SharedRoutine
    made: Moment
    changed: Moment
    from_: Annotated[Words, Field(alias="from")]


class Opened(Part):
    """A shared routine that was opened on the device; `seen` is the routine as it was then."""

    code: Code
    version: Amount
    title: Name
    opened: Moment
    kept: bool
    seen_version: Annotated[Amount, Field(alias="seenVersion")]
    seen: dict[str, Any]


class Published(Part):
    """A routine that was published from the device, with the secret that changes it."""

    code: Code
    secret: Annotated[str, Field(pattern="^[A-Za-z0-9_-]{22,128}$")]
    version: int
    title: Words
    changed: Moment


class Reminder(Part):
    """When one is asked what; what its kind does not need is null."""

    id: Annotated[str, Field(pattern="^[a-z0-9-]{1,40}$")]
    kind: Literal["drink", "electrolytes", "routine", "compress", "once"]
    on: bool
    at: Moment
    from_: Annotated[Hour | None, Field(alias="from")]
    to: Hour | None
    every: Annotated[float, Field(ge=30, le=240)] | None
    time: Annotated[str, Field(pattern="^(?:[01][0-9]|2[0-3]):[0-5][0-9]$")] | None
    days: Annotated[list[Day], Field(min_length=1)] | None
    slug: Name | None
    minutes: Annotated[float, Field(ge=5)] | None


MANY = Field(max_length=MOST_RECORDS)


class Records(Model):
    """What was done and made, each kind a list."""

    sessions: Annotated[list[Session], MANY] = []
    drinks: Annotated[list[Drink], MANY] = []
    sweat_tests: Annotated[list[SweatTest], MANY, Field(alias="sweatTests")] = []
    rounds: Annotated[list[Round], MANY] = []
    own: Annotated[list[Own], MANY] = []
    opened: Annotated[list[Opened], MANY] = []
    published: Annotated[list[Published], MANY] = []
    reminders: Annotated[list[Reminder], MANY] = []


class Portion(Part):
    """One of a person's own sizes."""

    ml: Annotated[float, Field(gt=0)]
    kind: Literal["water", "electrolyte", "other"]
    sodium: Amount | None


class Portions(Part):
    """The three that one tap logs."""

    own: Annotated[list[Portion], Field(min_length=3, max_length=3)]


class DoctorFirst(Part):
    """Whether a doctor decides first about drinks, when that was said, and a limit in ml a day."""

    answer: Literal["yes", "none"] | None = None
    at: Moment | None = None
    limit: Amount | None = None


class Settings(Model):
    """What was chosen and said, each left out where it was not.

    What cannot have been chosen is passed over when it is read.
    """

    screen: dict[str, str] | None = None
    voice: dict[str, Any] | None = None
    region: Annotated[str, Field(pattern="^[A-Z]{2}$")] | None = None
    portions: Portions | None = None
    adjusted: dict[str, Any] | None = None
    conditions: list[Name] | None = None
    favourites: list[Name] | None = None
    locked: Moment | None = None
    rewarming: Moment | None = None
    doctor_first: Annotated[DoctorFirst | None, Field(alias="doctorFirst")] = None
    last_round: Annotated[dict[str, Any] | None, Field(alias="lastRound")] = None
    draft: dict[str, Any] | None = None
    drafts: list[dict[str, Any]] | None = None
    welcomed: Amount | None = None


class DeviceFile(Model):
    """What Limber keeps on a device, in one file, to be kept or brought to another.

    `exported` is when, by the clock of the device with its offset.
    """

    format: Literal["limber-device"]
    version: Annotated[int, Field(json_schema_extra={"const": VERSION})]
    exported: Words = ""
    records: Records = Records()
    settings: Settings = Settings()


@cache
def schema() -> dict[str, Any]:
    """What a schema cannot say, such as which exercises there are, is told when it is used."""
    return {"$schema": DIALECT, **DeviceFile.model_json_schema()}


@blueprint.get("/schema/device.json")
def show() -> Response:
    """Editors of files fetch it from wherever they are."""
    answer = jsonify(schema())
    answer.headers["Content-Type"] = "application/schema+json"
    answer.headers["Cache-Control"] = "no-cache"
    answer.add_etag()
    answer.make_conditional(request)
    return answer
