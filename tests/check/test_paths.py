"""Every way through the self-check, as it stands on its pages, in every language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element

import pytest
from flask.testing import FlaskClient

from tests.conftest import ReadPage
from tests.reading import Page, plain, read_page, text
from webapp import create_app, database
from webapp.config import read
from webapp.content import library
from webapp.locales import LANGUAGES, Language

ROWS = set(range(1, 25))


@dataclass(frozen=True)
class Way:
    """The answers given, and the page they lead to."""

    answers: tuple[str, ...]
    end: str


class Walk:
    """All of the self-check in one language, each page read once."""

    def __init__(self, client: FlaskClient, language: Language) -> None:
        self.language = language
        self._client = client
        self._pages: dict[str, Page] = {}

    def page(self, path: str) -> Page:
        """A page by its path after `/check/`."""
        address = f"/{self.language.prefix}/check/{path}"
        if address not in self._pages:
            self._pages[address] = read_page(self._client.get(address), address)
        return self._pages[address]

    def answers(self, path: str) -> list[tuple[str, bool]]:
        """The paths of no, yes and not sure, each with whether it locks."""
        sections = self.page(path).all("section")
        (dock,) = [each for each in sections if "answers" in each.get("class", "")]
        links = list(dock.iter("a"))
        assert len(links) == 3
        return [(_path(each), each.get("data-emergency") is not None) for each in links]

    @cached_property
    def ways(self) -> list[Way]:
        """From the first question to every result, also those chosen by their likeness."""
        sections = self.page("").all("section")
        (dock,) = [each for each in sections if "dock" in each.get("class", "")]
        (start,) = dock.iter("a")
        found: list[Way] = []
        given: tuple[str, ...] = ()
        path = _path(start)
        while path != "likeness":
            (no, _), (yes, _), (unsure, _) = self.answers(path)
            found.append(Way((*given, f"{path}: yes"), yes))
            found.append(Way((*given, f"{path}: not sure"), unsure))
            given, path = (*given, f"{path}: no"), no
        for link in self.page("likeness").one("main").iter("a"):
            if _path(link).startswith("result/"):
                found.append(Way((*given, "likeness"), _path(link)))
        return found


def _path(link: Element) -> str:
    """Of a link within the self-check, as `Walk.page` takes it."""
    return link.get("href", "").partition("/check/")[2]


@pytest.fixture(scope="module", params=LANGUAGES, ids=lambda language: language.tag)
def walk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Walk:
    config = read({"LIMBER_INSTANCE": str(tmp_path_factory.mktemp("walk"))})
    database.prepare(config)
    return Walk(create_app(config).test_client(), request.param)


def urgency(way: Way) -> str:
    return library.english().results[way.end.removeprefix("result/")].urgency


def test_every_row_of_the_table_is_asked_on_the_way(walk: Walk) -> None:
    asked = {
        answer.split(":")[0] for way in walk.ways for answer in way.answers if answer != "likeness"
    }
    questions = library.english().questions
    assert asked == set(questions)
    assert {row for slug in asked for row in questions[slug].rows} == ROWS


def test_every_result_is_reached(walk: Walk) -> None:
    reached = {way.end.removeprefix("result/") for way in walk.ways}
    assert reached == set(library.english().results)


def test_no_way_with_an_emergency_answer_leads_anywhere_but_to_the_call(walk: Walk) -> None:
    emergencies = [way for way in walk.ways if urgency(way) == "emergency"]
    assert len(emergencies) >= 22
    for way in emergencies:
        shown = walk.page(way.end)
        slug = way.answers[-1].split(":")[0]
        assert set(shown.links) == {"tel:112", f"/{walk.language.prefix}/check/{slug}"}, way
        assert not shown.all("svg") or all(
            each.get("data-figure") is None for each in shown.all("svg")
        )


def test_an_emergency_answer_locks_and_no_other_does(walk: Walk) -> None:
    for slug, question in library.english().questions.items():
        (_, no), (_, yes), (_, unsure) = walk.answers(slug)
        is_emergency = library.english().result_of(question).urgency == "emergency"
        assert (no, yes, unsure) == (False, is_emergency, is_emergency), slug


def test_not_being_sure_is_a_yes(walk: Walk) -> None:
    for slug in library.english().questions:
        _, yes, unsure = walk.answers(slug)
        assert unsure == yes


def test_a_warning_sign_leads_to_no_exercise(walk: Walk) -> None:
    moving = tuple(f"/{walk.language.prefix}/{each}/" for each in ("exercises", "routines"))
    for way in walk.ways:
        if urgency(way) != "self-care":
            assert not [link for link in walk.page(way.end).links if link.startswith(moving)], way


def shown_urgency(language: Language, urgency: str) -> str:
    english = {
        "same-day": "Advice the same day",
        "urgent": "Urgent",
        "doctor": "Doctor or physiotherapist",
        "self-care": "Self-care",
    }
    return language.messages.gettext(english[urgency])


def test_every_result_says_how_soon_what_to_do_and_what_to_say(walk: Walk) -> None:
    results = library.localized(walk.language).results
    for slug, result in results.items():
        shown = walk.page(f"result/{slug}")
        assert shown.h1 == plain(result.title)
        assert plain(result.say) in shown.words
        if result.urgency == "emergency":
            assert "tel:112" in shown.links
            assert "emergency" in shown.one("body").get("class", "")
        else:
            assert plain(shown_urgency(walk.language, result.urgency)) in shown.words
        steps = [each for each in shown.all("ol") if "numbered" in each.get("class", "")]
        assert len(list(steps[0].iter("li"))) >= 2, slug
        for line in result.do:
            assert plain(line) in text(steps[0])


def test_without_a_sign_nothing_is_called_well(walk: Walk) -> None:
    for slug, result in library.english().results.items():
        if result.urgency == "self-care":
            notes = [
                each for each in walk.page(f"result/{slug}").all("p") if each.get("class") == "note"
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
