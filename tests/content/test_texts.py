"""One walk extracts the words and puts the translations in their places."""

from __future__ import annotations

from webapp import places
from webapp.content import library, texts
from webapp.content.extract import extract


def test_every_word_that_is_extracted_is_replaced() -> None:
    for item in library.english().items():
        shouted = texts.localize(item, str.upper)
        assert list(texts.texts(shouted)) == [
            (place, text.upper()) for place, text in texts.texts(item)
        ]


def test_slugs_numbers_and_ids_are_no_words() -> None:
    item = library.english().exercises["bird-dog"]
    shouted = texts.localize(item, str.upper)
    assert (shouted.slug, shouted.number, shouted.position) == ("bird-dog", 6, "all-fours")
    assert shouted.claims[1].sources == ("B3", "B5")


def test_a_translator_sees_where_a_text_stands() -> None:
    with (places.CONTENT / "exercises/spine/bird-dog.yaml").open("rb") as file:
        found = {text: comments for _, _, text, comments in extract(file, (), (), {})}
    assert found["Bird dog"] == ["Exercise bird-dog: name"]
    assert found["Back level. Keep breathing."] == ["Exercise bird-dog: tempo.1.cue"]


def test_sources_are_not_extracted() -> None:
    with (places.CONTENT / "sources.yaml").open("rb") as file:
        assert list(extract(file, (), (), {})) == []
