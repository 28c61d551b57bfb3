"""The picture for messengers: a figure, the lane and the minutes; no text."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.pictures import png_size
from tests.share.routines import publish, withdraw
from webapp.content import lane, library
from webapp.share import card

ENGLISH = library.english()
MARKS = lane.of_routine(ENGLISH.routines["back-mobility"], ENGLISH)


def test_it_is_a_picture_as_messengers_want_it(
    app: Flask, client: FlaskClient, tmp_path: Path
) -> None:
    answer = client.get(f"/r/{publish(app).code}/card.png")
    assert answer.mimetype == "image/png"
    assert len(answer.get_data()) < 100_000
    file = tmp_path / "card.png"
    file.write_bytes(answer.get_data())
    assert png_size(file) == (1200, 630)


@pytest.mark.parametrize("slug", sorted(ENGLISH.exercises))
def test_every_part_of_every_figure_has_its_colour_written_out(slug: str) -> None:
    drawn = card.drawing(slug, 600, MARKS)
    assert "var(" not in drawn
    assert "class=" not in drawn
    assert "<text" not in drawn
    figure = ET.fromstring(drawn)[1]
    assert all(each.get("stroke") for each in figure.iter() if each.tag.endswith("path"))


def test_it_says_whole_minutes_in_drawn_digits() -> None:
    drawn = card.drawing("cat-cow", 10 * 60 + 31, MARKS)
    assert f'd="{card.DIGITS["1"]}"' in drawn
    assert drawn.count(f'd="{card.DIGITS["1"]}"') == 2
    assert card.DIGITS["0"] not in drawn
    assert f'd="{card.DIGITS["1"]}"' in card.drawing("cat-cow", 5, MARKS)


def test_it_is_drawn_not_blank() -> None:
    """A resvg that understood nothing would draw a ground alone, which is small."""
    assert len(card.draw("cat-cow", 600, MARKS)) > 10_000


def test_a_withdrawn_routine_has_none(app: Flask, client: FlaskClient) -> None:
    code = publish(app).code
    client.get(f"/r/{code}/card.png")
    withdraw(app, code)
    assert client.get(f"/r/{code}/card.png").status_code == 410
