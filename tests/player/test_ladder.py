"""Shorter doses: each is shorter, legal, and as fair to both sides as the one that is written."""

from __future__ import annotations

import pytest

from webapp.content import library
from webapp.content.schema import Dose
from webapp.player.ladder import shorter

DOSES = [
    *(each.dose for each in library.english().exercises.values()),
    *(
        step.dose
        for routine in library.english().routines.values()
        for step in routine.steps
        if step.dose
    ),
]


def amounts(doses: list[Dose]) -> list[tuple[int, int]]:
    return [(each.sets, each.repetitions or each.seconds or each.breaths or 0) for each in doses]


@pytest.mark.parametrize(
    ("dose", "expected"),
    [
        (Dose(repetitions=8), [(1, 6), (1, 4)]),
        (Dose(repetitions=6, sides="each", sets=2, rest=20), [(1, 6), (1, 4), (1, 3)]),
        (Dose(repetitions=10, sides="alternate"), [(1, 8), (1, 6)]),
        (Dose(seconds=280), [(1, 210), (1, 140)]),
        (Dose(seconds=30), [(1, 20)]),
        (Dose(breaths=3), [(1, 2)]),
        (Dose(repetitions=1), []),
        (Dose(seconds=15), []),
    ],
)
def test_sets_go_first_and_then_repetitions_or_seconds(
    dose: Dose, expected: list[tuple[int, int]]
) -> None:
    assert amounts(shorter(dose)) == expected


@pytest.mark.parametrize("dose", DOSES, ids=str)
def test_every_dose_of_the_content_gets_shorter_and_stays_legal(dose: Dose) -> None:
    found = [dose, *shorter(dose)]
    sizes = [sets * amount for sets, amount in amounts(found)]
    assert sizes == sorted(set(sizes), reverse=True)
    for each in found:
        assert Dose.model_validate(each.model_dump()) == each
        assert each.sides == dose.sides
        assert each.sides != "alternate" or (each.repetitions or 0) % 2 == 0
