"""From a device's time zone to the region whose numbers are shown first."""

from __future__ import annotations

import pytest
from babel.core import get_global

from webapp.content import library
from webapp.emergency import zones

# Kosovo keeps the time of Europe/Belgrade; its people choose it themselves.
WITHOUT_ZONE = {"XK"}


@pytest.mark.parametrize(
    ("zone", "region"),
    [
        ("Europe/London", "GB"),
        ("Europe/Dublin", "IE"),
        ("Europe/Kiev", "UA"),
        ("Europe/Kyiv", "UA"),
        ("Asia/Calcutta", "IN"),
        ("Asia/Kolkata", "IN"),
        ("Asia/Katmandu", "NP"),
        ("Asia/Kathmandu", "NP"),
        ("Asia/Saigon", "VN"),
        ("Asia/Hong_Kong", "HK"),
        ("America/New_York", "US"),
        ("US/Eastern", "US"),
        ("America/Buenos_Aires", "AR"),
        ("America/Coyhaique", "CL"),
        ("Australia/Sydney", "AU"),
        ("Africa/Cairo", "EG"),
        ("Singapore", "SG"),
    ],
)
def test_a_zone_says_the_region_by_old_name_and_new(zone: str, region: str) -> None:
    assert zones.by_zone()[zone] == region


@pytest.mark.parametrize("zone", ["UTC", "Etc/UTC", "GMT", "Etc/GMT+5", "CET", "EST5EDT"])
def test_a_zone_without_a_place_says_no_region(zone: str) -> None:
    assert zone not in zones.by_zone()


def test_every_region_is_a_country_by_its_two_letters() -> None:
    regions = set(zones.by_zone().values())
    assert [each for each in regions if len(each) != 2 or not each.isupper()] == []


def test_every_region_with_numbers_is_reached_by_a_zone() -> None:
    assert set(library.english().emergency) - set(zones.by_zone().values()) == WITHOUT_ZONE


def test_a_zone_that_the_tables_know_needs_no_line_of_ours() -> None:
    assert (
        set(zones.NEWER) & {*get_global("zone_territories"), *get_global("zone_aliases")} == set()
    )
