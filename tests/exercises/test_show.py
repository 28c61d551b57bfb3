"""An exercise's page: how, how much, for whom not, when to stop, and what it rests on."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.conftest import ChangeBirdDog, ReadPage
from webapp import places
from webapp.content import library
from webapp.content.schema import Dose
from webapp.wording import dose, duration

NOT_REVIEWED = "Not reviewed by an instructor"


def test_the_list_names_every_exercise(page: ReadPage) -> None:
    shown = page("/en/exercises/")
    for slug, exercise in library.english().exercises.items():
        assert f"/en/exercises/{slug}" in shown.links
        assert exercise.name in shown.words


@pytest.mark.parametrize("slug", library.english().exercises)
def test_an_exercise_shows_all_that_its_file_says(page: ReadPage, slug: str) -> None:
    exercise = library.english().exercises[slug]
    words = page(f"/en/exercises/{slug}").words
    for text in (
        *exercise.steps,
        *exercise.stop,
        exercise.easier,
        exercise.harder,
        *(caution.text for caution in exercise.cautions),
        *(claim.text for claim in exercise.claims),
        *(part.name for part in exercise.tempo),
    ):
        assert " ".join(text.split()) in words


def test_it_says_where_no_instructor_has_looked(page: ReadPage) -> None:
    assert NOT_REVIEWED in page("/en/exercises/cloud-hands").words
    assert NOT_REVIEWED not in page("/en/exercises/tai-chi-opening").words


def test_a_massage_says_first_for_whom_it_is_not(
    own_page: ReadPage, change_bird_dog: ChangeBirdDog
) -> None:
    change_bird_dog(purpose=("massage",))
    words = own_page("/en/exercises/bird-dog").words
    said = library.english().massage["self-massage"]
    for text in (*said.before, *(claim.text for claim in said.claims)):
        assert text in words
    assert words.index(said.before[0]) < words.index("How")


def test_what_is_done_in_water_is_read_and_never_led(
    own_page: ReadPage, change_bird_dog: ChangeBirdDog
) -> None:
    assert "/en/exercises/bird-dog/play" in own_page("/en/exercises/bird-dog").links
    change_bird_dog(place=("water",))
    shown = own_page("/en/exercises/bird-dog")
    assert "Read it here on land" in shown.words
    assert "/en/exercises/bird-dog/play" not in shown.links
    own_page("/en/exercises/bird-dog/play", 404)
    own_page("/en/build/step/bird-dog", 404)


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Dose(repetitions=10), "10 times"),
        (Dose(repetitions=1), "1 time"),
        (Dose(repetitions=4, sides="each"), "4 times each side"),
        (Dose(repetitions=10, sides="alternate"), "10 times, taking turns"),
        (Dose(breaths=8), "8 breaths"),
        (Dose(seconds=270), "4 min 30 s"),
        (Dose(seconds=20, sides="each", sets=3, rest=10), "3 × 20 s each side"),
    ],
)
def test_a_dose_is_said_in_words(app: Flask, amount: Dose, words: str) -> None:
    with app.test_request_context("/en/"):
        assert dose(amount).replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("seconds", "words"), [(20, "20 s"), (60, "1 min"), (669, "11 min 9 s"), (0, "0 s")]
)
def test_a_duration_is_said_in_words(app: Flask, seconds: int, words: str) -> None:
    with app.test_request_context("/en/"):
        assert duration(seconds).replace("\u00a0", " ") == words


SIX_FORMS = {
    0: "ولا مرة",
    1: "مرة واحدة",
    2: "مرتان",
    3: "٣ مرات",
    11: "١١ مرة",
    100: "١٠٠ مرة",
}


@pytest.mark.parametrize(("count", "said"), SIX_FORMS.items())
def test_arabic_counts_in_its_six_forms(app: Flask, count: int, said: str) -> None:
    with app.test_request_context("/ar/"):
        app.preprocess_request()
        assert dose(Dose.model_construct(repetitions=count)) == said


def test_each_tempo_part_is_as_wide_as_it_is_long() -> None:
    rules = (places.STATIC / "css" / "exercises-demo.css").read_text("utf-8")
    for slug, exercise in library.english().exercises.items():
        for part in exercise.tempo:
            rule = f'.beat > [data-seconds="{part.seconds}"] {{\n  flex-grow: {part.seconds};\n}}'
            assert rule in rules, f"{slug}: static/css/exercises-demo.css lacks {rule}"
