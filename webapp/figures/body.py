"""A solved body: where each joint is, how each part is turned, what its joints measure."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from webapp.figures.geometry import Matrix, Vector, angle, length, unit, vector
from webapp.figures.skeleton import CENTRE, MASS, SECTIONS, SIDES, SKULL_RADIUS, Side


@dataclass(frozen=True)
class Miss:
    """A hand, foot or knee that cannot get where it should be.

    `short` is the distance in statures, positive too far and negative too near; `nearest` says in
    the words of the format where it does get.
    """

    short: float
    nearest: str = ""


@dataclass
class Body:
    """Points by name (`knee_l`), frames by part (`thigh_l`), angles by joint.

    Joints of a limb begin with its side (`l.knee`), the others are the trunk's (`lumbar.flex`).
    """

    points: dict[str, Vector] = field(default_factory=dict)
    frames: dict[str, Matrix] = field(default_factory=dict)
    angles: dict[str, float] = field(default_factory=dict)
    misses: dict[str, Miss] = field(default_factory=dict)
    lean: float = 0.0
    neck_flex: float = 0.0

    def at(self, part: str, forward: float, headward: float, right: float = 0.0) -> Vector:
        """A point beside a joint, in the axes of the frame of the same name."""
        return self.points[part] + self.frames[part] @ vector(forward, headward, right)

    def sections(self, which: slice = slice(None)) -> list[tuple[Vector, Vector, Vector]]:
        """The ellipses of the trunk: centre, half axis to the front, half axis to the right."""
        return [
            (
                self.at(section.origin, section.forward, section.along),
                self.frames[section.origin][:, 0] * section.half_depth,
                self.frames[section.origin][:, 2] * section.half_width,
            )
            for section in SECTIONS[which]
        ]

    def lowest(self, which: slice = slice(None)) -> float:
        """Height of the lowest point of the trunk, or of some of its sections."""
        return min(
            float(centre[1] - np.hypot(depth[1], width[1])) - 0.004
            for centre, depth, width in self.sections(which)
        )

    def head_height(self) -> float:
        """How high the head's lowest point is above the floor."""
        return float(self.points["skull"][1]) - SKULL_RADIUS

    def centre_of_mass(self) -> Vector:
        trunk = (self.points["pelvis"] + self.points["c7"]) / 2
        weights = [
            (MASS["head"], self.points["skull"]),
            (MASS["trunk"], trunk + self.frames["spine_2"] @ vector(0.02, 0, 0)),
        ]
        for side in SIDES:
            weights += self._limb_masses(side)
        total = sum(mass for mass, _ in weights)
        centre: Vector = sum((mass * point for mass, point in weights), vector(0, 0, 0)) / total
        return centre

    def _limb_masses(self, side: Side) -> list[tuple[float, Vector]]:
        segments = {
            "upper_arm": ("shoulder", "elbow"),
            "forearm": ("elbow", "wrist"),
            "thigh": ("hip", "knee"),
            "shank": ("knee", "ankle"),
            "foot": ("heel", "toe"),
        }
        masses = [
            (MASS[name], self.along(f"{a}_{side}", f"{b}_{side}", CENTRE[name]))
            for name, (a, b) in segments.items()
        ]
        return [*masses, (MASS["hand"], self.points[f"palm_{side}"])]

    def along(self, start: str, end: str, share: float) -> Vector:
        a, b = self.points[start], self.points[end]
        return a + share * (b - a)

    def span(self, start: str, end: str) -> float:
        return length(self.points[end] - self.points[start])

    def facing(self) -> Vector:
        """The way the pelvis faces, level with the floor; where it leans, as if it were upright."""
        front, _, right = self.frames["pelvis"].T
        on_its_side = abs(right[1]) > 0.7
        return unit(
            vector(front[0], 0, front[2]) if on_its_side else vector(right[2], 0, -right[0])
        )

    def mirrored(self) -> dict[str, Vector]:
        """Where each point is on the other side's picture."""
        other = {"_l": "_r", "_r": "_l"}
        return {
            name[:-2] + other[name[-2:]] if name[-2:] in other else name: place * (1, 1, -1)
            for name, place in self.points.items()
        }

    def leaning(self) -> float:
        """Of the trunk, from upright: 0 to 180 degrees."""
        return angle(self.points["c7"] - self.points["pelvis"], vector(0, 1, 0))
