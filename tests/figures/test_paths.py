"""Path data is short, whole, and always of the same commands for a piece."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.figures.keyframes import thin
from webapp.figures.paths import path_data
from webapp.figures.pieces import KINDS

NUMBER = re.compile(r"-?\d+")


def commands(data: str) -> str:
    return re.sub(r"[-\d ]", "", data)


@pytest.mark.parametrize(
    ("kind", "points", "data"),
    [
        ("eye", [[3.4, -2.6]], "M3 -3h0"),
        ("neck", [[0, 0], [10, -5]], "M0 0l10-5"),
        ("foot", [[0, 0], [10, 0], [10, 7]], "M0 0l10 0 0 7z"),
    ],
)
def test_lines_and_polygons_are_relative(kind: str, points: list[list[float]], data: str) -> None:
    assert path_data(kind, np.array(points, dtype=float)) == data


@given(st.lists(st.tuples(st.integers(-999, 999), st.integers(-999, 999)), min_size=8, max_size=8))
def test_a_curve_stays_within_a_unit_of_its_points_and_closes(
    points: list[tuple[int, int]],
) -> None:
    wanted = np.array(points, dtype=float)
    data = path_data("hips", wanted)
    assert commands(data) == "Mqtz"
    numbers = np.array([int(each) for each in NUMBER.findall(data)], dtype=float)
    start, first, rest = numbers[:2], numbers[2:6].reshape(2, 2), numbers[6:].reshape(-1, 2)
    pulls, here = [start + first[0]], start + first[1]
    for step in rest:
        pulls.append(2 * here - pulls[-1])
        here = here + step
    assert np.abs(np.array(pulls) - wanted).max() <= 1
    assert here.tolist() == start.tolist()


@given(
    st.sampled_from(sorted(KINDS)),
    st.lists(st.tuples(st.floats(-900, 900), st.floats(-900, 900)), min_size=2, max_size=9),
    st.floats(0.5, 3),
)
def test_a_piece_has_the_same_commands_wherever_it_is(
    kind: str, points: list[tuple[float, float]], larger: float
) -> None:
    here = np.array(points)
    assert commands(path_data(kind, here)) == commands(path_data(kind, -here * larger))


def test_a_straight_way_needs_only_its_ends_and_a_bend_its_middle() -> None:
    times = [0.0, 1.0, 2.0, 3.0, 4.0]
    straight = np.array([[0.0], [1.0], [2.0], [3.0], [4.0]])
    bent = np.array([[0.0], [2.0], [4.0], [2.0], [0.0]])
    assert thin(times, straight, 0.1, []) == [0, 4]
    assert thin(times, bent, 0.1, []) == [0, 2, 4]
    assert thin(times, straight, 0.1, [1]) == [0, 1, 4]
