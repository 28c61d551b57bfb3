"""A routine's page: what, for whom, what to heed, its steps, its time, what it rests on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.conftest import ReadPage
from webapp.content import library
from webapp.content.durations import routine_seconds
from webapp.content.library import Library
from webapp.locales import Language
from webapp.routines.needs import by_need


def test_the_list_names_each_routine_with_its_time(page: ReadPage) -> None:
    shown = page("/en/routines/")
    words = shown.words.replace("\u00a0", " ")
    for slug, short in (
        ("cold-water-10", "11 min, 6 steps, standing, on hands and knees"),
        ("qigong-short", "6 min, 3 steps, standing"),
    ):
        assert f"/en/routines/{slug}" in shown.links
        assert short in words


def test_routines_stand_under_what_one_needs_them_for(page: ReadPage) -> None:
    words = page("/en/routines/").words
    needs = ["Before cold water", "Before effort", "For a sore back", "Slow movement"]
    places = [words.index(need) for need in needs]
    assert places == sorted(places)


def test_the_shortest_routine_of_a_need_comes_first() -> None:
    for need, routines in by_need(library.english()):
        lengths = [routine_seconds(each, library.english()) for each in routines]
        assert lengths == sorted(lengths), need


def test_a_need_without_a_routine_is_left_out() -> None:
    english = library.english()
    without = {slug: each for slug, each in english.routines.items() if each.need != "massage"}
    needs = [need for need, _ in by_need(replace(english, routines=without))]
    assert "massage" not in needs
    assert "evening" in needs


def test_a_routine_says_everything_before_the_start(page: ReadPage) -> None:
    shown = page("/en/routines/cold-water-10")
    assert shown.h1 == "Cold-water warm-up"
    for part in (
        "This warm-up does not make cold water safe.",
        "Never swim alone.",
        "Stage 1: Raise warmth",
        "Stage 3: Activate",
        "4 times each side",
        "Heart or other health condition",
        "Evidence grade D",
        "Start, 11 min 9 s",
    ):
        assert part in shown.words.replace("\u00a0", " "), part
    assert "/en/routines/cold-water-10/play" in shown.links


def test_each_step_leads_to_its_exercise_and_each_claim_to_its_source(page: ReadPage) -> None:
    shown = page("/en/routines/cold-water-10")
    assert "/en/exercises/bird-dog" in shown.links
    assert "/en/about/sources#X5" in shown.links


def test_arabic_readers_get_arabic_digits(page: ReadPage) -> None:
    shown = page("/ar/routines/cold-water-10")
    assert "١١:٠٩" in shown.words
    assert "11:09" not in shown.words


def test_page_and_player_name_what_no_instructor_has_looked_at(
    own_page: ReadPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "Not reviewed by an instructor, the details are from general knowledge: Bird dog."
    paths = [f"/en/routines/{each}" for each in ("cold-water-10", "cold-water-10/play")]
    assert all(said not in own_page(path).words for path in paths)
    real = library.localized
    bird_dog = (
        library.english().exercises["bird-dog"].model_copy(update={"awaits_instructor": True})
    )

    def localized(language: Language) -> Library:
        exercises = {**real(language).exercises, "bird-dog": bird_dog}
        return replace(real(language), exercises=exercises)

    monkeypatch.setattr(library, "localized", localized)
    assert all(said in own_page(path).words for path in paths)


def test_no_caution_of_its_exercises_stays_unread(page: ReadPage) -> None:
    english = library.english()
    words = page("/en/routines/cold-water-10").words
    for step in english.routines["cold-water-10"].steps:
        for caution in english.exercise_of(step).cautions:
            assert f"{english.exercise_of(step).name} {caution.text}" in words
