"""The style sheet that all figures share, made from the kinds of pieces: widths and colour roles.

Flat class names, because a rule with an ancestor does not reach into `<use>`; there the colours of
a look arrive as inherited custom properties. The colours themselves are hand-written tokens in
`static/css/figures.css`.
"""

from __future__ import annotations

from webapp.figures.camera import UNITS
from webapp.figures.pieces import KINDS, Kind


def style_sheet() -> str:
    """Rules for every kind; the stroke grows by the halo, whose colour covers the piece's own."""
    any_piece = '[class^="f-"]'
    paint = "var(--over,var(--colour))"
    return "\n".join(
        [
            ".figure{stroke-linecap:round;stroke-linejoin:round}",
            f"{any_piece}{{fill:{paint};stroke:{paint};"
            "stroke-width:calc(var(--width) + var(--halo,0px))}",
            # Dots a joint's distance apart: strokes of no length with round ends.
            ".f-spine{stroke-dasharray:0 21}",
            *(_kind(name, kind) for name, kind in KINDS.items()),
            "",
        ]
    )


def _kind(name: str, kind: Kind) -> str:
    fill = "fill:none;" if kind.form == "line" else ""
    return f".f-{name}{{{fill}--colour:var(--f-{kind.colour});--width:{kind.width * UNITS:g}px}}"
