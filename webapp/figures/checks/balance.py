"""The weight is over what carries it: feet, hands, knees, seat, wall, rail, ball, or water."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from webapp.figures.bearing import outside, wall_gaps, wall_way
from webapp.figures.findings import Finding, far, number, sided, spoken
from webapp.figures.geometry import Vector, length
from webapp.figures.mending import reaches, with_pelvis
from webapp.figures.moments import Moment, Trouble, worst
from webapp.figures.movement import Movement
from webapp.figures.props import in_place, is_in_water
from webapp.figures.schema import Prop
from webapp.figures.solving import solve
from webapp.figures.wishes import Wishes

# Statures outside the support: up to the first the feet hold it, beyond the second one falls.
TIPS, FALLS = 0.012, 0.040
TRIES = 10
Props = tuple[Prop, ...]


def check(movement: Movement) -> Iterator[Finding]:
    yield from worst("balance", movement, partial(_look, movement=movement))


def _look(moment: Moment, movement: Movement) -> Iterator[Trouble]:
    props = in_place(movement.figure.props, moment.body, movement.first)
    if is_in_water(moment.body, props):
        return
    shift = outside(moment.body, props, lying=moment.wishes[0].solve == "lie")
    size = length(shift)
    if size > TIPS:
        message = (
            f"the centre of mass is {far(size)} outside what carries it, {_where(-shift)}:"
            f" one would fall; {_remedy(moment, props, shift)}"
        )
        yield Trouble("balance", size, message, "error" if size > FALLS else "warning")


def _where(off: Vector) -> str:
    if abs(off[0]) >= abs(off[2]):
        return "to the front" if off[0] > 0 else "to the back"
    return "to the right" if off[2] > 0 else "to the left"


def _remedy(moment: Moment, props: Props, shift: Vector) -> str:
    wall = _wall_on_the_way(props, -shift)
    if wall is not None:
        gaps = wall_gaps(moment.body, wall)
        part = min(gaps, key=lambda each: gaps[each])
        return f"let the wall carry: {spoken(part)} is nearest, {far(gaps[part])} from it"
    if not moment.is_pose:
        return f"move the pelvis to the other side in {' or '.join(moment.poses)}, or add a pose"
    return _pelvis_moved(moment.wishes[0], props, shift)


def _wall_on_the_way(props: Props, off: Vector) -> float | None:
    walls = [prop.wall for prop in props if prop.wall is not None]
    return next((wall for wall in walls if wall_way(wall) @ off > TIPS), None)


def _pelvis_moved(wishes: Wishes, props: Props, shift: Vector) -> str:
    found = _settled(wishes, props)
    if found is None:
        where = _where(shift).removeprefix("to the ")
        return f"move the weight {far(length(shift))} {where}, or put a hand, foot or knee there"
    return f"`pelvis: {{fwd: {number(found[0])}, side: {sided(found[1])}}}` would stand"


def _settled(wishes: Wishes, props: Props) -> tuple[float, float] | None:
    """The nearest place of the pelvis at which the weight is carried and every limb reaches."""
    for _ in range(TRIES):
        body = solve(wishes)
        shift = outside(body, props, lying=wishes.solve == "lie")
        if length(shift) < TIPS / 2:
            return (wishes.pelvis.fwd, wishes.pelvis.side) if reaches(body) else None
        pelvis = wishes.pelvis
        wishes = with_pelvis(wishes, fwd=pelvis.fwd + shift[0], side=pelvis.side + shift[2])
    return None
