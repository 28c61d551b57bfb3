"""The emergency signs stand wherever someone moves or swims, whole, in every language."""

from __future__ import annotations

from itertools import product

import pytest
from flask import Flask

from tests.conftest import ReadPage
from tests.reading import text
from tests.sampling import SAMPLE
from webapp.content import library
from webapp.locales import LANGUAGES, Language

SIGNS = 9
PLACES = {
    "routine": [f"routines/{slug}" for slug in library.english().routines],
    "its player": [f"routines/{slug}/play" for slug in library.english().routines],
    "exercise": [f"exercises/{slug}" for slug in library.english().exercises],
    "led": [f"exercises/{slug}/play" for slug in library.english().led],
}
# What no version of them may leave out, by language.
NAMED = {
    "en": [
        *("Chest pain", "on land, in the water or after it", "pink or bloody", "both legs"),
        *("spread on both sides", "genitals, anus, buttocks", "or function", "one side"),
        *("tearing back pain", "faintness", "slurred speech", "shivering that stops"),
        *("breathing in water", "a fall from a height", "steroids"),
    ],
    "ar": [
        *("الصدر", "على اليابسة", "وردي أو مدم", "كلتا الساقين", "على الجانبين"),
        *("الشرج أو الأرداف", "الوظيفة الجنسية", "جانب واحد", "تمزّق", "بالإغماء"),
        *("متثاقل", "توقّف الارتجاف", "دخول الماء إلى مجرى التنفّس", "من ارتفاع", "الستيرويد"),
    ],
    "de": [
        *(
            "Druck in der Brust",
            "an Land, im Wasser oder danach",
            "rosa oder blutiger",
            "beiden Beinen",
        ),
        *("auf beiden Seiten", "Genitalien oder After, am Gesäß", "Funktion", "auf einer Seite"),
        *("reißender Rückenschmerz", "ohnmächtig", "verwaschener Sprache", "Zittern, das aufhört"),
        *("Wasser eingeatmet", "Sturz aus der Höhe", "Kortison"),
    ],
    "es": [
        *("presión en el pecho", "en tierra, en el agua o después", "rosada o con sangre"),
        *(
            "las dos piernas",
            "en los dos lados",
            "genitales, el ano, los glúteos",
            "función sexual",
        ),
        *("en un lado", "desgarrador", "desmayo", "habla arrastrada", "temblor que cesa"),
        *("aspirar agua", "caída desde altura", "corticoides"),
    ],
    "fr": [
        *("oppression dans la poitrine", "à terre, dans l’eau ou après", "roses ou sanglants"),
        *("les deux jambes", "des deux côtés", "organes génitaux, de l’anus, des fesses"),
        *("fonction sexuelle", "d’un seul côté", "déchirure", "malaise", "difficulté à articuler"),
        *("frissons qui s’arrêtent", "l’eau inspirée", "chute de haut", "corticoïdes"),
    ],
    "zh-Hans": [
        *("胸痛", "在陆上、水中或出水后", "粉红色", "双腿", "左右两边都有", "肛门、臀部", "性功能"),
        *("一侧身体", "撕裂样", "快要晕倒", "含糊", "不再发抖", "吸入了水", "从高处坠落", "类固醇"),
    ],
}


# In one language every page is in each run, and in every language a page of each kind.
EVERYWHERE = [
    pytest.param(
        place,
        language,
        id=f"{language.tag}-{place}",
        marks=[] if place == places[0] or language.prefix == SAMPLE else [pytest.mark.sweep],
    )
    for places in PLACES.values()
    for place, language in product(places, LANGUAGES)
]


@pytest.mark.parametrize(("place", "language"), EVERYWHERE)
def test_the_emergency_signs_are_on_the_page(
    page: ReadPage, place: str, language: Language
) -> None:
    shown = page(f"/{language.prefix}/{place}")
    alarms = [each for each in shown.all("div") if "note-alarm" in each.get("class", "")]
    assert alarms
    for alarm in alarms:
        assert len(list(alarm.iter("li"))) == SIGNS
        for words in NAMED[language.tag]:
            assert words in text(alarm)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_the_player_says_them_before_the_start_and_at_the_end(
    page: ReadPage, language: Language
) -> None:
    shown = page(f"/{language.prefix}/exercises/bird-dog/play")
    alarms = [each for each in shown.all("div") if "note-alarm" in each.get("class", "")]
    assert len(alarms) == 2


def test_a_checked_exercise_says_who_checked_it(app: Flask) -> None:
    template = app.jinja_env.from_string(
        '{% import "components/health.html" as health with context %}{{ health.reviewed(review) }}'
    )
    review = library.english().reviewed.model_copy(update={"by": "Dr Ana Example"})
    with app.test_request_context("/en/"):
        app.preprocess_request()
        values: dict[str, object] = {"review": review}
        app.update_template_context(values)
        assert "checked by Dr Ana Example" in template.render(values)
