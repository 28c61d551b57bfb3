"""What search engines read: a sitemap of pages that are there, each with a name of its own."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from tests.sampling import each_language, every_language
from webapp import create_app
from webapp.config import Config
from webapp.content import library
from webapp.locales import LANGUAGES, Language

LANGUAGE = every_language()
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
# Every page is read as a whole elsewhere; here it is enough to find these in it.
TITLE = re.compile(r"<title>(.+?)</title>")
DESCRIPTION = re.compile(r'<meta name="description" content="(.+?)">')
REPORT = 'href="/{}/about/#report"'
# Longer ones are cut by search engines.
MOST_LETTERS = {"title": 70, "description": 240}


@pytest.fixture
def settings(settings: dict[str, str]) -> dict[str, str]:
    """Every page is read in a minute, which is more than one visitor may."""
    return {**settings, "LIMBER_RATE_LIMIT": "100000 per minute"}


@pytest.fixture
def urls(client: FlaskClient) -> list[ElementTree.Element]:
    answer = client.get("/sitemap.xml")
    assert answer.mimetype == "application/xml"
    return list(ElementTree.fromstring(answer.data))


def paths(urls: list[ElementTree.Element], language: Language) -> list[str]:
    found = [urlsplit(each.findtext(f"{SITEMAP}loc") or "").path for each in urls]
    return [each for each in found if each.startswith(f"/{language.prefix}/")]


def test_each_page_is_listed_once_in_each_language_with_the_others(
    urls: list[ElementTree.Element],
) -> None:
    located = [each.findtext(f"{SITEMAP}loc") for each in urls]
    assert max(Counter(located).values()) == 1
    assert "http://localhost/ar/learn/causes" in located
    for url in urls:
        links = {each.get("hreflang"): each.get("href") for each in url.iter(LINK)}
        assert set(links) == {*(each.tag for each in LANGUAGES), "x-default"}
        assert url.findtext(f"{SITEMAP}loc") in links.values()


@LANGUAGE
def test_it_has_everything_there_is_to_read_and_nothing_of_ones_own(
    urls: list[ElementTree.Element], language: Language
) -> None:
    listed = set(paths(urls, language))
    english = library.english()
    for folder, items in {
        "exercises": english.exercises,
        "routines": {**english.routines, **english.water},
        "learn": english.lessons,
        "swim": english.bands,
    }.items():
        assert {f"/{language.prefix}/{folder}/{slug}" for slug in items} <= listed
    for own in (
        "mine/",
        "journal/",
        "settings/",
        "exercises/bird-dog/play",
        "r/",
        "search/",
        "exercises/rest",
    ):
        assert f"/{language.prefix}/{own}" not in listed


@each_language()
def test_no_two_pages_have_the_same_title_or_description_and_mistakes_can_be_reported_on_each(
    urls: list[ElementTree.Element], client: FlaskClient, language: Language
) -> None:
    """The red page alone, which is not listed, leads to the call and to nothing else."""
    titles, descriptions = Counter[str](), Counter[str]()
    for path in paths(urls, language):
        found = client.get(path).text
        (title,), (description,) = TITLE.findall(found), DESCRIPTION.findall(found)
        assert description.strip(), path
        if "/check/" not in path:  # its questions are as long as they are
            assert len(unescape(title)) <= MOST_LETTERS["title"], path
        assert len(unescape(description)) <= MOST_LETTERS["description"], path
        assert 'name="robots"' not in found, path
        assert REPORT.format(language.prefix) in found, path
        titles[title] += 1
        descriptions[description.strip()] += 1
    assert [each for each, n in titles.items() if n > 1] == []
    assert [each for each, n in descriptions.items() if n > 1] == []


def test_addresses_begin_as_the_operator_names_them(config: Config) -> None:
    app = create_app(config.model_copy(update={"origin": "https://limber.example"}))
    client = app.test_client()
    robots = client.get("/robots.txt").text
    assert "Sitemap: https://limber.example/sitemap.xml" in robots
    assert "Disallow" not in robots
    assert "<loc>https://limber.example/en/learn/causes</loc>" in client.get("/sitemap.xml").text
    app.extensions["limber.database"].dispose()


@LANGUAGE
def test_results_and_players_lead_to_where_a_mistake_can_be_reported(
    client: FlaskClient, language: Language
) -> None:
    """All but the red page."""
    content = library.english()
    results = [slug for slug, each in content.results.items() if each.urgency != "emergency"]
    others = [
        *(f"/{language.prefix}/check/result/{slug}" for slug in results),
        *(f"/{language.prefix}/routines/{slug}/play" for slug in content.routines),
    ]
    for path in others:
        assert REPORT.format(language.prefix) in client.get(path).text, path
