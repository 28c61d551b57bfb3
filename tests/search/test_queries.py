"""What people type, in each language, and what they find first.

A changed ranking or text may change the order: look at each difference, then run
`python -m tests.search` to write down what is found now. What somebody `wants` is
written by hand and stays.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from flask.testing import FlaskClient

from tests.search.ranking import first_found
from webapp.content.addresses import addresses
from webapp.content.library import english
from webapp.locales import LANGUAGES, Language

QUERIES = Path(__file__).parent / "queries"
TOP, FEWEST = 3, 30
LANGUAGE = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)


def stored(language: Language) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(
        (QUERIES / f"{language.tag}.yaml").read_text("utf-8")
    )
    return found


@LANGUAGE
def test_every_query_finds_first_what_it_did(client: FlaskClient, language: Language) -> None:
    queries = stored(language)
    found = first_found(client, language, [each["typed"] for each in queries], TOP)
    assert {each["typed"]: each["top"] for each in queries} == dict(
        zip([each["typed"] for each in queries], found, strict=True)
    )


@LANGUAGE
def test_what_is_wanted_is_among_the_first(language: Language) -> None:
    queries = stored(language)
    assert len({each["typed"] for each in queries}) >= FEWEST
    for each in queries:
        assert set(each["wanted"]) <= set(each["top"]), each["typed"]
        assert set(each["top"]) <= addresses(english())


@LANGUAGE
def test_signs_of_an_emergency_find_help_before_anything_else(
    client: FlaskClient, language: Language
) -> None:
    """Whoever types what a result page is called by gets help first, never an exercise."""
    content = english()
    help_pages = [
        address
        for address in content.synonyms[language.tag].pages
        if address == "emergency" or _is_emergency(address)
    ]
    typed = [word for each in help_pages for word in content.synonyms[language.tag].pages[each]]
    for word, (first, *_others) in zip(
        typed, first_found(client, language, typed, TOP), strict=True
    ):
        assert first.startswith(("check/", "emergency", "cramp/", "rewarm", "hydration/too")), word


def _is_emergency(address: str) -> bool:
    result = english().results.get(address.removeprefix("check/result/"))
    return bool(result and result.urgency == "emergency")
