"""No joint goes further than people manage (skeleton.LIMITS, with three degrees of grace)."""

from __future__ import annotations

from collections.abc import Iterator

from webapp.figures.body import Body
from webapp.figures.findings import SIDE_NAMES, Finding, number, spoken
from webapp.figures.mending import nearest, with_pelvis
from webapp.figures.moments import Moment, Trouble, worst
from webapp.figures.movement import Movement
from webapp.figures.skeleton import LIMITS, Side
from webapp.figures.wishes import FreeArm, FreeLeg

GRACE = 3.0
# The plane of an arm that hangs or stands overhead says nothing, nor the turn of a straight leg.
PLANE_COUNTS = (35.0, 150.0)
# Straight back an arm goes that far all the same (shoulder extension, AAOS).
EXTENSION = 60.0
ROTATION_COUNTS = 12.0
# Measured all the way round: a hip at -163 is one folded to 197.
ROUND = ("shoulder.plane", "hip.flex", "hip.rot")
# How the author moves a joint that follows from where a hand, a foot or the trunk is.
FOLLOWS = {
    "shoulder.raise": "put the hand elsewhere",
    "shoulder.plane": "put the hand further forward or point the elbow elsewhere",
    "elbow": "put the hand further from the shoulder",
    "wrist": "turn `fingers` towards the way the forearm points, or point the elbow elsewhere",
    "hip.flex": "lean the pelvis less, or move the foot or knee",
    "hip.out": "put foot and pelvis nearer together sideways",
    "hip.rot": "turn the toes (`toe`) or the pelvis less",
    "knee": "move foot and hip apart: a smaller `drop`, or `back` when kneeling",
    "ankle": "bend the knees less (`drop`), lift the heel, or move the foot",
}


def check(movement: Movement) -> Iterator[Finding]:
    yield from worst("limits", movement, _look)


def _look(moment: Moment) -> Iterator[Trouble]:
    for name, value in moment.body.angles.items():
        joint = _joint(name)
        limit = _nearest_limit(joint, value) if joint in LIMITS else value
        beyond = _apart(joint, value, limit)
        if beyond > GRACE and _counts(moment.body, name):
            yield Trouble(name, beyond, _message(moment, name, value, limit))


def _joint(name: str) -> str:
    return name[2:] if name[:2] in ("l.", "r.") else name


def _nearest_limit(joint: str, value: float) -> float:
    low, high = LIMITS[joint]
    if low <= value <= high:
        return value
    return min((low, high), key=lambda limit: _apart(joint, value, limit))


def _apart(joint: str, value: float, limit: float) -> float:
    difference = abs(value - limit)
    return min(difference, 360 - difference) if joint in ROUND else difference


def _counts(body: Body, name: str) -> bool:
    if name.endswith("shoulder.plane"):
        lift, is_back = body.angles[f"{name[0]}.shoulder.raise"], abs(body.angles[name]) > 90
        return (EXTENSION if is_back else PLANE_COUNTS[0]) < lift < PLANE_COUNTS[1]
    if name.endswith("hip.rot"):
        return body.angles[f"{name[0]}.knee"] >= ROTATION_COUNTS
    return True


def _message(moment: Moment, name: str, value: float, limit: float) -> str:
    low, high = LIMITS[_joint(name)]
    # Beyond the limit that is near, even where it is measured from the other side.
    value += 360 * round((limit - value) / 360)
    return (
        f"{spoken(name)} is {_degrees(name, value)}; people manage {_degrees(name, low)} to"
        f" {_degrees(name, high)}, the nearest is {_degrees(name, limit)}: {_remedy(moment, name)}"
    )


def _degrees(name: str, value: float) -> str:
    """With its side where the spine bends or turns, as the format wants it."""
    if name.startswith(("lumbar", "thoracic", "neck")) and name.endswith(("bend", "turn")):
        return f"{'L' if value < 0 else 'R'}{abs(value):.0f}"
    return f"{value:.0f}"


def _remedy(moment: Moment, name: str) -> str:
    if name[:2] not in ("l.", "r."):
        return f"ask less of `{name}` or of `spine`"
    side: Side = "l" if name[0] == "l" else "r"
    joint = _joint(name)
    if not moment.is_pose:
        return f"put a pose between {' and '.join(moment.poses)}"
    if isinstance(_wished(moment, name, side), FreeArm | FreeLeg) and joint != "wrist":
        limb = "arm" if joint in ("shoulder.raise", "shoulder.plane", "elbow") else "leg"
        return f"write less in `{limb}_{side}`"
    return FOLLOWS[joint] + _less_drop(moment, name, side)


def _wished(moment: Moment, name: str, side: Side) -> object:
    kind = "leg" if _joint(name) in ("hip.flex", "hip.out", "hip.rot", "knee", "ankle") else "arm"
    return moment.wishes[0].limb(kind, side)


def _less_drop(moment: Moment, name: str, side: Side) -> str:
    """For one who stands too deep: the bend of the knees that the joint does manage."""
    wishes = moment.wishes[0]
    if wishes.solve != "stand" or not wishes.pelvis.drop:
        return ""

    def is_well(body: Body) -> bool:
        value = body.angles[name]
        joint = _joint(name)
        return _apart(joint, value, _nearest_limit(joint, value)) <= GRACE

    found = nearest(
        wishes.pelvis.drop,
        (0, wishes.pelvis.drop),
        0.01,
        lambda drop: with_pelvis(wishes, drop=drop),
        is_well,
    )
    if found is None:
        return ""
    return f"; the {SIDE_NAMES[side]} leg manages `pelvis: {{drop: {number(found)}}}`"
