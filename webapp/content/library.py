"""All content: read, cross-checked, handed out by slug."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

from webapp import places
from webapp.content import parsed, reading, rules, texts
from webapp.content.compress import Compress
from webapp.content.faults import ContentError, Fault
from webapp.content.hydration import Hydration
from webapp.content.learn import Article, Lesson, Sentence
from webapp.content.limits import Limit, Limits
from webapp.content.massage import Massage
from webapp.content.model import Model
from webapp.content.safety import Cramp, Question, Result
from webapp.content.schema import (
    Correction,
    Corrections,
    Dose,
    Emergency,
    EmergencyNumbers,
    Exercise,
    Numbers,
    Picture,
    Reviewed,
    Routine,
    RoutineStep,
    Source,
    Sources,
)
from webapp.content.synonyms import Synonyms
from webapp.content.water import Band, Rewarming, SwimDay, WaterRoutine
from webapp.locales import LANGUAGES, Language

Named = TypeVar(
    "Named",
    Exercise,
    Picture,
    Routine,
    Question,
    Result,
    Cramp,
    Band,
    SwimDay,
    WaterRoutine,
    Rewarming,
    Compress,
    Hydration,
    Massage,
    Lesson,
)
Translated = TypeVar("Translated", bound=Model)
Numbered = TypeVar("Numbered", Question, Band)
# What rests on claims and was reviewed, and so stands for itself.
Item = (
    Exercise
    | Routine
    | Result
    | Cramp
    | Band
    | SwimDay
    | WaterRoutine
    | Rewarming
    | Compress
    | Hydration
    | Massage
    | Lesson
)

# In which folder each kind of file lies.
FOLDERS: dict[type[Model], str] = {
    Exercise: "exercises",
    Picture: "figures",
    Routine: "routines",
    Question: "questions",
    Result: "results",
    Cramp: "cramps",
    Band: "bands",
    SwimDay: "swim",
    WaterRoutine: "water",
    Rewarming: "rewarm",
    Compress: "compresses",
    Hydration: "hydration",
    Massage: "massage",
    Lesson: "learn",
}


@dataclass(frozen=True)
class Library:
    """All content by slug, id or region, and where each was read.

    Questions stand in their order, bands from the coldest on.
    """

    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]
    sources: Mapping[str, Source]
    numbers: Mapping[str, int]
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    results: Mapping[str, Result] = field(default_factory=dict)
    cramps: Mapping[str, Cramp] = field(default_factory=dict)
    bands: Mapping[str, Band] = field(default_factory=dict)
    swim: Mapping[str, SwimDay] = field(default_factory=dict)
    water: Mapping[str, WaterRoutine] = field(default_factory=dict)
    rewarm: Mapping[str, Rewarming] = field(default_factory=dict)
    compresses: Mapping[str, Compress] = field(default_factory=dict)
    hydration: Mapping[str, Hydration] = field(default_factory=dict)
    massage: Mapping[str, Massage] = field(default_factory=dict)
    lessons: Mapping[str, Lesson] = field(default_factory=dict)
    article: tuple[Sentence, ...] = ()
    synonyms: Mapping[str, Synonyms] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    emergency: Mapping[str, EmergencyNumbers] = field(default_factory=dict)
    limits: Mapping[str, Limit] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def led(self) -> Mapping[str, Exercise]:
        """The exercises that a player leads through; those in water are read on land."""
        return {slug: each for slug, each in self.exercises.items() if not each.in_water}

    @property
    def reviewed(self) -> Reviewed:
        """The review of the whole: checked only where everything is, as of the newest words."""
        reviews = [item.reviewed for item in self.items()]
        names = {review.by for review in reviews}
        return Reviewed(
            by="none" if "none" in names else ", ".join(sorted(names)),
            compiled=max(review.compiled for review in reviews),
        )

    def items(self) -> list[Item]:
        """Everything that makes claims."""
        return [
            *self.exercises.values(),
            *self.routines.values(),
            *self.results.values(),
            *self.cramps.values(),
            *self.bands.values(),
            *self.swim.values(),
            *self.water.values(),
            *self.rewarm.values(),
            *self.compresses.values(),
            *self.hydration.values(),
            *self.massage.values(),
            *self.lessons.values(),
        ]

    def covered(self) -> list[tuple[str, ...]]:
        """For each correction the addresses that it covers, routines with such a step included."""
        return [
            tuple(dict.fromkeys([*named, *self._routines_with(named)]))
            for named in ((*each.corrected, *each.withdrawn) for each in self.corrections)
        ]

    def _routines_with(self, named: tuple[str, ...]) -> list[str]:
        return [
            f"routines/{routine.slug}"
            for routine in self.routines.values()
            if any(f"exercises/{step.exercise}" in named for step in routine.steps)
        ]

    def exercise_of(self, step: RoutineStep) -> Exercise:
        return self.exercises[step.exercise]

    def picture_of(self, routine: Routine) -> str:
        """The exercise whose figure stands for a routine in lists."""
        return routine.picture or routine.steps[-1].exercise

    def dose_of(self, step: RoutineStep) -> Dose:
        return step.dose or self.exercise_of(step).dose

    def result_of(self, question: Question) -> Result:
        return self.results[question.result]

    def is_cold(self, band: Band) -> bool:
        """Whether a warm-up before it is one for cold water, of ten minutes or more."""
        return (
            band.highest is not None and band.highest.limit.value <= self.limits["cold-water"].value
        )

    def file_of(self, item: Item | Picture | Question) -> str:
        folder = FOLDERS[type(item)]
        return self.files.get(f"{folder}/{item.slug}", f"{folder}/{item.slug}.yaml")


def read(root: Path = places.CONTENT) -> Library:
    """Read and check everything; raises ContentError with all faults at once."""
    reader = _Reader(root)
    library = Library(
        exercises=reader.folder("exercises", Exercise),
        routines=reader.folder("routines", Routine),
        sources={each.id: each for each in reader.single("sources.yaml", Sources()).sources},
        numbers=reader.single("numbers.yaml", Numbers()).numbers,
        pictures=reader.folder("figures", Picture),
        questions=_in_order(reader.folder("questions", Question)),
        bands=_in_order(reader.folder("bands", Band)),
        swim=reader.folder("swim", SwimDay),
        water=reader.folder("water", WaterRoutine),
        rewarm=reader.folder("rewarm", Rewarming),
        compresses=reader.folder("compresses", Compress),
        hydration=reader.folder("hydration", Hydration),
        massage=reader.folder("massage", Massage),
        lessons=reader.folder("learn", Lesson),
        article=reader.single("article.yaml", Article()).sentences,
        synonyms={
            each.tag: reader.single(f"synonyms/{each.tag}.yaml", Synonyms()) for each in LANGUAGES
        },
        results=reader.folder("results", Result),
        cramps=reader.folder("cramps", Cramp),
        corrections=reader.single("corrections.yaml", Corrections()).corrections,
        emergency={
            each.region: each for each in reader.single("emergency.yaml", Emergency()).regions
        },
        limits=reader.single("limits.yaml", Limits()).limits,
        files=reader.files,
    )
    # A file that cannot be read would make the rules complain of what is merely missing with it.
    faults = reader.faults or list(rules.check(library))
    if faults:
        raise ContentError(faults)
    return library


def _in_order(items: Mapping[str, Numbered]) -> dict[str, Numbered]:
    return dict(sorted(items.items(), key=lambda each: each[1].number))


class _Reader:
    """Reads files below a root and gathers their faults."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.parsed = parsed.kept()
        self.faults: list[Fault] = []
        self.files: dict[str, str] = {}

    def folder(self, name: str, kind: type[Named]) -> dict[str, Named]:
        found: dict[str, Named] = {}
        folder = self.root / name
        for file, item in reading.read_folder(folder, self.root, kind, self.parsed):
            if isinstance(item, list):
                self.faults.extend(item)
            elif item.slug in found:
                remedy = f"{item.slug} stands twice; rename one of the files"
                self.faults.append(Fault(file, "slug", remedy))
            else:
                found[item.slug] = item
                self.files[f"{name}/{item.slug}"] = file
        return found

    def single(self, name: str, empty: reading.Kind) -> reading.Kind:
        item = reading.read(self.root / name, name, type(empty), self.parsed)
        if isinstance(item, list):
            self.faults.extend(item)
            return empty
        return item


@cache
def english() -> Library:
    return read()


@cache
def localized(language: Language) -> Library:
    """The library in a language, made once."""
    library = english()
    return replace(
        library,
        exercises=_localize(library.exercises, language),
        routines=_localize(library.routines, language),
        pictures=_localize(library.pictures, language),
        questions=_localize(library.questions, language),
        results=_localize(library.results, language),
        cramps=_localize(library.cramps, language),
        bands=_localize(library.bands, language),
        swim=_localize(library.swim, language),
        water=_localize(library.water, language),
        rewarm=_localize(library.rewarm, language),
        compresses=_localize(library.compresses, language),
        hydration=_localize(library.hydration, language),
        massage=_localize(library.massage, language),
        lessons=_localize(library.lessons, language),
        article=tuple(texts.localize(each, language.content.gettext) for each in library.article),
    )


def _localize(items: Mapping[str, Translated], language: Language) -> dict[str, Translated]:
    translate = language.content.gettext
    return {slug: texts.localize(item, translate) for slug, item in items.items()}
