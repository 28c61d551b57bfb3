"""What one can learn, and each lesson with its claims, its doubts and where to go on."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, Response, abort

from webapp import linked, locales, onward
from webapp.content import library
from webapp.content.library import Library
from webapp.pages import page

blueprint = Blueprint("learn", __name__)

# First what hurts and why, then what one does oneself, then what only a clinician gives.
GROUPS = {
    "back": ("causes", "telling-pains-apart", "warm-up-and-cold-water", "drinking-and-salts"),
    "yourself": ("exercise-therapy", "tai-chi-and-qigong", "massage", "cold-and-heat"),
    "clinician": (
        *("medicines", "traction", "acupuncture-and-moxibustion"),
        "ultrasound-and-electrotherapy",
    ),
}


def addresses(content: Library) -> Iterator[tuple[str, dict[str, str]]]:
    yield "learn.index", {}
    for slug in content.lessons:
        yield "learn.show", {"slug": slug}


@blueprint.get("/learn/")
def index() -> Response:
    lessons = library.localized(locales.current()).lessons
    groups = {name: [lessons[slug] for slug in slugs] for name, slugs in GROUPS.items()}
    return page("learn/index.html", groups=groups)


@blueprint.get("/learn/<slug>")
def show(slug: str) -> Response:
    content = library.localized(locales.current())
    lesson = content.lessons.get(slug) or abort(404)
    return page(
        "learn/show.html",
        lesson=lesson,
        onward=onward.of_lesson(lesson, content),
        linked=linked.of_lesson(lesson, content),
        reviewed=lesson.reviewed,
    )
