"""What the author says must be seen of a pose (`expect`) is seen of the solved body.

Catches what physics cannot: a back arched instead of rounded, the wrong foot, a palm turned away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from webapp.figures.body import Body
from webapp.figures.findings import SIDE_NAMES, Finding, far, number, sided, spoken
from webapp.figures.flesh import height, reach
from webapp.figures.geometry import UP, Vector, angle, clamp, lean, turn
from webapp.figures.landmarks import landmark
from webapp.figures.mending import nearest, with_pelvis
from webapp.figures.movement import Movement
from webapp.figures.posing import bases
from webapp.figures.schema import Expected, Figure
from webapp.figures.skeleton import SIDES, SIGN, Side
from webapp.figures.wishes import Wishes
from webapp.figures.words import sided as signed

# Degrees of lumbar and thoracic flexion together, added to the standing curve.
ROUNDED, ARCHED = 20.0, -15.0
# Degrees of the trunk from upright. A fold ends where a level trunk begins only in the words.
UPRIGHT = 25.0
LEVEL = (65.0, 115.0)
# Statures: of a lying trunk no end is higher than that; chest on the hands is not lying.
LYING_LOW = 0.060
# Share of the weight from which on a foot carries it.
CARRIES = 0.58
# Degrees that the chest must be turned to be seen turned.
TURNED = 9.0
# Statures: less is the same height, the same place.
HIGHER, AHEAD = 0.010, 0.040
# Degrees of a joint.
STRAIGHT, BENT = 20.0, 30.0
# Statures over the floor of a part's lowest point.
GROUNDED, LIFTED = 0.020, 0.030
# Degrees between a palm and where it should face.
FACES = 60.0

ON_FLOOR = {"foot": ("heel", "ball", "toe"), "hand": ("palm", "tip")}
SEEN = {"hand": "palm", "foot": "ball"}
JOINTS = {"elbow": "elbow", "knee": "knee", "hip": "hip.flex"}
PALM_WORDS = {"body": "back", "front": "front", "floor": "floor", "ceiling": "ceiling"}


@dataclass(frozen=True)
class Seen:
    """One pose as it came out."""

    figure: Figure
    wishes: Wishes
    body: Body


Claim = Callable[[Seen, Expected], Iterator[str]]


def check(movement: Movement) -> Iterator[Finding]:
    for name, expected in movement.figure.expect.items():
        key = movement.keys[name]
        seen = Seen(movement.figure, key.wishes, key.body)
        for claim in CLAIMS:
            for message in claim(seen, expected):
                yield Finding("error", "expected", name, message)


def _back(seen: Seen, expected: Expected) -> Iterator[str]:
    flex = seen.body.angles["lumbar.flex"] + seen.body.angles["thoracic.flex"]
    low, high = {
        "rounded": (ROUNDED, np.inf),
        "arched": (-np.inf, ARCHED),
        "long": (ARCHED, ROUNDED),
    }.get(expected.back or "", (-np.inf, np.inf))
    if not low <= flex <= high:
        bound = low if flex < low else high
        yield (
            f"the back should be {expected.back}, but lumbar and thoracic flexion together are"
            f" {flex:.0f}; the nearest is {bound:.0f}: change `lumbar`, `thoracic` or `spine`"
            f" `flex` by {bound - flex:+.0f}"
        )


def _torso(seen: Seen, expected: Expected) -> Iterator[str]:
    leaning = seen.body.leaning()
    low, high = {
        "upright": (0.0, UPRIGHT),
        "folded": (UPRIGHT, 180.0),
        "level": LEVEL,
        "lying": LEVEL,
    }.get(expected.torso or "", (0.0, 180.0))
    if not low <= leaning <= high:
        bound = low if leaning < low else high
        yield (
            f"the trunk should be {expected.torso}, but leans {leaning:.0f} degrees from upright;"
            f" the nearest is {bound:.0f}: change `pelvis.lean` by about {bound - leaning:+.0f}"
        )
    elif expected.torso == "lying" and (end := _trunk_height(seen.body)) > LYING_LOW:
        yield (
            f"the trunk should be lying, but one end of it is {far(end)} over the floor, at most"
            f" {far(LYING_LOW)} is lying: say `torso: level`, or lower it"
        )


def _trunk_height(body: Body) -> float:
    """Of the higher end of the trunk over the floor."""
    below = reach(body, -UP)
    return max(-below["pelvis"], -below["chest"])


def _weight(seen: Seen, expected: Expected) -> Iterator[str]:
    if expected.weight == "balls":
        yield from _on_balls(seen)
    elif expected.weight:
        yield from _on_feet(seen, expected.weight)


def _on_balls(seen: Seen) -> Iterator[str]:
    points = seen.body.points
    middles = [(points[f"ball_{side}"] + points[f"ankle_{side}"]) / 2 for side in SIDES]
    heading = seen.body.facing()
    short = float((np.mean(middles, axis=0) - seen.body.centre_of_mass()) @ heading)
    if short > 0:
        pelvis = number(seen.wishes.pelvis.fwd + short)
        yield (
            "the weight should be over the balls of the feet, but is"
            f" {far(short)} behind them: move the pelvis, `fwd: {pelvis}` or more"
        )


def _on_feet(seen: Seen, wanted: str) -> Iterator[str]:
    if not any(_carrier(seen.body, side) is not None for side in SIDES):
        yield f"the weight should be on {_feet(wanted)}, but neither foot nor knee is on the floor"
        return
    share = _right_share(seen.body)
    low, high = {
        "left": (0.0, 1 - CARRIES),
        "right": (CARRIES, 1.0),
        "both": (1 - CARRIES, CARRIES),
    }[wanted]
    if low <= share <= high:
        return
    carried = 1 - share if wanted == "left" else share
    who = "the right one" if wanted == "both" else f"that one ({CARRIES * 100:.0f} % or more)"
    yield (
        f"the weight should be on {_feet(wanted)}, but"
        f" {who} carries {carried * 100:.0f} %: {_shifted(seen.wishes, low, high)}"
    )


def _feet(wanted: str) -> str:
    return "both feet" if wanted == "both" else f"the {wanted} foot"


def _shifted(wishes: Wishes, low: float, high: float) -> str:
    side = nearest(
        wishes.pelvis.side,
        (-0.3, 0.3),
        0.01,
        lambda value: with_pelvis(wishes, side=value),
        lambda body: low <= _right_share(body) <= high,
    )
    if side is None:
        return "put the other foot up, or further away"
    return f"the nearest is `pelvis: {{side: {sided(side)}}}`"


def _right_share(body: Body) -> float:
    """Of the weight, what the right one of two feet or knees carries."""
    left, right = (_carrier(body, side) for side in SIDES)
    if left is None or right is None:
        return 0.5 + 0.5 * ((right is not None) - (left is not None))
    way = right - left
    share = float((body.centre_of_mass() - left) @ way / max(float(way @ way), 1e-9))
    return clamp(share, 0, 1)


def _carrier(body: Body, side: Side) -> Vector | None:
    """Foot, else knee, of a side that is on the floor; level with it."""
    for part, point in (("foot", "ankle"), ("knee", "knee")):
        if _height(body, f"{part}_{side}") <= GROUNDED:
            return body.points[f"{point}_{side}"] * (1, 0, 1)
    return None


def _trunk(seen: Seen, expected: Expected) -> Iterator[str]:
    if expected.trunk is None:
        return
    turned = _chest_turn(seen)
    low, high = {
        "left": (-np.inf, -TURNED),
        "right": (TURNED, np.inf),
        "front": (-TURNED, TURNED),
    }[expected.trunk]
    if not low <= turned <= high:
        bound = low if turned < low else high
        yield (
            f"the chest should face {expected.trunk}, but is turned {sided(turned)}; the nearest is"
            f" {sided(bound)}: change `turn` of `spine` or `pelvis`"
        )


def _chest_turn(seen: Seen) -> float:
    """To the figure's right, in degrees, against the way its base faces."""
    pelvis = bases()[seen.figure.base].pose.pelvis
    setup = seen.figure.setup.pelvis
    leaning = pelvis.lean if pelvis and pelvis.lean else 0.0
    rolls = [each.roll for each in (setup, pelvis) if each and each.roll]
    base = lean(leaning) @ turn(signed(rolls[0]) if rolls else 0.0)
    return 90.0 - angle(seen.body.frames["chest"][:, 0], base[:, 2])


def _above(seen: Seen, expected: Expected) -> Iterator[str]:
    if expected.above is None:
        return
    upper, lower = expected.above
    short = HIGHER - float(_place(seen.body, upper)[1] - _place(seen.body, lower)[1])
    if short > 0:
        yield (
            f"{spoken(upper)} should be above {spoken(lower)}, but is {far(short)} too low: raise"
            f" `{upper}` (`up`, `raise` or `hip`) or lower `{lower}`"
        )


def _place(body: Body, name: str) -> Vector:
    stem, _, side = name.rpartition("_")
    if side in SIDES:
        return body.points[f"{SEEN.get(stem, stem)}_{side}"]
    return landmark(body, name, "r")[0]


def _ahead_and_behind(seen: Seen, expected: Expected) -> Iterator[str]:
    for word, sign, parts in (
        ("in front of", 1, expected.ahead),
        ("behind", -1, expected.behind),
    ):
        for part in parts:
            off = _place(seen.body, part) - seen.body.points["pelvis"]
            short = AHEAD - sign * float(off @ seen.body.facing())
            if short > 0:
                way = "forward" if sign > 0 else "back"
                yield (
                    f"{spoken(part)} should be {word} the pelvis by {far(AHEAD)}, but needs"
                    f" {far(short)} more: move `{part}` {way}"
                )


def _crosses(seen: Seen, expected: Expected) -> Iterator[str]:
    for part in expected.crosses:
        beyond = _own_side(seen.body, part)
        if beyond > 0:
            yield (
                f"{spoken(part)} should cross the midline, but is {far(beyond)} on its own side:"
                f" take {number(beyond)} off its `out`, or raise it `to: across`"
            )


def _own_side(body: Body, part: str) -> float:
    """How far a part is on its own side of the chest's or the pelvis's middle."""
    stem, _, letter = part.rpartition("_")
    side: Side = "l" if letter == "l" else "r"
    middle, axes = ("c7", "chest") if stem in ("hand", "elbow", "shoulder") else ("pelvis",) * 2
    off = _place(body, part) - body.points[middle]
    return float(off @ body.frames[axes][:, 2]) * SIGN[side]


def _straight_and_bent(seen: Seen, expected: Expected) -> Iterator[str]:
    for word, parts, limit, sign in (
        ("straight", expected.straight, STRAIGHT, 1),
        ("bent", expected.bent, BENT, -1),
    ):
        for part in parts:
            stem, _, side = part.rpartition("_")
            degrees = seen.body.angles[f"{side}.{JOINTS[stem]}"]
            if (degrees - limit) * sign > 0:
                bound = "at most" if sign > 0 else "at least"
                yield (
                    f"{spoken(part)} should be {word} ({bound} {limit:.0f} degrees), but is bent"
                    f" {degrees:.0f}; 0 is straight: change it by {limit - degrees:+.0f}"
                )


def _lifted_and_grounded(seen: Seen, expected: Expected) -> Iterator[str]:
    for part in expected.lifted:
        above = _height(seen.body, part)
        if above < LIFTED:
            yield (
                f"{spoken(part)} should be lifted, but is only {far(above)} over the floor:"
                f" raise it by {number(LIFTED - above)}"
            )
    for part in expected.grounded:
        above = _height(seen.body, part)
        if above > GROUNDED:
            yield (
                f"{spoken(part)} should be on the floor, but is {far(above)} over it: lower it, or"
                f" place it (`touch: floor`)"
            )


def _height(body: Body, part: str) -> float:
    """Of the lowest point of a part over the floor."""
    stem, _, side = part.rpartition("_")
    points = ON_FLOOR.get(stem, (stem,))
    return min(height(body, f"{point}_{side}") for point in points)


def _palms(seen: Seen, expected: Expected) -> Iterator[str]:
    for side in SIDES:
        wanted = expected.palm_l if side == "l" else expected.palm_r
        if wanted is None:
            continue
        front: Vector = seen.body.frames["chest"][:, 0]
        ways = {"body": -front, "front": front, "floor": -UP, "ceiling": UP}
        off = angle(seen.body.frames[f"hand_{side}"][:, 1], ways[wanted])
        if off > FACES:
            yield (
                f"the {SIDE_NAMES[side]} palm should face {wanted}, but is {off:.0f} degrees off,"
                f" more than {FACES:.0f}: try `palm: {PALM_WORDS[wanted]}`"
            )


CLAIMS: tuple[Claim, ...] = (
    _back,
    _torso,
    _weight,
    _trunk,
    _above,
    _ahead_and_behind,
    _crosses,
    _straight_and_bent,
    _lifted_and_grounded,
    _palms,
)
