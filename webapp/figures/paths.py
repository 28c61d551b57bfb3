"""Path data: whole numbers, each point relative to the one before."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from webapp.figures.camera import Points
from webapp.figures.pieces import KINDS, Piece


def path_data(kind: str, points: Points, grid: int = 1) -> str:
    """One piece as the `d` of a path; always the same commands for the same kind.

    A coarser grid, in drawing units, costs fewer bytes.
    """
    form = KINDS[kind].form
    if form == "curve":
        return _curve(points, grid)
    whole = _on_grid(points, grid)
    start = f"M{whole[0][0]} {whole[0][1]}"
    if len(whole) == 1:
        return f"{start}h0"
    steps = _joined(value for step in np.diff(whole, axis=0) for value in step)
    return f"{start}l{steps}" + ("z" if form == "polygon" else "")


def _on_grid(points: Points, grid: int) -> NDArray[np.int64]:
    return np.round(points / grid).astype(np.int64) * grid


def _curve(points: Points, grid: int) -> str:
    """A closed quadratic B-spline: the points pull, the curve passes the middles between them.

    The pull of each next stretch is the last one mirrored at the middle between, so that only the
    first need be written; on an even grid the middles are whole numbers and nothing drifts.
    """
    pulls = _on_grid(points, 2 * grid)
    middles = (pulls + np.roll(pulls, -1, axis=0)) // 2
    start = middles[-1]
    first = [*(pulls[0] - start), *(middles[0] - start)]
    rest = np.diff(middles, axis=0).ravel()
    return f"M{start[0]} {start[1]}q{_joined(first)}t{_joined(rest)}z"


def _joined(values: Iterable[int | np.int64]) -> str:
    return " ".join(str(value) for value in values).replace(" -", "-")


def path(piece: Piece, inside: str = "", grid: int = 1) -> str:
    data = path_data(piece.kind, piece.points, grid)
    end = f">{inside}</path>" if inside else "/>"
    return f'<path class="f-{piece.kind}" d="{data}"{end}'
