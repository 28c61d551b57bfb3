"""The shape of the content: frozen, strict models; `Text` marks what is translated."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from webapp.content.model import Model, Slug
from webapp.figures.schema import Figure


class Translated:
    """Marks a field whose words are extracted for translators and localized."""


Text = Annotated[
    str, StringConstraints(min_length=1, max_length=600, strip_whitespace=True), Translated()
]
SourceId = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]{1,2}$")]
Seconds = Annotated[int, Field(ge=1, le=5400)]

Breath = Literal["in", "out", "free"]
Grade = Literal["A", "B", "C", "D", "X"]
Purpose = Literal["raise", "mobilise", "activate", "stretch", "ease", "strengthen", "massage"]
Position = Literal["standing", "all-fours", "lying", "side-lying", "prone", "sitting", "kneeling"]
Region = Literal["whole-body", "neck", "shoulders", "upper-back", "lower-back", "hips", "legs"]
Equipment = Literal["none", "mat", "support", "chair", "wall", "doorway", "strap", "ball", "roller"]
Place = Literal["land", "home", "pool-side", "beach", "water"]
Sides = Literal["none", "each", "alternate"]
Need = Literal[
    "before-cold",
    "before-effort",
    "after-cold",
    "sore-back",
    "daily",
    "strength",
    "slow-movement",
    "desk",
    "evening",
    "massage",
]
Condition = Literal[
    "heart",
    "pregnant",
    "osteoporosis",
    "flexion-sensitive",
    "extension-sensitive",
    "knees",
    "wrists",
    "shoulder",
    "balance",
    "dizziness",
]


class NativeName(Model):
    """The name in the tradition an exercise comes from."""

    characters: Annotated[str, StringConstraints(min_length=1)]
    pinyin: Annotated[str, StringConstraints(min_length=1)]


class TempoPart(Model):
    """A part of one repetition: `move` while something moves, `stay` while the position is kept."""

    name: Text
    kind: Literal["move", "stay"]
    seconds: Annotated[int, Field(ge=1, le=300)]
    breath: Breath
    cue: Text


class Dose(Model):
    """How much: repetitions, seconds or breaths, per side and set; `rest` seconds between sets.

    `each` does one side and then switches, `alternate` takes turns with each repetition, so its
    repetitions count both sides together.
    """

    repetitions: Annotated[int, Field(ge=1, le=100)] | None = None
    seconds: Seconds | None = None
    breaths: Annotated[int, Field(ge=1, le=100)] | None = None
    sides: Sides = "none"
    sets: Annotated[int, Field(ge=1, le=10)] = 1
    rest: Annotated[int, Field(ge=0, le=300)] = 0

    @model_validator(mode="after")
    def _counts_one_thing(self) -> Self:
        given = [self.repetitions, self.seconds, self.breaths]
        if sum(value is not None for value in given) != 1:
            raise ValueError("give exactly one of repetitions, seconds, breaths")
        if self.sets > 1 and not self.rest:
            raise ValueError("give the rest between sets, in seconds")
        return self


class Caution(Model):
    """For whom something is different, and what they do instead."""

    condition: Condition
    text: Text


class Claim(Model):
    """One statement about what something does for you, with its grade of evidence and sources.

    Of two grades the lower one counts.
    """

    text: Text
    grade: Grade
    from_general_knowledge: bool = False
    sources: tuple[SourceId, ...] = ()


class Reviewed(Model):
    """When the words were compiled from the sources, and which clinician has checked them."""

    by: Annotated[str, StringConstraints(min_length=1)]
    compiled: date


class Exercise(Model):
    """One movement: what it is, how it is done, how much, for whom not, and why.

    One that `awaits_instructor` is told from general knowledge: its details were checked neither
    against a text that teaches it nor by an instructor.
    """

    slug: Slug
    number: Annotated[int, Field(ge=1)]
    name: Text
    native: NativeName | None = None
    summary: Text
    purpose: Annotated[tuple[Purpose, ...], Field(min_length=1)]
    position: Position
    regions: Annotated[tuple[Region, ...], Field(min_length=1)]
    equipment: Annotated[tuple[Equipment, ...], Field(min_length=1)]
    place: Annotated[tuple[Place, ...], Field(min_length=1)]
    ready: Annotated[int, Field(ge=5, le=60)]
    steps: Annotated[tuple[Text, ...], Field(min_length=2, max_length=8)]
    tempo: Annotated[tuple[TempoPart, ...], Field(min_length=1, max_length=8)]
    dose: Dose
    easier: Text
    harder: Text
    cautions: tuple[Caution, ...] = ()
    stop: Annotated[tuple[Text, ...], Field(min_length=1)]
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    awaits_instructor: bool = False
    reviewed: Reviewed
    figure: Figure

    @property
    def in_water(self) -> bool:
        """Read on land, never led by a running player (product safety rule 7)."""
        return "water" in self.place

    @property
    def is_massage(self) -> bool:
        """Asked about before: whether somebody is cold, and for whom it is not."""
        return "massage" in self.purpose


class Picture(Model):
    """A figure without an exercise; `name` says in words what it shows."""

    slug: Slug
    name: Text
    figure: Figure


class RoutineStep(Model):
    """One exercise of a routine; without a dose of its own it takes the exercise's."""

    exercise: Slug
    stage: Annotated[int, Field(ge=1, le=5)] | None = None
    dose: Dose | None = None
    note: Text | None = None


class Routine(Model):
    """Exercises in order, for one need. `stage` on its steps is the stage of a warm-up, 1 to 5.

    `picture` is the step that stands for it in lists; without one the last does. One for a
    `beginner` has no step that awaits an instructor.
    """

    slug: Slug
    title: Text
    summary: Text
    what_for: Text
    for_whom: Text
    need: Need
    beginner: bool = False
    cautions: tuple[Caution, ...] = ()
    before: Annotated[tuple[Text, ...], Field(min_length=1)]
    stop: Annotated[tuple[Text, ...], Field(min_length=1)]
    steps: Annotated[tuple[RoutineStep, ...], Field(min_length=1, max_length=30)]
    picture: Slug | None = None
    rounds: Annotated[int, Field(ge=1, le=10)] = 1
    rest: Annotated[int, Field(ge=0, le=300)] = 0
    after: Annotated[tuple[Text, ...], Field(min_length=1)]
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    reviewed: Reviewed

    @model_validator(mode="after")
    def _pictures_one_of_its_steps(self) -> Self:
        known = [step.exercise for step in self.steps]
        if self.picture is not None and self.picture not in known:
            raise ValueError(f"picture: {self.picture} is none of its steps: {', '.join(known)}")
        return self


Topic = Literal[
    "causes",
    "back",
    "water",
    "hydration",
    "heat-and-cold",
    "mind-body",
    "exercise",
    "treatments",
    "rules",
    "emergency",
]


class Source(Model):
    """A work that claims rest on, and how far it was read for this project."""

    id: SourceId
    topic: Topic
    citation: Annotated[str, StringConstraints(min_length=3)]
    known: Literal["read", "read-copy", "known"]
    addresses: tuple[Annotated[str, StringConstraints(pattern=r"^https://\S+$")], ...] = ()


class Sources(Model):
    """The file of all sources."""

    sources: tuple[Source, ...] = ()

    @model_validator(mode="after")
    def _names_each_once(self) -> Self:
        ids = [source.id for source in self.sources]
        doubles = sorted({each for each in ids if ids.count(each) > 1})
        if doubles:
            raise ValueError(f"{', '.join(doubles)} stands twice; give each source its own id")
        return self


Address = Annotated[
    str,
    StringConstraints(
        pattern=r"^(rewarm|hydration|"
        r"(exercises|routines|cramp|check|check/result|swim|compress|hydration)/"
        r"[a-z0-9]+(-[a-z0-9]+)*)$"
    ),
]


class Correction(Model):
    """What phones are told at once: older copies of these pages must not be followed any longer.

    `corrected` are pages that have been mended, `withdrawn` those that are gone.
    """

    on: date
    why: Annotated[str, StringConstraints(min_length=10)]
    corrected: tuple[Address, ...] = ()
    withdrawn: tuple[Address, ...] = ()

    @model_validator(mode="after")
    def _names_something(self) -> Self:
        if not (self.corrected or self.withdrawn):
            raise ValueError("name at least one page under corrected or withdrawn")
        return self


class Corrections(Model):
    """Every correction ever made, oldest first; none is taken out, because phones count them."""

    corrections: tuple[Correction, ...] = ()


class Numbers(Model):
    """Every number ever given to an exercise, also of exercises that are gone."""

    numbers: dict[Slug, Annotated[int, Field(ge=1)]] = Field(default_factory=dict)


RegionCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
PhoneNumber = Annotated[str, StringConstraints(pattern=r"^[0-9]{2,6}( [0-9]{2,4})*$")]


class WaterRescue(Model):
    """Whom to call for someone in trouble in the sea, and for which service to ask.

    The number may be the one for an ambulance; one of its own needs a source.
    """

    number: PhoneNumber
    service: Literal["coastguard", "sea-rescue", "police"]
    sources: tuple[SourceId, ...] = ()


class EmergencyNumbers(Model):
    """What to call in one region, by its two letters of ISO 3166-1, from a mobile phone.

    `ambulance` is what brings an ambulance most surely, be it that service's or everybody's.
    """

    region: RegionCode
    ambulance: PhoneNumber
    from_general_knowledge: bool = False
    sources: tuple[SourceId, ...] = ()
    water: WaterRescue | None = None


class Emergency(Model):
    """The file of emergency numbers; a region of which we are not certain is not in it."""

    regions: tuple[EmergencyNumbers, ...] = ()

    @model_validator(mode="after")
    def _names_each_once(self) -> Self:
        codes = [numbers.region for numbers in self.regions]
        doubles = sorted({each for each in codes if codes.count(each) > 1})
        if doubles:
            raise ValueError(f"{', '.join(doubles)} stands twice; give each region one entry")
        return self
