"""A figure's timeline names its exercise's tempo parts in order; a picture alone has no timeline.

So text, figure and player cannot drift apart: what moves in the words moves in the picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from webapp.content.faults import Fault

if TYPE_CHECKING:
    from webapp.content.library import Library
    from webapp.content.schema import Exercise


def check(library: Library) -> Iterator[Fault]:
    for exercise in library.exercises.values():
        for field, remedy in _remedies(exercise):
            yield Fault(library.file_of(exercise), field, remedy)
    for picture in library.pictures.values():
        if picture.slug in library.exercises:
            remedy = "an exercise has this slug already; choose another"
            yield Fault(library.file_of(picture), "slug", remedy)
        if picture.figure.timeline:
            remedy = "only an exercise has tempo parts; remove it and keep one pose"
            yield Fault(library.file_of(picture), "figure.timeline", remedy)


def _remedies(exercise: Exercise) -> Iterator[tuple[str, str]]:
    timeline, tempo = exercise.figure.timeline, exercise.tempo
    named, parts = [shown.part for shown in timeline], [part.name for part in tempo]
    if named != parts:
        yield "figure.timeline", f"name the tempo parts in order: {', '.join(parts)}"
        return
    here = exercise.figure.first
    for shown, part in zip(timeline, tempo, strict=True):
        moves = any(pose != here for pose in shown.to)
        if moves != (part.kind == "move"):
            wanted = "stays: remove its `to`" if part.kind == "stay" else "moves: give it a `to`"
            yield "figure.timeline", f"{part.name} {wanted}"
        here = shown.to[-1] if shown.to else here
    if here != exercise.figure.first:
        yield "figure.timeline", f"does not come back to {exercise.figure.first}; let it end there"
