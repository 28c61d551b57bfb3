"""Baked figures on a page: inlined, so that they take the page's colours and can be sought."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from flask import Flask
from markupsafe import Markup, escape

BAKED = Path(__file__).parent / "baked"
# Characters of a figure that comes with a player. A first visit has 40 kB, and would take more with
# a larger one: it is asked for while one gets ready, as those of the later steps are.
LIGHT = 32_000
# Where a pose of a strip stands, whether it is a group or cut off at its edges.
PLACE = re.compile(r'(<g transform="translate\(|<svg x=")(-?\d+)')
PLACED = re.compile(r'<g transform="translate\(-?\d+|<svg x="-?\d+')


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        figure=moving, is_light=is_light, still=still, pair=pair, strip=strip
    )


def files() -> dict[str, Path]:
    """Every moving figure by the name under which it is served, such as `figures/cat-cow.svg`."""
    return {
        f"figures/{path.name.removesuffix('.moving.svg')}.svg": path
        for path in sorted(BAKED.glob("*.moving.svg"))
    }


def name(slug: str) -> str:
    """The name of a moving figure among the static files."""
    return f"figures/{slug}.svg"


@cache
def drawings() -> dict[str, str]:
    """What pages share of each figure, by slug and form such as `cat-cow.still`.

    It is what follows the label; of a strip each pose by itself, such as `cat-cow.strip.1`, without
    its place, which goes by the direction of reading.
    """
    found: dict[str, str] = {}
    for path in sorted(BAKED.glob("*.svg")):
        drawing = _drawing(*path.stem.split("."))
        if path.stem.endswith(".strip"):
            poses = enumerate(PLACED.split(drawing)[1:], 1)
            found |= {f"{path.stem}.{number}": pose for number, pose in poses}
        else:
            found[path.stem] = drawing.removeprefix("<svg ")
    return found


def moving(slug: str, label: str) -> Markup:
    """A figure that can move; its ids begin with the slug, so it stands once on a page."""
    return _labelled(_drawing(slug, "moving"), label)


def is_light(slug: str) -> bool:
    return len(_drawing(slug, "moving")) <= LIGHT


def still(slug: str, label: str = "") -> Markup:
    """The pose a list shows, feet on the row's lower edge; without a label beside a name."""
    return _labelled(_drawing(slug, "still"), label)


def pair(slug: str, label: str = "") -> Markup:
    """Start, end and the way between, for a catalogue: the still with a ghost and an arrow."""
    return _labelled(_drawing(slug, "pair"), label)


def strip(slug: str, direction: str = "ltr") -> Markup:
    """All poses side by side, for paper, beside the figure that is labelled; the first where one
    begins to read."""
    drawing = _drawing(slug, "strip")
    return _labelled(_from_the_right(drawing) if direction == "rtl" else drawing, "")


def _from_the_right(strip: str) -> str:
    """The poses in the other order; none is mirrored, or left would be right."""
    places = [place for _, place in PLACE.findall(strip)]
    turned = dict(zip(places, reversed(places), strict=True))
    return PLACE.sub(lambda found: found[1] + turned[found[2]], strip)


def _labelled(drawing: str, label: str) -> Markup:
    role = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    return Markup(drawing.replace("<svg ", f"<svg {role} ", 1))  # noqa: S704 our own drawing


@cache
def _drawing(slug: str, form: str) -> str:
    drawing = (BAKED / f"{slug}.{form}.svg").read_text("utf-8")
    return _at_foot(drawing) if form in ("still", "pair") else drawing


def _at_foot(drawing: str) -> str:
    """In a list, feet stand on the row's lower edge."""
    placed = drawing.replace("<svg ", '<svg preserveAspectRatio="xMidYMax" ', 1)
    return placed.replace('"figure"', '"figure still"', 1)
