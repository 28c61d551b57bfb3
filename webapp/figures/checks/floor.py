"""Nothing is under the floor, and something is on it (or on a chair, or in water)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from webapp.figures.bearing import sits
from webapp.figures.body import Body
from webapp.figures.findings import Finding, far, number, spoken
from webapp.figures.flesh import reach
from webapp.figures.geometry import UP
from webapp.figures.mending import nearest, with_limb_number, with_pelvis
from webapp.figures.moments import Moment, Trouble, worst
from webapp.figures.movement import Movement
from webapp.figures.props import is_in_water
from webapp.figures.schema import Prop
from webapp.figures.skeleton import LIMITS, Side
from webapp.figures.wishes import FreeArm, FreeLeg

# Flesh gives way that much; more would be seen.
SINKS = 0.014
FLOATS = 0.015
ON_LEG = ("knee", "ankle", "heel", "ball", "toe")
ON_ARM = ("elbow", "wrist", "palm", "tip")
# Degrees in which a better lean of the pelvis is looked for.
LEANS = (-120, 150)


def check(movement: Movement) -> Iterator[Finding]:
    yield from worst("floor", movement, partial(_look, props=movement.figure.props))


def _look(moment: Moment, *, props: Sequence[Prop]) -> Iterator[Trouble]:
    below = reach(moment.body, -UP)
    things = {_thing(part) for part, depth in below.items() if depth > SINKS}
    for thing in sorted(things):
        part = max((each for each in below if _thing(each) == thing), key=lambda each: below[each])
        remedy = _raised(moment, thing)
        message = f"{spoken(part)} is {far(below[part])} under the floor: {remedy}"
        yield Trouble(thing, below[part], message)
    gap = -max(below.values())
    seated = any(prop.chair == "seat" for prop in props) and sits(moment.body)
    if gap > FLOATS and not (seated or is_in_water(moment.body, props)):
        yield Trouble("floating", gap, _lowered(moment, gap))


def _thing(part: str) -> str:
    """Knee, ankle, heel and toe of one leg are one thing to mend."""
    stem, _, side = part.rpartition("_")
    if stem in ON_LEG:
        return f"leg_{side}"
    if stem in ON_ARM:
        return f"arm_{side}"
    return "head" if part == "head" else "trunk"


def _raised(moment: Moment, thing: str) -> str:
    limb, _, side = thing.rpartition("_")
    if not moment.is_pose:
        return f"put a higher pose between {' and '.join(moment.poses)}"
    if limb:
        return _limb_raised(moment, limb, "l" if side == "l" else "r")
    return _trunk_raised(moment)


def _trunk_raised(moment: Moment) -> str:
    """The nearest lean at which trunk and head are clear, where the author gave one."""
    wishes = moment.wishes[0]
    given = wishes.pelvis.lean
    found = None
    if given is not None:
        found = nearest(
            given,
            LEANS,
            2.0,
            lambda lean: with_pelvis(wishes, lean=lean),
            lambda body: _is_clear(body, "head") and _is_clear(body, "trunk"),
        )
    if found is not None:
        return f"the nearest that is clear is `pelvis: {{lean: {found:.0f}}}`"
    return "raise the pelvis (`up`), lean it less, or bend spine and neck less"


def _limb_raised(moment: Moment, limb: str, side: Side) -> str:
    """The nearest hip angle or lift at which a free limb is clear of the floor."""
    wishes = moment.wishes[0]
    wish = wishes.limb(limb, side)
    if not isinstance(wish, FreeArm | FreeLeg):
        return f"the {limb} follows from its place; move that, or the pelvis"
    key, joint = ("hip", "hip.flex") if limb == "leg" else ("lift", "shoulder.raise")
    found = nearest(
        getattr(wish, key),
        LIMITS[joint],
        2.0,
        lambda angle: with_limb_number(wishes, limb, side, key, angle),
        lambda body: _is_clear(body, f"{limb}_{side}"),
    )
    word = "hip" if limb == "leg" else "raise"
    if found is None:
        return f"change `{limb}_{side}`; {word} alone does not do it"
    return f"the nearest that is clear is `{limb}_{side}: {{{word}: {found:.0f}}}`"


def _is_clear(body: Body, thing: str) -> bool:
    below = reach(body, -UP)
    return all(depth <= SINKS for part, depth in below.items() if _thing(part) == thing)


def _lowered(moment: Moment, gap: float) -> str:
    up = moment.wishes[0].pelvis.up
    remedy = (
        f"the nearest that touches is `pelvis: {{up: {number(up - gap)}}}`"
        if moment.is_pose
        else "let something touch the floor in both poses"
    )
    return f"nothing touches the floor, the body floats {far(gap)} over it: {remedy}"
