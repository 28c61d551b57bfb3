"""Each temperature lies in the band that evidence §4 says, in both units and in both languages.

The bands come from the content, and the script that the page gets finds its way among them.
"""

from __future__ import annotations

import json

import pytest
from flask import Flask

from tests import node
from webapp import degrees
from webapp.content import library
from webapp.swim import words

# Degrees Celsius at and beside each boundary, and the band written out in evidence §4.
CELSIUS = {
    -2: "under-12",
    0: "under-12",
    11.9: "under-12",
    11.999: "under-12",
    12: "12-15",
    12.1: "12-15",
    15: "12-15",
    15.1: "15-21",
    20.9: "15-21",
    21: "15-21",
    21.1: "21-26",
    25.9: "21-26",
    26: "26-31",
    31: "26-31",
    31.1: "over-31",
    45: "over-31",
}
# The same ends as somebody reads them in degrees Fahrenheit.
FAHRENHEIT = {
    53.5: "under-12",
    53.6: "12-15",
    59: "12-15",
    59.1: "15-21",
    69.8: "15-21",
    69.9: "21-26",
    78.7: "21-26",
    78.8: "26-31",
    87.8: "26-31",
    87.9: "over-31",
}
# Who is not sure plans for one band colder; below the coldest there is none, and what is too warm
# stays so.
UNSURE = {8: "under-12", 12: "under-12", 15: "under-12", 15.1: "12-15", 26: "21-26", 40: "over-31"}

ASK = """
import {{ celsius }} from "{root}/static/js/shared/degrees.js";
import {{ bandAt }} from "{root}/static/js/swim/bands.js";
const bands = {bands};
const find = (degrees, unsure) => bands[bandAt(degrees, unsure, bands)].slug;
console.log(JSON.stringify({{
  celsius: {celsius}.map(each => find(each, false)),
  fahrenheit: {fahrenheit}.map(each => find(celsius(each), false)),
  unsure: {unsure}.map(each => find(each, true)),
}}));
"""


def test_every_boundary_lies_on_the_careful_side() -> None:
    bands = [
        {"slug": band.slug, **degrees.edges(band)} for band in library.english().bands.values()
    ]
    script = ASK.format(
        root=node.ROOT.as_uri(),
        bands=json.dumps(bands),
        celsius=json.dumps(list(CELSIUS)),
        fahrenheit=json.dumps(list(FAHRENHEIT)),
        unsure=json.dumps(list(UNSURE)),
    )
    told = node.run("--input-type=module", "--eval", script, capture_output=True)
    found = json.loads(told.stdout)
    assert dict(zip(CELSIUS, found["celsius"], strict=True)) == CELSIUS
    assert dict(zip(FAHRENHEIT, found["fahrenheit"], strict=True)) == FAHRENHEIT
    assert dict(zip(UNSURE, found["unsure"], strict=True)) == UNSURE


def test_the_names_of_the_bands_leave_no_doubt_in_either_unit(app: Flask) -> None:
    with app.test_request_context("/en/swim/"):
        names = [
            (degrees.metric(band), degrees.us(band)) for band in library.english().bands.values()
        ]
    assert names == [
        ("below 12\u00a0°C", "below 53.6\u00a0°F"),
        ("12 to 15\u00a0°C", "53.6 to 59\u00a0°F"),
        ("above 15, up to 21\u00a0°C", "above 59, up to 69.8\u00a0°F"),
        ("above 21, below 26\u00a0°C", "above 69.8, below 78.8\u00a0°F"),
        ("26 to 31\u00a0°C", "78.8 to 87.8\u00a0°F"),
        ("above 31\u00a0°C", "above 87.8\u00a0°F"),
    ]


@pytest.mark.parametrize("slug", ["12-15", "15-21", "21-26"])
def test_in_cold_water_only_the_long_warm_ups_are_offered(slug: str) -> None:
    content = library.english()
    warm_ups = [content.routines[each] for each in content.bands[slug].warm_ups]
    assert {each.need for each in warm_ups} == {"before-cold"}
    assert content.is_cold(content.bands[slug])


def test_from_26_degrees_on_the_short_ones_are_enough() -> None:
    content = library.english()
    for slug in ("26-31", "over-31"):
        assert not content.is_cold(content.bands[slug])
        assert {content.routines[each].need for each in content.bands[slug].warm_ups} == {
            "before-effort"
        }


def test_in_the_coldest_water_nothing_leads_into_it() -> None:
    coldest = library.english().bands["under-12"]
    assert coldest.verdict == "no"
    assert coldest.warm_ups == ()


def test_the_script_gets_every_band_and_where_it_leads(app: Flask) -> None:
    with app.test_request_context("/en/swim/"):
        guide = words.of_gauge(library.english().bands.values())
    addresses = [band["address"] for band in guide["bands"]]
    assert addresses == [f"/en/swim/{slug}" for slug in library.english().bands]
