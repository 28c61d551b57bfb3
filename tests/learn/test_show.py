"""Lessons: everything of their files is on the page, with its grade, and leads on."""

from __future__ import annotations

import pytest

from tests.conftest import ReadPage
from tests.reading import text
from tests.sampling import every_language
from webapp.content import library
from webapp.content.parts import parts
from webapp.content.schema import Claim
from webapp.learn.views import GROUPS
from webapp.locales import Language

LANGUAGE = every_language()
LESSONS = library.english().lessons


def plain(words: str) -> str:
    return " ".join(words.split())


@LANGUAGE
def test_every_lesson_is_listed_once(page: ReadPage, language: Language) -> None:
    assert sorted(slug for slugs in GROUPS.values() for slug in slugs) == sorted(LESSONS)
    links = page(f"/{language.prefix}/learn/").links
    for slug in LESSONS:
        assert links.count(f"/{language.prefix}/learn/{slug}") == 1


@LANGUAGE
@pytest.mark.parametrize("slug", LESSONS)
def test_a_lesson_shows_all_that_its_file_says(
    page: ReadPage, language: Language, slug: str
) -> None:
    lesson = library.localized(language).lessons[slug]
    words = page(f"/{language.prefix}/learn/{slug}").words
    lines = [
        *(lesson.title, lesson.summary, *lesson.ask),
        *(line for section in lesson.sections for line in (section.heading, *section.text)),
        *(claim.text for _, claim in parts(lesson, Claim)),
        *(line for stance in lesson.disagree for line in (stance.who, stance.says)),
        *(line for contrast in lesson.article for line in (contrast.says, contrast.instead)),
    ]
    for line in lines:
        assert plain(line) in words


@LANGUAGE
@pytest.mark.parametrize("slug", ["traction", "causes"])
def test_only_of_the_article_it_says_that_the_evidence_is_against(
    page: ReadPage, language: Language, slug: str
) -> None:
    """Beside our own statement, such as "it made no difference", it would say the opposite."""
    shown = page(f"/{language.prefix}/learn/{slug}")
    against = language.messages.gettext("The evidence speaks against what the article says.")
    rows = [each for each in shown.all("li") if against in text(each)]
    assert ["contrast" in each.get("class", "") for each in rows] == [True]


@pytest.mark.parametrize("slug", LESSONS)
def test_each_claim_has_its_grade_and_its_sources(page: ReadPage, slug: str) -> None:
    lesson = LESSONS[slug]
    shown = page(f"/en/learn/{slug}")
    rows = [each for each in shown.all("li") if "claim" in each.get("class", "").split()]
    claims = [claim for _, claim in parts(lesson, Claim)]
    assert len(rows) == len(claims) + len(lesson.article)
    for claim in claims:
        (row,) = [each for each in rows if plain(claim.text) in text(each)]
        assert f"Evidence grade {claim.grade}:" in text(row)
        links = [link.get("href", "") for link in row.iter("a")]
        assert [link.split("#")[1] for link in links if "/about/sources#" in link] == list(
            claim.sources
        )


@pytest.mark.parametrize("slug", LESSONS)
def test_it_leads_to_what_one_can_do(page: ReadPage, slug: str) -> None:
    related = LESSONS[slug].related
    links = page(f"/en/learn/{slug}").links
    for routine in related.routines:
        assert f"/en/routines/{routine}" in links
    for exercise in related.exercises:
        assert f"/en/exercises/{exercise}" in links


def test_what_is_no_lesson_is_not_found(page: ReadPage) -> None:
    page("/en/learn/nothing", 404)
