"""Every way through the self-check, as it stands on its pages, in every language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.conftest import ReadPage
from tests.reading import Page, text
from webapp.content import library
from webapp.locales import LANGUAGES, Language

ROWS = set(range(1, 25))
LANGUAGE = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)


@dataclass(frozen=True)
class Way:
    """The answers given, and the page they lead to."""

    answers: tuple[str, ...]
    end: str


def answers(page: Page) -> list[tuple[str, bool]]:
    """Address of no, yes and not sure, each with whether it locks."""
    (dock,) = [each for each in page.all("section") if "answers" in each.get("class", "")]
    links = list(dock.iter("a"))
    assert len(links) == 3
    return [(each.get("href", ""), each.get("data-emergency") is not None) for each in links]


def ways(page: ReadPage, language: Language) -> Iterator[Way]:
    """From the first question to every result, also those chosen by their likeness."""
    start = page(f"/{language.prefix}/check/")
    (address,) = [
        link
        for each in start.all("section")
        if "dock" in each.get("class", "")
        for link in [each.find("a").get("href", "")]  # type: ignore[union-attr]
    ]
    given: tuple[str, ...] = ()
    while not address.endswith("/check/likeness"):
        (no, _), (yes, _), (unsure, _) = answers(page(address))
        slug = address.rsplit("/", 1)[1]
        yield Way((*given, f"{slug}: yes"), yes)
        yield Way((*given, f"{slug}: not sure"), unsure)
        given, address = (*given, f"{slug}: no"), no
    for link in page(address).links:
        if "/check/result/" in link:
            yield Way((*given, "likeness"), link)


def urgency(way: Way) -> str:
    return library.english().results[way.end.rsplit("/", 1)[1]].urgency


@LANGUAGE
def test_every_row_of_the_table_is_asked_on_the_way(page: ReadPage, language: Language) -> None:
    asked = {
        answer.split(":")[0]
        for way in ways(page, language)
        for answer in way.answers
        if answer != "likeness"
    }
    questions = library.english().questions
    assert asked == set(questions)
    assert {row for slug in asked for row in questions[slug].rows} == ROWS


@LANGUAGE
def test_every_result_is_reached(page: ReadPage, language: Language) -> None:
    reached = {way.end.rsplit("/", 1)[1] for way in ways(page, language)}
    assert reached == set(library.english().results)


@LANGUAGE
def test_no_way_with_an_emergency_answer_leads_anywhere_but_to_the_call(
    page: ReadPage, language: Language
) -> None:
    emergencies = [way for way in ways(page, language) if urgency(way) == "emergency"]
    assert len(emergencies) >= 22
    for way in emergencies:
        shown = page(way.end)
        slug = way.answers[-1].split(":")[0]
        assert set(shown.links) == {"tel:112", f"/{language.prefix}/check/{slug}"}, way
        assert not shown.all("svg") or all(
            each.get("data-figure") is None for each in shown.all("svg")
        )


@LANGUAGE
def test_an_emergency_answer_locks_and_no_other_does(page: ReadPage, language: Language) -> None:
    for slug, question in library.english().questions.items():
        (_, no), (_, yes), (_, unsure) = answers(page(f"/{language.prefix}/check/{slug}"))
        is_emergency = library.english().result_of(question).urgency == "emergency"
        assert (no, yes, unsure) == (False, is_emergency, is_emergency), slug


@LANGUAGE
def test_not_being_sure_is_a_yes(page: ReadPage, language: Language) -> None:
    for slug in library.english().questions:
        _, yes, unsure = answers(page(f"/{language.prefix}/check/{slug}"))
        assert unsure == yes


@LANGUAGE
def test_a_warning_sign_leads_to_no_exercise(page: ReadPage, language: Language) -> None:
    moving = tuple(f"/{language.prefix}/{each}/" for each in ("exercises", "routines"))
    for way in ways(page, language):
        if urgency(way) != "self-care":
            assert not [link for link in page(way.end).links if link.startswith(moving)], way


@LANGUAGE
def test_every_result_says_how_soon_what_to_do_and_what_to_say(
    page: ReadPage, language: Language
) -> None:
    results = library.localized(language).results
    for slug, result in results.items():
        shown = page(f"/{language.prefix}/check/result/{slug}")
        assert shown.h1 == result.title
        assert result.say in shown.words
        steps = [each for each in shown.all("ol") if "numbered" in each.get("class", "")]
        assert len(list(steps[0].iter("li"))) >= 2, slug
        for line in result.do:
            assert line in text(steps[0])


@LANGUAGE
def test_without_a_sign_nothing_is_called_well(page: ReadPage, language: Language) -> None:
    for slug, result in library.english().results.items():
        if result.urgency == "self-care":
            notes = [
                each
                for each in page(f"/{language.prefix}/check/result/{slug}").all("p")
                if each.get("class") == "note"
            ]
            assert len(notes) == 1, slug


def test_in_english_the_note_ends_with_ones_own_judgement(page: ReadPage) -> None:
    words = page("/en/check/result/no-sign").words
    assert "no listed warning sign was ticked" in words
    assert "trust your judgement" in words
    assert "That is no all-clear" in words


def test_the_most_urgent_comes_first() -> None:
    content = library.english()
    order = ["emergency", "same-day", "urgent", "doctor"]
    asked = [content.result_of(each).urgency for each in content.questions.values()]
    assert asked == sorted(asked, key=order.index)


@pytest.mark.parametrize("path", ["nothing", "result/nothing"])
def test_what_is_not_asked_is_not_found(page: ReadPage, path: str) -> None:
    page(f"/en/check/{path}", status=404)
