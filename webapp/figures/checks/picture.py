"""The camera shows what moves, the trunk in its length and the face."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from webapp.figures.bearing import wall_way
from webapp.figures.camera import Camera
from webapp.figures.findings import Finding, far, spoken
from webapp.figures.geometry import Vector, length
from webapp.figures.landmarks import WATCHED
from webapp.figures.movement import Movement
from webapp.figures.words import VIEWS

# Of its true length: less than that of the largest movement is hidden.
SHOWN = 0.45
# What moves less needs no camera to be judged by.
WORTH_SEEING = 0.06
# Of the trunk's true length: less is looking along it.
TRUNK_SHOWN = 0.60
# Cosine between the face and the way to the viewer: beyond, one sees hair.
AVERTED = -0.75
LEAST = 0.05
# Cosine between the way to the wall and the way to the viewer.
BEFORE_WALL = 0.35


def check(movement: Movement) -> Iterator[Finding]:
    for problem in (_hidden, _along_trunk, _averted, _behind_wall, _still):
        message = problem(movement)
        if message:
            yield Finding("warning", "picture", _where(movement, problem), message)


def _where(movement: Movement, problem: object) -> str:
    return "view" if problem is not _still else movement.figure.first


def _ways(movement: Movement) -> dict[str, Vector]:
    """The farthest that each point gets from where it starts."""
    ways = {}
    for point in WATCHED:
        track = np.array([frame.body.points[point] for frame in movement.frames])
        moved = track - track[0]
        ways[point] = moved[int(np.argmax(np.linalg.norm(moved, axis=1)))]
    return ways


def _largest(movement: Movement) -> tuple[str, Vector]:
    return max(_ways(movement).items(), key=lambda way: length(way[1]))


def _hidden(movement: Movement) -> str | None:
    point, way = _largest(movement)
    if _movement_shown(movement, movement.camera) >= SHOWN:
        return None
    return (
        f"the largest movement, {far(length(way))} of the {spoken(point)}, appears at"
        f" {_movement_shown(movement, movement.camera) * 100:.0f} % of its length:"
        f" {_better(movement, _movement_shown)}"
    )


def _movement_shown(movement: Movement, camera: Camera) -> float:
    """How long what is seen best looks, against the largest movement there is."""
    largest = length(_largest(movement)[1])
    if largest <= WORTH_SEEING:
        return 1.0
    return max(camera.seen_length(way) for way in _ways(movement).values()) / largest


def _along_trunk(movement: Movement) -> str | None:
    shown = _trunk_shown(movement, movement.camera)
    if shown >= TRUNK_SHOWN:
        return None
    return (
        f"you look along the trunk, it appears at {shown * 100:.0f} % of its length:"
        f" {_better(movement, _trunk_shown)}"
    )


def _trunk_shown(movement: Movement, camera: Camera) -> float:
    trunk = movement.first.points["c7"] - movement.first.points["pelvis"]
    return camera.seen_length(trunk) / length(trunk)


def _averted(movement: Movement) -> str | None:
    if movement.camera.from_behind or _facing(movement, movement.camera) >= AVERTED:
        return None
    return f"the face is turned away: turn the neck less, or {_better(movement, _facing)}"


def _behind_wall(movement: Movement) -> str | None:
    """A wall is drawn behind the body, so it may not stand before it."""
    for prop in movement.figure.props:
        if prop.wall is None or movement.camera.nearness(wall_way(prop.wall)) < BEFORE_WALL:
            continue
        way = "behind: `view: back_quarter`" if prop.wall > 0 else "in front: `view: quarter`"
        return f"the wall stands between the viewer and the figure: look at it from {way}, or side"
    return None


def _facing(movement: Movement, camera: Camera) -> float:
    """Cosine between face and viewer when it is turned away most."""
    return min(camera.nearness(frame.body.frames["head"][:, 0]) for frame in movement.frames)


def _still(movement: Movement) -> str | None:
    size = length(_largest(movement)[1])
    zoom = movement.figure.zoom
    larger = max(1.0, 1.0 / zoom.width) if zoom else 1.0
    if not movement.passages or size * larger >= LEAST:
        return None
    return (
        f"hardly anything moves, {far(size)} at most: make the movement larger, or show it with"
        " `zoom: {part: pelvis, width: .4, exaggerate: 2}`"
    )


def _better(movement: Movement, shown: Callable[[Movement, Camera], float]) -> str:
    """The named view that shows most of it, with nothing else wrong."""
    well = [
        view
        for view, camera in ((view, Camera(view)) for view in VIEWS)
        if _movement_shown(movement, camera) >= SHOWN
        and _trunk_shown(movement, camera) >= TRUNK_SHOWN
        and (camera.from_behind or _facing(movement, camera) >= AVERTED)
    ]
    if not well:
        return "no named view shows it; set `view: [degrees round, degrees high]`"
    best = max(well, key=lambda view: shown(movement, Camera(view)))
    share = shown(movement, Camera(best))
    return f"set `view: {best}`" + (f" ({share * 100:.0f} %)" if shown is not _facing else "")
