"""Where one can go on to: from what one does to why, and back; to what is like it."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.conftest import ReadPage
from webapp import onward
from webapp.content import library

CONTENT = library.english()


@pytest.mark.parametrize("slug", CONTENT.exercises)
def test_every_exercise_leads_to_a_lesson_that_says_why(slug: str) -> None:
    assert onward.lessons_of_exercise(CONTENT.exercises[slug], CONTENT)


def test_what_a_lesson_leads_to_leads_back(page: ReadPage) -> None:
    for lesson in CONTENT.lessons.values():
        for slug in lesson.related.routines:
            assert f"/en/learn/{lesson.slug}" in page(f"/en/routines/{slug}").links or (
                len(onward.lessons_of(f"routines/{slug}", CONTENT)) > onward.LESSONS
            ), (lesson.slug, slug)


def test_a_form_of_a_tradition_leads_to_the_lesson_about_it_not_to_one_about_its_purpose() -> None:
    cloud_hands = CONTENT.exercises["cloud-hands"]
    assert onward.lessons_of_exercise(cloud_hands, CONTENT) == ["learn/tai-chi-and-qigong"]
    bridge = onward.lessons_of_exercise(CONTENT.exercises["bridge"], CONTENT)
    assert "learn/exercise-therapy" in bridge


def test_like_an_exercise_is_what_shares_most_with_it_and_never_water_with_land() -> None:
    for exercise in CONTENT.exercises.values():
        found = onward.alike(exercise, CONTENT)
        assert len(found) == onward.ALIKE
        assert exercise not in found
        assert {each.in_water for each in found} == {exercise.in_water}
    alike = [each.slug for each in onward.alike(CONTENT.exercises["cat-cow"], CONTENT)]
    assert "seated-cat-cow" in alike


def test_an_exercise_names_the_routines_that_it_is_part_of(app: Flask) -> None:
    with app.test_request_context("/en/"):
        found = onward.of_exercise(CONTENT.exercises["bird-dog"], CONTENT)
    routines = [each.place.address for each in found if "/routines/" in each.place.address]
    assert 0 < len(routines) <= onward.ROUTINES
    for address in routines:
        steps = CONTENT.routines[address.rpartition("/")[2]].steps
        assert "bird-dog" in [step.exercise for step in steps]


@pytest.mark.parametrize(
    ("path", "lesson"),
    [
        ("/en/compress/", "cold-and-heat"),
        ("/en/compress/heat", "cold-and-heat"),
        ("/en/hydration/", "drinking-and-salts"),
        ("/en/swim/", "warm-up-and-cold-water"),
        ("/en/check/likeness", "telling-pains-apart"),
        ("/en/exercises/ball-buttock", "massage"),
    ],
)
def test_pages_of_what_one_can_do_lead_to_why(page: ReadPage, path: str, lesson: str) -> None:
    assert f"/en/learn/{lesson}" in page(path).links
