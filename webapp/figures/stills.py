"""Figures that stand still: one pose, start and end with an arrow, a film strip for paper."""

from __future__ import annotations

from collections.abc import Container, Iterator

import numpy as np

from webapp.figures.camera import UNITS, Points
from webapp.figures.layers import Token
from webapp.figures.paths import path, path_data
from webapp.figures.pieces import KINDS, Drawing, Piece
from webapp.figures.shot import Shot, ViewBox
from webapp.figures.words import POINTS

# A halo of these would only thicken the arm they belong to.
NO_HALO = {"sleeve", "upper-arm"}
# Too fine to be seen on a ghost.
FINE = {"eye", "nose", "ear", "thumb", "collar", "spine", "sleeve"}
# Parts that a list leaves out.
TOO_FINE = ("leader", "cord")
FOLLOWED = ("hand_l", "hand_r", "foot_l", "foot_r", "knee_l", "knee_r", "head", "mid_back")
# Drawing units, of 1000: in a list less than a pixel on a phone.
LIST_GRID, GHOST_GRID = 2, 5
HARDLY = 4.0
SHORTEST_ARROW = 40.0
SECOND_ARROW = 0.55
GAP = 24.0


def pose(shot: Shot, frame: int, grid: int = 1, without: Container[str] = ()) -> str:
    """One frame without the ground, and without some of its parts."""
    drawing = shot.drawings[frame]
    order = [token for token in shot.orders[frame] if token.part not in without]
    seen = [token for token in order if not _is_behind_hair(drawing, token, order)]
    return "".join(_token(drawing, token, grid=grid) for token in seen)


def _is_behind_hair(drawing: Drawing, token: Token, order: list[Token]) -> bool:
    """Of an ear: drawn before the hair, and wholly covered by it."""
    hair = drawing.parts["hair"][0]
    if not token.part.startswith("ear") or order.index(token) > order.index(Token("hair", "")):
        return False
    spare = (KINDS["hair"].width - KINDS["ear"].width) / 2 * UNITS
    distances = drawing.parts[token.part][0].points[:, None] - hair.points[None]
    return bool((np.hypot(distances[..., 0], distances[..., 1]).min(axis=1) < spare).all())


def _ghost(before: Drawing, after: Drawing, order: list[Token]) -> str:
    """Only what moves, in fewer points: a shadow of the start, not a second person."""
    coarse = {
        part: [_coarse(piece) for piece in pieces if piece.kind not in FINE]
        for part, pieces in before.parts.items()
    }
    return "".join(
        _token(Drawing(parts=coarse), token, grid=GHOST_GRID)
        for token in order
        if token.look != "halo" and _moved(before, after, token.part)
    )


def _coarse(piece: Piece) -> Piece:
    if piece.kind in ("hips", "torso"):
        return Piece(piece.kind, piece.points[::2])
    return Piece(piece.kind, piece.points[[0, 2, 4]]) if piece.kind == "shank" else piece


def _moved(before: Drawing, after: Drawing, part: str) -> bool:
    pairs = zip(before.parts[part], after.parts[part], strict=True)
    return any(float(np.abs(a.points - b.points).max()) > HARDLY for a, b in pairs)


def _token(drawing: Drawing, token: Token, grid: int = 1) -> str:
    left_out = NO_HALO if token.look == "halo" else set()
    pieces = [piece for piece in drawing.parts[token.part] if piece.kind not in left_out]
    # In profile one eye lies on the other: what is drawn the same is drawn once.
    drawn = "".join(dict.fromkeys(path(piece, grid=grid) for piece in pieces))
    if not drawn:
        return ""
    return f'<g class="{token.look}">{drawn}</g>' if token.look else drawn


def ground(shot: Shot, grid: int = 1) -> str:
    drawn = "".join(path(piece, grid=grid) for piece in shot.ground)
    if shot.inset is None:
        return drawn
    ground, far, near = (
        "".join(path(piece, grid=grid) for piece in pieces)
        for pieces in (shot.inset.ground, shot.inset.far, shot.inset.near)
    )
    return f'{drawn}{ground}<g class="far">{far}</g>{near}'


def single(shot: Shot) -> str:
    """The pose a list shows, without an inset: the second of the figure's two stills."""
    frame = ends(shot)[1]
    drawn = "".join(path(piece, grid=LIST_GRID) for piece in shot.ground)
    return svg(shot.box_of(frame), drawn + pose(shot, frame, LIST_GRID, without=TOO_FINE))


def svg_pair(shot: Shot) -> str:
    """Start and end by themselves, on their ground."""
    return svg(shot.box, ground(shot, LIST_GRID) + pair(shot, LIST_GRID))


def pair(shot: Shot, grid: int = 1) -> str:
    """Where it starts, faint; where it goes; and how."""
    start, end = ends(shot)
    if start == end:
        return pose(shot, end, grid)
    ghost = _ghost(shot.drawings[start], shot.drawings[end], shot.orders[start])
    return f'<g class="ghost">{ghost}</g>{pose(shot, end, grid)}{arrows(shot, start, end)}'


def ends(shot: Shot) -> tuple[int, int]:
    """The frames of the two poses that tell the movement."""
    movement = shot.movement
    names = movement.figure.still
    if names is None:
        moving = [passage for passage in movement.passages if passage.moves]
        names = (moving[0].source, moving[0].target) if moving else (movement.figure.first,) * 2
    return movement.landings[names[0]], movement.landings[names[1]]


def strip(shot: Shot, frames: list[int]) -> str:
    """Frames side by side on their own ground, in the order of time."""
    step = shot.box.width + GAP
    drawn = "".join(
        _shifted(shot, place * step, ground(shot) + pose(shot, frame))
        for place, frame in enumerate(frames)
    )
    box = shot.box
    wide = ViewBox(box.left, box.top, step * len(frames) - GAP, box.height)
    return svg(wide, drawn)


def _shifted(shot: Shot, aside: float, drawn: str) -> str:
    """A frame in its place; what a zoom leaves out is cut off, or it would lie on the next."""
    box = shot.box
    if not shot.movement.figure.zoom:
        return f'<g transform="translate({aside:.0f} 0)">{drawn}</g>'
    place = f'x="{box.left + aside:.0f}" y="{box.top:.0f}"'
    size = f'width="{box.width:.0f}" height="{box.height:.0f}"'
    return f'<svg {place} {size} viewBox="{box}">{drawn}</svg>'


def strip_frames(shot: Shot) -> list[int]:
    """Every pose in turn; where there are few, the middle of each way too."""
    movement = shot.movement
    moving = [passage for passage in movement.passages if passage.moves]
    found = [0]
    for passage in moving:
        if len(moving) <= 3:
            found.append(movement.frame_at((passage.start + passage.end) / 2))
        found.append(movement.frame_at(passage.end))
    closes = len(found) > 2 and moving[-1].target == movement.figure.first
    return found[:-1] if closes else found


def svg(box: ViewBox, inside: str) -> str:
    return f'<svg class="figure" viewBox="{box}">{inside}</svg>'


def arrows(shot: Shot, start: int, end: int) -> str:
    """Along the way of the points that move furthest, or of those the figure names."""
    camera = shot.camera
    bodies = [frame.body for frame in shot.movement.frames]
    travel = _between(start, end)
    ways = {
        name: np.array([camera.page(bodies[i].points[POINTS[name]]) for i in travel])
        for name in shot.movement.figure.arrow or FOLLOWED
    }
    return "".join(_arrow(ways[name]) for name in _told(shot, ways))


def _between(start: int, end: int) -> range:
    return range(start, end + 1) if start <= end else range(start, end - 1, -1)


def _told(shot: Shot, ways: dict[str, Points]) -> Iterator[str]:
    if shot.movement.figure.arrow:
        yield from ways
        return
    distance = {name: float(np.hypot(*(way[-1] - way[0]))) for name, way in ways.items()}
    furthest = sorted(ways, key=lambda name: distance[name], reverse=True)
    yield furthest[0]
    limbs = [name for name in furthest[:2] if name.startswith(("hand", "foot"))]
    if len(limbs) == 2 and distance[limbs[1]] > SECOND_ARROW * distance[limbs[0]]:
        yield limbs[1]


def _arrow(way: Points) -> str:
    """A smooth line that ends a little before the point it follows, and a head."""
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(way, axis=0).T))])
    if along[-1] < SHORTEST_ARROW:
        return ""
    marks = np.linspace(0.08, 0.86, 5) * along[-1]
    bends = np.column_stack([np.interp(marks, along, way[:, axis]) for axis in (0, 1)])
    ahead = bends[-1] - bends[-2]
    ahead /= max(float(np.hypot(*ahead)), 1e-9)
    aside = np.array([-ahead[1], ahead[0]])
    head = [bends[-1] + ahead * 26, bends[-1] + aside * 14 - ahead * 4, bends[-1] - aside * 14 - ahead * 4]  # fmt: skip  # noqa: E501
    return f'<path class="arrow" d="{_smooth(bends)}"/><path class="tip" d="{path_data("ball", np.array(head))}"/>'  # noqa: E501


def _smooth(bends: Points) -> str:
    """Quadratic curves through the middles between the points."""
    middles = [*(bends[1:-2] + bends[2:-1]) / 2, bends[-1]]
    pulls = bends[1:-1]
    curves = "".join(
        f"Q{pull[0]:.0f} {pull[1]:.0f} {end[0]:.0f} {end[1]:.0f}"
        for pull, end in zip(pulls, middles, strict=True)
    )
    return f"M{bends[0][0]:.0f} {bends[0][1]:.0f}{curves}"
