"""The builder's page: what it holds for its script, and what it may be asked for without one."""

from __future__ import annotations

import json
from typing import Any

from tests.conftest import ReadPage
from tests.reading import Page
from tests.sampling import every_prefix
from webapp.build.languages import tongues
from webapp.content import library, needs
from webapp.locales import LANGUAGES
from webapp.security import HTMX_POLICY

CONTENT = library.english()


def held(page: Page, name: str) -> Any:
    return json.loads(page.by_id(name).text or "")


@every_prefix()
def test_the_page_is_as_strict_as_any_but_for_htmx(page: ReadPage, prefix: str) -> None:
    found = page(f"/{prefix}/build/")
    policy = found.response.headers["Content-Security-Policy"]
    assert policy == HTMX_POLICY
    assert "trusted-types" not in policy
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy


def test_other_pages_keep_trusted_types(page: ReadPage) -> None:
    found = page("/en/routines/")
    assert "trusted-types limber" in found.response.headers["Content-Security-Policy"]


def test_it_says_what_it_needs_before_a_script_runs(page: ReadPage) -> None:
    assert "needs JavaScript" in page("/en/build/").words


@every_prefix()
def test_who_has_added_is_done_in_one_sentence_for_each_plural(page: ReadPage, prefix: str) -> None:
    guide = held(page(f"/{prefix}/build/"), "guide")
    assert set(guide["done"]) == set(guide["steps"])
    in_words = {"zero", "one", "two"}  # as Arabic says them
    assert all("%(n)s" in guide["done"][each] for each in guide["done"].keys() - in_words)


def test_every_routine_of_the_library_can_be_started_from(page: ReadPage) -> None:
    chosen = {each.get("value") for each in page("/en/build/").by_id("routine").iter("option")}
    assert chosen == set(CONTENT.routines)
    for slug, routine in CONTENT.routines.items():
        start = held(page(f"/en/routines/{slug}"), "routine")
        assert [step["exercise"] for step in start["steps"]] == [
            step.exercise for step in routine.steps
        ]
        assert start["need"] == needs.composed(routine.need)
        assert start["beginner"] == routine.beginner
        assert len(start["whatFor"]) <= 300


def test_the_catalog_holds_every_exercise_and_nothing_of_how_it_is_done(page: ReadPage) -> None:
    exercises = held(page("/en/build/"), "catalog")["exercises"]
    assert exercises["slug"] == list(CONTENT.led)
    assert set(exercises) == {
        *("slug", "name", "ready", "cautions", "dose", "tempo", "isMassage", "awaitsInstructor"),
    }


def test_what_raises_warmth_is_known(page: ReadPage) -> None:
    raising = held(page("/en/build/"), "guide")["raising"]
    assert raising
    assert all("raise" in CONTENT.led[slug].purpose for slug in raising)


def test_a_picture_of_every_exercise_is_there_for_a_draft_that_is_read(page: ReadPage) -> None:
    found = page("/en/build/stills")
    stills = {each.get("data-still") for each in found.tree.iter() if each.get("data-still")}
    assert stills == set(CONTENT.led)


def test_languages_of_ones_own_words_go_by_their_own_names() -> None:
    named = dict(tongues())
    assert named["de"] == "Deutsch"
    assert list(named)[: len(LANGUAGES)] == [language.tag for language in LANGUAGES]
    assert len(named) == len(tongues())


def test_routines_lead_to_the_builder(page: ReadPage) -> None:
    assert "/en/build/" in page("/en/routines/").links
    assert "/en/build/#from.cold-water-10" in page("/en/routines/cold-water-10").links
