"""The picture that messengers show beside a link: a figure, the lane, the minutes; no text.

It has no language and no font: the digits are drawn, and nothing of what anybody wrote is in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from xml.etree import ElementTree as ET

from resvg_py import svg_to_bytes

from webapp import places
from webapp.content.lane import Mark
from webapp.figures import served

WIDTH, HEIGHT = 1200, 630
MARGIN = 72
LANE_TOP, LANE_HEIGHT = 496, 62
FIGURE = (MARGIN, 56, 640, 392)
PAPER, INK = "#fbfaf7", "#14171c"
COLOURS = {"move": "#00735c", "stay": "#0b5cad", "switch": "#ffc61a", "rest": "#686d75"}
HALO = 7
FIGURE_FOOT = FIGURE[1] + FIGURE[3] - 8
PEN = 38

# Digits as one draws them with a thick pen, in a box of 100 by 160.
DIGITS = {
    "0": "M50 0C22 0 0 24 0 60v40c0 36 22 60 50 60s50-24 50-60V60C100 24 78 0 50 0z",
    "1": "M12 36 58 0v160",
    "2": "M4 44C4 18 24 0 50 0s46 18 46 44c0 34-62 70-92 116h94",
    "3": "M6 0h86L46 62c32 0 54 20 54 48s-22 50-52 50c-22 0-38-8-46-24",
    "4": "M74 160V0L0 112h104",
    "5": "M90 0H16L8 76c10-10 24-15 40-15 30 0 52 20 52 49s-22 50-52 50c-22 0-38-8-46-24",
    "6": "M84 4C40 20 0 58 0 108c0 30 22 52 50 52s50-22 50-50-22-48-50-48C26 62 4 80 0 108",
    "7": "M0 0h96L36 160",
    "8": "M50 72C26 72 8 58 8 37S26 0 50 0s42 16 42 37-18 35-42 35zm0 0c-28 0-50 18-50 44s22 44 50 "
    "44 50-18 50-44-22-44-50-44z",
    "9": "M100 52C96 80 74 98 50 98 22 98 0 78 0 50S22 0 50 0s50 22 50 52c0 50-40 88-84 104",
}
DIGIT_WIDTH, DIGIT_HEIGHT, DIGIT_GAP = 100, 160, 46
# A clock says that the number is a time.
CLOCK = "M0-60a60 60 0 1 0 .1 0zM0-28V2l22 14"

Style = Mapping[str, str]


def draw(slug: str, seconds: int, marks: Iterable[Mark]) -> bytes:
    """As PNG; `slug` is of the exercise that stands for the whole."""
    return svg_to_bytes(svg_string=drawing(slug, seconds, list(marks)), skip_system_fonts=True)


def drawing(slug: str, seconds: int, marks: list[Mark]) -> str:
    minutes = str(max(1, round(seconds / 60)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}"><path fill="{PAPER}" d="M0 0h{WIDTH}v{HEIGHT}H0z"/>'
        f"{figure(slug)}{''.join(_minutes(minutes))}{''.join(_lane(marks))}</svg>"
    )


def _minutes(minutes: str) -> Iterator[str]:
    """At the end of the upper line, so that it does not move with the number of digits."""
    pen = f'fill="none" stroke="{INK}" stroke-linecap="round" stroke-linejoin="round"'
    wide = len(minutes) * (DIGIT_WIDTH + DIGIT_GAP) - DIGIT_GAP
    start, top = WIDTH - MARGIN - wide - PEN // 2, FIGURE_FOOT - DIGIT_HEIGHT - PEN // 2
    yield f'<g {pen} stroke-width="{PEN}">'
    for number, digit in enumerate(minutes):
        left = start + number * (DIGIT_WIDTH + DIGIT_GAP)
        yield f'<path transform="translate({left} {top})" d="{DIGITS[digit]}"/>'
    yield f'</g><g {pen} stroke-width="15">'
    yield f'<path transform="translate({WIDTH - MARGIN - 68} 136)" d="{CLOCK}"/></g>'


def _lane(marks: list[Mark]) -> Iterator[str]:
    """To scale, as on the page."""
    whole = (marks[-1].start + marks[-1].seconds) if marks else 1
    scale = (WIDTH - 2 * MARGIN) / whole
    middle = LANE_TOP + LANE_HEIGHT // 2
    yield _line(COLOURS["rest"], 7, f"M{MARGIN} {middle}H{WIDTH - MARGIN}")
    for mark in marks:
        left, wide = MARGIN + mark.start * scale, mark.seconds * scale
        if mark.kind in ("move", "stay"):
            yield (
                f'<rect x="{left:.1f}" y="{LANE_TOP}" width="{wide:.1f}" height="{LANE_HEIGHT}" '
                f'fill="{COLOURS[mark.kind]}"/>'
            )
    for mark in marks:
        if mark.kind == "switch":
            at = MARGIN + (mark.start + mark.seconds / 2) * scale
            yield _line(INK, 17, f"M{at:.1f} {LANE_TOP - 22}v106")
            yield _line(COLOURS["switch"], 8, f"M{at:.1f} {LANE_TOP - 17}v96")


def _line(colour: str, width: int, path: str) -> str:
    return f'<path stroke="{colour}" stroke-width="{width}" d="{path}"/>'


@cache
def figure(slug: str) -> str:
    """The still of an exercise with its colours written out: resvg knows no custom properties."""
    left, top, wide, high = FIGURE
    root = ET.fromstring(served.still(slug))  # noqa: S314 our own drawing
    root.attrib.update(x=str(left), y=str(top), width=str(wide), height=str(high))
    root.attrib.update({"stroke-linecap": "round", "stroke-linejoin": "round"})
    _write_out(root, "", 0)
    return ET.tostring(root, encoding="unicode")


def _write_out(element: ET.Element, side: str, halo: int) -> None:
    """Colour and width of each part, by its class and by the groups that it is in."""
    names = element.attrib.pop("class", "").split()
    side = next((name for name in names if name in ("near", "far")), side)
    halo = HALO if "halo" in names else halo
    for name in names:
        if name.startswith("f-"):
            element.attrib.update(_part(name, side, halo))
    for child in element:
        _write_out(child, side, halo)


def _part(name: str, side: str, halo: int) -> dict[str, str]:
    style, colours = _parts()[name], _colours()
    token = style["--colour"].removeprefix("var(").removesuffix(")")
    colour = PAPER if halo else colours.get(f"{token}-{side}", colours[token])
    width = float(style["--width"].removesuffix("px")) + halo
    written = {"stroke": colour, "stroke-width": f"{width:g}", "fill": style.get("fill", colour)}
    if dashes := style.get("stroke-dasharray"):
        written["stroke-dasharray"] = dashes
    return written


@cache
def _parts() -> dict[str, dict[str, str]]:
    """The baked style of each part of a figure, by its class."""
    found: dict[str, dict[str, str]] = {}
    for name, body in re.findall(
        r"\.(f-[a-z-]+)\{([^}]*)\}", (served.BAKED / "figures.css").read_text("utf-8")
    ):
        found.setdefault(name, {}).update(_declarations(body))
    return found


@cache
def _colours() -> dict[str, str]:
    """The colours of figures in light, as the style sheet has them."""
    sheet = (places.STATIC / "css" / "figures.css").read_text("utf-8")
    body = re.sub(r"var\(--[\w-]+, (#\w+)\)", r"\1", sheet.split("{", 1)[1].split("}", 1)[0])
    return _declarations(body)


def _declarations(body: str) -> dict[str, str]:
    pairs = (each.split(":", 1) for each in body.split(";") if ":" in each)
    return {name.strip(): value.strip() for name, value in pairs}
