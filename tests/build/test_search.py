"""Searching while one types: words, filters, a page at a time."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from webapp.build.search import PAGE, find, fold
from webapp.content import library
from webapp.exercises import filters

HTMX = {"HX-Request": "true"}
CONTENT = library.english()
ADD = re.compile(r'data-add="([a-z-]+)"')


def found(client: FlaskClient, query: str, prefix: str = "en") -> list[str]:
    response = client.get(f"/{prefix}/build/search{query}", headers=HTMX)
    assert response.status_code == 200
    return ADD.findall(response.get_data(as_text=True))


def test_without_a_wish_the_first_page_of_all_comes(client: FlaskClient) -> None:
    ordered = sorted(CONTENT.led.values(), key=lambda each: each.number)
    assert found(client, "") == [each.slug for each in ordered[:PAGE]]


@pytest.mark.parametrize(
    "query",
    ["?endpoint=x", "?language=xx", "?_method=POST", "?_external=1", "?after=-5", "?after=x"],
)
def test_what_it_does_not_know_changes_nothing(client: FlaskClient, query: str) -> None:
    answer, plain = (
        client.get(f"/en/build/search{each}", headers=HTMX).get_data() for each in (query, "")
    )
    assert answer == plain


def test_more_follows_until_all_were_shown(client: FlaskClient) -> None:
    seen = found(client, "")
    while len(seen) < len(CONTENT.led):
        more = found(client, f"?after={len(seen)}")
        assert more
        seen += more
    assert sorted(seen) == sorted(CONTENT.led)
    assert "more-found" not in client.get(
        f"/en/build/search?after={len(seen) - 1}", headers=HTMX
    ).get_data(as_text=True)


def test_what_follows_keeps_what_was_asked_for(client: FlaskClient) -> None:
    html = client.get("/en/build/search?place=home&q=", headers=HTMX).get_data(as_text=True)
    assert f"place=home&amp;q=&amp;after={PAGE}" in html


def test_every_word_must_be_found(client: FlaskClient) -> None:
    assert found(client, "?q=bird+dog") == ["bird-dog"]
    assert found(client, "?q=BIRD") == ["bird-dog"]
    assert found(client, "?q=bird+zebra") == []


@pytest.mark.parametrize(
    ("typed", "folded"),
    [("Pīgǔ’s", "pigus"), ("  Cat-Cow ", "cat cow"), ("القِطّة", "القطه"), ("Crème", "creme")],
)
def test_words_are_compared_without_marks(typed: str, folded: str) -> None:
    assert fold(typed) == folded


def test_filters_hold_together(client: FlaskClient) -> None:
    slugs = found(client, "?position=all-fours&purpose=mobilise")
    assert slugs
    for slug in slugs:
        exercise = CONTENT.led[slug]
        assert exercise.position == "all-fours"
        assert "mobilise" in exercise.purpose


def test_a_value_that_is_none_finds_nothing_and_is_no_error(client: FlaskClient) -> None:
    assert found(client, "?position=flying") == []
    assert found(client, "?after=-5") == found(client, "")
    assert found(client, "?after=x") == found(client, "")


def test_nothing_found_says_what_to_do(client: FlaskClient) -> None:
    html = client.get("/en/build/search?q=zebra", headers=HTMX).get_data(as_text=True)
    assert "Take a filter away" in html


def test_what_is_typed_is_only_text(client: FlaskClient) -> None:
    html = client.get("/en/build/search?q=<script>&place=home", headers=HTMX)
    assert "<script>" not in html.get_data(as_text=True)


def test_no_more_than_a_page_is_handed_out() -> None:
    entries = filters.entries(CONTENT.led.values())
    page = find(entries, {}, after=PAGE)
    assert len(page.entries) == min(PAGE, len(entries) - PAGE)
    assert page.total == len(entries)
