"""Entering a code that was spoken or written down, and what one does when it is wrong."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.conftest import ReadPage
from tests.share.routines import publish, withdraw


def test_the_form_asks_for_a_code(own_page: ReadPage) -> None:
    shown = own_page("/en/r/")
    assert shown.h1 == "Enter a code"
    assert shown.one("form").get("action") == "/en/r/open"
    assert "/en/cramp/" in shown.links


@pytest.mark.parametrize("typed", ["{}", " {} ", "{0[0]}-{0[1]}"])
def test_a_right_code_leads_to_its_routine(app: Flask, client: FlaskClient, typed: str) -> None:
    code = publish(app).code
    given = typed.format(code) if "[" not in typed else f"{code[:5]}-{code[5:]}".upper()
    answer = client.get("/en/r/open", query_string={"code": given})
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"/en/r/{code}"
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_whole_address_may_be_pasted(app: Flask, client: FlaskClient) -> None:
    code = publish(app).code
    answer = client.get("/ar/r/open", query_string={"code": f"https://limber.example/r/{code}"})
    assert answer.headers["Location"] == f"/ar/r/{code}"


@pytest.mark.parametrize("typed", ["abc", "zzzzzzzzzz", '"><script>', "ä" * 400])
def test_a_wrong_code_is_kept_and_said_what_to_check(own_page: ReadPage, typed: str) -> None:
    shown = own_page("/en/r/open", 404, query_string={"code": typed})
    assert shown.h1 == "No routine has this code"
    field = shown.by_id("code")
    assert field.get("value") == typed[:300]
    assert field.get("aria-invalid") == "true"
    assert "Compare it sign by sign" in shown.words
    assert {"/en/", "/en/routines/", "/en/cramp/"} <= set(shown.links)
    assert shown.response.headers["Cache-Control"] == "no-store"


def test_nothing_typed_is_no_fault(client: FlaskClient) -> None:
    assert client.get("/en/r/open?code=+").headers["Location"] == "/en/r/"


def test_who_guesses_is_stopped(client: FlaskClient) -> None:
    answers = [client.get(f"/en/r/{'0' * 8}{number:02}").status_code for number in range(25)]
    assert answers[0] == 404
    assert answers[-1] == 429


def test_a_withdrawn_one_says_so(app: Flask, own_page: ReadPage) -> None:
    code = publish(app).code
    withdraw(app, code)
    shown = own_page(f"/en/r/open?code={code}", 410)
    assert "withdrawn by its author" in shown.words
