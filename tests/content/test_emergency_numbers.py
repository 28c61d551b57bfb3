"""The numbers one calls when it is serious: spelt out, because a wrong one costs a life."""

from __future__ import annotations

import pytest
from babel import Locale

from webapp.content import library
from webapp.content.rules import emergency_numbers
from webapp.locales import LANGUAGES

EMERGENCY = library.english().emergency


@pytest.mark.parametrize(
    ("region", "number"),
    [
        ("AE", "998"),
        ("AU", "000"),
        ("BR", "192"),
        ("CA", "911"),
        ("CH", "144"),
        ("CN", "120"),
        ("DE", "112"),
        ("EG", "123"),
        ("ES", "112"),
        ("FR", "112"),
        ("GB", "999"),
        ("HK", "999"),
        ("IE", "999"),
        ("IN", "112"),
        ("IT", "112"),
        ("JP", "119"),
        ("KR", "119"),
        ("NO", "113"),
        ("NZ", "111"),
        ("RU", "112"),
        ("SA", "997"),
        ("SG", "995"),
        ("TR", "112"),
        ("TW", "119"),
        ("US", "911"),
        ("ZA", "112"),
    ],
)
def test_the_ambulance_of_a_region_is_the_number_everybody_there_knows(
    region: str, number: str
) -> None:
    assert EMERGENCY[region].ambulance == number


# Where a list of emergency numbers begins with the police or the fire brigade.
@pytest.mark.parametrize(
    ("region", "others"),
    [
        ("CN", {"110", "119", "122"}),
        ("DE", {"110"}),
        ("JP", {"110", "118"}),
        ("RU", {"01", "02", "101", "102"}),
        ("TR", {"110", "155", "156"}),
    ],
)
def test_no_ambulance_number_is_that_of_the_police_or_the_fire_brigade(
    region: str, others: set[str]
) -> None:
    assert EMERGENCY[region].ambulance not in others


def test_each_number_says_where_it_is_from() -> None:
    for numbers in EMERGENCY.values():
        assert numbers.from_general_knowledge or numbers.sources, numbers.region


@pytest.mark.parametrize(
    ("region", "number", "service"),
    [
        ("GB", "999", "coastguard"),
        ("IE", "999", "coastguard"),
        ("FR", "196", "sea-rescue"),
        ("ES", "900 202 202", "sea-rescue"),
        ("IT", "1530", "coastguard"),
        ("NZ", "111", "police"),
    ],
)
def test_water_rescue_names_number_service_and_source(
    region: str, number: str, service: str
) -> None:
    water = EMERGENCY[region].water
    assert water is not None
    assert (water.number, water.service) == (number, service)
    assert water.sources


def test_regions_stand_in_order_and_can_be_chosen() -> None:
    assert list(EMERGENCY) == sorted(EMERGENCY)
    assert set(EMERGENCY) <= set(Locale("en").territories)


def test_every_language_has_the_same_numbers() -> None:
    for language in LANGUAGES:
        assert library.localized(language).emergency == EMERGENCY


def test_an_exception_that_phonenumbers_has_caught_up_with_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    exceptions = {**emergency_numbers.EXCEPTIONS, ("GB", "999"): "no longer one"}
    monkeypatch.setattr(emergency_numbers, "EXCEPTIONS", exceptions)
    assert [str(fault) for fault in emergency_numbers.check(library.english())] == [
        "emergency.yaml: regions.GB.ambulance: 999 needs no exception; "
        f"take it out of {emergency_numbers.HERE}"
    ]
