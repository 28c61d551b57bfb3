"""Every figure is solved as it was when it was last looked at."""

from __future__ import annotations

from tests.figures import golden, solved

# Degrees: what another processor or another numpy may round differently.
ROUNDING = 1


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


def _apart(a: int, b: int) -> int:
    """Degrees between two angles, the short way round."""
    return abs((a - b + 180) % 360 - 180)
