"""The trunk: pelvis, spine and head, from the root upwards."""

from __future__ import annotations

from functools import lru_cache

from webapp.figures.body import Body
from webapp.figures.geometry import Matrix, Vector, lean, tilt, turn, vector
from webapp.figures.skeleton import (
    CHEST_UPRIGHT,
    HIP_HALF_WIDTH,
    JOINTS_IN,
    LUMBAR_FOOT,
    SHOULDER_DOWN,
    SHOULDER_FORWARD,
    SHOULDER_HALF_WIDTH,
    SIDES,
    SIGN,
    SKULL,
    SPINE,
    Joint,
)
from webapp.figures.wishes import Pelvis, Wishes

LAST_THORACIC = max(i for i, joint in enumerate(SPINE) if joint.region == "thoracic")


def trunk(wishes: Wishes, root: Vector, leaning: float) -> Body:
    """The trunk with its hip centre at `root` and the pelvis leaning that many degrees forward."""
    body = Body(lean=leaning, neck_flex=wishes.neck.flex)
    pelvis = _pelvis_frame(wishes.pelvis, leaning)
    body.points["pelvis"], body.frames["pelvis"] = root, pelvis
    for side in SIDES:
        body.points[f"hip_{side}"] = body.at("pelvis", 0, 0, SIGN[side] * HIP_HALF_WIDTH)
    _stack(body, wishes)
    _hang_shoulders(body, wishes)
    return body


def _pelvis_frame(pelvis: Pelvis, leaning: float) -> Matrix:
    return turn(pelvis.turn) @ lean(leaning) @ turn(pelvis.roll) @ tilt(pelvis.tilt)


def _stack(body: Body, wishes: Wishes) -> None:
    """Puts joint upon joint; each takes its share of what is wished of its region."""
    place = body.at("pelvis", *LUMBAR_FOOT)
    here = body.frames["pelvis"]
    for index, joint in enumerate(SPINE):
        here = here @ _bend(joint, wishes)
        name = "head" if joint.length == 0 else f"spine_{index}"
        body.points[name], body.frames[name] = place, here
        place = place + here[:, 1] * joint.length
        if index == LAST_THORACIC:
            body.points["c7"], body.frames["chest"] = place, here @ lean(-CHEST_UPRIGHT)
    body.points["neck_top"] = body.points["head"]
    body.points["skull"] = body.at("head", *SKULL)


def _bend(joint: Joint, wishes: Wishes) -> Matrix:
    curve, count = wishes.curve(joint.region), JOINTS_IN[joint.region]
    return _turned(joint.rest + curve.flex / count, curve.bend / count, curve.turn / count)


@lru_cache(maxsize=256)
def _turned(flex: float, bend: float, turned: float) -> Matrix:
    """While a root is sought, the same spine is asked for again and again."""
    return lean(flex) @ tilt(bend) @ turn(turned)


def _hang_shoulders(body: Body, wishes: Wishes) -> None:
    """Where the shoulders are before the arms move them."""
    for side in SIDES:
        wish = wishes.limbs.shoulder[side]
        body.points[f"shoulder_at_rest_{side}"] = body.points["c7"] + body.frames["chest"] @ vector(
            SHOULDER_FORWARD + wish.fwd,
            wish.up - SHOULDER_DOWN,
            SIGN[side] * (SHOULDER_HALF_WIDTH - 0.4 * wish.fwd),
        )
