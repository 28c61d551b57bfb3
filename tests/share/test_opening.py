"""The short address: it leads to the page in the visitor's language, and says what is not there."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.conftest import ReadPage
from tests.share.routines import publish, withdraw
from webapp.share.expiry import DAY


@pytest.mark.parametrize(("asked", "prefix"), [("ar-EG", "ar"), ("zh-CN", "zh-hans"), ("fi", "en")])
def test_it_leads_to_the_visitors_language(
    app: Flask, client: FlaskClient, asked: str, prefix: str
) -> None:
    code = publish(app).code
    answer = client.get(f"/r/{code}", headers={"Accept-Language": asked})
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"/{prefix}/r/{code}"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Vary"] == "Accept-Language"


def test_a_code_as_it_was_spoken_leads_to_its_own_address(app: Flask, client: FlaskClient) -> None:
    code = publish(app).code
    spoken = f"{code[:5]}-{code[5:]}".upper()
    assert client.get(f"/r/{spoken}").headers["Location"] == f"/en/r/{code}"
    for rest in ("", "/print", "/play"):
        answer = client.get(f"/en/r/{spoken}{rest}")
        assert answer.headers["Location"] == f"/en/r/{code}{rest}"
        assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("rest", ["", "/print", "/play"])
def test_an_unknown_code_says_what_to_check_in_the_visitors_language(
    own_page: ReadPage, rest: str
) -> None:
    shown = own_page(f"/ar/r/zzzzzzzzzz{rest}", 404)
    assert shown.one("html").get("lang") == "ar"
    assert shown.by_id("code").get("value") == "zzzzzzzzzz"
    assert "/ar/routines/" in shown.links
    assert shown.response.headers["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("rest", ["", "/print", "/play"])
def test_a_withdrawn_one_is_gone_with_a_way_on(app: Flask, own_page: ReadPage, rest: str) -> None:
    code = publish(app).code
    own_page(f"/en/r/{code}{rest}")
    withdraw(app, code)
    shown = own_page(f"/en/r/{code}{rest}", 410)
    assert "withdrawn by its author" in shown.words
    assert {"/en/r/", "/en/cramp/"} <= set(shown.links)
    assert shown.response.headers["Cache-Control"] == "no-store"


def test_one_that_nobody_opened_for_a_year_is_unknown(app: Flask, own_page: ReadPage) -> None:
    code = publish(app, at=-366 * DAY).code
    own_page(f"/en/r/{code}", 404)
