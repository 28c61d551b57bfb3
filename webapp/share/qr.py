"""A shared routine's address as a QR code, as few and as large squares as can be."""

from __future__ import annotations

import io

import segno
from markupsafe import Markup

# Squares of white around it, which the standard asks for: readers look for them.
QUIET = 4


def drawing(address: str) -> bytes:
    """A file of its own: on white, because the page around it may be dark."""
    file = io.BytesIO()
    _code(address).save(
        file, kind="svg", border=QUIET, light="#fff", omitsize=True, xmldecl=False, nl=False
    )
    return file.getvalue()


def inline(address: str, label: str) -> Markup:
    """The same on a page that is printed."""
    svg = _code(address).svg_inline(
        border=QUIET, light="#fff", omitsize=True, title=label, svgclass="qr", lineclass=None
    )
    return Markup(svg.replace("<svg ", '<svg role="img" ', 1))  # noqa: S704 segno escapes the title


def _code(address: str) -> segno.QRCode:
    """The lowest level of correction decides the size; a higher one that costs none is taken."""
    return segno.make_qr(address, error="l", boost_error=True)
