"""What the server knows of htmx."""

from __future__ import annotations

from flask import Flask

from webapp import htmx


def test_htmx_says_that_it_asks_and_which_element(app: Flask) -> None:
    headers = {"HX-Request": "true", "HX-Source": "form#search"}
    with app.test_request_context("/en/build/search", headers=headers):
        assert htmx.is_fragment()
        assert htmx.source() == "form#search"


def test_a_reader_is_not_htmx(app: Flask) -> None:
    with app.test_request_context("/en/build/search"):
        assert not htmx.is_fragment()
        assert htmx.source() == ""
