"""What to do in a cramp is shown by pictures that there are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from webapp.content.faults import Fault

if TYPE_CHECKING:
    from webapp.content.library import Library


def check(library: Library) -> Iterator[Fault]:
    drawn = {*library.pictures, *library.exercises}
    for cramp in library.cramps.values():
        for i, step in enumerate(cramp.steps):
            for slug in step.pictures:
                if slug not in drawn:
                    remedy = f"there is no picture {slug}; name one of data/figures or exercises"
                    yield Fault(library.file_of(cramp), f"steps.{i}.pictures", remedy)
