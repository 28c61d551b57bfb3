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
# The plane of an arm that hangs or stands overhead says nothing, nor the turn of an upper arm that
# is overhead or whose elbow is straight.
PLANE_COUNTS = (35.0, 150.0)
# Straight back an arm goes that far all the same (shoulder extension, AAOS).
EXTENSION = 60.0
TURN_COUNTS_BELOW, TURN_COUNTS_BENT = 120.0, 30.0
# Measured all the way round: a hip at -163 is one folded to 197.
ROUND = ("shoulder.plane", "shoulder.rot", "hip.flex", "hip.rot", "foot.rot", "wrist.flex")
# How the author moves a joint that follows from where a hand, a foot or the trunk is.
FOLLOWS = {
    "shoulder.raise": "put the hand elsewhere",
    "shoulder.plane": "put the hand further forward or point the elbow elsewhere",
    "elbow": "put the hand further from the shoulder",
    "shoulder.rot": "let the forearm fold more to the front (`forearm`), or point the elbow"
    " elsewhere",
    "wrist.flex": "turn `fingers` towards the way the forearm points, or point the elbow elsewhere",
    "wrist.out": "turn `fingers` towards the way the forearm points, or bend the elbow elsewhere",
    "hip.flex": "lean the pelvis less, or move the foot or knee",
    "hip.out": "put foot and pelvis nearer together sideways",
    "hip.rot": "turn the toes (`toe`) or the pelvis less",
    "knee": "move foot and hip apart: a smaller `drop`, or `back` when kneeling",
    "foot.rot": "turn the toes (`toe`) or the pelvis less, or take a step with that foot",
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
    if name.endswith("shoulder.rot"):
        lift, bent = body.angles[f"{name[0]}.shoulder.raise"], body.angles[f"{name[0]}.elbow"]
        return lift < TURN_COUNTS_BELOW and bent > TURN_COUNTS_BENT
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
    free = isinstance(_wished(moment, name, side), FreeArm | FreeLeg)
    if free and not joint.startswith(("wrist", "shoulder.rot")):
        return f"write less in `{_limb(joint)}_{side}`"
    return FOLLOWS[joint] + _less_drop(moment, name, side)


def _wished(moment: Moment, name: str, side: Side) -> object:
    return moment.wishes[0].limb(_limb(_joint(name)), side)


def _limb(joint: str) -> str:
    return "arm" if joint.startswith(("shoulder", "elbow", "wrist")) else "leg"


def _is_well(body: Body, name: str) -> bool:
    joint, value = _joint(name), body.angles[name]
    return _apart(joint, value, _nearest_limit(joint, value)) <= GRACE


def _less_drop(moment: Moment, name: str, side: Side) -> str:
    """For one who stands too deep: the bend of the knees that the joint does manage."""
    wishes = moment.wishes[0]
    if wishes.solve != "stand" or not wishes.pelvis.drop:
        return ""

    found = nearest(
        wishes.pelvis.drop,
        (0, wishes.pelvis.drop),
        0.01,
        lambda drop: with_pelvis(wishes, drop=drop),
        lambda body: _is_well(body, name),
    )
    if found is None:
        return ""
    return f"; the {SIDE_NAMES[side]} leg manages `pelvis: {{drop: {number(found)}}}`"
