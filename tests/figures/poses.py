"""Random poses in the words of the format, within the ranges of the schema."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

from webapp.figures.movement import stays
from webapp.figures.posing import wishes_of
from webapp.figures.schema import Figure
from webapp.figures.skeleton import LIMITS
from webapp.figures.wishes import Wishes
from webapp.figures.words import PLACES

Keys = dict[str, Any]
STANDING = ("stand", "stand_wide", "bow_stance", "half_squat", "lunge")
KNEELING = ("all_fours", "kneel", "elbows_and_knees")
PLANKS = ("hand_plank", "forearm_plank")
LYING = ("supine", "hook_lying", "prone", "prone_on_elbows", "side_lying")
SITTING = ("sit_chair", "half_stand", "sit_floor", "long_sit", "cross_legged")
BASES = (*STANDING, *KNEELING, *PLANKS, *LYING, *SITTING)
BODY_WORDS = ("front", "back", "headward", "footward", "in", "out", "front+out", "footward+in")
WORLD_WORDS = ("ceiling", "floor")
# A hand that is put to itself would have to be solved before it is.
HAND_PLACES = [place for place in PLACES if not place.startswith(("hand_", "elbow_"))]


def number(low: float, high: float) -> st.SearchStrategy[float]:
    return st.floats(low, high).map(lambda value: round(value, 3))


def angle(joint: str) -> st.SearchStrategy[float]:
    return number(*LIMITS[joint])


def sided(limit: float) -> st.SearchStrategy[str]:
    return number(-limit, limit).map(lambda value: f"{'R' if value > 0 else 'L'}{abs(value):.3f}")


def curve(region: str) -> st.SearchStrategy[Keys]:
    bend, turn = LIMITS[f"{region}.bend"][1], LIMITS[f"{region}.turn"][1]
    flex = number(LIMITS[f"{region}.flex"][0] / 2, LIMITS[f"{region}.flex"][1] / 2)
    return st.fixed_dictionaries(
        {}, optional={"flex": flex, "bend": sided(bend), "turn": sided(turn)}
    )


directions = st.sampled_from((*BODY_WORDS, *WORLD_WORDS))
free_arm = st.fixed_dictionaries(
    {"raise": angle("shoulder.raise"), "to": angle("shoulder.plane"), "elbow": angle("elbow")},
    optional={"forearm": directions, "palm": directions, "wrist": number(0, 80)},
)
placed_hand = st.fixed_dictionaries(
    {"near": st.sampled_from(HAND_PLACES)},
    optional={
        "fwd": number(-0.1, 0.3),
        "up": number(-0.2, 0.3),
        "out": number(-0.2, 0.3),
        "elbow": directions,
        "palm": directions,
        "fingers": directions,
    },
)
hand_on_floor = st.fixed_dictionaries(
    {"touch": st.just("floor"), "fwd": number(0, 0.4), "out": number(0.05, 0.2)}
)
forearm_on_floor = st.fixed_dictionaries(
    {"touch": st.just("floor"), "fwd": number(0, 0.4), "out": number(0.05, 0.2)},
    optional={"inward": number(-10, 40)},
)
free_leg = st.fixed_dictionaries(
    {
        "hip": angle("hip.flex"),
        "out": angle("hip.out"),
        "rot": angle("hip.rot"),
        "knee": angle("knee"),
        "ankle": angle("ankle"),
    }
)
foot = st.fixed_dictionaries(
    {"touch": st.just("floor")},
    optional={
        "fwd": number(-0.05, 0.05),
        "out": number(0.03, 0.14),
        "toe": number(0, 30),
        "heel": number(0, 40),
    },
)


def legs(base: str) -> st.SearchStrategy[Keys]:
    """One leg may be free, the other stands or kneels as the base has it."""
    kinds: dict[str, st.SearchStrategy[Keys]] = {"leg": free_leg}
    if base in STANDING:
        kinds["foot"] = foot
    return st.one_of(
        st.just({}),
        *(
            kind.map(lambda wish, key=f"{name}_{side}": {key: wish})  # type: ignore[misc]
            for name, kind in kinds.items()
            for side in ("l", "r")
        ),
    )


def arm(side: str, base: str) -> st.SearchStrategy[Keys]:
    carries = base in ("all_fours", "prone_on_elbows", "elbows_and_knees", *PLANKS)
    hands = placed_hand | hand_on_floor if carries else placed_hand
    forearms = forearm_on_floor.map(lambda wish: {f"forearm_{side}": wish})
    return st.one_of(
        st.just({}),
        *([forearms] if carries else []),
        free_arm.map(lambda wish: {f"arm_{side}": wish}),
        hands.map(lambda wish: {f"hand_{side}": wish}),
    )


@st.composite
def poses(draw: st.DrawFn, base: str) -> Keys:
    found: Keys = {}
    for part in (legs(base), arm("l", base), arm("r", base)):
        found.update(draw(part))
    for region in ("lumbar", "thoracic", "neck"):
        found[region] = draw(curve(region))
    if base in STANDING:
        found["pelvis"] = {"turn": draw(sided(30)), "lean": draw(number(-20, 80))}
    return found


@st.composite
def wishes(draw: st.DrawFn, count: int = 1) -> tuple[Wishes, ...]:
    """So many poses of one base, as the solver gets them."""
    base = draw(st.sampled_from(BASES))
    named = {f"pose{'abcd'[i]}": draw(poses(base)) for i in range(count)}
    return tuple(as_wishes(base, named).values())


def as_wishes(base: str, named: dict[str, Keys]) -> dict[str, Wishes]:
    expect = {name: {"back": "long"} for name in named}
    data = {"base": base, "poses": named, "expect": expect}
    return wishes_of(Figure.model_validate_json(json.dumps(data)))


def can_follow(*asked: Wishes) -> bool:
    """Some knee or foot stays on the floor, or the figure is refused."""
    return stays(*asked)
