"""A figure that moves: path data animated by SMIL over one repetition, sought by the player.

Parts that are drawn more than once a frame (a limb and its halo) stand in `defs`; where the order
of depth changes over time, all orders are merged into one list whose entries come and go. They go
by stepping out of the picture: to hide them by `visibility` costs ten times as much for each seek.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil, log10

import numpy as np
from numpy.typing import NDArray

from webapp.figures import stills
from webapp.figures.camera import Points
from webapp.figures.keyframes import thin
from webapp.figures.layers import Token
from webapp.figures.paths import path, path_data
from webapp.figures.pieces import Piece
from webapp.figures.shot import Shot

# Greatest distance in drawing units between a shown and a solved point: of all pieces, of one.
TOLERANCE, PIECE_TOLERANCE = 2.2, 1.6
STILL = 1.0
# Seconds that a key time may be off: what is fast moves a unit or two in that time.
EXACT = 0.002
AWAY = 5000


def figure(shot: Shot) -> str:
    """The whole SVG: ground, moving body, and the still pair for who wants no movement."""
    if not shot.movement.passages:
        return stills.svg_pair(shot)
    moving = _Film(shot)
    bounds = ",".join(f"{bound:g}" for bound in shot.movement.bounds)
    return (
        f'<svg class="figure" data-figure="{shot.movement.slug}" data-phases="{bounds}"'
        f' viewBox="{shot.box}">{stills.ground(shot)}'
        f'<g class="figure-moving">{moving.body()}</g>'
        f'<g class="figure-still">{stills.pair(shot)}</g></svg>'
    )


@dataclass(frozen=True)
class _Film:
    """Writes what moves."""

    shot: Shot

    @cached_property
    def times(self) -> list[float]:
        return [frame.time for frame in self.shot.movement.frames]

    @cached_property
    def seconds(self) -> float:
        return self.shot.movement.seconds

    @cached_property
    def ends(self) -> list[int]:
        """Frames at the ends of passages: kept in every piece, or a stay would creep."""
        passages = self.shot.movement.passages
        if all(passage.moves for passage in passages):
            return [0, len(self.times) - 1]
        return [0, *(self.shot.movement.frame_at(passage.end) for passage in passages)]

    @cached_property
    def keys(self) -> list[int]:
        """Frames among which every piece chooses its own."""
        rows = [
            np.concatenate([piece.points.ravel() for part in parts.values() for piece in part])
            for parts in (drawing.parts for drawing in self.shot.drawings)
        ]
        bounds = self.shot.movement.bounds
        ends = [self.shot.movement.frame_at(bound) for bound in bounds]
        return thin(self.times, np.array(rows), TOLERANCE, [*self.ends, *ends])

    def body(self) -> str:
        cast = self._cast()
        runs = self._runs()
        sequence = merged([order for _, order in runs])
        drawn_twice = {
            token.part
            for token in sequence
            if sum(other.part == token.part for other in sequence) > 1
        }
        defs = "".join(
            f'<g id="{self._id(part)}">{inside}</g>'
            for part, inside in cast.items()
            if part in drawn_twice
        )
        shows = [placed(sequence, order) for _, order in runs]
        entries = "".join(
            self._entry(token, cast, token.part in drawn_twice, self._presence(i, runs, shows))
            for i, token in enumerate(sequence)
        )
        return f"<defs>{defs}</defs>{entries}"

    def _id(self, part: str) -> str:
        return f"{self.shot.movement.slug}-{part}"

    def _cast(self) -> dict[str, str]:
        """Every part with its animation, by name."""
        return {
            part: "".join(self._piece(part, i) for i in range(len(pieces)))
            for part, pieces in self.shot.drawings[0].parts.items()
        }

    def _piece(self, part: str, index: int) -> str:
        frames = [self.shot.drawings[key].parts[part][index] for key in self.keys]
        points = np.array([piece.points for piece in frames])
        if float(np.abs(points - points[0]).max()) < STILL:
            return path(frames[0])
        return path(frames[0], self._animation(frames, points.reshape(len(frames), -1)))

    def _animation(self, frames: Sequence[Piece], rows: Points) -> str:
        kept = self.kept(rows)
        times = ";".join(share(self.times[self.keys[i]] / self.seconds, self.seconds) for i in kept)
        values = ";".join(path_data(frames[i].kind, frames[i].points) for i in kept)
        return f'<animate attributeName="d" {self._clock} keyTimes="{times}" values="{values}"/>'

    def kept(self, rows: Points) -> list[int]:
        """Which of the keys one piece needs; its points at each key are a row."""
        must = [i for i, key in enumerate(self.keys) if key in self.ends]
        return thin([self.times[key] for key in self.keys], rows, PIECE_TOLERANCE, must)

    @property
    def _clock(self) -> str:
        return f'dur="{self.seconds:g}s" repeatCount="indefinite"'

    def _runs(self) -> list[tuple[float, list[Token]]]:
        """From when on each order of depth holds."""
        found: list[tuple[float, list[Token]]] = []
        for time, order in zip(self.times, self.shot.orders, strict=True):
            if not found or found[-1][1] != order:
                found.append((time, order))
        return found

    def _presence(
        self, index: int, runs: list[tuple[float, list[Token]]], shows: list[set[int]]
    ) -> tuple[bool, str]:
        """Whether an entry is seen at first, and the animation that brings it and takes it away."""
        seen = [index in show for show in shows]
        if all(seen):
            return True, ""
        changes = [
            (time, now)
            for i, ((time, _), now) in enumerate(zip(runs, seen, strict=True))
            if i == 0 or now != seen[i - 1]
        ]
        times = ";".join(share(time / self.seconds, self.seconds) for time, _ in changes)
        values = ";".join("0" if now else str(AWAY) for _, now in changes)
        return seen[0], (
            f'<animate attributeName="x" calcMode="discrete" {self._clock}'
            f' keyTimes="{times}" values="{values}"/>'
        )

    def _entry(
        self, token: Token, cast: dict[str, str], reused: bool, seen: tuple[bool, str]
    ) -> str:
        look = f' class="{token.look}"' if token.look else ""
        away = "" if seen[0] else f' x="{AWAY}"'
        if reused:
            start = f'<use href="#{self._id(token.part)}"{look}{away}'
            return f"{start}>{seen[1]}</use>" if seen[1] else f"{start}/>"
        # A part that stands once is always seen: every order holds every part.
        return f"<g{look}>{cast[token.part]}</g>"


def share(value: float, seconds: float) -> str:
    """A key time of a film of so many seconds, short: .125

    As exact as `EXACT` asks; a longer film needs more decimals.
    """
    decimals = max(3, ceil(log10(seconds / (2 * EXACT))))
    return f"{value:.{decimals}f}".rstrip("0").rstrip(".").removeprefix("0") or "0"


def merged(orders: Sequence[list[Token]]) -> list[Token]:
    """A short list in which every order is found in sequence."""
    whole: list[Token] = []
    for order in orders:
        whole = _supersequence(whole, order)
    return whole


def _supersequence(a: list[Token], b: list[Token]) -> list[Token]:
    """The shortest list that holds both in sequence, by their longest common part."""
    common = _longest_common(a, b)
    found: list[Token] = []
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            found.append(a[i])
            i, j = i + 1, j + 1
        elif common[i + 1, j] >= common[i, j + 1]:
            found.append(a[i])
            i += 1
        else:
            found.append(b[j])
            j += 1
    return [*found, *a[i:], *b[j:]]


def _longest_common(a: list[Token], b: list[Token]) -> NDArray[np.int64]:
    """How long the longest common part is of what is left of both from each pair of places on."""
    common = np.zeros((len(a) + 1, len(b) + 1), dtype=np.int64)
    for i in reversed(range(len(a))):
        for j in reversed(range(len(b))):
            same = a[i] == b[j]
            common[i, j] = (
                common[i + 1, j + 1] + 1 if same else max(common[i + 1, j], common[i, j + 1])
            )
    return common


def placed(sequence: list[Token], order: list[Token]) -> set[int]:
    """Which entries of the sequence show this order."""
    found, rest = set(), iter(enumerate(sequence))
    for token in order:
        found.add(next(i for i, entry in rest if entry == token))
    return found
