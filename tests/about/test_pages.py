"""About, sources and privacy."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import ReadPage
from tests.reading import read_page, text
from webapp import create_app, database
from webapp.config import read
from webapp.content import library

KNOWN = {
    "read": "An excerpt of the source was read.",
    "read-copy": "Read on a third party's copy or summary, in part or whole.",
    "known": "From general knowledge, in part or whole; not opened.",
}


def test_about_says_what_limber_is_not(page: ReadPage) -> None:
    words = page("/en/about/").words
    assert "not a medical device" in words
    assert "never swim alone" in words


def test_without_a_contact_the_page_says_whom_to_tell(page: ReadPage) -> None:
    assert "has not named a contact" in page("/en/about/").words


def test_the_operators_contact_is_shown_where_mistakes_are_reported(tmp_path: Path) -> None:
    settings = {"LIMBER_INSTANCE": str(tmp_path), "LIMBER_CONTACT": "mailto:care@example.org"}
    config = read(settings)
    database.prepare(config)
    address = "/ar/about/"
    shown = read_page(create_app(config).test_client().get(address), address)
    assert "mailto:care@example.org" in shown.links
    assert "care@example.org" in shown.words


def test_every_source_is_listed_with_how_it_is_known(page: ReadPage) -> None:
    shown = page("/en/about/sources")
    for source in library.english().sources.values():
        assert source.citation in text(shown.by_id(source.id))
        assert set(source.addresses) <= set(shown.links)
        assert KNOWN[source.known] in text(shown.by_id(source.id))


def test_privacy_promises_no_cookie(page: ReadPage) -> None:
    assert "sets no cookie" in page("/en/about/privacy").words


def test_privacy_says_what_stays_on_the_device_and_what_may_delete_it(page: ReadPage) -> None:
    shown = page("/en/about/privacy")
    for words in (
        "the pain, the signs and the note you gave",
        "For two hours you can go on",
        "How you adjusted a routine",
        "such as the theme and sounds",
        "What you ticked as applying to you",
        "A yes to an emergency sign, for 24 hours",
        "coordinates are looked up only when you ask, shown, and kept nowhere",
        "None of it is sent anywhere, except a routine that you publish, and the times of your",
        "Clearing this site's data in the browser deletes all of it",
        "without them you can no longer withdraw what you published",
        "Some browsers may delete it by themselves if you do not use Limber for seven days",
    ):
        assert words in shown.words
    assert "/en/about/install" in shown.links
