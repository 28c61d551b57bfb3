"""Routines that are good and such that are not, for all that read them."""

from __future__ import annotations

from typing import Any

from tests.share.people import given, step, whole

GOOD: list[dict[str, Any]] = [
    given(),
    whole(),
    given(title="x" * 80),
    given(title="𝄞" * 80),
    given(title="עברית ו-English"),
    given(whatFor="w" * 300, notes="n\n" * 1000),
    given(language="de"),
    given(language="ckb-Arab-IQ"),
    given(rounds=10, rest=300),
    given(conditions=["heart", "knees", "dizziness"]),
    given(times=[{"at": "00:00", "days": [1, 2, 3, 4, 5, 6, 7]}]),
    given(times=[{"at": f"1{number}:59", "days": [number + 1]} for number in range(6)]),
    given(steps=[step()] * 30),
    given(steps=[step(note="n" * 300)]),
    given(steps=[step(dose={"repetitions": 100, "sets": 10, "rest": 1})]),
    given(steps=[step(dose={"seconds": 5})]),
    given(steps=[step(dose={"seconds": 1800})]),
    given(steps=[step(dose={"breaths": 1, "sides": "each", "sets": 1, "rest": 0})]),
    *[given(steps=[step(pace=pace)]) for pace in (1, 0.75, 0.5)],
]


def of_step(**changed: Any) -> dict[str, Any]:
    """The second of two steps changed."""
    return given(steps=[step(), step(**changed)])


def of_dose(**dose: Any) -> dict[str, Any]:
    return of_step(dose=dose)


def of_time(**changed: Any) -> dict[str, Any]:
    return given(times=[{"at": "07:30", "days": [1], **changed}])


def without(field: str) -> dict[str, Any]:
    return {name: value for name, value in given().items() if name != field}


# With the field that the fault must name.
BAD: list[tuple[Any, str]] = [
    *[(without(field), field) for field in given()],
    ([], "routine"),
    (None, "routine"),
    ("routine", "routine"),
    (given(more=1), "more"),
    (given(format="limber"), "format"),
    (given(format=None), "format"),
    (given(version=2), "version"),
    (given(version=True), "version"),
    (given(version="1"), "version"),
    (given(title=""), "title"),
    (given(title=" \u00a0 "), "title"),
    (given(title="x" * 81), "title"),
    (given(title="a\nb"), "title"),
    (given(title="a\tb"), "title"),
    (given(title="a\0"), "title"),
    (given(title="a\x7f"), "title"),
    (given(title="a\x85"), "title"),
    (given(title=7), "title"),
    (given(title=None), "title"),
    (given(title=["a"]), "title"),
    (given(whatFor="w" * 301), "whatFor"),
    (given(whatFor="a\nb"), "whatFor"),
    (given(whatFor=None), "whatFor"),
    (given(what_for="w"), "what_for"),
    (given(notes="n" * 2001), "notes"),
    (given(notes="a\r\nb"), "notes"),
    (given(notes="a\x1b[2J"), "notes"),
    (given(notes={}), "notes"),
    (given(language=""), "language"),
    (given(language="English"), "language"),
    (given(language="EN"), "language"),
    (given(language="en_GB"), "language"),
    (given(language="en\n"), "language"),
    (given(language="en-" + "abcdefgh-" * 5 + "ab"), "language"),
    (given(rounds=0), "rounds"),
    (given(rounds=11), "rounds"),
    (given(rounds=1.5), "rounds"),
    (given(rounds="2"), "rounds"),
    (given(rounds=True), "rounds"),
    (given(rounds=10**30), "rounds"),
    (given(rest=-1), "rest"),
    (given(rest=301), "rest"),
    (given(rest=None), "rest"),
    (given(beginner=1), "beginner"),
    (given(beginner="yes"), "beginner"),
    (given(need=None), "need"),
    (given(need="desk"), "need"),
    (given(conditions=["flu"]), "conditions.0"),
    (given(conditions=["heart", "heart"]), "conditions"),
    (given(conditions="heart"), "conditions"),
    (given(conditions=[None]), "conditions.0"),
    (given(times=[{"at": f"1{n}:00", "days": [1]} for n in range(7)]), "times"),
    (given(times=[{"at": "07:30", "days": [1]}] * 2), "times"),
    (given(times=[None]), "times.0"),
    (given(times={}), "times"),
    (of_time(at="24:00"), "times.0.at"),
    (of_time(at="7:30"), "times.0.at"),
    (of_time(at="07:60"), "times.0.at"),
    (of_time(at="07:30\n"), "times.0.at"),
    (of_time(at="٠٧:٣٠"), "times.0.at"),
    (of_time(at=730), "times.0.at"),
    (of_time(days=[]), "times.0.days"),
    (of_time(days=[0]), "times.0.days.0"),
    (of_time(days=[1, 8]), "times.0.days.1"),
    (of_time(days=[1, 1]), "times.0.days"),
    (of_time(days=["1"]), "times.0.days.0"),
    (of_time(zone="UTC"), "times.0.zone"),
    (given(steps=[]), "steps"),
    (given(steps=[step()] * 31), "steps"),
    (given(steps={}), "steps"),
    (given(steps=["cat-cow"]), "steps.0"),
    (of_step(exercise="Cat Cow"), "steps.1.exercise"),
    (of_step(exercise="../etc/passwd"), "steps.1.exercise"),
    (of_step(exercise="cat-cow\n"), "steps.1.exercise"),
    (of_step(exercise="x" * 61), "steps.1.exercise"),
    (of_step(exercise=None), "steps.1.exercise"),
    (of_step(stage=1), "steps.1.stage"),
    (of_step(note="n" * 301), "steps.1.note"),
    (of_step(note="a\nb"), "steps.1.note"),
    (of_step(pace=0.6), "steps.1.pace"),
    (of_step(pace=2), "steps.1.pace"),
    (of_step(pace="1"), "steps.1.pace"),
    (of_step(pace=True), "steps.1.pace"),
    (of_step(dose=None), "steps.1.dose"),
    (of_dose(), "steps.1.dose"),
    (of_dose(repetitions=8, seconds=30), "steps.1.dose"),
    (of_dose(repetitions=8, seconds=None), "steps.1.dose"),
    (of_dose(repetitions=0), "steps.1.dose.repetitions"),
    (of_dose(repetitions=101), "steps.1.dose.repetitions"),
    (of_dose(repetitions=1.5), "steps.1.dose.repetitions"),
    (of_dose(repetitions=True), "steps.1.dose.repetitions"),
    (of_dose(repetitions="8"), "steps.1.dose.repetitions"),
    (of_dose(seconds=4), "steps.1.dose.seconds"),
    (of_dose(seconds=1801), "steps.1.dose.seconds"),
    (of_dose(breaths=0), "steps.1.dose.breaths"),
    (of_dose(breaths=101), "steps.1.dose.breaths"),
    (of_dose(repetitions=8, sides="both"), "steps.1.dose.sides"),
    (of_dose(repetitions=8, sets=0), "steps.1.dose.sets"),
    (of_dose(repetitions=8, sets=11, rest=20), "steps.1.dose.sets"),
    (of_dose(repetitions=8, sets=2), "steps.1.dose"),
    (of_dose(repetitions=8, sets=2, rest=0), "steps.1.dose"),
    (of_dose(repetitions=8, rest=301), "steps.1.dose.rest"),
    (of_dose(repetitions=8, weight=5), "steps.1.dose.weight"),
]

# What a JSON Schema has no words for.
BEYOND: list[tuple[Any, str]] = [
    (of_time(days=[3, 1]), "times.0.days"),
]

# Such as have the right shape, and ask for what an exercise or a session does not allow.
TOO_MUCH: list[tuple[Any, str]] = [
    (given(steps=[step("flying-kick")]), "steps.0.exercise"),
    (of_dose(seconds=60), "steps.1.dose.seconds"),
    (of_dose(breaths=6), "steps.1.dose.breaths"),
    (of_dose(repetitions=8, sides="each"), "steps.1.dose.sides"),
    (of_step(exercise="bird-dog"), "steps.1.dose.sides"),
    (given(steps=[step(dose={"repetitions": 100})] * 5), "steps"),
    (given(rounds=10, rest=300, steps=[step(dose={"repetitions": 30})]), "steps"),
    (given(steps=[step(dose={"repetitions": 100, "sets": 4, "rest": 1}, pace=0.75)]), "steps"),
]
