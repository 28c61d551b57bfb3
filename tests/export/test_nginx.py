"""The file by which nginx serves the folder."""

from __future__ import annotations

import pytest

from webapp.export import nginx

HTML = {"content-type": "text/html"}


@pytest.mark.parametrize(
    ("address", "match"),
    [
        ("/", "= /"),
        ("/sw.js", "= /sw.js"),
        ("/en/", "~ ^/en/"),
        ("/en/swim/12-15", "~ ^/en/"),
        ("/en/build/", "~ ^/en/build/"),
        ("/en/build/stills", "= /en/build/stills"),
        ("/en/r/", "~ ^/en/r/"),
        ("/en/search/index.json", "= /en/search/index.json"),
        ("/en/manifest.webmanifest", "= /en/manifest.webmanifest"),
        ("/static/0123456789ab/css/main.css", r"~ ^/static/[0-9a-f]+/.+\.css$"),
        ("/pack/zh-hans-0123", "~ ^/pack/[0-9a-z-]+$"),
    ],
)
def test_addresses_that_are_answered_alike_have_a_location_together(
    address: str, match: str
) -> None:
    assert nginx.match_of(address) == match


def test_a_narrow_location_stands_before_a_wide_one() -> None:
    told = dict.fromkeys(("/en/", "/en/build/", "/static/0123/a.css"), HTML)
    matches = [each.match for each in nginx.locations(told)]
    assert matches == [r"~ ^/static/[0-9a-f]+/.+\.css$", "~ ^/en/build/", "~ ^/en/"]


def test_two_answers_of_a_location_must_agree() -> None:
    with pytest.raises(ValueError, match="/en/x: is not answered like others"):
        nginx.locations({"/en/": HTML, "/en/x": {"content-type": "text/plain"}})


def test_only_what_the_server_can_answer_is_passed_on() -> None:
    told = dict.fromkeys(("/en/", "/en/build/", "/en/r/", "/sw.js"), HTML)
    passed = {each.match for each in nginx.locations(told) if each.tries.endswith("@limber")}
    assert passed == {"~ ^/en/build/", "~ ^/en/r/"}


def test_folders_are_those_with_a_last_slash() -> None:
    assert nginx.folders(dict.fromkeys(("/en/", "/ar/swim/", "/en/swim/12-15", "/x/"), HTML)) == [
        "swim"
    ]
