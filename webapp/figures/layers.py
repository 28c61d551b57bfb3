"""Which part is drawn over which: by depth where parts meet on the page, and changing seldom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from webapp.figures.body import Body
from webapp.figures.camera import UNITS, Camera, Points
from webapp.figures.pieces import KINDS, Drawing, Piece
from webapp.figures.skeleton import SIDES

# Parts nearer to each other than this keep the order they had.
SLACK = 0.018
ALWAYS = 0.006
# Arms count as a little nearer than they are: hands lie on the body, not in it.
ARM_BIAS = 0.020
# A thigh raised further than this lies over the shirt, a hanging one under its hem.
HEM_FLEXION = 55.0
OVERRIDE = {"front": 9.0, "back": -9.0}
FIXED = {("trunk", "neck"), ("neck", "shirt"), ("trunk", "shirt"), ("shirt", "pack")}


@dataclass(frozen=True)
class Token:
    """A part in the order of drawing: as itself, or as the halo that parts it from others."""

    part: str
    look: str


def order(
    drawing: Drawing,
    body: Body,
    overrides: Mapping[str, str],
    previous: list[str] | None,
) -> list[str]:
    """Parts from back to front. Without a previous order every difference in depth counts."""
    depth = _depths(drawing, body, overrides)
    names = previous or sorted(depth, key=lambda part: depth[part])
    under = _constraints(drawing, depth, names, SLACK if previous else 0.0)
    for side in SIDES:
        leg = f"leg_{side}"
        if depth["trunk"] < depth[leg] < depth["shirt"]:
            under["shirt"].add(leg)
            under[leg].add("trunk")
    return _sorted(names, under)


def _depths(drawing: Drawing, body: Body, overrides: Mapping[str, str]) -> dict[str, float]:
    depth = {
        part: near + (ARM_BIAS if part.startswith(("arm", "forearm")) else 0.0)
        for part, near in drawing.nearness.items()
    }
    depth["neck"] = depth["trunk"] + 0.0005
    if "pack" in depth:
        depth["pack"] = depth["trunk"] + 0.0007
    for part, place in overrides.items():
        depth[part] = OVERRIDE[place] + 0.1 * depth[part]
    _hang_shirt(depth, body)
    return depth


def _hang_shirt(depth: dict[str, float], body: Body) -> None:
    """Over hanging thighs, under raised ones, and under arms that were before the trunk."""
    trunk = depth["trunk"]
    raised = {side: body.angles[f"{side}.hip.flex"] >= HEM_FLEXION for side in SIDES}
    hanging = [
        depth[f"leg_{side}"] + 0.0005
        for side in SIDES
        if not raised[side] and depth[f"leg_{side}"] > trunk
    ]
    shirt = depth["shirt"] = max([trunk + 0.001, *hanging])
    for side in SIDES:
        for part in (f"arm_{side}", f"forearm_{side}"):
            if trunk < depth[part] <= shirt:
                depth[part] = shirt + 0.001 + 0.0001 * depth[part]
        leg = f"leg_{side}"
        if raised[side] and trunk < depth[leg] <= shirt:
            depth[leg] = shirt + 0.0015


def _constraints(
    drawing: Drawing, depth: dict[str, float], names: list[str], slack: float
) -> dict[str, set[str]]:
    """For each part, the parts that must be drawn before it: only such as it meets."""
    boxes = {name: _box(drawing.parts[name]) for name in names}
    under: dict[str, set[str]] = {name: set() for name in names}
    for back in names:
        for front in names:
            fixed = (back, front) in FIXED
            gap = depth[front] - depth[back]
            if back == front or (front, back) in FIXED or not (fixed or gap > slack):
                continue
            if fixed or gap < ALWAYS or _meet(boxes[back], boxes[front]):
                under[front].add(back)
    return under


def _box(pieces: list[Piece]) -> tuple[Points, Points]:
    lows = [piece.points.min(0) - KINDS[piece.kind].width / 2 * UNITS for piece in pieces]
    highs = [piece.points.max(0) + KINDS[piece.kind].width / 2 * UNITS for piece in pieces]
    return np.min(lows, axis=0), np.max(highs, axis=0)


def _meet(a: tuple[Points, Points], b: tuple[Points, Points]) -> bool:
    return bool((a[0] < b[1]).all() and (b[0] < a[1]).all())


def _sorted(names: list[str], under: dict[str, set[str]]) -> list[str]:
    """As in `names` wherever nothing speaks against it."""
    left, done = list(names), []
    while left:
        free = (name for name in left if not under[name] & set(left))
        done.append(next(free, left[0]))
        left.remove(done[-1])
    return done


def far_parts(body: Body, camera: Camera) -> set[str]:
    """The limbs on the far side; seen from the front or the back neither side is far."""
    aside = camera.nearness(body.frames["pelvis"][:, 2])
    if abs(aside) < 0.45:
        return set()
    side = "l" if aside > 0 else "r"
    return {f"arm_{side}", f"forearm_{side}", f"leg_{side}"}


def tokens(parts: list[str], far: set[str]) -> list[Token]:
    """What is drawn, in order, with the halos that part near limbs from what is behind them.

    A leg's halo goes under the trunk and a forearm's under its own upper arm, so that hip and
    elbow have no seam.
    """
    place = {part: i for i, part in enumerate(parts)}
    early = _early_halos(parts, place)
    found: list[Token] = []
    for part in parts:
        found += [Token(other, "halo") for other in _halos_before(part, parts, early)]
        found.append(Token(part, _look(part, far)))
    return found


def _halos_before(part: str, parts: list[str], early: dict[str, str]) -> list[str]:
    """The parts whose halo is drawn just before this part."""
    behind, later = parts[: parts.index("trunk")], parts[parts.index("trunk") + 1 :]
    if part == "trunk":
        return [leg for leg in later if leg.startswith("leg")]
    if part in early:
        return [early[part]]
    forearm = part.startswith("forearm") and part not in early.values()
    return [part] if forearm or (part.startswith("leg") and part in behind) else []


def _early_halos(parts: list[str], place: dict[str, int]) -> dict[str, str]:
    """Upper arms whose forearm follows with nothing but arms between."""
    found = {}
    for side in SIDES:
        arm, forearm = f"arm_{side}", f"forearm_{side}"
        between = parts[place[arm] : place[forearm]]
        if between and all(part.startswith(("arm", "forearm")) for part in between):
            found[arm] = forearm
    return found


def _look(part: str, far: set[str]) -> str:
    if part in far:
        return "far"
    return "near" if part.startswith("arm") else ""
