"""What is said of drinks keeps to evidence §5 and to the promises on wording."""

from __future__ import annotations

import re

import pytest

from webapp.content import library, texts
from webapp.content.hydration import Why

english = library.english()
DRINKS = english.hydration["drinks"]

UNITS = "L|ml|kg|mg|g|°C|hours|minutes|days|percent"
ALL = (
    *(DRINKS.over_claims + DRINKS.urine_claims + DRINKS.claims),
    *(claim for why in DRINKS.whys for claim in why.claims),
)
CLAIMED = " ".join(claim.text for claim in ALL)
LINES = [
    (field, text)
    for field, text in texts.texts(DRINKS)
    if not re.match(r"whys|(\w+_)?claims", field)
]


def why(word: str) -> Why:
    return next(each for each in DRINKS.whys if word in each.question)


def test_the_signs_are_those_the_self_check_asks() -> None:
    assert DRINKS.signs == ("Headache", "Vomiting", "Confusion", "A seizure")
    assert english.questions["after-exercise"].signs == DRINKS.signs
    assert english.results["after-exercise"].urgency == "emergency"


def test_drinking_too_much_is_never_waited_out() -> None:
    said = " ".join(DRINKS.over)
    for words in ("24\u00a0hours", "Call at once", "does not mean that you are safe", "alone"):
        assert words in said


def test_magnesium_is_not_recommended() -> None:
    magnesium = why("magnesium")
    assert "does not recommend" in magnesium.answer
    assert magnesium.claims[0].grade == "A"


def test_salt_is_weakly_supported_and_lactic_acid_not_at_all() -> None:
    assert {claim.grade for claim in why("salt").claims} == {"C"}
    assert why("lactic").claims[0].grade == "X"


def test_the_most_within_an_hour_is_a_choice_of_our_own() -> None:
    [most] = [claim for claim in ALL if "0.8\u00a0L" in claim.text]
    assert (most.grade, most.sources) == ("D", ())
    assert "choice made for this app" in most.text


@pytest.mark.parametrize(("field", "text"), LINES)
def test_a_number_in_a_line_stands_in_a_claim(field: str, text: str) -> None:
    for number in re.findall(r"\d[\d,.]*(?<![.,])", text):
        assert re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d]|[.,]\d)", CLAIMED), (
            f"{field}: {number} rests on no claim"
        )


@pytest.mark.parametrize(("field", "text"), LINES)
def test_a_line_is_read_at_a_glance(field: str, text: str) -> None:
    assert len(text) <= 110, f"{field}: {len(text)} characters"


def test_a_number_and_its_unit_stay_together() -> None:
    for field, text in texts.texts(DRINKS):
        assert not re.search(rf"\d ({UNITS})\b", text), f"{field}: {text}"


def test_nobody_is_told_to_drink() -> None:
    for field, text in LINES:
        for sentence in re.split(r"(?<=[.?!:]) ", text):
            assert not sentence.startswith("Drink "), f"{field}: {text}"
