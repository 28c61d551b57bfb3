"""Adding a step: one request, answered with a row whose fields hold the exercise's own dose."""

from __future__ import annotations

import statistics
import time

import html5lib
import pytest
from flask.testing import FlaskClient

from tests.sampling import every_prefix
from webapp.content import library

HTMX = {"HX-Request": "true", "HX-Source": "button#add-cat-cow"}
EXERCISES = library.english().led
MOST_MS = 100


def fields(html: str) -> dict[str, str]:
    tree = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    inputs = {each.get("name"): each.get("value", "") for each in tree.iter("input")}
    chosen = {
        select.get("name"): option.get("value", "")
        for select in tree.iter("select")
        for option in select.iter("option")
        if "selected" in option.attrib
    }
    return inputs | chosen


@pytest.mark.parametrize("slug", EXERCISES)
def test_its_fields_hold_the_dose_of_the_library(client: FlaskClient, slug: str) -> None:
    response = client.get(f"/en/build/step/{slug}", headers=HTMX)
    dose = EXERCISES[slug].dose
    held = fields(response.get_data(as_text=True))
    assert held["exercise"] == slug
    counted = held["counted"]
    assert getattr(dose, counted) == int(held["amount"])
    assert (int(held["sets"]), int(held["rest"])) == (dose.sets, dose.rest)
    assert held["sides"] == dose.sides


def test_it_is_a_fragment_that_nobody_keeps(client: FlaskClient) -> None:
    response = client.get("/en/build/step/cat-cow", headers=HTMX)
    html = response.get_data(as_text=True)
    assert "<html" not in html
    assert html.count("<li ") == 1
    assert response.headers["Cache-Control"] == "no-store"
    assert "HX-Request" in response.headers["Vary"]


def test_who_opens_its_address_is_led_to_the_builder(client: FlaskClient) -> None:
    for path in ("step/cat-cow", "search?q=cat"):
        response = client.get(f"/en/build/{path}")
        assert response.status_code == 302
        assert response.headers["Location"] == "/en/build/"


def test_an_exercise_that_is_none_is_not_found(client: FlaskClient) -> None:
    assert client.get("/en/build/step/zebra", headers=HTMX).status_code == 404


@pytest.mark.timed
@every_prefix()
def test_it_takes_less_than_a_tenth_of_a_second(client: FlaskClient, prefix: str) -> None:
    client.get(f"/{prefix}/build/step/cat-cow", headers=HTMX)
    times = []
    for slug in EXERCISES:
        begun = time.perf_counter()
        client.get(f"/{prefix}/build/step/{slug}", headers=HTMX)
        times.append((time.perf_counter() - begun) * 1000)
    assert statistics.median(times) < MOST_MS
