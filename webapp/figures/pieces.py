"""What a body is drawn with: pieces of points, each stroked round, gathered into parts.

A piece is always the same number of points, so that a frame is nothing but points. Stroke widths
and radii in statures; a limb is a slim polygon with a thick round stroke.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from webapp.figures.body import Body
from webapp.figures.camera import UNITS, Camera, Points
from webapp.figures.contacts import hull
from webapp.figures.gear import gear_of
from webapp.figures.geometry import Vector, clamp, cos, sin, vector
from webapp.figures.props import WATER, crests, lies_on_side, reach_of, shows_surface
from webapp.figures.schema import Prop
from webapp.figures.skeleton import SHIRT, SIDES, SIGN, TROUSERS, Side


@dataclass(frozen=True)
class Kind:
    """How pieces of a kind are drawn: stroke width, colour role, and as which form."""

    width: float
    colour: str
    form: Literal["line", "polygon", "curve"] = "polygon"


KINDS = {
    "thigh": Kind(0.066, "trousers"),
    "shank": Kind(0.040, "trousers"),
    "foot": Kind(0.027, "skin"),
    "sleeve": Kind(0.055, "shirt"),
    "upper-arm": Kind(0.041, "skin"),
    "forearm": Kind(0.032, "skin"),
    "hand": Kind(0.022, "skin"),
    "thumb": Kind(0.014, "skin", "line"),
    "hips": Kind(0.084, "trousers", "curve"),
    "torso": Kind(0.040, "shirt", "curve"),
    "yoke": Kind(0.052, "shirt", "line"),
    "collar": Kind(0.042, "skin", "line"),
    "neck": Kind(0.052, "skin", "line"),
    "spine": Kind(0.013, "spine", "line"),
    "hair": Kind(0.106, "hair", "line"),
    "face": Kind(0.084, "skin", "line"),
    "nose": Kind(0.017, "skin", "line"),
    "eye": Kind(0.0135, "line", "line"),
    "ear": Kind(0.019, "skin", "line"),
    "pack": Kind(0.034, "pack"),
    "warm-pack": Kind(0.034, "warm-pack"),
    "towel": Kind(0.014, "towel"),
    "mat": Kind(0.016, "mat"),
    "mat-edge": Kind(0.016, "mat-edge"),
    "shadow": Kind(0.044, "shadow", "curve"),
    "pillow": Kind(0.034, "pillow"),
    "prop": Kind(0.020, "prop"),
    "prop-far": Kind(0.020, "prop-far"),
    "ball": Kind(0.012, "ball", "curve"),
    "water": Kind(0.012, "water", "curve"),
}


@dataclass(frozen=True)
class Wrap:
    """A cloth round a limb: the part it belongs to, its bone, the shares of it that cloth and pack
    cover, and the radii there.
    """

    part: str
    bone: tuple[str, str]
    cloth: tuple[float, float]
    pack: tuple[float, float]
    radii: tuple[float, float]


WRAPS = {
    "calf": Wrap("leg", ("knee", "ankle"), (0.16, 0.66), (0.27, 0.52), (0.040, 0.032)),
    "knee": Wrap("leg", ("hip", "knee"), (0.80, 1.0), (0.87, 0.98), (0.040, 0.038)),
    "thigh": Wrap("leg", ("hip", "knee"), (0.34, 0.78), (0.44, 0.66), (0.049, 0.043)),
    "forearm": Wrap("forearm", ("elbow", "wrist"), (0.22, 0.78), (0.36, 0.62), (0.029, 0.025)),
}
# How far a pillow between the knees looks out around them, and where along the legs it lies.
PILLOW = 0.050
ALONG_LEG = (("hip", "knee", 0.7), ("knee", "ankle", 0.0), ("knee", "ankle", 0.8))
# Statures before all else.
NEAREST = 9.0


@dataclass(frozen=True)
class Piece:
    """Points on the page, in drawing units."""

    kind: str
    points: Points


@dataclass
class Drawing:
    """One frame: the pieces of each part and how near each part is to the viewer."""

    parts: dict[str, list[Piece]] = field(default_factory=dict)
    nearness: dict[str, float] = field(default_factory=dict)


def draw(
    body: Body, camera: Camera, *, spine: bool, props: Sequence[Prop], first: Body | None = None
) -> Drawing:
    """The figure as the camera sees it, not yet in order of depth; `first` is where it began."""
    easel = _Easel(body, camera)
    drawing = Drawing()
    for side in SIDES:
        easel.leg(drawing, side)
        easel.arm(drawing, side)
    easel.trunk(drawing, spine=spine)
    easel.head(drawing)
    for prop in props:
        kind = "warm-pack" if prop.warm else "pack"
        if isinstance(prop.pack, str):
            easel.wrap(drawing, prop.pack, kind)
        elif prop.pack is not None:
            easel.pack(drawing, prop.pack, kind)
        if prop.cloth is not None:
            easel.wrap(drawing, prop.cloth, None)
        if prop.pillow == "knees" and lies_on_side(body):
            easel.pillow(drawing)
        if prop.water is not None and not shows_surface(camera):
            easel.water(drawing, prop.water, reach_of(prop))
    for part, gear in gear_of(body, first or body, camera, props).items():
        drawing.parts[part] = [Piece(kind, points) for kind, points in gear.pieces]
        drawing.nearness[part] = gear.nearness
    return drawing


def normal(start: Points, end: Points) -> Points:
    """The unit vector to the left of a way on the page."""
    way = end - start
    size = float(np.hypot(*way))
    return np.array([-way[1], way[0]]) / size if size > 1e-6 else np.array([0.0, 1.0])


def taper(start: Points, end: Points, radii: tuple[float, float], kind: str) -> Points:
    """A rounded cone: what the stroke of that kind leaves of the two radii."""
    aside = normal(start, end)
    wide, slim = ((radius - KINDS[kind].width / 2) * UNITS for radius in radii)
    tip = [end - aside * slim, end + aside * slim] if abs(slim) > 0.5 else [end]
    return np.array([start + aside * wide, start - aside * wide, *tip])


@dataclass(frozen=True)
class _Easel:
    """Draws the parts of one body for one camera."""

    body: Body
    camera: Camera

    def at(self, name: str) -> Points:
        found: Points = self.camera.page(self.body.points[name])
        return found

    def near(self, frame: str, point: str, *offset: float) -> Points:
        """A point beside a joint, in the axes of a part."""
        place = self.body.points[point] + self.body.frames[frame] @ vector(*offset)
        found: Points = self.camera.page(place)
        return found

    def depth(self, *points: str) -> float:
        return sum(self.camera.nearness(self.body.points[name]) for name in points) / len(points)

    def leg(self, drawing: Drawing, side: Side) -> None:
        knee, ankle = self.at(f"knee_{side}"), self.at(f"ankle_{side}")
        # Begins a little outside the joint, so that the hip is as broad as the trunk.
        hip = self.near("pelvis", f"hip_{side}", -0.002, -0.012, SIGN[side] * 0.004)
        sole = [self.at(f"{part}_{side}") for part in ("heel", "ball", "toe")]
        drawing.parts[f"leg_{side}"] = [
            Piece("foot", np.array([ankle, *sole])),
            Piece("shank", self._shank(side, knee, ankle)),
            Piece("thigh", taper(hip, knee, (0.046, 0.033), "thigh")),
        ]
        drawing.nearness[f"leg_{side}"] = self.depth(
            f"knee_{side}", f"knee_{side}", f"ankle_{side}", f"hip_{side}"
        )

    def _shank(self, side: Side, knee: Points, ankle: Points) -> Points:
        """Fuller at the calf, which lies a little behind the bone."""
        aside = normal(knee, ankle)
        way = ankle - knee
        behind = self.camera.page(-self.body.frames[f"shank_{side}"][:, 0] * 0.007)
        calf = knee + 0.30 * way + behind
        cap = knee - way / max(float(np.hypot(*way)), 1e-9) * 0.011 * UNITS
        kneecap, muscle = aside * 0.0105 * UNITS, aside * 0.0125 * UNITS
        return np.array([knee + kneecap, calf + muscle, ankle, calf - muscle, knee - kneecap, cap])

    def arm(self, drawing: Drawing, side: Side) -> None:
        shoulder, elbow = self.at(f"shoulder_{side}"), self.at(f"elbow_{side}")
        cuff = shoulder + 0.62 * (elbow - shoulder)
        drawing.parts[f"arm_{side}"] = [
            Piece("upper-arm", taper(shoulder, elbow, (0.029, 0.0205), "upper-arm")),
            Piece("sleeve", taper(shoulder, cuff, (0.0315, 0.0285), "sleeve")),
        ]
        drawing.parts[f"forearm_{side}"] = [
            *self._hand(side),
            Piece("forearm", self._forearm(side)),
        ]
        drawing.nearness[f"arm_{side}"] = self.depth(f"elbow_{side}", f"shoulder_{side}")
        drawing.nearness[f"forearm_{side}"] = self.depth(
            f"elbow_{side}", f"wrist_{side}", f"wrist_{side}"
        )

    def _forearm(self, side: Side) -> Points:
        elbow, wrist = self.at(f"elbow_{side}"), self.at(f"wrist_{side}")
        cone = taper(elbow, wrist, (0.0225, 0.016), "forearm")
        way = wrist - elbow
        point = elbow - way / max(float(np.hypot(*way)), 1e-9) * 0.0065 * UNITS
        return np.vstack([cone[:1], point, cone[1:]])

    def _hand(self, side: Side) -> Iterator[Piece]:
        wrist, knuckle = self.at(f"wrist_{side}"), self.at(f"knuckle_{side}")
        tip, aside = self.at(f"tip_{side}"), normal(wrist, self.at(f"tip_{side}"))
        turned = self.body.frames[f"hand_{side}"]
        breadth = self.camera.page(np.cross(turned[:, 0], turned[:, 1]))
        # Half the breadth of the palm: thin edge-on, broad when the palm is seen.
        half = (0.004 + 0.0105 * min(1.0, abs(float(breadth @ aside)) / UNITS)) * UNITS
        palm, end = aside * half, aside * half * 0.35
        yield Piece("thumb", np.array([wrist + (knuckle - wrist) * 0.35, self.at(f"thumb_{side}")]))
        yield Piece("hand", np.array([wrist, knuckle + palm, tip + end, tip - end, knuckle - palm]))

    def trunk(self, drawing: Drawing, *, spine: bool) -> None:
        left, right = self._outline()
        drawing.parts["trunk"] = [Piece("hips", _hips(left[TROUSERS], right[TROUSERS]))]
        drawing.parts["shirt"] = [
            Piece("torso", _torso(left[SHIRT], right[SHIRT])),
            Piece("yoke", self._yoke()),
            Piece("collar", self._collar()),
        ]
        if spine:
            drawing.parts["shirt"].append(Piece("spine", self._spine()))
        middle = self.body.at("spine_2", 0.03, 0)
        for part in ("trunk", "shirt"):
            drawing.nearness[part] = self.camera.nearness(middle)

    def _outline(self) -> tuple[Points, Points]:
        """The rims of the trunk: each section as wide as its ellipse looks across the spine."""
        sections = self.body.sections()
        centres = self.camera.page([centre for centre, _, _ in sections])
        last = len(centres) - 1
        left, right = [], []
        for i, (_, depth, width) in enumerate(sections):
            aside = normal(centres[max(i - 1, 0)], centres[min(i + 1, last)])
            half = np.hypot(self.camera.page(depth) @ aside, self.camera.page(width) @ aside)
            left.append(centres[i] + aside * half)
            right.append(centres[i] - aside * half)
        return np.array(left), np.array(right)

    def _yoke(self) -> Points:
        middle = self.near("chest", "c7", 0.012, -0.010, 0)
        ends = [
            self.near("chest", f"shoulder_{side}", 0, 0.004, -SIGN[side] * 0.010) for side in SIDES
        ]
        return np.array([ends[0], middle, ends[1]])

    def _collar(self) -> Points:
        """Slides under the chin as the chest turns away, so that a turn of the trunk is seen."""
        nape = self.body.points["neck_top"] + self.body.frames["head"] @ vector(0.004, 0.012, 0)
        throat = self.body.points["c7"] + self.body.frames["chest"] @ vector(0.036, -0.006, 0)
        facing = max(0.0, self.camera.nearness(self.body.frames["chest"][:, 0]))
        share = clamp((facing - 0.3) * 1.7, 0, 1)
        found: Points = self.camera.page([nape, nape + (throat - nape) * share])
        return found

    def _spine(self) -> Points:
        """Eight dots along the back, from the sacrum to the neck."""
        dots = [self.body.at(f"spine_{i}", -0.012, 0) for i in range(7)]
        top = self.body.points["c7"] + self.body.frames["chest"] @ vector(-0.012, 0, 0)
        found: Points = self.camera.page([*dots, top])
        return found

    def head(self, drawing: Drawing) -> None:
        """Hair set back and face set forward: one rule gives front, profile and back."""
        neck = [self.near("chest", "c7", 0.012, -0.006, 0), self.near("head", "neck_top", 0.008, 0.012, 0)]  # fmt: skip  # noqa: E501
        drawing.parts["neck"] = [Piece("neck", np.array(neck))]
        hair = [self._on_head(-0.007, 0.008), self._on_head(-0.010, -0.004)]
        drawing.parts["hair"] = [Piece("hair", np.array(hair))]
        drawing.parts["face"] = list(self._face())
        skull = self.depth("skull")
        drawing.nearness["neck"] = drawing.nearness["trunk"]
        drawing.nearness["hair"] = skull
        looking = self.camera.nearness(self.body.frames["head"][:, 0])
        drawing.nearness["face"] = skull + 0.05 * looking + 0.02
        for side in SIDES:
            ear = [
                self._on_head(-0.006, -0.014, SIGN[side] * 0.046),
                self._on_head(-0.007, -0.023, SIGN[side] * 0.046),
            ]
            drawing.parts[f"ear_{side}"] = [Piece("ear", np.array(ear))]
            aside = SIGN[side] * self._sideways()
            drawing.nearness[f"ear_{side}"] = skull + 0.06 * aside - 0.012

    def _sideways(self) -> float:
        """Of the head: 1 shows its right side, -1 its left."""
        return self.camera.nearness(self.body.frames["head"][:, 2])

    def _on_head(self, *offset: float) -> Points:
        forward, headward, right = (*offset, 0.0)[:3]
        return self.near("head", "skull", forward, headward, right)

    def _face(self) -> Iterator[Piece]:
        yield Piece("face", np.array([self._on_head(0.012, -0.002), self._on_head(0.016, -0.030)]))
        yield Piece("nose", np.array([self._on_head(0.060, -0.018), self._on_head(0.050, -0.012)]))
        sideways = self._sideways()
        for side in SIDES:
            # In profile the far eye slips behind the near one.
            hidden = clamp((-SIGN[side] * sideways - 0.76) / 0.06, 0, 1)
            aside = SIGN[side] * 0.021 * (1 - 2 * hidden)
            eye = self._on_head(0.047 - 0.007 * abs(sideways), -0.004, aside)
            yield Piece("eye", np.array([eye]))

    def pack(self, drawing: Drawing, place: float, kind: str) -> None:
        """A cold or warm pack on its towel, on the back around a joint of the spine."""
        drawing.parts["pack"] = [
            Piece("towel", self._slab(place, (0.075, 0.075), 0.006)),
            Piece(kind, self._slab(place, (0.048, 0.055), 0.022)),
        ]
        drawing.nearness["pack"] = drawing.nearness["trunk"]

    def wrap(self, drawing: Drawing, place: str, pack: str | None) -> None:
        """A cloth round a part of the body, and a pack on it."""
        stem, _, side = place.rpartition("_")
        if stem in WRAPS:
            wrap = WRAPS[stem]
            a, b = (f"{joint}_{side}" for joint in wrap.bone)
            part = f"{wrap.part}_{side}"
            bands = {
                kind: self.camera.page([self.body.along(a, b, share) for share in shares])
                for kind, shares in (("towel", wrap.cloth), (pack, wrap.pack))
            }
            drawing.parts[part] += [
                Piece(kind, taper(band[0], band[1], wrap.radii, kind))
                for kind, band in bands.items()
                if kind
            ]
        else:
            drawing.parts["shirt"] += list(self._on_trunk(place, pack))

    def _on_trunk(self, place: str, pack: str | None) -> Iterator[Piece]:
        """Laid over the belly, or round the neck like a scarf."""
        if place == "neck":
            ends = [(0.020, -0.028), (-0.034, -0.004), (0.020, 0.028)]
            low, high = ([self.near("chest", "c7", x, y, z) for x, z in ends] for y in (0, 0.016))
            yield Piece("towel", np.array([*low, *reversed(high)]))
            return
        yield Piece("towel", self._slab(1.5, (0.060, 0.070), -0.085))
        if pack:
            yield Piece(pack, self._slab(1.5, (0.038, 0.048), -0.095))

    def pillow(self, drawing: Drawing) -> None:
        """Between the knees and shins of one who lies on the side."""
        rim = [
            self._between_legs(*place) + vector(PILLOW * cos(turned), 0, PILLOW * sin(turned))
            for place in ALONG_LEG
            for turned in range(0, 360, 45)
        ]
        drawing.parts["pillow"] = [Piece("pillow", hull(np.round(self.camera.page(rim), 1)))]
        drawing.nearness["pillow"] = (drawing.nearness["leg_l"] + drawing.nearness["leg_r"]) / 2

    def _between_legs(self, start: str, end: str, share: float) -> Vector:
        left, right = (self.body.along(f"{start}_{side}", f"{end}_{side}", share) for side in SIDES)
        middle: Vector = (left + right) / 2
        return middle

    def water(self, drawing: Drawing, depth: float, reach: tuple[float, float]) -> None:
        """The surface that crosses who stands in it, before everything."""
        crest = crests(depth, reach, self.camera)
        low = [point - vector(0, WATER.crest, 0) for point in reversed(crest)]
        drawing.parts["water"] = [Piece("water", self.camera.page([*crest, *low]))]
        drawing.nearness["water"] = NEAREST

    def _slab(self, place: float, half: tuple[float, float], lift: float) -> Points:
        joint = int(place)
        lower, upper = f"spine_{joint}", f"spine_{joint + 1}"
        centre = self.body.along(lower, upper, place - joint)
        turned = self.body.frames[lower]
        corners = [(-1, -1), (1, -1), (1, 1), (-1, 1)]
        found: Points = self.camera.page(
            [
                centre + turned @ vector(-0.010 - lift, along * half[0], across * half[1])
                for along, across in corners
            ]
        )
        return found


def _inset(left: Points, right: Points, kind: str) -> tuple[Points, Points]:
    """The rims drawn in by half the stroke, but never past each other."""
    way = right - left
    size = np.hypot(way[:, 0], way[:, 1])[:, None]
    step = np.minimum(KINDS[kind].width / 2 * UNITS, size / 2 - 1) * way / (size + 1e-9)
    return left + step, right - step


def _hips(left: Points, right: Points) -> Points:
    """Trousers keep inside the shirt above its hem."""
    left, right = _inset(left, right, "hips")
    for section, spare in ((2, 0.006), (3, 0.018)):
        way = right[section] - left[section]
        step = way / (np.hypot(*way) + 1e-9) * spare * UNITS
        left[section] += step
        right[section] -= step
    return np.vstack([left, right[::-1]])


def _torso(left: Points, right: Points) -> Points:
    """The corners of the hem stand twice, which keeps them nearly sharp."""
    left, right = _inset(left, right, "torso")
    return np.vstack([left[:1], left, right[::-1], right[:1]])
