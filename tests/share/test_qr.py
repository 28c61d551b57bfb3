"""The QR code: the short address, in few and large squares, on white."""

from __future__ import annotations

import re

import segno
from flask import Flask
from flask.testing import FlaskClient

from tests.share.routines import publish
from webapp.share import qr

ADDRESS = "https://limber.example/r/4k7pq9x2mw"
SQUARES = 29


def test_it_holds_the_address_in_few_squares() -> None:
    drawn = qr.drawing(ADDRESS).decode()
    wide = SQUARES + 2 * qr.QUIET
    assert f'viewBox="0 0 {wide} {wide}"' in drawn
    path = re.search(r'stroke="#000" d="([^"]+)"', drawn)
    same = segno.make_qr(ADDRESS, error="m", version=3)
    assert path is not None
    assert path[1] in same.svg_inline(border=qr.QUIET, omitsize=True)


def test_it_is_dark_on_light_whatever_the_theme() -> None:
    drawn = qr.drawing(ADDRESS).decode()
    assert drawn.index('fill="#fff"') < drawn.index('stroke="#000"')


def test_on_a_page_it_has_a_name_and_no_style() -> None:
    drawn = qr.inline(ADDRESS, "<QR> code")
    assert "<title>&lt;QR&gt; code</title>" in drawn
    assert "style=" not in drawn


def test_its_address_answers_with_a_picture(app: Flask, client: FlaskClient) -> None:
    code = publish(app).code
    answer = client.get(f"/r/{code}/qr.svg")
    assert answer.mimetype == "image/svg+xml"
    assert answer.get_data() == qr.drawing(f"http://localhost/r/{code}")
    assert answer.headers["Cache-Control"] == "no-cache"


def test_of_a_code_that_nobody_has_there_is_none(client: FlaskClient) -> None:
    assert client.get("/r/zzzzzzzzzz/qr.svg").status_code == 404
