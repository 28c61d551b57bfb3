"""Languages of a physio's own words are called what Babel calls them."""

from __future__ import annotations

from webapp.build.languages import OTHERS, name


def test_names_that_are_written_down_are_those_of_babel() -> None:
    assert {tag: name(tag) for tag in OTHERS} == OTHERS
