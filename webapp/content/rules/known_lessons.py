"""What a lesson, a synonym or the table of the article leads to is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from webapp.content.addresses import addresses
from webapp.content.faults import Fault
from webapp.content.learn import Lesson

if TYPE_CHECKING:
    from webapp.content.library import Library


def check(library: Library) -> Iterator[Fault]:
    here = addresses(library)
    for file, field, address in _led_to(library):
        if address not in here:
            yield Fault(file, field, f"there is no {address}; mend the name")


def _led_to(library: Library) -> Iterator[tuple[str, str, str]]:
    """Each address with the file and the field that it stands in."""
    for lesson in library.lessons.values():
        yield from ((library.file_of(lesson), *led) for led in _of_lesson(lesson))
    for tag, synonyms in library.synonyms.items():
        yield from ((f"synonyms/{tag}.yaml", "pages", address) for address in synonyms.pages)
    for i, sentence in enumerate(library.article):
        yield from (("article.yaml", f"sentences.{i}.where", each) for each in sentence.where)


def _of_lesson(lesson: Lesson) -> Iterator[tuple[str, str]]:
    related = lesson.related
    yield from (("related.exercises", f"exercises/{slug}") for slug in related.exercises)
    yield from (("related.routines", f"routines/{slug}") for slug in related.routines)
    yield from (("related.pages", address) for address in related.pages)
