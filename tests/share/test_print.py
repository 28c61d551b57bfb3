"""The print sheet: figures, doses, notes, a QR code and boxes for two weeks."""

from __future__ import annotations

from pathlib import Path

from flask import Flask

from tests.conftest import ReadPage
from tests.reading import Page, text
from tests.share.routines import ANA, publish
from webapp import create_app, database
from webapp.config import read
from webapp.content import library
from webapp.share import qr


def boxes(page: Page) -> int:
    return sum(each.get("class") == "print-sheet-box" for each in page.all("span"))


def test_it_has_what_one_needs_without_a_phone(app: Flask, own_page: ReadPage) -> None:
    code = publish(app).code
    shown = own_page(f"/en/r/{code}/print")
    words = shown.words.replace("\u00a0", " ")
    for part in ("2 × 8 times", "Their note: Knie auf ein Kissen", "Sticht es links", "2 rounds"):
        assert part in words, part
    for step in ANA["steps"]:
        exercise = library.english().exercises[step["exercise"]]
        assert exercise.name in words
        for line in (*exercise.steps, *exercise.stop):
            assert line in words
    strips = [each for each in shown.all("div") if each.get("class") == "figure-strip"]
    assert len(strips) == len(ANA["steps"])
    assert f"localhost/r/{code}" in words
    assert f"{code[:5]}-{code[5:]}" in words


def test_there_is_a_box_for_each_suggested_time_of_two_weeks(
    app: Flask, own_page: ReadPage
) -> None:
    shown = own_page(f"/en/r/{publish(app).code}/print")
    assert boxes(shown) == 2 * (3 + 7)
    assert [text(each) for each in shown.all("th")][:2] == ["Mo", "Tu"]


def test_without_times_there_is_one_for_each_day(app: Flask, own_page: ReadPage) -> None:
    assert boxes(own_page(f"/en/r/{publish(app, times=[]).code}/print")) == 14


def test_it_is_in_the_readers_language(app: Flask, own_page: ReadPage) -> None:
    shown = own_page(f"/ar/r/{publish(app).code}/print")
    assert library.english().exercises["cat-cow"].name not in shown.words
    assert "٠٧:٣٠" in shown.words


def test_the_address_is_the_operators_where_it_is_known(tmp_path: Path) -> None:
    origin = "https://limber.example"
    config = read({"LIMBER_INSTANCE": str(tmp_path / "instance"), "LIMBER_ORIGIN": origin})
    database.prepare(config)
    app = create_app(config)
    code, client = publish(app).code, app.test_client()
    asked = {"headers": {"Host": "clinic.example"}}
    assert f"limber.example/r/{code}" in client.get(f"/en/r/{code}/print", **asked).text
    assert client.get(f"/r/{code}/qr.svg", **asked).get_data() == qr.drawing(f"{origin}/r/{code}")


def test_without_one_it_is_where_the_page_is_read(app: Flask, own_page: ReadPage) -> None:
    code = publish(app).code
    words = own_page(f"/en/r/{code}/print", headers={"Host": "clinic.example"}).words
    assert f"clinic.example/r/{code}" in words
