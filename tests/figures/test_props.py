"""Wall, water, a pool's edge, pillows at the knees: where they are drawn, and what carries whom."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.figures.authored import Keys, still, told
from webapp.figures import stills
from webapp.figures.camera import UNITS
from webapp.figures.movement import Movement
from webapp.figures.paths import path
from webapp.figures.pieces import KINDS
from webapp.figures.props import WALL
from webapp.figures.shot import Shot
from webapp.figures.style import style_sheet

LYING = {"torso": "lying"}
SPREAD = {"arms": {"raise": 95, "to": "side"}, "legs": {"out": 25}}
HANGING = {"pelvis": {"up": 0.58}, "legs": {"hip": 12, "knee": 22, "ankle": -35}}
AT_EDGE = {
    **HANGING,
    "pelvis": {"up": 0.58, "fwd": -0.07},
    "hands": {"near": "floor", "fwd": 0.3, "up": 1, "out": 0.08, "palm": "floor", "elbow": "back"},
}
KNEES_UP = {"legs": {"hip": 26, "knee": 75}}
ON_SIDE = {"leg_l": {"out": 6}}
OVERHEAD = {"arms": {"raise": 175}}
TO_THE_SIDES = {"arms": {"raise": 90, "to": "side"}}


def kinds(shot: Shot) -> list[str]:
    return [piece.kind for piece in shot.ground]


def in_water(depth: float = 0.94, **keys: Any) -> Movement:
    return still("sit_floor", AT_EDGE, props=[{"water": depth}], **keys)


def test_a_high_camera_looks_on_the_surface_behind_who_floats() -> None:
    props = [{"water": 0.08}]
    seen = Shot(still("supine", SPREAD, LYING, view=[8, 62], props=props))
    assert "water" not in seen.drawings[0].parts
    surface = next(piece for piece in seen.ground if piece.kind == "water").points
    low, high = surface.min(axis=0), surface.max(axis=0)
    for pieces in seen.drawings[0].parts.values():
        for piece in pieces:
            assert (piece.points > low).all()
            assert (piece.points < high).all()


def test_a_low_camera_sees_the_surface_cross_who_stands_in_it() -> None:
    seen = Shot(in_water(view="side"))
    assert kinds(seen) == ["water"]
    assert [token.part for token in seen.orders[0]][-1] == "water"
    assert stills.pose(seen, 0).endswith(path(seen.drawings[0].parts["water"][0]))


def test_water_reaches_as_far_as_the_figure_says() -> None:
    near, far = (
        Shot(still("sit_floor", AT_EDGE, view="side_flat", props=[{"water": 0.94, "at": at}]))
        for at in ([-0.3, 0.2], [-0.3, 0.4])
    )
    assert [float(shot.ground[0].points[:, 0].max()) for shot in (near, far)] == [200, 400]


@pytest.mark.parametrize(
    ("arms", "higher", "broader"),
    [({}, False, False), (OVERHEAD, True, False), (TO_THE_SIDES, False, True)],
)
def test_a_wall_is_higher_and_broader_than_who_is_at_it(
    arms: Keys, higher: bool, broader: bool
) -> None:
    seen = Shot(still("stand", arms, view=[90, 0], props=[{"wall": -0.09}]))
    tip = seen.movement.first.points["tip_r"] + WALL.spare
    wall = np.ptp(next(piece for piece in seen.ground if piece.kind == "prop-far").points, axis=0)
    assert wall[0] == pytest.approx(2 * UNITS * (tip[2] if broader else WALL.half_width))
    assert wall[1] == pytest.approx(UNITS * (tip[1] if higher else WALL.height))


def test_water_carries_and_casts_no_shadow() -> None:
    assert told(in_water(), "floor") + told(in_water(), "balance") == []
    dry = still("sit_floor", AT_EDGE)
    assert told(dry, "floor")
    assert kinds(Shot(still("supine", claim=LYING, props=[{"water": 0.08}]))) == ["water"]


@pytest.mark.parametrize(
    ("base", "pose", "props", "words"),
    [
        ("supine", {}, [{"water": 0.08}], ""),
        ("supine", {}, [{"water": 0.2}], "under water: set `water: ."),
        ("supine", {}, [{"water": 0.03}], "over the water, which carries nobody so: set `water: ."),
        ("sit_floor", AT_EDGE, [{"edge": [0.24, 0.98]}], ""),
        ("sit_floor", HANGING, [{"edge": [0.24, 0.98]}], "no hand holds the edge: put one on it,"),
        ("supine", KNEES_UP, [{"pillow": "knees"}], ""),
        ("supine", {}, [{"pillow": "knees"}], "no room for a pillow at the knees, only .0"),
        ("side_lying", ON_SIDE, [{"pillow": "knees"}], ""),
        ("side_lying", {"leg_l": {"out": -6}}, [{"pillow": "knees"}], "lift the upper one"),
        ("stand", {}, [{"pillow": "knees"}], "nobody lies on the pillow"),
    ],
)
def test_it_is_used_as_what_it_is(base: str, pose: Keys, props: list[Keys], words: str) -> None:
    said = told(still(base, pose, props=props), "support")
    assert any(words in text for text in said) if words else said == []


def test_nobody_is_inside_the_edge() -> None:
    assert told(still("sit_floor", AT_EDGE, props=[{"edge": [0.24, 0.98]}]), "obstacles") == []
    said = told(still("sit_floor", AT_EDGE, props=[{"edge": [-0.03, 0.98]}]), "obstacles")
    assert any("inside the edge: move it back or up, or set `edge: [" in text for text in said)


def test_a_pillow_under_the_knees_lies_behind_the_legs_and_reaches_them() -> None:
    seen = Shot(still("supine", KNEES_UP, LYING, props=[{"pillow": "knees"}]))
    pillow = next(piece for piece in seen.ground if piece.kind == "pillow").points
    knee = seen.camera.page(seen.movement.first.points["knee_r"])
    assert 20 < pillow[:, 1].min() - knee[1] < 60
    assert "pillow" not in seen.drawings[0].parts


def test_a_pillow_between_the_knees_is_over_the_lower_leg_and_under_the_upper() -> None:
    props = [{"pillow": "head"}, {"pillow": "knees"}]
    seen = Shot(still("side_lying", {**ON_SIDE, "pillow": 0.07}, LYING, view="above", props=props))
    order = [token.part for token in seen.orders[0] if token.look != "halo"]
    assert order.index("leg_r") < order.index("pillow") < order.index("leg_l")
    assert kinds(seen).count("pillow") == 1


@pytest.mark.parametrize("view", ["above", [-166, 30]])
def test_a_pillow_under_the_head_has_no_dent_from_before_or_behind(view: object) -> None:
    props = [{"pillow": "head"}]
    seen = Shot(still("side_lying", {"pillow": 0.07}, LYING, view=view, props=props))
    rim = next(piece for piece in seen.ground if piece.kind == "pillow").points
    ways = np.diff(rim, axis=0, append=rim[:1])
    after = np.roll(ways, -1, axis=0)
    turns = ways[:, 0] * after[:, 1] - ways[:, 1] * after[:, 0]
    assert (turns > 0).all() or (turns < 0).all()


@pytest.mark.parametrize(("said", "kind"), [({}, "pack"), ({"warm": True}, "warm-pack")])
def test_a_warm_pack_has_a_colour_of_its_own(said: Keys, kind: str) -> None:
    seen = Shot(still("prone", {}, LYING, props=[{"pack": 1, **said}]))
    assert [piece.kind for piece in seen.drawings[0].parts["pack"]] == ["towel", kind]


def test_a_second_pillow_at_the_same_place_is_refused() -> None:
    with pytest.raises(ValueError, match="one pillow at most"):
        still("supine", KNEES_UP, props=[{"pillow": "knees"}, {"pillow": "knees"}])


def test_only_lines_are_not_filled() -> None:
    rules = [
        line for line in style_sheet().splitlines() if "--width:" in line and "--colour:" in line
    ]
    unfilled = {rule[3:].partition("{")[0] for rule in rules if "fill:none" in rule}
    assert unfilled == {name for name, kind in KINDS.items() if kind.form == "line"}
