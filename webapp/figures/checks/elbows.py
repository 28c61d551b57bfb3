"""An elbow is no higher than its shoulder, unless the hand is too or the author asked for it."""

from __future__ import annotations

from collections.abc import Iterator

from webapp.figures.arms import pointing
from webapp.figures.body import Body
from webapp.figures.findings import Finding, far, spoken
from webapp.figures.geometry import Vector
from webapp.figures.moments import Moment, Trouble, worst
from webapp.figures.movement import Movement
from webapp.figures.skeleton import SIDES, Side
from webapp.figures.wishes import FreeArm, PlacedArm, Wishes

# Statures headward of the shoulder joint, along the chest.
HIGHER = 0.02
# From this lift on a straight arm has its elbow as high.
RAISED = 84.0
UPWARD = 0.1


def check(movement: Movement) -> Iterator[Finding]:
    yield from worst("elbows", movement, _look)


def _look(moment: Moment) -> Iterator[Trouble]:
    for side in SIDES:
        height = _headward(moment.body, f"elbow_{side}", side)
        hand = _headward(moment.body, f"palm_{side}", side)
        asked = any(_asked(moment.body, wishes, side) for wishes in moment.wishes)
        if height > HIGHER and hand < HIGHER and not asked:
            yield Trouble(f"elbow_{side}", height, _message(moment, side, height), "warning")


def _headward(body: Body, point: str, side: Side) -> float:
    """How far a point is above the shoulder, along the chest."""
    up: Vector = body.frames["chest"][:, 1]
    return float((body.points[point] - body.points[f"shoulder_{side}"]) @ up)


def _asked(body: Body, wishes: Wishes, side: Side) -> bool:
    """A raised arm, or an elbow word that points up."""
    arm = wishes.limbs.arm[side]
    if isinstance(arm, FreeArm):
        return arm.lift >= RAISED
    if not isinstance(arm, PlacedArm) or arm.elbow is None:
        return False
    return bool(pointing(body, arm.elbow) @ body.frames["chest"][:, 1] > UPWARD)


def _message(moment: Moment, side: Side, height: float) -> str:
    remedy = (
        f"say where it points, such as `hand_{side}: {{elbow: footward+out}}`"
        if moment.is_pose
        else f"give it the same `elbow` in {' and '.join(moment.poses)}, or put a pose between"
    )
    return f"{spoken(f'elbow_{side}')} is {far(height)} higher than its shoulder: {remedy}"
