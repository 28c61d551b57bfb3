"""A movement as the camera sees it: every frame drawn and ordered, ready to be written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from webapp.figures.body import Body
from webapp.figures.camera import UNITS, Camera, Points
from webapp.figures.inset import Inset, inset, leader, place_of
from webapp.figures.layers import Token, far_parts, order, tokens
from webapp.figures.movement import Movement
from webapp.figures.pieces import KINDS, NEAREST, Drawing, Piece, draw
from webapp.figures.scenery import scenery
from webapp.figures.words import POINTS

MARGIN = 14.0


@dataclass(frozen=True)
class ViewBox:
    """What is seen of the page, in drawing units."""

    left: float
    top: float
    width: float
    height: float

    def __str__(self) -> str:
        return f"{self.left:.0f} {self.top:.0f} {self.width:.0f} {self.height:.0f}"


class Shot:
    """Drawings and orders of all frames of a movement."""

    def __init__(self, movement: Movement, camera: Camera | None = None) -> None:
        self.movement = movement
        self.camera = camera = camera or movement.camera
        self.drawings = self._drawn([frame.body for frame in movement.frames])
        self.inset = self._inset()
        self.ground = scenery(movement, camera)
        far = far_parts(movement.first, camera)
        self.orders: list[list[Token]] = []
        previous: list[str] | None = None
        for frame, drawing in zip(movement.frames, self.drawings, strict=True):
            previous = order(drawing, frame.body, movement.figure.layers, previous)
            self.orders.append(tokens(previous, far))

    def _drawn(self, bodies: list[Body]) -> list[Drawing]:
        """Of each body its drawing; one that comes back is drawn once."""
        movement = self.movement
        drawn = {
            identity: draw(
                body,
                self.camera,
                spine="spine" in movement.figure.show,
                props=movement.figure.props,
                first=movement.first,
            )
            for identity, body in {id(body): body for body in bodies}.items()
        }
        return [drawn[id(body)] for body in bodies]

    def _inset(self) -> Inset | None:
        """What it shows; its line follows the part, over everything."""
        for prop in self.movement.figure.props:
            if prop.inset is None:
                continue
            grip, part = prop.inset
            centre = place_of(part, self.movement, self.camera)
            for frame, drawing in zip(self.movement.frames, self.drawings, strict=True):
                drawing.parts["leader"] = leader(part, centre, frame.body, self.camera)
                drawing.nearness["leader"] = NEAREST
            return inset(grip, centre)
        return None

    @cached_property
    def box(self) -> ViewBox:
        """All that is ever drawn, or what the zoom asks for."""
        zoom = self.movement.figure.zoom
        if zoom:
            return self._around(zoom.part, zoom.width * UNITS)
        return self._around_all(self.drawings, [*self.ground, *(self.inset or ())])

    def box_of(self, frame: int) -> ViewBox:
        """What one frame needs without an inset: a small picture is as large as it can be."""
        if self.movement.figure.zoom:
            return self.box
        drawing = self.drawings[frame]
        parts = {name: pieces for name, pieces in drawing.parts.items() if name != "leader"}
        return self._around_all([Drawing(parts=parts)], self.ground)

    def _around_all(self, drawings: list[Drawing], ground: list[Piece]) -> ViewBox:
        drawn = [piece for drawing in drawings for piece in _all(drawing)]
        extents = [_extent(piece) for piece in [*drawn, *ground]]
        low = np.min([low for low, _ in extents], axis=0) - MARGIN
        high = np.max([high for _, high in extents], axis=0) + MARGIN
        return ViewBox(low[0], low[1], high[0] - low[0], high[1] - low[1])

    def _around(self, part: str, width: float) -> ViewBox:
        places = [frame.body.points[POINTS[part]] for frame in self.movement.frames]
        middle = self.camera.page(np.mean(places, axis=0))
        height = width * 0.75
        return ViewBox(middle[0] - width / 2, middle[1] - height / 2, width, height)


def _all(drawing: Drawing) -> list[Piece]:
    return [piece for pieces in drawing.parts.values() for piece in pieces]


def _extent(piece: Piece) -> tuple[Points, Points]:
    half = KINDS[piece.kind].width / 2 * UNITS
    return piece.points.min(axis=0) - half, piece.points.max(axis=0) + half
