"""Sample figures: one for each base posture and each prop, so that none stands untried.

They are no content: nobody is shown them. `python -m tests.figures.samples FOLDER` draws a sheet
of each, or of those that are named; `python -m tests.figures.golden` keeps their angles too.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from webapp.content.model import Model, Slug
from webapp.content.reading import read_folder
from webapp.figures import baking, sheet
from webapp.figures.baking import Recipe
from webapp.figures.movement import Beat, Movement
from webapp.figures.schema import Figure
from webapp.figures.shot import Shot

HERE = Path(__file__).with_name("samples")
SECONDS = 3.0


class Sample(Model):
    """A figure of its own; each part of its timeline takes three seconds."""

    slug: Slug
    figure: Figure


def _recipes() -> dict[str, Recipe]:
    found = {}
    for file, sample in read_folder(HERE, HERE, Sample):
        if isinstance(sample, list):
            raise ValueError("\n".join(str(fault) for fault in sample))
        tempo = tuple(Beat(shown.part, SECONDS) for shown in sample.figure.timeline)
        found[sample.slug] = Recipe(sample.slug, file, sample.figure, tempo)
    return found


RECIPES = _recipes()
ALL = sorted(RECIPES)


@cache
def movement(slug: str) -> Movement:
    return baking.movement(RECIPES[slug])


@cache
def shot(slug: str) -> Shot:
    return Shot(movement(slug))


def write(folder: Path, slugs: Sequence[str]) -> None:
    for slug in slugs or ALL:
        sys.stdout.write(f"{sheet.save(folder / slug, RECIPES[slug])}\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]), sys.argv[2:])
