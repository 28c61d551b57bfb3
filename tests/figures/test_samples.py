"""Every base posture and every prop has a sample that stands, and is drawn, as it should."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from tests.figures import samples, solved
from tests.figures.test_body import EXACT, JUMP, ROLL, SLIP, stretched
from webapp.figures import moving, stills
from webapp.figures.blending import Between
from webapp.figures.checks import check, skating
from webapp.figures.geometry import length
from webapp.figures.posing import bases
from webapp.figures.schema import Prop
from webapp.figures.solving import solve
from webapp.figures.words import GRIPS, WRAPPED

FIGURES = [recipe.figure for recipe in (*samples.RECIPES.values(), *solved.RECIPES.values())]
PROPS = [prop for figure in FIGURES for prop in figure.props]
MOVING = [slug for slug in samples.ALL if samples.RECIPES[slug].tempo]


def test_there_are_enough_bases_and_each_is_shown_somewhere() -> None:
    assert len(bases()) >= 16
    assert set(bases()) == {figure.base for figure in FIGURES}


def test_every_prop_is_shown_somewhere() -> None:
    shown = {name for prop in PROPS for name, value in prop if value not in (None, False)}
    assert shown == set(Prop.model_fields)
    assert {prop.pillow for prop in PROPS} >= {"head", "knees", "belly", "seat"}
    assert {prop.inset[0] for prop in PROPS if prop.inset} == set(GRIPS)
    wraps = {prop.cloth or prop.pack for prop in PROPS if prop.cloth or isinstance(prop.pack, str)}
    assert {str(wrap).removesuffix("_l").removesuffix("_r") for wrap in wraps} == {
        place.removesuffix("_l").removesuffix("_r") for place in WRAPPED
    }


@pytest.mark.parametrize("slug", samples.ALL)
def test_nothing_is_to_be_said_of_a_sample(slug: str) -> None:
    assert check(samples.movement(slug)) == []


@pytest.mark.parametrize("slug", samples.ALL)
def test_a_sample_keeps_its_bones_in_every_frame(slug: str) -> None:
    frames = samples.movement(slug).frames
    assert [stretched(frame.body) for frame in frames if stretched(frame.body)] == []


@pytest.mark.parametrize("slug", MOVING)
def test_a_sample_moves_from_pose_to_pose_without_a_slip(slug: str) -> None:
    movement = samples.movement(slug)
    slips = [
        each for each in skating.slips(movement) if each.size > (SLIP if each.pin.side else ROLL)
    ]
    assert slips == []
    first, last = movement.first, movement.frames[-1].body
    assert max(length(first.points[name] - last.points[name]) for name in first.points) < EXACT
    for passage in (each for each in movement.passages if each.moves):
        keys = movement.keys[passage.source], movement.keys[passage.target]
        for share, key in enumerate(keys):
            body = solve(Between(*keys, share).blend())
            jumps = {n: length(body.points[n] - place) for n, place in key.body.points.items()}
            assert max(jumps.values()) < JUMP, (passage.source, passage.target, jumps)


@pytest.mark.parametrize("slug", samples.ALL)
def test_a_sample_is_drawn_in_every_form(slug: str) -> None:
    shot = samples.shot(slug)
    frames = stills.strip_frames(shot)
    drawn = (
        moving.figure(shot),
        stills.single(shot),
        stills.svg_pair(shot),
        stills.strip(shot, frames),
    )
    for svg in drawn:
        ElementTree.fromstring(svg)
        assert "nan" not in svg
