"""Every figure is solved as it was when it was last looked at."""

from __future__ import annotations

from itertools import combinations

from tests.figures import golden, solved
from webapp.content import library

# Degrees: what another processor or another numpy may round differently.
ROUNDING = 1
# Degrees at one joint, in one pose at least, which somebody sees.
SEEN = 15


def test_every_figure_has_golden_angles() -> None:
    assert sorted(golden.kept()) == sorted(golden.ALL)


@solved.each_figure(golden.ALL, {*golden.SAMPLES, *solved.SAMPLE})
def test_a_figure_is_solved_as_it_was_looked_at(slug: str) -> None:
    kept, found = golden.kept()[slug], golden.angles(slug)
    assert found.keys() == kept.keys()
    changed = {
        f"{pose}, {joint}": f"{kept[pose][joint]} -> {angle}"
        for pose, angles in found.items()
        for joint, angle in angles.items()
        if _apart(angle, kept[pose][joint]) > ROUNDING
    }
    assert changed == {}, "on purpose? Look at the sheet, then `python -m tests.figures.golden`"


def test_no_two_movements_are_drawn_the_same() -> None:
    """From the same posture some pose of one is none of the other."""
    exercises = library.english().exercises
    kept = golden.kept()
    same = [
        f"{one} and {other}"
        for one, other in combinations(exercises, 2)
        if exercises[one].figure.base == exercises[other].figure.base
        and _all_within(kept[one], kept[other])
        and _all_within(kept[other], kept[one])
    ]
    assert same == []


def _all_within(one: dict[str, golden.Angles], other: dict[str, golden.Angles]) -> bool:
    return all(any(_alike(pose, each) for each in other.values()) for pose in one.values())


def _alike(one: golden.Angles, other: golden.Angles) -> bool:
    return all(_apart(angle, other[joint]) < SEEN for joint, angle in one.items())


def _apart(a: int, b: int) -> int:
    """Degrees between two angles, the short way round."""
    return abs((a - b + 180) % 360 - 180)
