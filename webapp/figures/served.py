"""Baked figures on a page: inlined, so that they take the page's colours and can be sought."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from flask import Flask
from markupsafe import Markup, escape

BAKED = Path(__file__).parent / "baked"


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(figure=moving, still=still, pair=pair, strip=strip)


def files() -> dict[str, Path]:
    """Every moving figure by the name under which it is served, such as `figures/cat-cow.svg`."""
    return {
        f"figures/{path.name.removesuffix('.moving.svg')}.svg": path
        for path in sorted(BAKED.glob("*.moving.svg"))
    }


def name(slug: str) -> str:
    """The name of a moving figure among the static files."""
    return f"figures/{slug}.svg"


def moving(slug: str, label: str) -> Markup:
    """A figure that can move; its ids begin with the slug, so it stands once on a page."""
    return _labelled(_read(slug, "moving"), label)


def still(slug: str, label: str = "") -> Markup:
    """The pose a list shows, feet on the row's lower edge; without a label beside a name."""
    return _at_foot(slug, "still", label)


def pair(slug: str, label: str = "") -> Markup:
    """Start, end and the way between, for a catalogue: the still with a ghost and an arrow."""
    return _at_foot(slug, "pair", label)


def strip(slug: str) -> Markup:
    """All poses side by side, for paper, beside the figure that is labelled."""
    return _labelled(_read(slug, "strip"), "")


def _at_foot(slug: str, form: str, label: str) -> Markup:
    drawing = _read(slug, form).replace("<svg ", '<svg preserveAspectRatio="xMidYMax" ', 1)
    return _labelled(drawing.replace('"figure"', '"figure still"', 1), label)


def _labelled(drawing: str, label: str) -> Markup:
    role = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    return Markup(drawing.replace("<svg ", f"<svg {role} ", 1))  # noqa: S704 our own drawing


@cache
def _read(slug: str, form: str) -> str:
    return (BAKED / f"{slug}.{form}.svg").read_text("utf-8")
