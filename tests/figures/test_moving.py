"""A baked figure is what was solved: same commands, right times, every layer where it belongs."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pytest

from tests import budget
from tests.figures.authored import still
from tests.figures.solved import MOVING, RECIPES, each_figure, movement, shot
from webapp.figures import moving, stills
from webapp.figures.layers import Token
from webapp.figures.shot import Shot

# A zoom is there to leave some of the body out.
WHOLE = [slug for slug in MOVING if not RECIPES[slug].figure.zoom]
# Of the seconds that a key time is off, what is but the arithmetic of the test.
ROUNDING = 1e-9


class Animation(NamedTuple):
    """One animated attribute."""

    attribute: str
    times: list[float]
    values: list[str]


@cache
def baked(slug: str) -> str:
    return moving.figure(shot(slug))


def animations(slug: str) -> list[Animation]:
    found = re.findall(
        r'<animate attributeName="(\w+)"[^>]* keyTimes="([^"]*)" values="([^"]*)"/>', baked(slug)
    )
    return [
        Animation(name, [float(time) for time in times.split(";")], values.split(";"))
        for name, times, values in found
    ]


@each_figure(MOVING)
def test_key_times_begin_at_0_rise_and_fit_the_values(slug: str) -> None:
    for each in animations(slug):
        assert each.times[0] == 0
        assert len(each.times) == len(each.values)
        assert all(before < after for before, after in pairwise(each.times))
        if each.attribute == "d":
            assert each.times[-1] == 1


@each_figure(MOVING)
def test_every_value_of_a_path_has_the_same_commands(slug: str) -> None:
    for each in animations(slug):
        if each.attribute == "d":
            assert len({re.sub(r"[-\d ]", "", value) for value in each.values}) == 1


@each_figure(MOVING)
def test_a_stay_stands_still(slug: str) -> None:
    solved = movement(slug)
    for passage in (each for each in solved.passages if not each.moves):
        start, end = (
            float(moving.share(time / solved.seconds, solved.seconds))
            for time in (passage.start, passage.end)
        )
        for each in animations(slug):
            if each.attribute == "d":
                at = dict(zip(each.times, each.values, strict=True))
                assert at[start] == at[end]


@each_figure(MOVING)
def test_the_phases_are_the_tempo_parts(slug: str) -> None:
    bounds = ",".join(f"{bound:g}" for bound in movement(slug).bounds)
    assert f'data-figure="{slug}" data-phases="{bounds}"' in baked(slug)


@each_figure(MOVING)
def test_ids_begin_with_the_slug_and_every_use_finds_its_part(slug: str) -> None:
    ids = re.findall(r' id="([^"]+)"', baked(slug))
    assert len(ids) == len(set(ids))
    assert all(each.startswith(f"{slug}-") for each in ids)
    assert set(re.findall(r'href="#([^"]+)"', baked(slug))) <= set(ids)


def test_merged_orders_show_each_order_in_sequence() -> None:
    a, b, c = (Token(name, "") for name in "abc")
    sequence = moving.merged([[a, b, c], [b, a, c], [c, a, b]])
    for order in ([a, b, c], [b, a, c], [c, a, b]):
        shown = moving.placed(sequence, order)
        assert [sequence[i] for i in sorted(shown)] == order
    assert len(sequence) <= 6


@each_figure(WHOLE)
def test_every_frame_lies_within_the_view(slug: str) -> None:
    seen = shot(slug)
    for drawing in seen.drawings:
        for pieces in drawing.parts.values():
            for piece in pieces:
                assert (piece.points >= [seen.box.left, seen.box.top]).all()
                far = [seen.box.left + seen.box.width, seen.box.top + seen.box.height]
                assert (piece.points <= far).all()


def test_what_a_zoom_cuts_off_does_not_lie_on_the_next_frame_of_a_strip() -> None:
    whole, zoomed = (
        stills.strip(Shot(still("stand", **keys)), [0, 0])
        for keys in ({}, {"zoom": {"part": "pelvis", "width": 0.4}})
    )
    assert whole.count("<svg") == 1
    assert zoomed.count("<svg") == 3


@each_figure(MOVING)
def test_what_is_shown_between_keys_is_what_was_solved(slug: str) -> None:
    """At every solved frame the interpolated points are within the tolerances of baking."""
    film = moving._Film(shot(slug))
    times = np.array(film.times)
    allowed = moving.TOLERANCE + moving.PIECE_TOLERANCE
    for part, pieces in shot(slug).drawings[0].parts.items():
        for index in range(len(pieces)):
            solved = np.array(
                [each.parts[part][index].points.ravel() for each in shot(slug).drawings]
            )
            keys = film.kept(solved[film.keys])
            chosen = [film.keys[i] for i in keys]
            for column in range(solved.shape[1]):
                shown = np.interp(times, times[chosen], solved[chosen, column])
                assert np.abs(shown - solved[:, column]).max() <= allowed


@each_figure(MOVING)
def test_a_key_time_is_written_as_exactly_as_its_film_is_long(slug: str) -> None:
    """Against the solved frames, since one that is off in time shows another place."""
    times = np.array([frame.time for frame in movement(slug).frames])
    for each in animations(slug):
        written = np.array(each.times) * movement(slug).seconds
        off = np.abs(written[:, None] - times).min(axis=1).max()
        assert off <= moving.EXACT + ROUNDING


@pytest.mark.parametrize(
    ("seconds", "written"), [(2, ".333"), (10, ".3333"), (23, ".3333"), (60, ".33333")]
)
def test_a_longer_film_needs_more_decimals(seconds: float, written: str) -> None:
    assert moving.share(1 / 3, seconds) == written


def test_bytes_stay_within_the_bars() -> None:
    measured = budget.measure_figures()
    assert measured.faults == []
    assert min(measured.moving.values()) > 1000, "the measurement sees whole figures"
