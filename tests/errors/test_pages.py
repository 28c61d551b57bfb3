"""What goes wrong gets a page that says what to do and leads on, in the visitor's language."""

from __future__ import annotations

import pytest
from flask import Flask, abort

from tests.conftest import ReadPage
from tests.reading import read_page


@pytest.mark.parametrize(
    "address",
    [
        "/en/nothing",
        "/en/routines/nothing",
        "/en/exercises/nothing",
        "/en/exercises/nothing/play",
        "/en/routines/nothing/play",
        "/en/routines/../../etc/passwd",
        "/en/exercises/%00",
        "/en/exercises/%ff%fe",
        "/xx/",
        "/EN/",
        "/xx/routines/cold-water-10",
        "/static/000000000000/css/main.css",
        pytest.param("/" + "a" * 5000, id="long"),
        pytest.param("/en/exercises/" + "a" * 5000, id="long slug"),
    ],
)
def test_an_unknown_address_leads_on(page: ReadPage, address: str) -> None:
    shown = page(address, 404, headers={"Accept-Language": "en"})
    assert shown.h1 == "There is no such page"
    assert {"/en/", "/en/routines/", "/en/exercises/"} <= set(shown.links)
    assert shown.response.headers["Cache-Control"] == "no-store"


def test_below_a_language_the_page_is_in_that_language(page: ReadPage) -> None:
    shown = page("/ar/nothing", 404, headers={"Accept-Language": "en"})
    assert shown.one("html").get("lang") == "ar"
    assert "/ar/" in shown.links


def test_elsewhere_it_is_in_the_visitors_language(page: ReadPage) -> None:
    shown = page("/xx/", 404, headers={"Accept-Language": "ar"})
    assert shown.one("html").get("lang") == "ar"


def test_a_query_on_a_page_changes_nothing(page: ReadPage) -> None:
    plain = page("/en/routines/").response.get_data()
    assert page("/en/routines/?q=%ff&x[]=1").response.get_data() == plain


def test_a_page_is_not_posted_to(page: ReadPage) -> None:
    shown = page("/en/", 405, method="POST")
    assert shown.h1 == "This page cannot be used that way"
    assert "GET" in shown.response.headers["Allow"]


@pytest.mark.parametrize("status", [400, 404, 405, 408, 413, 429, 500])
@pytest.mark.parametrize("prefix", ["en", "ar"])
def test_every_error_has_a_page_with_a_way_on(app: Flask, status: int, prefix: str) -> None:
    app.add_url_rule(f"/{prefix}/fails", "fails", lambda: abort(status))
    address = f"/{prefix}/fails"
    shown = read_page(app.test_client().get(address), address, status)
    assert f"/{prefix}/" in shown.links


def test_a_crash_shows_the_page_and_no_traceback(app: Flask) -> None:
    def crash() -> str:
        raise RuntimeError("secret detail")

    app.add_url_rule("/en/crash", "crash", crash)
    shown = read_page(app.test_client().get("/en/crash"), "/en/crash", 500)
    assert shown.h1 == "Something broke on our side"
    assert "secret" not in shown.response.get_data(as_text=True)
